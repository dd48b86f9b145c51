"""What must be looked at again, by which day, and what is known to come.

Knows every dated fact, desk, event and page. Must not know where it is written, or how a list of them is shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from . import freshness, reviews
from .calls import CALL
from .messages import say
from .model import SOURCE_LANGUAGE, Amount, Dated, Event, Model, Page, Service, SourceId, Timeline, find, name_in

SPANS = (30, 90)
"""How many days ahead the list looks: soon, and later on."""
KINDS = ("amounts", "deadlines", "benefits", "stays", "timelines", "services", "events", "pages")
"""What ages, by the fields of Model."""
When = Literal["now", "soon", "next", "later"]


@dataclass(frozen=True)
class Due:
    """An entry that somebody must look at by the day `by`: when it was last compared, who reviewed it, on what
    it rests (ids of sources, and `urls` that are no source of ours), and the open events that ask for it, the nearest first."""

    kind: str
    id: str
    by: date
    review_by: date
    compared: date | None
    review: reviews.Review | None
    sources: tuple[str, ...]
    urls: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True)
class Coming:
    """Something already known that starts or ends on a day: the entry, and what happens in a few words."""

    day: date
    kind: str
    id: str
    what: str


def everything(model: Model) -> list[Due]:
    """Everything that ages, the most pressing first. What an event touches is due on the day of the event, until it is resolved."""
    asked = _asked(model)
    found = [_due(model, kind, id, entry, asked) for kind in KINDS for id, entry in _entries(model, kind)]
    return sorted((due for due in found if due), key=lambda due: (due.by, KINDS.index(due.kind), due.id))


def reviewed(entries: Iterable[Due]) -> int:
    """How many of these a person has reviewed as they stand now."""
    return sum(bool(due.review and due.review.holds) for due in entries)


def when(due: Due, day: date) -> When:
    """Whether an entry is due on `day`, within a month, within three, or later."""
    left = (due.by - day).days
    return "now" if left < 1 else "soon" if left <= SPANS[0] else "next" if left <= SPANS[1] else "later"


def name(model: Model, due: Due, language: str) -> str:
    """What people call an entry, in Markdown."""
    match _entry(model, due.kind, due.id):
        case Service() as desk:
            return name_in(desk.names, language)
        case Page() as page:
            return model.pages[language].get(due.id, page).title
        case Event() as event:
            return model.text(event.about, language)
        case Timeline():
            return model.text(model.themes[model.theme_of[due.id]].title, language)
        case entry:
            return model.text(entry.name, language)


def coming(model: Model) -> list[Coming]:
    """What the data know to start or end from the day of the model on, in order: from that day a new build shows it."""
    found = [
        *(Coming(day, "events", id, say("expected")) for id, day in _awaited(model)),
        *(each for id, amount in model.amounts.items() for each in _changes(id, amount)),
        *(Coming(step.since, "timelines", id, step.id) for id, line in model.timelines.items() for step in line.steps),
    ]
    return sorted((each for each in found if each.day >= model.day), key=lambda each: (each.day, each.kind, each.id))


def _changes(id: str, amount: Amount) -> Iterator[Coming]:
    for since, value in amount.values.items():
        yield Coming(since, "amounts", id, say("becomes {value}", value=value.value))
        if value.until:
            yield Coming(value.until, "amounts", id, say("last day on which this figure is known"))


def _entry(model: Model, kind: str, id: str) -> Any:
    return model.pages[SOURCE_LANGUAGE][id] if kind == "pages" else getattr(model, kind)[id]


def _entries(model: Model, kind: str) -> Iterator[tuple[str, Any]]:
    yield from (model.pages[SOURCE_LANGUAGE] if kind == "pages" else getattr(model, kind)).items()


def _due(model: Model, kind: str, id: str, entry: Any, asked: dict[str, list[tuple[date, str]]]) -> Due | None:
    events = sorted(asked.get(id, ()))
    rest: dict[str, Any] = {"compared": None, "review": None, "urls": ()}
    match entry:
        case Dated() | Page(review_by=date()):
            review_by = entry.review_by
            rest |= {"compared": entry.compared, "review": reviews.of(model, id, entry)}
        case Service():
            review_by = freshness.review_by(entry.checked)
            rest |= {"compared": entry.checked.on, "urls": (entry.checked.url,)}
        case Event() if freshness.is_open(entry, model.day):
            review_by = entry.review_by
            events = [(day, name) for name, day in _awaited(model) if name == id]
        case _:
            return None
    sources = _cited(entry) if isinstance(entry, Page) else (str(source) for _, source in find(entry, SourceId))
    return Due(
        kind,
        id,
        min([review_by, *(day for day, _ in events)]),
        review_by,
        sources=tuple(dict.fromkeys(source for source in sources if source in model.sources)),
        events=tuple(name for _, name in events),
        **rest,
    )


def _cited(page: Page) -> Iterator[str]:
    """The sources that a page names itself; what its amounts and deadlines rest on stands with these."""
    yield from page.sources
    for call in CALL.finditer(page.body):
        if call["name"] == "source":
            yield call["arguments"].strip("( )").split(",")[0].strip("\"' )")


def _awaited(model: Model) -> Iterator[tuple[str, date]]:
    """The open events whose day is known."""
    for id, event in model.events.items():
        day = freshness.awaited(event)
        if day and freshness.is_open(event, model.day):
            yield id, day


def _asked(model: Model) -> dict[str, list[tuple[date, str]]]:
    """For each fact, the days on which open events ask for it."""
    found: dict[str, list[tuple[date, str]]] = {}
    for id, day in _awaited(model):
        for fact in model.events[id].touches:
            found.setdefault(fact, []).append((day, id))
    return found
