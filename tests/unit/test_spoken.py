"""Words of another language inside a text: how they are written, how they are shown, and what is left out."""

import pytest
from bonguichet import spoken

DIRECTIONS = {"fr": "ltr", "nl": "ltr", "de": "ltr", "ar": "rtl"}


def test_marked_words_say_their_language_and_their_direction_where_it_is_another():
    arabic = spoken.as_html("وصل ([accusé de réception]{lang=fr})", "ar", DIRECTIONS)
    assert arabic == 'وصل (<span lang="fr" dir="ltr">accusé de réception</span>)'
    assert spoken.as_html("[urgent]{lang=fr}", "de", DIRECTIONS) == '<span lang="fr">urgent</span>'


def test_where_no_element_can_stand_the_words_stand_alone():
    assert spoken.as_words("الوسيط ([Médiateur fédéral]{lang=fr})") == "الوسيط (Médiateur fédéral)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Je demande une aide urgente»", "[Je demande une aide urgente]{lang=fr}"),
        ("سطر\nقل: Je veux, moi aussi", "Je veux, moi aussi"),
        ("قل: «[aide urgente]{lang=fr}»", "'«[aide urgente]{lang=fr}»': write the quotation marks inside"),
        ("[urgent]{fr}", "[words]{lang=fr}"),
        ("[urgent]{lang=rf}", "Use one of: ar, de, fr, nl."),
    ],
)
def test_words_whose_language_is_told_wrongly_or_not_for_their_quotation_marks_are_named_with_their_line(text, said):
    [(line, sentence)] = spoken.mistakes(text, "ar", DIRECTIONS)
    assert said in sentence
    assert line == 1 + text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "مكتب Infor Jeunes، قرب [gare du Midi]{lang=fr}",
        'الـ{{ source("law de six mots ici") }} و[الصفحة](../aides/une-page-a-lire.md#ici-ou-la)',
        "قل ([« Je veux faire une demande, et je veux un accusé de réception »]{lang=fr})",
        "## عنوان { #a-b-c }",
    ],
)
def test_short_names_marked_words_macros_and_addresses_pass(text):
    assert not list(spoken.mistakes(text, "ar", DIRECTIONS))


def test_a_language_in_latin_letters_is_not_searched_for_unmarked_words():
    assert not list(spoken.mistakes("Beim Office des étrangers fragen", "de", DIRECTIONS))
