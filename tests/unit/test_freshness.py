"""No figure is guessed, and an old one says so before it goes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from bonguichet import freshness
from bonguichet.model import Amount, Deadline, Event, Length, Text, Value


def amount(**changes):
    values = {
        date(2025, 2, 1): Value(value=Decimal("1314.20"), source="a"),
        date(2026, 3, 1): Value(value=Decimal("1340.47"), source="b", status="computed"),
    }
    fields = {
        "name": Text("x"),
        "unit": "EUR/month",
        "values": values,
        "compared": date(2026, 11, 22),
        "review_by": date(2027, 2, 1),
    }
    return Amount(**fields | changes)


def test_the_value_of_the_day_is_the_last_one_started():
    assert freshness.in_force(amount(), date(2026, 2, 28)).value.value == Decimal("1314.20")
    assert freshness.in_force(amount(), date(2026, 3, 1)).value.value == Decimal("1340.47")


def test_a_day_before_the_first_value_is_an_error_never_a_guess():
    with pytest.raises(freshness.NoValue, match="2025-02-01"):
        freshness.in_force(amount(), date(2025, 1, 31))


def test_a_computed_value_carries_the_last_published_one():
    since, value = freshness.in_force(amount(), date(2026, 11, 22)).published
    assert (since, value.value) == (date(2025, 2, 1), Decimal("1314.20"))


def test_a_published_value_needs_no_other():
    assert freshness.in_force(amount(), date(2026, 1, 1)).published is None


@pytest.mark.parametrize(
    ("day", "state"),
    [("2027-02-01", "fresh"), ("2027-02-02", "to-check"), ("2027-08-03", "to-check"), ("2027-08-04", "hidden")],
)
def test_an_amount_ages_then_gives_way(day, state):
    assert freshness.state(amount(), date.fromisoformat(day)) == state


def test_hide_after_can_be_set():
    assert freshness.state(amount(hide_after=date(2027, 3, 1)), date(2027, 3, 2)) == "hidden"


def test_a_deadline_never_disappears():
    deadline = Deadline(
        name=Text("x"),
        triggers=["request"],
        starts=Text("x"),
        missed=Text("x"),
        length=Length(months=3),
        source="a",
        compared=date(2019, 1, 1),
        review_by=date(2020, 1, 1),
    )
    assert freshness.state(deadline, date(2030, 1, 1)) == "to-check"


def test_only_unresolved_events_are_pending():
    events = {
        "open": event(),
        "closed": event(resolved=date(2026, 11, 1)),
        "resolved ahead": event(resolved=date(2026, 12, 1)),
        "for editors": event(told=False),
    }
    assert freshness.pending(events, "ris-single", date(2026, 11, 22)) == ("open", "resolved ahead")
    assert freshness.pending(events, "other", date(2026, 11, 22)) == ()


def event(**changes) -> Event:
    fields = {"about": Text("x"), "touches": ("ris-single",), "source": "a", "review_by": date(2027, 1, 1)}
    return Event(**fields | changes)


def test_a_yearly_event_comes_back_after_it_was_resolved():
    yearly = {"expected": date(2027, 1, 1), "every": "year"}
    assert freshness.awaited(event(**yearly)) == date(2027, 1, 1)
    resolved = event(**yearly, resolved=date(2027, 1, 9))
    assert freshness.awaited(resolved) == date(2028, 1, 1)
    assert freshness.is_open(resolved, date(2027, 1, 10))


def test_what_was_resolved_before_it_was_expected_is_refused():
    with pytest.raises(ValueError, match="must not come before 'expected'"):
        event(expected=date(2027, 1, 1), resolved=date(2026, 12, 31))


def test_a_figure_that_has_ended_without_a_known_successor_is_no_longer_known():
    ended = {date(2025, 1, 1): Value(value=Decimal("5"), source="a", until=date(2025, 12, 31))}
    assert freshness.in_force(amount(values=ended), date(2025, 12, 31)).known
    assert not freshness.in_force(amount(values=ended), date(2026, 1, 1)).known


@pytest.mark.parametrize(
    ("confidence", "last"), [("high", "2027-11-22"), ("medium", "2027-05-24"), ("low", "2027-02-21")]
)
def test_contacts_are_no_longer_sure_the_day_after_their_review(model, confidence, last):
    desk, last = model.services["cire"], date.fromisoformat(last)
    checked = desk.checked.model_copy(update={"on": date(2026, 11, 22), "confidence": confidence})
    desk = desk.model_copy(update={"checked": checked})
    assert freshness.review_by(checked) == last
    assert freshness.sureness(desk, last) == confidence
    assert freshness.sureness(desk, last + timedelta(days=1)) == "low"
