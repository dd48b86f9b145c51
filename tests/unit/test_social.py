"""The picture beside a link: its words, their direction, and that it is drawn once."""

import re
from dataclasses import replace

from bonguichet import social

CARD = social.Card(
    "Bon Guichet", "Le revenu d’intégration <RIS>", "Qui peut le demander, & comment.", "Français", "ltr"
)


def test_what_a_page_says_stands_as_words_and_never_as_marks():
    assert "&lt;RIS&gt;" in CARD.svg()
    assert "&amp; comment" in CARD.svg()


def test_a_language_from_right_to_left_begins_at_the_right():
    arabic = replace(CARD, title="دخل الاندماج", language="العربية", direction="rtl")
    assert arabic.svg().count('x="1120"') == arabic.svg().count("<text") > 0
    assert "\u202bدخل الاندماج\u202c" in arabic.svg()


def test_letters_are_drawn_in_both_scripts_without_a_font_of_the_machine(tmp_path):
    empty = social.draw(replace(CARD, title="", description="", brand="", language=""), tmp_path)
    for text in ("Revenu", "دخل"):
        direction = "ltr" if text == "Revenu" else "rtl"
        card = social.Card("", text, "", "", direction)
        assert len(social.draw(card, tmp_path)) > len(empty) + 500


def test_a_long_page_stays_within_its_picture():
    long = replace(CARD, title="mot " * 40, description="mot " * 200)
    lines = [int(y) for y in re.findall(r' y="(\d+)"', long.svg())]
    assert len(lines) == len(set(lines)) and max(lines) <= 585
    assert sorted(lines)[-1] - sorted(lines)[-2] >= 40


def test_a_picture_is_drawn_once_and_another_content_is_another_file(tmp_path):
    first = social.draw(CARD, tmp_path)
    [kept] = tmp_path.rglob(CARD.name())
    kept.write_bytes(b"kept")
    assert social.draw(CARD, tmp_path) == b"kept" != first
    assert replace(CARD, title="Autre").name() != CARD.name()


def test_a_picture_that_other_versions_drew_is_drawn_again(tmp_path, monkeypatch):
    first = social.draw(CARD, tmp_path)
    monkeypatch.setattr(social, "_drawn_by", lambda: "other versions")
    assert social.draw(CARD, tmp_path) == first
    assert len(list(tmp_path.rglob(CARD.name()))) == 2
