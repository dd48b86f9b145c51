"""Days abroad: what counts in which year, and until when one may stay."""

from datetime import date, timedelta

from bonguichet.stays import days_abroad, last_return
from hypothesis import given
from hypothesis import strategies as st

days = st.dates(date(2025, 1, 1), date(2029, 12, 31))
journeys = st.lists(st.tuples(days, st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))))


def test_the_day_of_departure_and_that_of_the_return_both_count():
    assert days_abroad([(date(2026, 7, 1), date(2026, 7, 28))]) == {2026: 28}


def test_a_journey_over_new_year_counts_in_both_years():
    assert days_abroad([(date(2026, 12, 20), date(2027, 1, 10))]) == {2026: 12, 2027: 10}


def test_a_day_in_two_journeys_counts_once():
    assert days_abroad([(date(2026, 7, 1), date(2026, 7, 10)), (date(2026, 7, 10), date(2026, 7, 12))]) == {2026: 12}


def test_the_last_safe_return_uses_what_earlier_journeys_left():
    earlier = [(date(2026, 4, 1), date(2026, 4, 10))]
    assert last_return([], date(2026, 7, 1), 28) == date(2026, 7, 28)
    assert last_return(earlier, date(2026, 7, 1), 28) == date(2026, 7, 18)


def test_a_departure_on_which_the_limit_is_reached_has_no_safe_return():
    assert last_return([(date(2026, 4, 1), date(2026, 4, 28))], date(2026, 7, 1), 28) is None


def test_a_new_year_brings_new_days():
    earlier = [(date(2026, 4, 1), date(2026, 4, 16))]
    assert last_return(earlier, date(2026, 12, 20), 28) == date(2027, 1, 28)


@given(journeys, days, st.integers(1, 40))
def test_who_is_back_on_the_last_safe_day_is_over_no_limit_that_was_kept_before(stays, departure, limit):
    before = [(first, min(last, departure - timedelta(days=1))) for first, last in stays if first < departure]
    back = last_return(stays, departure, limit)
    if back is None:
        assert days_abroad(before)[departure.year] >= limit
        return
    at_home, abroad = days_abroad(before), days_abroad([*before, (departure, back)])
    assert all(abroad[year] <= max(limit, at_home.get(year, 0)) for year in abroad)
    longer = days_abroad([*before, (departure, back + timedelta(days=1))])
    assert max(longer.values()) > limit
