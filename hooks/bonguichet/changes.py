"""What changes, and when: what somebody told, and what follows from the dates of figures and time lines.

Knows the model. Must not know how a change is worded or shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from . import shown
from .calls import CALL
from .load import Data
from .messages import say
from .model import Model, Text
from .model.content import Step
from .problems import Problem, did_you_mean

FIGURES = "chiffres.md"
"""The page that shows every figure: a change of a figure that no other page names leads there."""

TECHNICAL = "technical"
"""The kind of change that concerns those who follow the project."""


@dataclass(frozen=True)
class Happening:
    """One change: its kind, from which day it counts, when readers learn of it, what, whom it touches, which pages.

    `amounts` begin to be worth something else that day (`about` is then their theme); `step` is one of a time line."""

    id: str
    kind: str
    since: date
    told: date
    about: Text
    affects: Text
    pages: tuple[str, ...]
    amounts: tuple[str, ...] = ()
    step: Step | None = None


def every(model: Model) -> tuple[Happening, ...]:
    """Every change, the last to count first: the same on every day."""
    where = shown.pages(model)
    found = [*_told(model), *_figures(model, where), *_steps(model, where)]
    return tuple(sorted(found, key=lambda change: change.since, reverse=True))


def known(model: Model) -> tuple[Happening, ...]:
    """The changes that readers know of on the day of the build: what is technical, CHANGELOG.md alone tells."""
    return tuple(change for change in every(model) if change.told <= model.day and change.kind != TECHNICAL)


def coming(model: Model) -> tuple[Happening, ...]:
    """The changes that do not count yet, the nearest first."""
    return tuple(change for change in reversed(known(model)) if change.since > model.day)


def past(model: Model) -> tuple[Happening, ...]:
    """The changes that count already, the newest first."""
    return tuple(change for change in known(model) if change.since <= model.day)


def _told(model: Model) -> Iterator[Happening]:
    for id, change in model.changes.items():
        yield Happening(id, change.kind, change.since, change.told, change.about, change.affects, change.pages)


def _figures(model: Model, where: dict[str, tuple[str, ...]]) -> Iterator[Happening]:
    """One change for each day on which figures of a theme follow others. The first that is known replaces none."""
    begun = [
        (since, model.theme_of[id], id) for id, amount in model.amounts.items() for since in list(amount.values)[1:]
    ]
    for (since, theme), group in groupby(sorted(begun, key=lambda each: each[:2]), key=lambda each: each[:2]):
        ids = tuple(id for *_, id in group)
        pages = tuple(dict.fromkeys(page for id in ids for page in where.get(id, ()) if page != FIGURES))
        entry = model.themes[theme]
        told = _learned(model, since, max(model.amounts[id].compared for id in ids))
        name = f"amounts-{theme}-{since}"
        yield Happening(name, "rights", since, told, entry.title, entry.affects, pages or (FIGURES,), ids)


def _steps(model: Model, where: dict[str, tuple[str, ...]]) -> Iterator[Happening]:
    for id, line in model.timelines.items():
        affects, pages = model.themes[model.theme_of[id]].affects, where.get(id, ())
        for step in line.steps if pages else ():
            told = _learned(model, step.since, line.compared)
            yield Happening(f"{id}-{step.id}", "rights", step.since, told, step.title, affects, pages, step=step)


def _learned(model: Model, since: date, compared: date) -> date:
    """When a date of the data is news: once we have read it, and again on the day itself."""
    return since if since <= model.day else min(compared, model.day)


def problems(data: Data) -> Iterator[Problem]:
    """Figures of a theme that nobody named, and changes that would tell another figure tomorrow."""
    model = data.model
    for kind in ("amounts", "timelines"):
        for id in getattr(model, kind):
            if (theme := model.theme_of[id]) not in model.themes:
                text = say("the theme '{theme}' of this file is not in content/themes.yml.", theme=theme)
                yield data.problem(kind, id, text + did_you_mean(theme, model.themes))
    for id, change in model.changes.items():
        for field in ("about", "affects"):
            if CALL.search(getattr(change, field)):
                text = say("a change is told once and for all: write it without macros, whose figures change.")
                yield data.problem("changes", id, text, field)
