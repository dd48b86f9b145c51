"""Days abroad, counted year by year (law of 26 May 2002, art. 23, § 5; royal decree of 23 May 2001, art. 42).

Twin of `questionnaire/client/stays.js`. Knows days and a limit. Must not know which right is meant, or today.
The day of departure and that of the return both count: the safe reading.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

_DAY = timedelta(days=1)


def days_abroad(stays: Iterable[tuple[date, date]]) -> dict[int, int]:
    """How many days of each calendar year lie in stays given as (departure, return); a day in two of them counts once."""
    days = {first + timedelta(days=n) for first, last in stays for n in range((last - first).days + 1)}
    return dict(sorted(Counter(day.year for day in days).items()))


def last_return(stays: Iterable[tuple[date, date]], departure: date, limit: int) -> date | None:
    """The last safe day to be back from a stay that begins on `departure`, after those before it.

    `limit` is in days of a calendar year. None where the limit is used up on the day of departure."""
    before = [(first, min(last, departure - _DAY)) for first, last in stays if first < departure]
    used = Counter(days_abroad(before))
    day = departure
    while used[day.year] < limit:
        used[day.year] += 1
        day += _DAY
    return day - _DAY if day > departure else None
