"""The picture beside a table of amounts: one line of steps an amount.

Knows dates, figures and a sheet of fixed size. Must not know how a figure is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..model import Amount


@dataclass(frozen=True)
class Sheet:
    """What the picture is drawn on, in its own units; room is left for the figures around it."""

    width: int = 360
    height: int = 200
    left: int = 4
    right: int = 288
    top: int = 24
    bottom: int = 172


SHEET = Sheet()


@dataclass(frozen=True)
class Line:
    """The steps of one amount as an SVG path, and where its first and last figures are written."""

    path: str
    start: tuple[float, float]
    end: tuple[float, float]
    first: date
    last: date
    until: date


def lines(amounts: Mapping[str, Amount], day: date) -> dict[str, Line]:
    """One line of steps an amount, to `day` or to where knowledge ends; nothing below two dates."""
    days = sorted({when for amount in amounts.values() for when in amount.values})
    if len(days) < 2:
        return {}
    figures = [float(value.value) for amount in amounts.values() for value in amount.values.values()]
    end = max(_end(amount, max(day, days[-1])) for amount in amounts.values())
    low, high = min(figures) * 0.9, max(figures)

    def x(when: date) -> float:
        return round(SHEET.left + (SHEET.right - SHEET.left) * ((when - days[0]) / (end - days[0])), 1)

    def y(figure: float) -> float:
        return round(SHEET.bottom - (SHEET.bottom - SHEET.top) * (figure - low) / (high - low), 1)

    return {id: _line(amount, end, x, y) for id, amount in amounts.items()}


def _line(amount: Amount, end: date, x, y) -> Line:
    steps = sorted(amount.values.items())
    starts = [when for when, _ in steps]
    path, drawn = "", None
    for (when, value), following in zip(steps, [*starts[1:], end], strict=True):
        level = y(float(value.value))
        joined = drawn == when
        drawn = min(value.until or following, following)
        path += f"{'V' if joined else f'M{x(when)} '}{level}H{x(drawn)}"
    return Line(
        path=path,
        start=(x(starts[0]), y(float(steps[0][1].value))),
        end=(x(drawn), y(float(steps[-1][1].value))),
        first=starts[0],
        last=starts[-1],
        until=drawn,
    )


def _end(amount: Amount, otherwise: date) -> date:
    """The last day of the line of an amount: the day its last figure ended, or `otherwise`."""
    return amount.values[max(amount.values)].until or otherwise
