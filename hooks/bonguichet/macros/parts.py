"""Parts of the questionnaire as HTML, made beforehand: the browser only puts them together.

Knows questions, advice and rights. Must not judge them (`logic.py`).
"""

from markupsafe import Markup

from ..model import Option, Text
from .modelletters import OFFICIAL, ModelLetters

DANGER = {
    "emergency-112": None,
    "police-101": "danger-police",
    "ecoute-enfants-103": "danger-young",
    "tele-accueil-107": "danger-talk",
}
"""The roles to call in danger, each with the word of the interface that tells what it is."""


class Parts(ModelLetters):
    """The parts of the questionnaire in one language."""

    def labels(self, id: str) -> dict[str, Markup]:
        """Every answer that a question can have, in words."""
        question = self.model.questions[id]
        labels = {"unknown": self.word("q-none-given"), "skip": self.word("q-skip")}
        labels |= {option.id: self.text(option.label) for option in question.options}
        reserved = {"none": question.none, "unknown": question.unknown}
        return labels | {value: self.text(label) for value, label in reserved.items() if label}

    def question(self, id: str) -> Markup:
        """One question with its answers, group by group."""
        question = self.model.questions[id]
        groups: list[tuple[Text | None, list[Option]]] = []
        for option in question.options:
            if option.group or not groups:
                groups.append((option.group, []))
            groups[-1][1].append(option)
        first = id == next(iter(self.model.questions))
        return self._part("question", question=question, groups=groups, stands_in_page=first)

    def letter_date(self, id: str) -> Markup:
        """Where the key date stands on a letter, told beside the question that asks for it."""
        return self._part("letter_date", id=id, letter=self.model.letters[id])

    def danger(self) -> Markup:
        """Whom to call now, in one line: of every role the desk that speaks the language, if there is one."""
        desks = {role: self._entry("services", self.desks_of(role)[0]) for role in DANGER}
        return self._part("danger", desks=desks, labels=DANGER)

    def language_help(self) -> Markup:
        """How to be understood at a desk, for readers of a language that the desks of Brussels do not write in."""
        if self.language in OFFICIAL:
            return Markup("")
        return Markup("{} {} {}").format(self.word("language-help"), self.word("q-read"), self.read("aides/langues.md"))

    def share_sheet(self) -> Markup:
        """The sheet with which a reader hands a link on, to be filled in by the browser."""
        return self._part("share")

    def advice(self, id: str, folded: bool = False) -> Markup:
        """One piece of advice, with all its warnings and empty places for desks, dates and sources; `folded`: below its
        title."""
        advice = self.model.advice[id]
        return self._part(
            "advice",
            id=id,
            advice=advice,
            folded=folded,
            roles=self.model.roles,
            warnings={name: self.model.warnings[name] for name in advice.warnings},
            letters=self.letter_links(advice.letters),
            page=self.read(advice.page) if advice.page else None,
        )

    def advice_sources(self, id: str) -> Markup:
        """What one piece of advice rests on."""
        return self._part("advice_sources", sources=[self.source(source) for source in self.model.advice[id].sources])

    def benefit(self, id: str) -> Markup:
        """One right, with its conditions not judged yet."""
        benefit = self.model.benefits[id]
        return self._part(
            "benefit",
            id=id,
            benefit=benefit,
            warnings={name: self.model.warnings[name] for name in benefit.warnings},
            amounts=[(self.amount_name(amount), self.amount(amount)) for amount in benefit.amounts],
            laws={c.id: self.source(c.source, c.article) for c in benefit.conditions},
            decides=self.model.roles[benefit.decides].name,
            page=self.read(benefit.page) if benefit.page else None,
            estimate=self.page(benefit.estimate) if benefit.estimate else None,
        )

    def document(self, id: str) -> Markup:
        """One paper to bring."""
        return self._part("document", id=id, paper=self.model.documents[id])

    def not_covered(self, id: str) -> Markup:
        """One thing that was not looked at."""
        return self._part("not_covered", id=id, item=self.model.not_covered[id], roles=self.model.roles)
