"""A day before an amount is known: each amount in use is named once, and the first day on which the site can be built."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bonguichet import early
from bonguichet.checks import problems
from bonguichet.load import ROOT


@pytest.fixture
def on(data):
    """The data as of a day."""
    return lambda day: replace(data, model=data.model.model_copy(update={"day": day}))


def first_day(model) -> date:
    """Since when every amount has a value: all of them are in use."""
    return max(min(amount.values) for amount in model.amounts.values())


def test_each_amount_without_a_value_is_named_once_where_it_is_written_with_the_way_out(on, model):
    day = date(2024, 5, 1)
    found = problems(on(day))
    missing = [id for id, amount in model.amounts.items() if min(amount.values) > day]
    assert len(found) == len(missing) > 10
    for id in missing:
        (problem,) = [each for each in found if each.text.startswith(f"'{id}' ")]
        assert f"has no value on 2024-05-01; the first is of {min(model.amounts[id].values)}." in problem.text
        assert f"SITE_DATE={first_day(model)}" in problem.text
        lines = (ROOT / problem.file).read_text(encoding="utf-8").splitlines()
        assert lines[problem.line - 1] == "  values:"
        start = next(line for line in reversed(lines[: problem.line]) if not line.startswith((" ", "#")) and line)
        assert start == f"{id}:"


def test_from_the_day_that_is_named_every_page_can_be_made(on, model):
    first = first_day(model)
    assert list(early.problems(on(first - timedelta(days=1)))) != []
    assert problems(on(first)) == []


def test_an_amount_that_nothing_shows_may_begin_later(on, model):
    unused = model.amounts["ris-single"].model_copy(update={"values": {date(2031, 1, 1): _any_value(model)}})
    later = on(model.day)
    amounts = {**model.amounts, "not-shown": unused}
    later = replace(later, model=later.model.model_copy(update={"amounts": amounts}))
    assert list(early.problems(later)) == []


def _any_value(model):
    return next(iter(model.amounts["ris-single"].values.values()))


@pytest.mark.parametrize(
    "day", ["2027-01-01", *(pytest.param(d, marks=pytest.mark.long) for d in ("2030-02-01", "2035-01-01"))]
)
def test_no_day_to_come_is_refused(on, day):
    assert problems(on(date.fromisoformat(day))) == []
