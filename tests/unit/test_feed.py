"""The feed of a language is Atom that every reader understands, and names the same changes as the page."""

import re
from datetime import datetime
from xml.etree import ElementTree

import pytest
from bonguichet import changes, feed
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from bonguichet.pagefiles import prefix_of, url_of

HOME = "https://site.example/here/"
ATOM = f"{{{feed.ATOM}}}"


@pytest.fixture(scope="module")
def read(model):
    """The feed of a language, as a program reads it."""

    def make(language: str, home: str = HOME):
        words = Macros(model, language, ROOT / "overrides/components", home + prefix_of(language), top=home)
        return ElementTree.fromstring(feed.atom(model, language, words.title_in_words, words.change, home))

    return make


def ids(root) -> list[str]:
    return [entry.find(f"{ATOM}id").text for entry in root.iter(f"{ATOM}entry")]


def test_every_feed_and_entry_has_what_atom_asks_for(model, read):
    for language in model.offered:
        root = read(language)
        assert root.tag == f"{ATOM}feed"
        assert root.find(f"{ATOM}author/{ATOM}name").text
        for part in (root, *root.iter(f"{ATOM}entry")):
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.find(f"{ATOM}id").text)
            assert part.find(f"{ATOM}title").text.strip()
            assert datetime.fromisoformat(part.find(f"{ATOM}updated").text)
            assert part.find(f"{ATOM}link[@rel='alternate']") is not None
        assert root.find(f"{ATOM}link[@rel='self']").get("href") == HOME + feed.name(language)
        assert len(set(ids(root))) == len(ids(root))


def test_an_entry_says_from_when_for_whom_and_which_pages_and_its_links_are_absolute(model, read):
    root = read("nl")
    for change, entry in zip(feed.chosen(model), root.iter(f"{ATOM}entry"), strict=True):
        content = entry.find(f"{ATOM}content")
        assert content.get("type") == "html"
        assert f'datetime="{change.since}"' in content.text
        assert "Voor wie:" in content.text
        related = [link.get("href") for link in entry.findall(f"{ATOM}link[@rel='related']")]
        assert related == [f"{HOME}nl/{url_of(path)}" for path in change.pages] != []
        assert all(href in content.text for href in related)
        assert all(href.startswith("https://") for href in re.findall(r'href="([^"]+)"', content.text))


def test_every_language_has_the_same_changes_and_ids_of_its_own(model, read):
    terms = {language: [c.get("term") for c in read(language).iter(f"{ATOM}category")] for language in model.offered}
    assert len({tuple(kinds) for kinds in terms.values()}) == 1
    assert not set(ids(read("fr"))) & set(ids(read("nl")))


def test_an_entry_keeps_its_id_wherever_the_site_moves(read):
    assert ids(read("fr")) == ids(read("fr", "https://elsewhere.example/"))


def test_a_feed_is_short_newest_first_and_never_of_tomorrow(model):
    found = feed.chosen(model)
    assert 0 < len(found) <= feed.MOST
    told = [change.told for change in found]
    assert told == sorted(told, reverse=True) and told[0] <= model.day
    assert {change.id for change in changes.coming(model)} <= {change.id for change in found}
