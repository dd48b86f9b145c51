"""The indicative estimate of a revenu d'intégration (RIS): what is left of the scale once the means are taken off.

Twin of `questionnaire/client/estimate.js`. Knows the rules of the computation and, for a day, the amounts of the
model. Must not know how a figure or a line is written.
"""

from .computation import Debtor, Estimate, Given, Line, Range, bounds, emptied_by, estimate
from .dated import OnDay, days_from, on_day
from .parameters import (
    AMOUNTS,
    FIRST_DAY,
    NEW_DEBTOR_RULES,
    Parameter,
    figures,
    hidden,
    hide_after,
    in_force,
    last_printed,
    printed_figures,
)
from .steps import CATEGORIES, EXEMPTIONS, LINES, MONEY, MONTHS, RELATIONS

__all__ = [
    "AMOUNTS",
    "CATEGORIES",
    "Debtor",
    "EXEMPTIONS",
    "Estimate",
    "FIRST_DAY",
    "Given",
    "LINES",
    "Line",
    "MONEY",
    "MONTHS",
    "NEW_DEBTOR_RULES",
    "OnDay",
    "Parameter",
    "RELATIONS",
    "Range",
    "bounds",
    "days_from",
    "emptied_by",
    "estimate",
    "figures",
    "hidden",
    "hide_after",
    "in_force",
    "last_printed",
    "on_day",
    "printed_figures",
]
