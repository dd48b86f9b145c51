"""The macro that shows the worked examples of the estimate, computed by the build: what somebody says, every line.

Knows examples, the estimate and its words; says what `client/estimate-view.js` says. Must not know how a line is
computed (`estimate/`).
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from .. import estimate as ris
from .. import formatting
from ..model import WorkedExample
from .estimates import Estimates

_ASKED = {"day": "estimate-date", "category": "e-category"}
"""The words of fields that the form names otherwise than an example."""


class Examples(Estimates):
    """The worked examples."""

    def estimate_examples(self) -> Markup:
        """Worked examples, computed by the build: every line as text."""
        if ris.hidden(self.model.amounts, self.model.day):
            return self._block("estimate_too_old")
        examples = {id: self._example(example) for id, example in self.model.worked_examples.items()}
        return self._block("estimate_examples", examples=examples)

    def _example(self, example: WorkedExample) -> dict[str, Any]:
        day = example.day or self.model.day
        given = given_of(example, day)
        dated = ris.on_day(given, self.model.amounts, day)
        ends = [dated.found.least, dated.found.most]
        same = _cents(ends[0].month) == _cents(ends[1].month)
        return {
            "title": self.text(example.title),
            "said": list(self._told(example, day)),
            "headline": self._headline(dated.found),
            "computed": self._computed(dated),
            "whole_month": dated.found.days and self._between(*(end.month for end in ends)),
            "zero": self._zero(ends[0], same),
            "no_partner": given.partner == 0 and dated.found.most.category != "single",
            "reasons": [] if same else list(self._reasons(example, given, dated.found, day)),
            "ends": [
                (
                    None if same else self.word(f"e-lines-{name}", value=self._money(end.month)),
                    self._labelled("e-category", self.word(f"e-category-{end.category}")),
                    self._lines(end, dated),
                )
                for name, end in zip(("least", "most"), ends[: 1 if same else 2], strict=False)
            ],
        }

    def _told(self, example: WorkedExample, day: date) -> Iterator[Markup]:
        """What the person of an example says, in the order and the words of the form."""
        for field in WorkedExample.model_fields:
            if field in example.unknown:
                yield self._labelled(_asked(field), self.word("estimate-unknown"))
            elif field == "debtors":
                yield from self._debtors(example)
            elif field != "exemption" or example.work:
                answer = self._answer(field, day if field == "day" else getattr(example, field))
                if answer:
                    yield self._labelled(_asked(field), answer)

    def _answer(self, field: str, value: Any) -> str | None:
        match field:
            case "day" | "request" if value:
                return formatting.day(value, self.language)
            case "category":
                return self.word(f"e-category-{value}")
            case "exemption":
                return self.word(f"estimate-exemption-{value}")
            case "children" | "work_covers" if value:
                return str(value)
        return formatting.money(value, self.language) if field in ris.MONEY and value else None

    def _debtors(self, example: WorkedExample) -> Iterator[Markup]:
        for number, debtor in enumerate(example.debtors, start=1):
            money = formatting.money(debtor.income, self.language)
            label = self.word("estimate-debtor-income", number=number)
            relation = self.word(f"estimate-debtor-{debtor.relation}")
            yield self.word("q-labelled", label=label, value=Markup("{} ({})").format(money, relation))

    def _labelled(self, word: str, value: str) -> Markup:
        return self.word("q-labelled", label=self.word(word), value=value)

    def _headline(self, found: ris.Range) -> Markup:
        """The figure asked for: of the incomplete month where days are given, else of a whole one."""
        if found.days:
            return self.word("e-days-first", value=self._between(*found.days))
        least, most = found.least.month, found.most.month
        if _cents(least) == _cents(most):
            return self.word("e-point", value=self._money(least))
        return self.word("e-range", least=self._money(least), most=self._money(most))

    def _between(self, least: Fraction, most: Fraction) -> Markup:
        if _cents(least) == _cents(most):
            return self.word("e-about", value=self._money(least))
        return self.word("e-between", least=self._money(least), most=self._money(most))

    def _computed(self, dated: ris.OnDay) -> Markup | None:
        """That amounts are ours, and the estimate with the last printed ones."""
        if dated.printed is None:
            return None
        days = [formatting.day(day, self.language) for day in (dated.since, dated.printed_on)]
        ends = [tuple(map(_cents, _asked_for(each))) for each in (dated.found, dated.printed)]
        if ends[0] == ends[1]:
            return self.word("e-computed-same", day=days[0], printed=days[1])
        value = self._between(*_asked_for(dated.printed))
        return self.word("e-computed", day=days[0], printed=days[1], value=value)

    def _zero(self, least: ris.Estimate, same: bool) -> Markup | None:
        emptied = ris.emptied_by(least)
        word = "e-zero" if same else "e-zero-least"
        return self.word(word, line=self._line_label(emptied)) if emptied else None

    def _reasons(self, example: WorkedExample, given: ris.Given, found: ris.Range, day: date) -> Iterator[Markup]:
        if example.unknown:
            labels = [str(self.word(_asked(field))) for field in WorkedExample.model_fields if field in example.unknown]
            yield self.word("e-because-unknown", labels=self.commas(labels))
        if given.debtors or given.child_benefit != 0:
            yield self.word("e-because-since" if day >= ris.NEW_DEBTOR_RULES else "e-because-before")
        if any(line.id == "work-exemption" and line.unknown for line in found.most.lines):
            yield self.word("e-because-shortage")

    def _lines(self, end: ris.Estimate, dated: ris.OnDay) -> list[dict[str, Any]]:
        return [
            {
                "id": line.id,
                "value": _cents(line.value),
                "label": self._line_label(line.id),
                "money": self._money(line.value),
                "why": self._why(line),
                "uses": [
                    (self._parameter_html(id, dated.amounts[id]), self.note(dated.amounts[id].source))
                    for id in line.uses
                ],
                "rests": Markup("").join(
                    self.note(law.source, law.article) for law in self.model.estimate_lines[line.id].sources
                ),
            }
            for line in end.lines
        ]

    def _why(self, line: ris.Line) -> str:
        """How a line is counted. Only the exemption for a shortage occupation can be an amount that *we* lack."""
        if not line.unknown:
            return self.plainly(self.model.estimate_lines[line.id].why)
        return self.word("e-because-shortage" if line.id == "work-exemption" else "e-line-unknown")

    def _money(self, value: Fraction) -> Markup:
        written = formatting.money(_cents(value), self.language)
        return Markup("<bdi>{}</bdi>").format(written.replace("-", "\u2212"))  # a minus sign is read aloud


def _asked_for(found: ris.Range) -> tuple[Fraction, Fraction]:
    """The least and the most of the incomplete month where days are given, else of a whole one."""
    return found.days or (found.least.month, found.most.month)


def given_of(example: WorkedExample, day: date) -> ris.Given:
    """What an example says, as the estimate takes it."""

    def told(name: str) -> Fraction | None:
        value = getattr(example, name)
        return None if name in example.unknown else Fraction(value or 0)

    start = example.request or day
    aided, month = ris.days_from(start)
    return ris.Given(
        category=example.category,
        exemption=None if "exemption" in example.unknown else example.exemption,
        children=example.children,
        debtors=tuple(ris.Debtor(debtor.relation, Fraction(debtor.income)) for debtor in example.debtors),
        month=month,
        aided=aided if example.request else None,
        work_covers=example.work_covers,
        **{name: told(name) for name in ris.MONEY},
    )


def _asked(field: str) -> str:
    """The word that asks for a field of an example."""
    return _ASKED.get(field) or f"estimate-{field.replace('_', '-')}"


def _cents(value: Fraction) -> Decimal:
    """To the cent, half up: the only rounding, when a figure is shown."""
    cents = (abs(value) * 200 + 1) // 2
    return Decimal(cents if value > 0 else -cents).scaleb(-2)
