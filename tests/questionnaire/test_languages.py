"""The same ids, dates, numbers and links in every language: only the words differ."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from bonguichet import export
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from bonguichet.model import SOURCE_LANGUAGE
from bonguichet.pagefiles import url_of

FREE_OF_WORDS = ("id", "name", "value", "type", "href", "datetime", "for", "class")
"""Attributes that must not change with the language, besides every data-…."""

SAYS_A_LANGUAGE = ("span", "small")
"""Elements that may stand around words, or after them, to say that these are of another language."""

OTHERS = ("nl", "en", "ar", "de")


def flat(value: Any, at: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    """Every single value below, with the path that leads to it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from flat(item, (*at, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from flat(item, (*at, index))
    else:
        yield at, value


SAID_IN_A_WORD = {"ar": {"1": "شهر", "2": "شهران"}}
"""Arabic says one and two months by their nouns alone: such a length has no digit."""


class Marks(HTMLParser):
    """The elements of a piece of HTML with their attributes free of words, and the numbers that it says."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple] = []
        self.numbers: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        kept = [(name, value) for name, value in attrs if name in FREE_OF_WORDS or name.startswith("data-")]
        if kept or tag not in SAYS_A_LANGUAGE:
            self.elements.append((tag, *kept))

    def handle_data(self, data):
        self.numbers |= set(re.findall(r"\d+", data))


@pytest.fixture(scope="module")
def shown(model) -> dict[str, dict[tuple, Any]]:
    """Everything that the questionnaire shows, by language."""
    components = ROOT / "overrides/components"
    return {
        language: dict(flat(export.rules(model, Macros(model, language, components)))) for language in model.languages
    }


def test_these_are_all_languages(model):
    assert {SOURCE_LANGUAGE, *OTHERS} == set(model.languages)


@pytest.mark.parametrize("language", OTHERS)
def test_every_entry_stands_in_every_language(shown, language):
    assert list(shown[language]) == list(shown[SOURCE_LANGUAGE])


@pytest.mark.parametrize("language", OTHERS)
def test_ids_rules_lengths_and_days_are_the_same(shown, model, language):
    neutral = set(flat(export.logic(model)))
    assert neutral <= set(shown[SOURCE_LANGUAGE].items())
    assert neutral <= set(shown[language].items())


@pytest.mark.parametrize("language", OTHERS)
def test_links_dates_and_marks_are_the_same(shown, model, language):
    """But for one more link, before one to a page that the language lacks: to the nearest that it has; and a desk's site is
    that of the reader's language, where it has one."""
    near = {
        ("a", ("href", url_of(path)))
        for page in model.pages[SOURCE_LANGUAGE]
        if (path := model.nearest(page, language))
    }
    sites = {site: desk.website for desk in model.services.values() for site in desk.websites.values()}

    def source_site(element: tuple) -> tuple:
        return tuple(("href", sites[each[1]]) if each[0] == "href" and each[1] in sites else each for each in element)

    for at, french in shown[SOURCE_LANGUAGE].items():
        if isinstance(french, str):
            wanted, found = (
                [source_site(each) for each in Marks(html).elements] for html in (french, shown[language][at])
            )
            assert [each for each in found if each in wanted or each not in near] == wanted, at


@pytest.mark.parametrize("language", OTHERS)
def test_numbers_are_the_same(shown, language):
    for at, french in shown[SOURCE_LANGUAGE].items():
        if isinstance(french, str):
            told, numbers = Marks(shown[language][at]).numbers, Marks(french).numbers
            told |= numbers & {
                number for number, word in SAID_IN_A_WORD.get(language, {}).items() if word in shown[language][at]
            }
            assert told == numbers, at


def test_another_number_date_or_link_would_be_noticed():
    page = Marks('<p data-advice="a"><a href="ris/">14 jours, avant le <time datetime="2026-03-01">1er mars</time></a>')
    assert page.numbers == {"14", "1"}
    assert ("a", ("href", "ris/")) in page.elements
    assert ("time", ("datetime", "2026-03-01")) in page.elements
