"""What other sites show beside a link of ours: words and a picture of each page, in its language."""

import struct

import pytest
from bonguichet.pagefiles import prefix_of, url_of

from tests.build.html import Page

HOME = "https://bon-guichet.example/"


def shown(site, path: str) -> tuple[Page, dict[str, str]]:
    """A page, and what it tells other sites."""
    page = Page((site / path / "index.html").read_text(encoding="utf-8"))
    return page, {a["property"]: a["content"] for a in page.attributes("meta") if "property" in a}


@pytest.mark.parametrize(
    ("language", "prefix", "locale"),
    [
        ("fr", "", "fr_BE"),
        ("nl", "nl/", "nl_BE"),
        ("en", "en/", "en_GB"),
        ("ar", "ar/", "ar_MA"),
        ("de", "de/", "de_BE"),
    ],
)
def test_a_link_is_shown_with_the_words_of_its_page_in_its_language(site, model, language, prefix, locale):
    _, told = shown(site, f"{prefix}revenus/ris")
    record = model.pages[language]["revenus/ris.md"]
    assert (told["og:title"], told["og:description"]) == (record.title, record.description)
    assert (told["og:url"], told["og:locale"]) == (f"{HOME}{prefix}revenus/ris/", locale)


def test_every_page_and_language_has_a_picture_of_its_own_that_every_site_can_read(site, model):
    pictures, told_of = set(), set()
    for language in model.offered:
        for path in model.pages[language]:
            _, told = shown(site, prefix_of(language) + url_of(path))
            pictures.add(told["og:image"])
            told_of.add((language, told["og:title"], told["og:description"]))
    assert len(pictures) == len(told_of)
    for address in pictures:
        png = (site / address.removeprefix(HOME)).read_bytes()
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", png[16:24]) == (600, 315)
        assert len(png) < 50_000
