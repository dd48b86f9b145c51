"""The amounts that an estimate needs, as they stand on a day.

Knows amounts and their dates. Must not know the rules (`steps.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from .. import freshness
from ..model import Amount, Value
from .steps import CATEGORIES, MONTHS

FIRST_DAY = date(2024, 5, 1)
"""The first day that the page accepts: every amount is known since then. Before the first figure of one, `in_force` raises."""

NEW_DEBTOR_RULES = date(2026, 3, 1)
"""Since this day article 34 is the one of the royal decree of 7 January 2026."""

AMOUNTS = (
    *(f"ris-{category}-year" for category in CATEGORIES),
    *(f"ris-general-exemption-{category}" for category in CATEGORIES),
    *("ris-exemption-work", "ris-exemption-shortage"),
    *("ris-savings-free", "ris-savings-middle", "ris-savings-middle-rate", "ris-savings-top-rate"),
    *("ris-home-free", "ris-home-free-child", "ris-home-factor"),
)
"""Every amount that an estimate may use."""

_MONTHLY = {f"ris-{category}-year": f"ris-{category}" for category in CATEGORIES}
"""Where no yearly amount was printed, twelve times the monthly one that was."""


@dataclass(frozen=True)
class Parameter:
    """One amount on a day: exact, with the first day of that figure; `value` is None where no figure is known.
    `monthly`: a page prints a twelfth of it."""

    value: Fraction | None
    since: date
    status: str
    source: str
    monthly: bool = False

    @classmethod
    def of(cls, since: date, figure: Value, monthly: bool = False) -> "Parameter":
        """A figure of the data; `monthly`: printed for a month, taken for the year that twelve of them make."""
        times = MONTHS if monthly else 1
        return cls(Fraction(figure.value) * times, since, figure.status, figure.source, monthly)


def in_force(amounts: Mapping[str, Amount], day: date) -> dict[str, Parameter]:
    """Every amount in force on `day`. Raises freshness.NoValue before the first figure of one of them."""
    return {id: _parameter(freshness.in_force(amounts[id], day)) for id in AMOUNTS}


def last_printed(amounts: Mapping[str, Amount], day: date) -> dict[str, Parameter]:
    """The last amounts that a page printed, up to `day`; for a scale of a year, twelve times the monthly one where that
    is newer. An amount that was never printed stays as it is in force."""
    found = in_force(amounts, day)
    for id, parameter in found.items():
        earlier = [each for each in printed_figures(amounts, id) if each.since <= day]
        if parameter.status != "published" and earlier:
            found[id] = earlier[-1]
    return found


def printed_figures(amounts: Mapping[str, Amount], id: str) -> list[Parameter]:
    """Every figure of an amount that a page printed, the oldest first; the yearly one last where both began one day."""
    monthly = amounts[_MONTHLY[id]].values.items() if id in _MONTHLY else ()
    both = [Parameter.of(day, figure, monthly=True) for day, figure in monthly]
    both += [Parameter.of(day, figure) for day, figure in amounts[id].values.items()]
    return sorted((each for each in both if each.status == "published"), key=lambda each: each.since)


def hidden(amounts: Mapping[str, Amount], day: date) -> bool:
    """Whether an amount is too old to be used on `day`, the day on which somebody reads: no estimate is shown then."""
    return day > hide_after(amounts)


def hide_after(amounts: Mapping[str, Amount]) -> date:
    """The day after which the first of the amounts is too old."""
    return min(freshness.hide_after(amounts[id]) for id in AMOUNTS)


def figures(parameters: Mapping[str, Parameter]) -> dict[str, Fraction | None]:
    """The bare figures."""
    return {id: parameter.value for id, parameter in parameters.items()}


def _parameter(current: freshness.InForce) -> Parameter:
    found = Parameter.of(current.since, current.value)
    return found if current.known else replace(found, value=None)
