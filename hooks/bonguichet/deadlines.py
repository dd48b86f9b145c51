"""Belgian reckoning of deadlines (Judicial Code, articles 52 to 54).

Twin of `questionnaire/client/deadlines.js`. Knows dates and lengths only. Must not know today,
which deadline is meant, or how a date is written.
"""

from calendar import monthrange
from datetime import date, timedelta

from .model import Length

SOON = timedelta(days=14)


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
