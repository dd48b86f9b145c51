"""The picture of an amount says what its table says."""

from datetime import date
from decimal import Decimal

from bonguichet.macros import charts
from bonguichet.model import Amount, Text, Value


def amount(*values, until=None):
    dated = {date.fromisoformat(day): Value(value=Decimal(figure), source="a") for day, figure in values}
    if until:
        last = max(dated)
        dated[last] = dated[last].model_copy(update={"until": date.fromisoformat(until)})
    return Amount(
        name=Text("x"), unit="EUR/month", values=dated, compared=date(2026, 11, 22), review_by=date(2027, 2, 1)
    )


TODAY = date(2026, 11, 22)
RISING = amount(("2024-05-01", "100"), ("2025-02-01", "110"), ("2026-03-01", "120"))


def test_a_higher_figure_stands_higher():
    line = charts.lines({"a": RISING}, TODAY)["a"]
    assert line.end[1] < line.start[1], "SVG counts downwards"


def test_one_step_a_change_and_none_between():
    path = charts.lines({"a": RISING}, TODAY)["a"].path
    assert path.count("V") == 2
    assert path.startswith("M4.0 ")


def test_a_line_stops_where_nothing_more_is_known():
    ended = amount(("2024-05-01", "100"), ("2025-02-01", "110"), until="2025-12-31")
    lines = charts.lines({"open": RISING, "ended": ended}, TODAY)
    assert lines["ended"].end[0] < lines["open"].end[0]


def test_one_date_makes_no_picture():
    assert charts.lines({"a": amount(("2024-05-01", "100"))}, TODAY) == {}


def test_everything_stays_on_the_sheet():
    line = charts.lines({"a": RISING}, TODAY)["a"]
    for x, y in (line.start, line.end):
        assert 0 <= x <= charts.SHEET.width
        assert 0 <= y <= charts.SHEET.height


def test_a_line_is_broken_where_nothing_is_known_between_two_figures():
    known = {
        date(2022, 8, 1): Value(value=Decimal("912"), source="a", until=date(2022, 10, 31)),
        date(2023, 11, 1): Value(value=Decimal("1012"), source="a", until=date(2024, 4, 30)),
    }
    broken = RISING.model_copy(update={"values": known})
    line = charts.lines({"a": broken}, TODAY)["a"]
    assert line.path.count("M") == 2
    assert line.until == date(2024, 4, 30), "the picture ends where knowledge ends, not today"


def test_nothing_is_drawn_after_the_day_of_the_build():
    soon = date(2026, 3, 31)
    assert charts.lines({"a": RISING}, soon)["a"].until == soon
