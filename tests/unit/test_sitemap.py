"""Which versions of a page search engines are told of, the same in the list and on the page."""

from xml.etree import ElementTree

import pytest
from bonguichet import sitemap

HOME = "https://site.example/here/"


def test_a_page_written_in_two_languages_names_both_and_the_default(model):
    own = model.model_copy(update={"pages": {code: dict(pages) for code, pages in model.pages.items()}})
    for code in ("en", "ar", "de"):
        own.pages[code].pop("revenus/ris.md")
    french, dutch = f"{HOME}revenus/ris/", f"{HOME}nl/revenus/ris/"
    assert sitemap.versions(own, "revenus/ris.md", HOME) == {"fr": french, "nl": dutch, "x-default": french}
    assert sitemap.told_on(own, "revenus/ris.md", "nl", HOME) == sitemap.versions(own, "revenus/ris.md", HOME)
    assert sitemap.told_on(own, "revenus/ris.md", "en", HOME) == {}, "this page falls back: it is no version"


def test_a_page_for_frames_of_others_has_no_version(model):
    assert sitemap.versions(model, "orientation/embed.md", HOME) == {}


def test_a_draft_is_not_offered_to_search_engines(model):
    draft = {"nl": model.languages["nl"].model_copy(update={"scope": "draft"})}
    own = model.model_copy(update={"languages": model.languages | draft})
    assert "nl" not in sitemap.versions(own, "revenus/ris.md", HOME)
    assert sitemap.told_on(own, "revenus/ris.md", "nl", HOME) == {}


@pytest.mark.parametrize("address", ["https://a.example/?x=1&y=2/"])
def test_the_list_is_xml_whatever_the_address(model, address):
    root = ElementTree.fromstring(sitemap.sitemap(model, address))
    assert all(url[0].text.startswith(address) for url in root)
