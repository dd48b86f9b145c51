"""An estimate on a day, and beside it the one with the last amounts that a page printed.

Knows the amounts of a day and the computation. Must not know how either is written.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..model import Amount
from .computation import Given, Range, bounds
from .parameters import NEW_DEBTOR_RULES, Parameter, figures, in_force, last_printed


@dataclass(frozen=True)
class OnDay:
    """The range with the amounts in force, and these; where one of them is not printed anywhere, `since` when, and the
    range with the last printed amounts, of `printed_on`."""

    found: Range
    amounts: Mapping[str, Parameter]
    since: date | None = None
    printed: Range | None = None
    printed_on: date | None = None


def on_day(given: Given, amounts: Mapping[str, Amount], day: date) -> OnDay:
    """The estimate by the rules of the day of the decision. Raises freshness.NoValue before the first amounts."""
    given = replace(given, new_rules=day >= NEW_DEBTOR_RULES)
    now, before = in_force(amounts, day), last_printed(amounts, day)
    found = bounds(given, figures(now))
    used = [now[id] for id in dict.fromkeys((*found.least.uses, *found.most.uses))]
    ours = [parameter.since for parameter in used if parameter.status != "published"]
    if not ours:
        return OnDay(found, now)
    scale = before[f"ris-{found.least.category}-year"]
    return OnDay(found, now, max(ours), bounds(given, figures(before)), scale.since)


def days_from(day: date) -> tuple[int, int]:
    """How many days of its month lie from `day` to the end, that day too; and how many the month has."""
    length = monthrange(day.year, day.month)[1]
    return length - day.day + 1, length
