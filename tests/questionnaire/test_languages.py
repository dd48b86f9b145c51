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

FREE_OF_WORDS = ("id", "name", "value", "type", "href", "datetime", "for", "class")
"""Attributes that must not change with the language, besides every data-…."""

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


ONE_IN_A_WORD = {"ar": "شهر"}
"""Arabic says one month by its noun alone: the length of a deadline has no digit then."""


class Marks(HTMLParser):
    """The elements of a piece of HTML with their attributes free of words, and the numbers that it says."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple] = []
        self.numbers: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        kept = ((name, value) for name, value in attrs if name in FREE_OF_WORDS or name.startswith("data-"))
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
def test_links_dates_and_marks_are_the_same(shown, language):
    for at, french in shown[SOURCE_LANGUAGE].items():
        if isinstance(french, str):
            assert Marks(shown[language][at]).elements == Marks(french).elements, at


@pytest.mark.parametrize("language", OTHERS)
def test_numbers_are_the_same(shown, language):
    for at, french in shown[SOURCE_LANGUAGE].items():
        if isinstance(french, str):
            told, numbers = Marks(shown[language][at]).numbers, Marks(french).numbers
            if language in ONE_IN_A_WORD and ONE_IN_A_WORD[language] in shown[language][at]:
                told |= numbers & {"1"}
            assert told == numbers, at


def test_another_number_date_or_link_would_be_noticed():
    page = Marks('<p data-advice="a"><a href="ris/">14 jours, avant le <time datetime="2026-03-01">1er mars</time></a>')
    assert page.numbers == {"14", "1"}
    assert ("a", ("href", "ris/")) in page.elements
    assert ("time", ("datetime", "2026-03-01")) in page.elements
