"""No figure is guessed, and an old one says so before it goes."""

from datetime import date
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
    event = {"about": Text("x"), "touches": ("ris-single",), "source": "a", "review_by": date(2027, 1, 1)}
    events = {"open": Event(**event), "closed": Event(**event, resolved=date(2026, 11, 1))}
    assert freshness.pending(events, "ris-single") == ("open",)
    assert freshness.pending(events, "other") == ()


def test_a_figure_that_has_ended_without_a_known_successor_is_no_longer_known():
    ended = {date(2025, 1, 1): Value(value=Decimal("5"), source="a", until=date(2025, 12, 31))}
    assert freshness.in_force(amount(values=ended), date(2025, 12, 31)).known
    assert not freshness.in_force(amount(values=ended), date(2026, 1, 1)).known


def test_contacts_that_nobody_compared_for_two_years_are_no_longer_sure(model):
    desk = model.services["cire"]
    checked = desk.checked.model_copy(update={"on": date(2024, 11, 22), "confidence": "high"})
    desk = desk.model_copy(update={"checked": checked})
    assert freshness.sureness(desk, date(2026, 11, 22)) == "high"
    assert freshness.sureness(desk, date(2026, 11, 23)) == "low"
