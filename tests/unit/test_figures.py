"""A figure typed in prose is found; a date, a law or a macro is not one."""

import pytest
from bonguichet.figures import typed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Vous avez 3 mois."),
        ("fr", "Vous avez trois mois."),
        ("fr", "Il décide en 30 jours."),
        ("fr", "à 18 ans"),
        ("fr", "1 340,47 € par mois"),
        ("fr", "1\u202f340,47\xa0€"),
        ("fr", "20 % de réduction"),
        ("fr", "Appelez le 02 209 61 61."),
        ("fr", "Appelez le 0471/12.34.56."),
        ("fr", "Écrivez à plaintes@ombuds.brussels."),
        ("fr", "Allez rue du Boulet 22."),
        ("fr", "Allez rue\ndu Boulet 22."),
        ("nl", "U hebt drie maanden."),
        ("nl", "€ 1.340,47"),
        ("nl", "binnen 30 dagen"),
        ("nl", "Boulevardstraat 22"),
        ("nl", "Boulevardstraat\n22"),
        ("en", "within three months"),
        ("en", "€1,340.47 a month"),
        ("en", "a 30-day term is 30 days"),
    ],
)
def test_a_typed_figure_is_found(language, text):
    assert list(typed(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "depuis le 1er mars 2026"),
        ("fr", "la loi du 26 mai 2002, art. 47"),
        ("fr", '{{ deadline("appeal-cpas") }} et {{ plain("3 mois", "une observation") }}'),
        ("fr", "[les deux tribunaux](recours/refus.md#30-jours)"),
        ("fr", "chaque mois, un an plus tard"),
        ("fr", "Appelez le 112."),
        ("nl", "sinds 1 maart 2026"),
        ("nl", "elke maand"),
        ("en", "since 1 March 2026"),
        ("en", "every month"),
    ],
)
def test_what_is_no_figure_passes(language, text):
    assert list(typed(text, language)) == []


def test_the_line_is_that_of_the_figure_even_after_macros_on_several_lines():
    text = 'one\n{{ plain("x",\n "a good reason") }}\nthree\n3 mois\n'
    assert [line for line, _ in typed(text, "fr")] == [5]
