"""The picture beside a link: its words, their direction, and that it is drawn once."""

from dataclasses import replace
from io import BytesIO

import pytest
from bonguichet import social
from PIL import Image

CARD = social.Card("Bon Guichet", "Le revenu d’intégration", "Qui peut le demander, & comment.", "Français", "ltr")
BARE = social.Card("", "", "", "", "ltr")


def ink(card: social.Card, kept) -> tuple[int, int, int, int]:
    """Where the words of a picture stand: left, top, right, foot."""
    picture, empty = (
        Image.open(BytesIO(social.draw(one, kept))).convert("RGB") for one in (card, replace(BARE, brand=" "))
    )
    paper = empty.getpixel((social.WIDTH - 1, social.HEIGHT - 1))
    dark = picture.crop((0, 20, social.WIDTH, social.HEIGHT)).point(lambda value: 255 if value < min(paper) - 40 else 0)
    box = dark.convert("L").point(lambda value: 255 if value else 0).getbbox()
    assert box, "nothing is written"
    return box


def test_a_language_from_left_to_right_begins_at_the_left(tmp_path):
    left, _, right, _ = ink(CARD, tmp_path)
    assert 40 <= left <= 44 and right < 560


def test_a_language_from_right_to_left_begins_at_the_right(tmp_path):
    arabic = replace(CARD, brand="", title="دخل الاندماج", description="", language="العربية", direction="rtl")
    left, _, right, _ = ink(arabic, tmp_path)
    assert 556 <= right <= 561 and left > 200


@pytest.mark.parametrize(
    ("text", "direction"), [("Revenu", "ltr"), ("دخل", "rtl"), ("Revenu", "rtl"), ("« ONEM »", "rtl")]
)
def test_letters_are_drawn_in_both_scripts_without_a_font_of_the_machine(tmp_path, text, direction):
    unknown = social.draw(replace(BARE, title="\U0001f4ee" * len(text), direction=direction), tmp_path)
    drawn = social.draw(replace(BARE, title=text, direction=direction), tmp_path)
    assert drawn != unknown
    ink(replace(BARE, title=text, direction=direction), tmp_path)


def test_arabic_letters_are_joined(tmp_path):
    joined, apart = (ink(replace(BARE, title=one.join("سيل"), direction="rtl"), tmp_path) for one in ("", "\u200c"))
    assert joined[0] > apart[0] + 5


def test_a_long_page_stays_within_its_picture(tmp_path):
    long = replace(CARD, title="mot " * 40, description="mot " * 200)
    feet = [line.foot for line in long.lines()]
    assert feet == sorted(set(feet)) and feet[-1] - feet[-2] >= 20
    left, _, right, foot = ink(long, tmp_path)
    assert right < social.WIDTH - 20 and foot + 20 < social.HEIGHT


def test_a_picture_is_drawn_once_and_another_content_is_another_file(tmp_path):
    first = social.draw(CARD, tmp_path)
    [kept] = tmp_path.rglob(CARD.name())
    kept.write_bytes(b"kept")
    assert social.draw(CARD, tmp_path) == b"kept" != first
    names = {one.name() for one in (CARD, replace(CARD, title="Autre"), replace(CARD, direction="rtl"))}
    assert len(names) == 3


def test_a_picture_that_other_versions_drew_is_drawn_again(tmp_path, monkeypatch):
    first = social.draw(CARD, tmp_path)
    monkeypatch.setattr(social, "_drawn_by", lambda: "other versions")
    assert social.draw(CARD, tmp_path) == first
    assert len(list(tmp_path.rglob(CARD.name()))) == 2
