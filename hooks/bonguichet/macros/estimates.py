"""The macro that shows the form of the estimate of the RIS, with the amounts and rules that the browser counts with.

Knows the amounts, the lines and their words. Must not know how a line is computed (`estimate/`, `client/estimate.js`).
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from .. import estimate as ris
from .. import formatting
from ..model import MOST_CHILDREN, EstimateLine
from .lists import Lists

DEBTORS = (1, 2, 3, 4)


class Estimates(Lists):
    """The form of the estimate, and what it shares with the worked examples."""

    def estimate(self) -> Markup:
        """The form, and what the browser needs to fill it in: amounts by date, rules and words."""
        if ris.hidden(self.model.amounts, self.model.day):
            return self._block("estimate_too_old")
        amounts = [self._entry("amounts", id) for id in ris.AMOUNTS]
        review_by = min(amount.review_by for amount in amounts)
        return self._block(
            "estimate",
            rules=self.embedded(self._estimate_rules()),
            first_day=ris.FIRST_DAY,
            review_by=review_by,
            late=self.model.day > review_by,
            categories=ris.CATEGORIES,
            exemptions=ris.EXEMPTIONS,
            relations=ris.RELATIONS,
            debtors=DEBTORS,
            most_children=MOST_CHILDREN,
        )

    # What the browser gets

    def _estimate_rules(self) -> dict[str, Any]:
        return {
            "language": self.language,
            "locale": formatting.locale(self.language).replace("_", "-"),
            "firstDay": ris.FIRST_DAY,
            "newDebtorRules": ris.NEW_DEBTOR_RULES,
            "hideAfter": ris.hide_after(self.model.amounts),
            "mostChildren": MOST_CHILDREN,
            "amounts": {id: self._amount_rules(id) for id in ris.AMOUNTS},
            "sources": {source: self.source(source) for id in ris.AMOUNTS for source in self._sources_of(id)},
            "lines": {
                id: {"label": self.plainly(line.label), "why": self.plainly(line.why), "rests": self._laws(line)}
                for id, line in self.model.estimate_lines.items()
            },
            "words": self.plain_words("e-", "q-labelled", "comma"),
        }

    def _amount_rules(self, id: str) -> dict[str, Any]:
        """Every figure of an amount and, for a scale, what the printed monthly figures make in a year."""
        values = self.model.amounts[id].values.items()
        monthly = [each for each in ris.printed_figures(self.model.amounts, id) if each.monthly]
        return {
            "values": [self._figure_rules(id, ris.Parameter.of(since, value), value.until) for since, value in values],
            "monthly": [self._figure_rules(id, each) for each in monthly],
        }

    def _figure_rules(self, id: str, figure: ris.Parameter, until: date | None = None) -> dict[str, Any]:
        return {
            "since": figure.since,
            "value": _plain(figure.value),
            "status": figure.status,
            "html": self._parameter_html(id, figure),
            "source": figure.source,
        } | ({"until": until} if until else {})

    def _sources_of(self, id: str) -> Iterator[str]:
        yield from (value.source for value in self.model.amounts[id].values.values())
        yield from (each.source for each in ris.printed_figures(self.model.amounts, id))

    # What both say

    def _line_label(self, id: str) -> str:
        return self.plainly(self.model.estimate_lines[id].label)

    def _laws(self, line: EstimateLine) -> Markup:
        return self.commas(self.source(law.source, law.article) for law in line.sources)

    def _parameter_html(self, id: str, parameter: ris.Parameter) -> Markup:
        """An amount with its name, first day and certainty."""
        amount, year = self.model.amounts[id], Decimal(_plain(parameter.value))
        shown = self._quantity(amount, year)
        if parameter.monthly:
            month = self.word("per-month", value=formatting.money(year / ris.MONTHS, self.language))
            shown = Markup("{} × {}").format(month, ris.MONTHS)
        note = self.word("amount-since", day=formatting.day(parameter.since, self.language))
        if parameter.status != "published":
            note = self.commas([note, self.word(f"status-{parameter.status}")])
        return self.word("q-labelled", label=self.text(amount.name), value=Markup("<b>{}</b> ({})").format(shown, note))


def _plain(value: Fraction) -> str:
    """An amount of the data, which has an end, as a plain decimal."""
    return str(Decimal(value.numerator) / Decimal(value.denominator))
