"""Belgian reckoning of deadlines (Judicial Code, articles 52 to 54).

Twin of `questionnaire/client/deadlines.js`. Knows dates and lengths only. Must not know today,
which deadline is meant, or how a date is written.
"""

from calendar import monthrange
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .model import Deadline, Length

SOON = timedelta(days=14)
_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Reckoned:
    """The days of one clock, counted from the day of its trigger.

    `start` is the day from which it counts, `last` its last safe day. `opens`: the first day on which something can be
    done. `later`: the last day as other sources count. `moved`: where `last` is no working day, the next one, to which
    the law moves a term of the court."""

    start: date
    last: date
    opens: date | None = None
    later: date | None = None
    moved: date | None = None


def reckon(deadlines: Mapping[str, Deadline], holidays: Container[date], id: str, day: date) -> Reckoned:
    """The days of the deadline `id` when its trigger was on `day` (Judicial Code, art. 52 to 54).

    `holidays` are the legal ones. A deadline that follows another counts from the last day of that one."""
    deadline = deadlines[id]

    def end_of(other: str) -> date:
        return reckon(deadlines, holidays, other, day).last

    start = end_of(deadline.after) if deadline.after else day
    last = last_day(start, deadline.length)
    closed = deadline.shifts == "next-working-day" and is_closed(last, holidays)
    return Reckoned(
        start,
        last,
        opens=end_of(deadline.opens_after) + _DAY if deadline.opens_after else None,
        later=last_day(end_of(deadline.later_after), deadline.length) if deadline.later_after else None,
        moved=next_working_day(last, holidays) if closed else None,
    )


def is_closed(day: date, holidays: Container[date]) -> bool:
    """Whether the courts are closed: on a Saturday, a Sunday or a legal holiday (Judicial Code, art. 53)."""
    return day.weekday() >= _SATURDAY or day in holidays


def next_working_day(day: date, holidays: Container[date]) -> date:
    """The first day after `day` on which the courts are open (Judicial Code, art. 53)."""
    following = day + _DAY
    return next_working_day(following, holidays) if is_closed(following, holidays) else following


def as_data(deadline: Deadline) -> dict[str, Any]:
    """What the browser needs to count the same: the length, and the clocks that this one leans on."""
    leaning = {"after": deadline.after, "opensAfter": deadline.opens_after, "laterAfter": deadline.later_after}
    found = deadline.length.model_dump(exclude_none=True) | {key: other for key, other in leaning.items() if other}
    return found | ({"moves": True} if deadline.shifts == "next-working-day" else {})


def last_day(start: date, length: Length) -> date:
    """The last safe day of a deadline whose clock starts on `start` (that day itself does not count).

    Months run from the next day to the eve of the same date (art. 54). At month ends this reading
    and the one from date to date can differ: the earlier is given. The shift of art. 53 to the next
    working day is left out on purpose: the date is the safe one.
    """
    if length.days is not None:
        return start + timedelta(days=length.days)
    return min(_same_date(start, length.months), _eve_of_same_date(start + timedelta(days=1), length.months))


def term(start: date, length: Length, today: date) -> str:
    """Where a deadline stands on `today`: `running`, `soon` (14 days or less to go) or `passed`."""
    left = last_day(start, length) - today
    if left < timedelta(0):
        return "passed"
    return "soon" if left <= SOON else "running"


def _month_after(day: date, months: int) -> tuple[int, int, int]:
    """Year, month and number of days of the month that lies `months` after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1, monthrange(year, month + 1)[1]


def _same_date(day: date, months: int) -> date:
    year, month, length = _month_after(day, months)
    return date(year, month, min(day.day, length))


def _eve_of_same_date(first: date, months: int) -> date:
    """The eve of the date that bears the number of `first`; the month's last day where that date does not exist."""
    year, month, length = _month_after(first, months)
    if first.day > length:
        return date(year, month, length)
    return date(year, month, first.day) - timedelta(days=1)
