"""The estimate, line by line, of what a person says; and the range where something is not known.

Knows the order of the legal steps. Must not know where the amounts come from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from operator import attrgetter
from typing import Literal

from . import steps

Figures = Mapping[str, Fraction | None]

POSSIBLE_EXEMPTIONS: tuple[steps.Exemption, ...] = ("none", "work", "shortage")
_EXEMPTION_AMOUNTS = {
    "work": "ris-exemption-work",
    "student": "ris-exemption-work",
    "shortage": "ris-exemption-shortage",
}
_SAVINGS = ("ris-savings-free", "ris-savings-middle", "ris-savings-middle-rate", "ris-savings-top-rate")
_HOME = ("ris-home-free", "ris-home-free-child", "ris-home-factor")
_NOTHING = Fraction(0)


@dataclass(frozen=True)
class Debtor:
    """An adult who owes maintenance and lives with the claimant; `income` in euros a month, None: not known."""

    relation: steps.Relation
    income: Fraction | None


@dataclass(frozen=True)
class Given:
    """What a person says. Euros a month, but `savings` (a total) and `home` (cadastral income, not indexed). None: not
    known. `new_rules`: article 34 as it is since 1 March 2026. `aided`, `work_covers` and `month` count days: of the
    month for which aid is asked, of those that the wage covers, of the whole month. The exemption `whole` leaves the
    whole wage out: the most that an amount we do not know can be."""

    category: steps.Category | None
    new_rules: bool = True
    work: Fraction | None = _NOTHING
    exemption: steps.Exemption | Literal["whole"] | None = "none"
    benefits: Fraction | None = _NOTHING
    maintenance: Fraction | None = _NOTHING
    savings: Fraction | None = _NOTHING
    home: Fraction | None = _NOTHING
    children: int = 0
    partner: Fraction | None = _NOTHING
    debtors: tuple[Debtor, ...] = ()
    child_benefit: Fraction | None = _NOTHING
    month: int = 30
    aided: int | None = None
    work_covers: int | None = None


@dataclass(frozen=True)
class Line:
    """One line: euros of a year (`month` and `days`: of that time), below nothing where it is taken off; the amounts it
    uses. `unknown`: nobody said how much, and it is taken for nothing or for everything."""

    id: steps.LineId
    value: Fraction
    uses: tuple[str, ...] = ()
    unknown: bool = False


@dataclass(frozen=True)
class Estimate:
    """The lines, and the RIS of a year, of a month, and of the days of a month where not all are aided or worked."""

    category: steps.Category
    lines: tuple[Line, ...]
    year: Fraction
    month: Fraction
    days: Fraction | None

    @property
    def uses(self) -> tuple[str, ...]:
        """Every amount that the lines use."""
        return tuple(dict.fromkeys(id for line in self.lines for id in line.uses))


@dataclass(frozen=True)
class Range:
    """The least and the most that what is not known leaves open; the same twice where all is known."""

    least: Estimate
    most: Estimate
    days: tuple[Fraction, Fraction] | None


def bounds(given: Given, figures: Figures) -> Range:
    """Every possibility that is left open, from the least to the most."""
    found = [estimate(possible, figures, *reading) for possible, *reading in _possibilities(given, figures)]
    days = [each.days for each in found if each.days is not None]
    year = attrgetter("year")
    return Range(min(found, key=year), max(found, key=year), (min(days), max(days)) if days else None)


def estimate(given: Given, figures: Figures, everything: bool = False, count_debtors: bool = True) -> Estimate:
    """One reading of what is given: its category and its exemption are known. An amount that is not known takes
    `everything` or nothing, and debtors count or do not."""
    scale = figures[f"ris-{given.category}-year"]
    means = tuple(_means(given, figures, scale if everything else _NOTHING, count_debtors))
    total = -sum((line.value for line in means), _NOTHING)
    exempt_id = f"ris-general-exemption-{given.category}"
    exempt = steps.general_exemption(total, scale, figures[exempt_id])
    year = steps.integration_income(scale, total - exempt)
    month, days = steps.month_of(year), None
    lines = [Line("scale", scale, (f"ris-{given.category}-year",)), *means]
    if exempt:
        lines.append(Line("general-exemption", exempt, (exempt_id,)))
    lines += [Line("year", year), Line("month", month)]
    if given.aided is not None or given.work_covers is not None:
        aided = given.month if given.aided is None else given.aided
        covered = aided if given.work_covers is None else given.work_covers
        days = steps.part_of_month(month, min(covered, aided), given.month)
        if covered < aided:
            idle = replace(given, work=_NOTHING, aided=None, work_covers=None)
            without = estimate(idle, figures, everything, count_debtors).month
            others = steps.part_of_month(without, aided - covered, given.month)
            lines += [Line("days-worked", days), Line("days-idle", others)]
            days += others
        lines.append(Line("days", days))
    return Estimate(given.category, tuple(lines), year, month, days)


def emptied_by(found: Estimate) -> str | None:
    """Which line leaves nothing, where the estimate is nothing."""
    if found.year:
        return None
    left, emptied = _NOTHING, None
    for line in found.lines:
        if line.id == "year":
            break
        if left > 0 >= left + line.value:
            emptied = line.id
        left += line.value
    return emptied


def _possibilities(given: Given, figures: Figures) -> Iterator[tuple[Given, bool, bool]]:
    categories = _possible_categories(given) if given.category is None else (given.category,)
    exemptions = POSSIBLE_EXEMPTIONS if given.exemption is None else (given.exemption,)
    if figures["ris-exemption-shortage"] is None:  # at least the ordinary exemption, at most the whole wage
        exemptions = tuple(e for kind in exemptions for e in (("work", "whole") if kind == "shortage" else (kind,)))
    if given.work == 0:
        exemptions = ("none",)
    counted = (False, True) if _has_relatives(given) else (True,)
    for category, exemption, everything, debtors in product(categories, exemptions, (False, True), counted):
        yield replace(given, category=category, exemption=exemption), everything, debtors


def _has_relatives(given: Given) -> bool:
    return bool(given.debtors) or given.child_benefit != 0


def _possible_categories(given: Given) -> tuple[steps.Category, ...]:
    """Every category; but who lives with a partner or relatives is not single."""
    if given.partner == 0 and not _has_relatives(given):
        return steps.CATEGORIES
    return tuple(category for category in steps.CATEGORIES if category != "single")


def _means(given: Given, figures: Figures, unknown: Fraction, count_debtors: bool) -> Iterator[Line]:
    """The means, line by line; an amount that is not known counts for `unknown` (of a year)."""
    cohabitant = figures["ris-cohabitant-year"]
    yield from _work(given, figures, unknown)
    for id, income in (("benefits", given.benefits), ("maintenance", given.maintenance)):
        if income is None:
            yield Line(id, -unknown, (), True)
        elif income:
            yield Line(id, -income * steps.MONTHS)
    if given.savings is None:
        yield Line("savings", -unknown, (), True)
    elif given.savings:
        yield Line("savings", -steps.savings(given.savings, *(figures[id] for id in _SAVINGS)), _SAVINGS)
    if given.home is None:
        yield Line("home", -unknown, (), True)
    elif given.home:
        uses = _HOME if given.children else tuple(id for id in _HOME if id != "ris-home-free-child")
        yield Line("home", -steps.own_home(given.home, given.children, *(figures[id] for id in _HOME)), uses)
    if given.category == "single":
        return
    if given.partner is None:
        yield Line("partner", -unknown, (), True)
    elif given.partner:
        means = steps.partner_means(given.category, given.partner * steps.MONTHS, cohabitant)
        yield Line("partner", -means, () if given.category == "family" else ("ris-cohabitant-year",))
    if count_debtors:
        yield from _debtors(given, cohabitant, unknown)


def _work(given: Given, figures: Figures, unknown: Fraction) -> Iterator[Line]:
    if given.work is None:
        yield Line("work", -unknown, (), True)
        return
    if not given.work:
        return
    covered = given.month if given.work_covers is None else given.work_covers
    income = steps.whole_month(given.work, covered, given.month)
    yield Line("work", -income * steps.MONTHS)
    if given.exemption == "whole":
        yield Line("work-exemption", income * steps.MONTHS, (), True)
    elif given.exemption != "none":
        id = _EXEMPTION_AMOUNTS[given.exemption]
        exempt = steps.professional_income_exemption(income, figures[id])
        yield Line("work-exemption", exempt * steps.MONTHS, (id,))


def _debtors(given: Given, cohabitant: Fraction, unknown: Fraction) -> Iterator[Line]:
    relations = steps.counted_relations(given.new_rules)
    counted = [debtor for debtor in given.debtors if debtor.relation in relations]
    known = [debtor.income * steps.MONTHS for debtor in counted if debtor.income is not None]
    if len(known) < len(counted):
        yield Line("debtors", -unknown, (), True)
    if known:
        means = steps.maintenance_debtors_means(given.category, known, cohabitant)
        yield Line("debtors", -means, ("ris-cohabitant-year",))
    if not given.new_rules:
        return
    if given.child_benefit is None:
        yield Line("child-benefit", -unknown, (), True)
    elif given.child_benefit:
        yield Line("child-benefit", -given.child_benefit * steps.MONTHS)
