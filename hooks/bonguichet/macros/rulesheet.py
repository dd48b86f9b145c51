"""The rule sheet: the rules of the questionnaire as sentences, for who reads without a script and who signs them off.

Knows every question, right and piece of advice. Must not judge them (`logic.py`).
"""

from collections.abc import Collection, Mapping

from markupsafe import Markup

from .. import formatting, reviews, rightpages
from ..logic import URGENCIES
from ..messages import say
from ..model import UNKNOWN, Advice, Benefit, Warning_
from ..model.expressions import Test
from ..pagefiles import url_of
from ..problems import did_you_mean
from . import diagram
from .conditions import Block, Line, Node, readable
from .parts import Parts
from .words import MacroError

_FEW = 3
"""As many answers as a sentence can name and stay readable."""


class RuleSheet(Parts):
    """The macro that shows the rules, part by part, and the sheet of one right."""

    HIDDEN = (*Parts.HIDDEN, "right_sheet")

    def rules(self, part: str) -> Markup:
        """One part of the rule sheet: questions, rights, advice, warnings …"""
        parts = {
            "questions": self._questions,
            "rights": self._rights,
            "advice": self._all_advice,
            "warnings": self._all_warnings,
            "not-covered": self._all_not_covered,
            "deadlines": self._all_deadlines,
            "papers": self._all_papers,
            "desks": self._all_desks,
            "signature": self._signature,
        }
        if part not in parts:
            raise MacroError(say("'{part}' is not a part of the rules.", part=part) + did_you_mean(part, parts))
        return parts[part]()

    def when(self, test: Test | None, lead: Markup, always: Markup) -> Markup:
        """A test as sentences: `lead` begins them (« Shown if »), `always` stands where there is no test."""
        if test is None:
            return Markup('<div class="when">{}</div>').format(always)
        return self._part(
            "when", node=readable(test, self.model.questions), lead=lead, line=self._said, many=self._is_block
        )

    def _questions(self) -> Markup:
        questions = self.model.questions
        asked = {id: question for id, question in questions.items() if question.kind != "derived"}
        names = {id: self.text(question.name).striptags() for id, question in asked.items()}
        return self._block(
            "rules_questions",
            asked=asked,
            derived={id: question for id, question in questions.items() if question.kind == "derived"},
            used=lambda question: self._row([self.text(questions[id].name) for id in question.uses], "standard"),
            answers=self._offered,
            map=diagram.draw(questions, names, self.word("q-results").striptags()),
            sheet=diagram,
            when=self.when,
        )

    def _offered(self, id: str) -> Markup:
        """Every answer that the question offers, in its order."""
        labels = self._labels(id)
        return self.word("semicolon").join(labels[value] for value in self.model.questions[id].values())

    def _rights(self) -> Markup:
        return self._block("rules_rights", rights=[self._right(id) for id in self.model.benefits])

    def _right(self, id: str, alone: bool = False) -> Markup:
        """One right with its conditions, each with its law; unless it stands alone, a line to sign and its own sheet."""
        right = self._entry("benefits", id)
        for source in right.sources:
            self._use(source)
        return self._part(
            "rules_right",
            id=id,
            right=right,
            alone=alone,
            laws={c.id: self.source(c.source, c.article) for c in right.conditions},
            amounts=[(self.amount_name(amount), self.amount(amount)) for amount in right.amounts],
            papers=self._names_of_papers(right) if right.documents else None,
            decides=self.model.roles[right.decides].name,
            warnings=self.model.warnings,
            deadlines=self.model.deadlines,
            sheet=self.root + url_of(rightpages.path(id)),
            review=reviews.of(self.model, id, right),
            read=self.read,
            when=self.when,
        )

    def right_sheet(self, id: str, part: str) -> Markup:
        """One part of the sheet of a right, to print, annotate and sign: what a person who signs it has read."""
        right = self._entry("benefits", id)
        advice = reviews.resting_on(self.model, id)
        warnings = dict.fromkeys(warning for entry in (right, *advice.values()) for warning in entry.warnings)
        deadlines = dict.fromkeys((right.appeal, *(entry.deadline for entry in advice.values())))
        parts = {
            "right": lambda: Markup("\n\n{}\n\n").format(self._right(id, alone=True)),
            "advice": lambda: self._block(
                "right_advice",
                advice=advice,
                laws={name: [self.number(source) for source in entry.sources] for name, entry in advice.items()},
                roles=self.model.roles,
                warnings=self.model.warnings,
                deadlines=self.model.deadlines,
                when=self.when,
            ),
            "warnings": lambda: self._warnings({name: self.model.warnings[name] for name in warnings}),
            "deadlines": lambda: self._deadlines(deadlines),
            "signature": lambda: self._block(
                "right_signature",
                version=reviews.version(self.model, id, right),
                day=self.model.day,
                review=reviews.of(self.model, id, right),
                rules=self.root + url_of("orientation/regles.md"),
            ),
        }
        return parts[part]()

    def _all_advice(self) -> Markup:
        advice = self.model.advice
        return self._block(
            "rules_advice",
            groups={urgency: self._of_urgency(urgency) for urgency in URGENCIES},
            roles=self.model.roles,
            warnings=self.model.warnings,
            questions=self.model.questions,
            deadlines=self.model.deadlines,
            papers={id: self._names_of_papers(entry) for id, entry in advice.items() if entry.documents},
            letters={id: self.letter_links(entry.letters) for id, entry in advice.items()},
            laws={id: [self.number(source) for source in entry.sources] for id, entry in advice.items()},
            length=self.deadline,
            read=self.read,
            when=self.when,
        )

    def _of_urgency(self, urgency: str) -> dict[str, Advice]:
        """The advice of one urgency in the order of the results: safety first, the fallback last."""
        found = [(id, entry) for id, entry in self.model.advice.items() if entry.urgency == urgency]
        return dict(sorted(found, key=lambda item: (item[1].fallback, not item[1].safety)))

    def _names_of_papers(self, entry: Advice | Benefit) -> Markup:
        papers = self.model.document_lists[entry.documents]
        return Markup(" · ").join(self.text(self.model.documents[id].name) for id in papers)

    def _all_warnings(self) -> Markup:
        return self._warnings(self.model.warnings)

    def _warnings(self, warnings: Mapping[str, Warning_]) -> Markup:
        laws = {id: [self.number(source) for source in entry.sources] for id, entry in warnings.items()}
        return self._block("rules_warnings", warnings=warnings, laws=laws, when=self.when)

    def _all_not_covered(self) -> Markup:
        return self._block("rules_not_covered", entries=self.model.not_covered, roles=self.model.roles, when=self.when)

    def _all_deadlines(self) -> Markup:
        """The clocks that the rules name."""
        model = self.model
        named = [
            *(entry.deadline for entry in (*model.advice.values(), *model.questions.values())),
            *(right.appeal for right in model.benefits.values()),
        ]
        return self._deadlines(named)

    def _deadlines(self, named: Collection[str | None]) -> Markup:
        deadlines = {id: self._entry("deadlines", id) for id in self.model.deadlines if id in named}
        laws = {id: self.source(entry.source, entry.article) for id, entry in deadlines.items()}
        return self._block("rules_deadlines", deadlines=deadlines, laws=laws, length=self.deadline)

    def _all_papers(self) -> Markup:
        """The papers that the rules ask for."""
        model = self.model
        lists = {entry.documents for entry in (*model.advice.values(), *model.benefits.values()) if entry.documents}
        asked = {paper for id in lists for paper in model.document_lists[id]}
        return self._block("documents", papers={id: paper for id, paper in model.documents.items() if id in asked})

    def _all_desks(self) -> Markup:
        return self._block(
            "rules_desks", roles=self.model.roles, services={role: self.desks_near(role) for role in self.model.roles}
        )

    def _signature(self) -> Markup:
        return self._block("rules_signature", version=self.version, day=self.model.day)

    # Conditions in words

    @staticmethod
    def _is_block(node: Node) -> bool:
        return isinstance(node, Block)

    def _said(self, line: Line) -> Markup:
        """One comparison: the short name of the question, and the answers that count."""
        name = Markup("<b>{}</b>").format(self.text(self.model.questions[line.question].name))
        return self.word("q-labelled", label=name, value=self._answers(line))

    def _answers(self, line: Line) -> Markup:
        if line.but and not line.answers:
            return self.word("rules-any-answer")
        labels, many = self._labels(line.question), self.model.questions[line.question].kind == "many"
        quoted = [Markup("<q>{}</q>").format(labels[answer]) for answer in line.answers]
        if line.negated:
            return self.word("rules-none-of" if many else "rules-other-than", answers=self._row(quoted, "or"))
        if line.but:
            return self.word("rules-any-other" if many else "rules-all-but", answers=self._row(quoted, "standard"))
        answers = self._row(quoted, "or")
        return answers if len(quoted) <= _FEW else self.word("rules-one-answer", answers=answers)

    def _labels(self, id: str, unknown: str = "rules-not-known") -> dict[str, Markup]:
        """The answers in words; nobody was asked what is derived."""
        derived = self.model.questions[id].kind == "derived"
        return self.labels(id) | ({UNKNOWN: self.word(unknown)} if derived else {})

    def _row(self, items: list[Markup], style: str) -> Markup:
        """A few words in a sentence; one below the other where they are too many for one."""
        if len(items) <= _FEW:
            return Markup(formatting.listed(items, self.language, style))
        return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(item) for item in items))
