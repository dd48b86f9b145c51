"""The picture beside a table of amounts: one line of steps an amount.

Knows dates, figures and a sheet of fixed size. Must not know how a figure is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Amount

WIDTH, HEIGHT = 360, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 4, 72, 24, 28
_AFTER = timedelta(days=120)


@dataclass(frozen=True)
class Line:
    """The steps of one amount as an SVG path, and where its first and last figures are written."""

    path: str
    start: tuple[float, float]
    end: tuple[float, float]
    first: date
    last: date


def lines(amounts: Mapping[str, Amount], day: date) -> dict[str, Line]:
    """One line of steps an amount, to `day` or a little after its last step; nothing below two dates."""
    days = sorted({when for amount in amounts.values() for when in amount.values})
    if len(days) < 2:
        return {}
    figures = [float(value.value) for amount in amounts.values() for value in amount.values.values()]
    end = max(day, days[-1] + _AFTER)
    low, high = min(figures) * 0.9, max(figures)

    def x(when: date) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * ((when - days[0]) / (end - days[0])), 1)

    def y(figure: float) -> float:
        return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (figure - low) / (high - low), 1)

    return {id: _line(amount, end, x, y) for id, amount in amounts.items()}


def _line(amount: Amount, end: date, x, y) -> Line:
    steps = sorted(amount.values.items())
    last = steps[-1][1].until or end
    levels = [y(float(value.value)) for _, value in steps]
    path = f"M{x(steps[0][0])} {levels[0]}" + "".join(
        f"H{x(when)}V{level}" for (when, _), level in zip(steps[1:], levels[1:], strict=True)
    )
    return Line(
        path=f"{path}H{x(last)}",
        start=(x(steps[0][0]), levels[0]),
        end=(x(last), levels[-1]),
        first=steps[0][0],
        last=steps[-1][0],
    )
