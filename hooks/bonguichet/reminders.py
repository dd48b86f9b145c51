"""What is no mistake yet, but wants somebody to look: facts past their day, old contacts, translations left behind.

Knows everything that ages. Must not refuse anything (`checks.py`).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from . import completeness, freshness, parity, reviews, slips, translations
from .load import ROOT, Data
from .messages import say
from .model import SOURCE_LANGUAGE, Amount, Dated, Event, Page, Service
from .problems import Problem


def warnings(data: Data, root: Path = ROOT) -> list[Problem]:
    """Everything that wants a look on the day of the data, in file order."""
    found = {*_entries(data), *_older_pages(data), *_said_twice(data), *slips.problems(data)}
    found |= {*translations.doubtful(root), *reviews.doubtful(data)}
    return [replace(problem, warning=True) for problem in sorted(found)]


def _entries(data: Data) -> Iterator[Problem]:
    day = data.model.day
    for kind, id, entry in data.entries():
        match entry:
            case Dated() if freshness.state(entry, day) != "fresh":
                yield data.problem(kind, id, _late(entry, day), "review_by")
            case Service() if day > freshness.review_by(entry.checked):
                text = say(
                    "these contacts were compared on {day} and wanted another look by {by}: compare them, then change 'on'.",
                    day=entry.checked.on,
                    by=freshness.review_by(entry.checked),
                )
                yield data.problem(kind, id, text, "checked", "on")
            case Page(review_by=date() as by) if day > by:
                yield data.problem(kind, id, _to_compare(by), "review_by")
            case Event() if freshness.is_open(entry, day):
                yield from (data.problem(kind, id, text, field) for field, text in _unresolved(entry, day))


def _said_twice(data: Data) -> Iterator[Problem]:
    """Words that people say under two entries, or in two spellings that the search takes for one."""
    first: dict[tuple[str, str], tuple[str, str, int]] = {}
    for id, synonym in data.model.synonyms.items():
        for language, said in synonym.said.items():
            for index, words in enumerate(said):
                before = first.setdefault((language, _folded(words)), (id, language, index))
                if before != (id, language, index):
                    other, *place = before
                    known = data.problem("synonyms", other, "", "said", *place)
                    text = say(
                        "« {words} » stands under '{other}' already (line {line}): the search forgives endings and accents. "
                        "Keep one, if both mean the same.",
                        words=words,
                        other=other,
                        line=known.line,
                    )
                    yield data.problem("synonyms", id, text, "said", language, index)


def _folded(words: str) -> str:
    """Words without capitals, accents and the ending of a plural."""
    letters = unicodedata.normalize("NFKD", words).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"(?<=\w{3})[sx]\b", "", bare)


def _late(fact: Dated, day: date) -> str:
    if isinstance(fact, Amount) and freshness.state(fact, day) == "hidden":
        return say(
            "readers have not seen this figure since {day}: compare it with its source, then raise 'compared' and 'review_by'.",
            day=freshness.hide_after(fact),
        )
    return _to_compare(fact.review_by)


def _to_compare(by: date) -> str:
    return say(
        "to be looked at again by {day}: compare it with its source, then raise 'compared' and 'review_by'.", day=by
    )


def _unresolved(event: Event, day: date) -> Iterator[tuple[str, str]]:
    awaited = freshness.awaited(event)
    if awaited and awaited < day:
        yield (
            "expected",
            say("expected on {day}: add 'resolved' if it happened, or a later 'expected'.", day=awaited),
        )
    if event.review_by < day:
        yield (
            "review_by",
            say("to be looked at again by {day}: add 'resolved', or a later 'review_by'.", day=event.review_by),
        )


def _older_pages(data: Data) -> Iterator[Problem]:
    """Translations whose French page has changed its meaning since."""
    for language, pages in data.model.pages.items():
        for path, page in pages.items():
            source = data.model.pages[SOURCE_LANGUAGE].get(path)
            if completeness.is_older(page, source):
                text = say(
                    "the French page is at revision {revision}, this one follows {followed}: translate what changed.",
                    revision=source.revision,
                    followed=page.translated_from,
                )
                yield data.problem(f"pages {language}", path, text, "translated_from")
                for line, sentence in parity.differences(page.body, source.body):
                    yield Problem(f"docs/{language}/{path}", page.body_line + line - 1, sentence)
