"""The legal steps of the RIS, one function each, named by the official term.

Knows arithmetic only: every figure is handed over. Amounts are euros, of a year unless a function says otherwise;
everything is exact, and nothing is rounded here. Articles are cited where a page we read names them; the royal decree
of 11 July 2002 calculates the means in its articles 22 to 35, and where we could not verify which one, it is said.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, get_args

Category = Literal["cohabitant", "single", "family"]
Exemption = Literal["none", "work", "student", "shortage"]
Relation = Literal["near", "far"]
Money = Literal["work", "benefits", "maintenance", "savings", "home", "partner", "child_benefit"]
"""What is asked as an amount, in the order of the form."""
LineId = Literal[
    "scale",
    "work",
    "work-exemption",
    "benefits",
    "maintenance",
    "savings",
    "home",
    "partner",
    "debtors",
    "child-benefit",
    "general-exemption",
    "year",
    "month",
    "days-worked",
    "days-idle",
    "days",
]
"""Every line that an estimate can have, in its order."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
EXEMPTIONS: tuple[Exemption, ...] = get_args(Exemption)
RELATIONS: tuple[Relation, ...] = get_args(Relation)
MONEY: tuple[Money, ...] = get_args(Money)
LINES: tuple[LineId, ...] = get_args(LineId)
MONTHS = 12


def professional_income_exemption(income: Fraction, exemption: Fraction) -> Fraction:
    """The part of a wage that is left out for who begins to work or train with a RIS, or studies with a PIIS.

    `income` and `exemption` in euros of one month, or both of a year. Never more than the wage itself, and before
    anything else, even where the wage exceeds the RIS. Royal decree of 11 July 2002, article 35.
    """
    return min(income, exemption)


def whole_month(income: Fraction, covered: int, length: int) -> Fraction:
    """The wage of `covered` days stretched to a month of `length` days; article not verified.

    First step of an incomplete month of work, before any exemption. `covered` in days, at least 1.
    """
    return income * length / covered


def part_of_month(amount: Fraction, days: int, length: int) -> Fraction:
    """What an amount of a whole month, in euros, comes to for some of its days: of the days that the wage covers with
    it, of the others without it.

    Last step of an incomplete month; article not verified, and calendar days are our reading: no page we read says how
    a CPAS counts them.
    """
    return amount * days / length


def savings(total: Fraction, free: Fraction, middle: Fraction, middle_rate: Fraction, top_rate: Fraction) -> Fraction:
    """The income of a year that savings of `total` euros count for, by slices: nothing up to `free`, then a rate
    (percent) up to `middle`, then another. Royal decree of 11 July 2002, articles 22 to 35: which one, not verified.
    """
    in_middle = max(Fraction(0), min(total, middle) - free)
    on_top = max(Fraction(0), total - middle)
    return (in_middle * middle_rate + on_top * top_rate) / 100


def own_home(cadastral: Fraction, children: int, free: Fraction, free_child: Fraction, factor: Fraction) -> Fraction:
    """The income of a year that the home one owns and lives in counts for: its cadastral income (euros, not indexed)
    above the free part, times a factor. `children`: those for whom one receives child benefit. Royal decree of
    11 July 2002, articles 22 to 35: which one, not verified.
    """
    return max(Fraction(0), cadastral - free - children * free_child) * factor


def partner_means(category: Category, income: Fraction, cohabitant: Fraction) -> Fraction:
    """What counts of the income of the partner one lives with: at the family rate everything, at the cohabitant rate
    what exceeds that rate; who lives alone has none. Income and rate both of a month or of a year.
    Royal decree of 11 July 2002, article 34.
    """
    if category == "single":
        return Fraction(0)
    return income if category == "family" else max(Fraction(0), income - cohabitant)


def maintenance_debtors_means(category: Category, incomes: Iterable[Fraction], cohabitant: Fraction) -> Fraction:
    """The most that may count of the incomes of the adults one lives with who owe maintenance: of each, what exceeds
    the cohabitant rate. All of a month or of a year. Royal decree of 11 July 2002, article 34.

    Whose incomes come in depends on the day (`counted_relations`). Until 28 February 2026 the CPAS could choose to
    count nothing. Since then counting is the rule (royal decree of 7 January 2026), but we have not read its exact
    arithmetic, and fairness may be a reason not to count: so this is one end of a range, and the other is nothing.
    """
    if category == "single":
        return Fraction(0)
    return sum((max(Fraction(0), income - cohabitant) for income in incomes), Fraction(0))


def counted_relations(new_rules: bool) -> tuple[Relation, ...]:
    """Whose incomes may count: `near` are parents and adult children, `far` other maintenance debtors (grandparents,
    grandchildren, in-laws, a former spouse), since 1 March 2026 only. Royal decree of 11 July 2002, article 34.
    """
    return RELATIONS if new_rules else ("near",)


def general_exemption(means: Fraction, scale: Fraction, exemption: Fraction) -> Fraction:
    """What is left out at the end, once, of the total of the means, if that total stays below the scale of the
    category. Royal decree of 11 July 2002, articles 22 to 35: which one, not verified.
    """
    return min(means, exemption) if means < scale else Fraction(0)


def integration_income(scale: Fraction, means: Fraction) -> Fraction:
    """The RIS of a year: the scale of the category less the means, never below nothing.

    Law of 26 May 2002, articles 14 (categories and amounts) and 16 (means).
    """
    return max(Fraction(0), scale - means)


def month_of(year: Fraction) -> Fraction:
    """A twelfth of an amount of a year: the yearly amounts are the legal base."""
    return year / MONTHS
