"""Belgian reckoning: the examples of the law and of the guides, and what holds for every day."""

from datetime import date, timedelta

import pytest
from bonguichet import belgium
from bonguichet.deadlines import is_closed, last_day, next_working_day, reckon, term
from bonguichet.model import Length
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import REQUEST_OF_5_OCTOBER_2026

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


HOLIDAYS = belgium.holidays(date(2026, 11, 22))


@pytest.mark.parametrize(
    "holiday",
    ["2026-04-06", "2026-05-14", "2026-05-25", "2026-07-21", "2026-11-11", "2027-03-29", "2028-04-17", "2030-05-30"],
)
def test_the_legal_holidays_are_known_until_2030(holiday):
    """Easter Monday, Ascension and Whit Monday move every year; 21 July and 11 November do not."""
    assert date.fromisoformat(holiday) in HOLIDAYS


def test_the_ten_legal_holidays_of_each_year_are_days_on_which_courts_are_closed():
    for year in range(2026, 2031):
        working = [day for day in HOLIDAYS if day.year == year and day.weekday() != 6]
        assert len([day for day in HOLIDAYS if day.year == year]) >= 10
        assert all(is_closed(day, HOLIDAYS) for day in working)


@pytest.mark.parametrize(
    ("last", "moved"),
    [
        ("2026-12-25", "2026-12-28"),  # Christmas, a Friday: to Monday
        ("2027-03-27", "2027-03-30"),  # a Saturday, then Easter: to Tuesday
        ("2026-11-21", "2026-11-23"),  # a Saturday
        ("2026-05-14", "2026-05-15"),  # Ascension, a Thursday
    ],
)
def test_the_courts_open_again_on_the_next_working_day(last, moved):
    assert next_working_day(date.fromisoformat(last), HOLIDAYS) == date.fromisoformat(moved)


@given(days)
def test_the_next_working_day_is_open_and_every_day_before_it_is_not(day):
    following = next_working_day(day, HOLIDAYS)
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]
    assert not is_closed(following, HOLIDAYS)
    assert all(is_closed(each, HOLIDAYS) for each in between)


def reckoned(model, id, day):
    return reckon(model.deadlines, HOLIDAYS, id, date.fromisoformat(day))


def test_the_whole_time_line_of_a_request_to_the_cpas(model):
    started = {id for id, deadline in model.deadlines.items() if "request" in deadline.triggers}
    assert {id: reckoned(model, id, "2026-10-05").last.isoformat() for id in started} == REQUEST_OF_5_OCTOBER_2026


def test_silence_of_the_cpas_is_a_window_with_the_later_reading_beside_it(model):
    found = reckoned(model, "appeal-silence", "2026-10-05")
    assert found.opens == date(2026, 11, 13), "the day after the last one on which an answer may be sent"
    assert found.last == date(2027, 1, 5), "three months from the receipt: the safe reading"
    assert found.later == date(2027, 2, 4), "three months from the end of the time to decide"


def test_a_term_of_the_court_that_ends_on_a_closed_day_tells_the_next_one_and_keeps_its_own(model):
    found = reckoned(model, "appeal-cpas", "2026-09-25")
    assert (found.last, found.moved) == (date(2026, 12, 25), date(2026, 12, 28))


def test_a_term_of_the_cpas_does_not_move(model):
    assert reckoned(model, "cpas-decision", "2026-11-25").last == date(2026, 12, 25)
    assert reckoned(model, "cpas-decision", "2026-11-25").moved is None


@given(day=st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_the_safe_date_is_never_later_than_any_other_reading(model, day):
    for id in model.deadlines:
        found = reckon(model.deadlines, HOLIDAYS, id, day)
        assert day <= found.start <= found.last
        assert all(found.last < other for other in (found.later, found.moved) if other)
        assert found.opens is None or found.opens < found.last
