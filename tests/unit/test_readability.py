"""Ease of reading is measured on what people read, and cannot be improved by pressing Enter."""

import pyphen
import pytest
from bonguichet import checks, publishing, readability

LONG = "Le centre public examine votre demande après une enquête sociale complète sur toutes les ressources de votre ménage entier"


def length(text, language="fr"):
    return readability.read(text, language).sentence_length


def test_an_empty_line_ends_no_sentence():
    assert length("Vous demandez.\n\nElle répond.") == 2.0
    assert length("Vous\n\ndemandez une aide.") == length("Vous demandez une aide.")


def test_a_list_after_a_colon_begins_anew_and_a_colon_inside_does_not():
    assert readability.sentences("Faites ceci :\n\n- Demandez.\n- Gardez la preuve.") == [
        "Faites ceci",
        "Demandez",
        "Gardez la preuve",
    ]
    assert len(readability.sentences("Une chose : demandez.")) == 1


@pytest.mark.parametrize(
    "around",
    [
        "## Un titre de beaucoup de mots que personne ne compte { #title }\n\n{}",
        "{}\n\n| une | table | de | mots |\n",
        "{}\n\n- [Un lien qui mène ailleurs et que personne ne lit comme une phrase](a.md)",
        "{}\n\n{{{{ service('sdj') }}}}",
    ],
)
def test_titles_tables_bare_links_and_cards_are_not_prose(around):
    assert length(around.replace("{}", "Vous demandez une aide.", 1).replace("{{{{", "{{").replace("}}}}", "}}")) == 4.0


def test_a_reference_in_brackets_is_not_counted_and_a_figure_counts_as_a_word():
    assert length('Vous demandez une aide ({{ source("law-2002-05-26", "3, 2°") }}).') == 4.0
    assert length('Cela dure {{ deadline("piis") }}.') == 3.0
    assert length('Il a {{ plain("25 ans", "un exemple") }} déjà.') == 4.0


def test_longer_words_and_sentences_lower_the_index_in_every_language():
    for language, easy, hard in (
        ("fr", "Le CPAS vous aide.", "L’administration communale subventionne l’accompagnement individualisé."),
        (
            "nl",
            "Het OCMW helpt u.",
            "De gemeentelijke administratie organiseert geïndividualiseerde begeleidingsmaatregelen.",
        ),
        (
            "en",
            "They help you now.",
            "The administration individually subsidises professional accompaniment opportunities.",
        ),
    ):
        assert readability.read(easy, language).index > readability.read(hard, language).index


def test_a_page_of_long_sentences_is_too_hard_and_says_why():
    reading = readability.read(f"{LONG}. {LONG}.", "fr")
    assert "words a sentence" in readability.too_hard(reading, "fr")


def test_a_plain_page_is_not_too_hard():
    assert readability.too_hard(readability.read("Vous demandez une aide. Le CPAS vous répond.", "fr"), "fr") is None


def test_a_page_without_prose_has_no_measure():
    assert readability.read("# Titre { #title }\n\n{{ directory() }}\n", "fr") is None


def test_no_dictionary_stays_in_memory_once_the_pages_are_examined(data, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(pyphen, "HyphDict", lambda path, make=pyphen.HyphDict: opened.append(path) or make(path))
    list(checks._pages(data, checks.Tried(data.model, "fr", publishing.COMPONENTS), tmp_path, ""))
    assert opened, "the pages were examined"
    assert not pyphen.hdcache and not readability._dictionary.cache_info().currsize
    assert not readability._syllables.cache_info().currsize
