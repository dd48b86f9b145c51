"""Days on which somebody looked at something: none of them lies ahead.

Knows which days of an entry say so. Must not know what was looked at, nor how old it may grow.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from .load import Data, latest_today
from .messages import say
from .model import Change, Dated, LinkException, Page, Reviewed, Service, Source
from .problems import Problem

_DAYS: dict[type, tuple[tuple[str, ...], ...]] = {
    Dated: (("compared",),),
    Page: (("compared",),),
    Reviewed: (("reviewed_on",),),
    Service: (("checked", "on"),),
    Source: (("seen",),),
    Change: (("told",),),
    LinkException: (("since",),),
}
"""By the shape of an entry, the paths to the days on which somebody compared, reviewed, read or told something."""


def problems(data: Data) -> Iterator[Problem]:
    """Days to come on which somebody is said to have looked. For `check` alone: a site of a past day knows later looks."""
    last = latest_today(data.model.day)
    for kind, id, entry in data.entries():
        for shape, paths in _DAYS.items():
            for path in paths if isinstance(entry, shape) else ():
                day = _at(entry, path)
                if day and day > last:
                    text = say(
                        "nobody can have looked on {day}, a day to come: write the day on which you looked.", day=day
                    )
                    yield data.problem(kind, id, text, *path)


def _at(entry: Any, path: tuple[str, ...]) -> date | None:
    for field in path:
        entry = getattr(entry, field)
    return entry
