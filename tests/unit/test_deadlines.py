"""Belgian reckoning: the examples of the law and of the guides, and what holds for every day."""

from datetime import date, timedelta

import pytest
from bonguichet.deadlines import last_day, term
from bonguichet.model import Length
from hypothesis import given
from hypothesis import strategies as st

THREE_MONTHS = Length(months=3)
days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-09-21", "2026-12-21"),  # the example of the guide: postmark 21 September, last day 21 December
        ("2026-11-03", "2027-02-03"),
        ("2026-11-30", "2027-02-28"),  # no 30 February
        ("2027-11-30", "2028-02-29"),  # a leap year
        ("2026-01-31", "2026-04-30"),
        ("2026-02-28", "2026-05-28"),  # the two readings differ (28 or 31 May): the earlier
        ("2026-08-30", "2026-11-30"),
        ("2026-08-31", "2026-11-30"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_three_months_run_from_date_to_date(start, end):
    assert last_day(date.fromisoformat(start), THREE_MONTHS) == date.fromisoformat(end)


def test_days_of_the_cpas_are_calendar_days():
    assert last_day(date(2026, 12, 24), Length(days=30)) == date(2027, 1, 23)


@given(days)
def test_three_months_are_never_shown_as_longer_than_they_may_be(start):
    assert timedelta(days=88) <= last_day(start, THREE_MONTHS) - start <= timedelta(days=92)


@given(days)
def test_a_later_start_never_ends_earlier(start):
    assert last_day(start, THREE_MONTHS) <= last_day(start + timedelta(days=1), THREE_MONTHS)


@pytest.mark.parametrize(
    ("today", "stands"),
    [("2026-12-06", "running"), ("2026-12-07", "soon"), ("2026-12-21", "soon"), ("2026-12-22", "passed")],
)
def test_the_last_day_itself_is_not_too_late(today, stands):
    assert term(date(2026, 9, 21), THREE_MONTHS, date.fromisoformat(today)) == stands
