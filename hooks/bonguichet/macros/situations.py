"""The pages of the situations: what to do first, what each answer adds, whom to call. They need no script.

Knows what a situation leads to (`branches.py`) and where desks are listed. Must not judge a rule.
"""

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from .. import formatting, situationpages
from ..branches import SITUATION, Branches, Fork, Way, branches
from ..directory import Place, desks
from ..messages import say
from ..model import LABOUR_COURT, Advice, Service
from ..pagefiles import url_of
from ..problems import did_you_mean
from .rulesheet import RuleSheet
from .words import MacroError

_LISTS = {"cpas": "cpas/trouver.md#list", LABOUR_COURT: "annuaire/tribunaux.md"}
"""The roles whose desk depends on the municipality, and the page that lists every one of them."""

_RULES = "orientation/regles.md"
_FIRST_STEPS = 3
_FEW_ANSWERS = 3
"""So many answers may be the label of a fold; more are a list above it."""


class Situations(RuleSheet):
    """The macros that show one situation, part by part, and the way to each of them."""

    def choices(self, *ids: str) -> Markup:
        """What happens to the reader: the answers named, each with its sign, then all of them, folded."""
        options = {option.id: option for option in self.model.questions[SITUATION].options}
        for id in ids:
            self._known(id, options)
        where = {id: self._address(situationpages.path(id)) for id in ids}
        return self._block("choices", options=[options[id] for id in ids], where=where, all=self.situations())

    def situations(self) -> Markup:
        """A link to the page of every situation, those of a kind together; a script may lead to the questions instead."""
        groups: list[tuple[Any, dict[str, Any]]] = []
        for option in self.model.questions[SITUATION].options:
            if option.group or not groups:
                groups.append((option.group, {}))
            groups[-1][1][option.id] = (self._address(situationpages.path(option.id)), option.label)
        return self._block("situations", groups=groups)

    def situation(self, id: str, part: str) -> Markup:
        """One part of the page of a situation: first, answers, advice, abroad, desks."""
        self._known(id, {option.id for option in self.model.questions[SITUATION].options})
        if part not in situationpages.PARTS:
            sentence = say("'{part}' is not a part of a situation.", part=part)
            raise MacroError(sentence + did_you_mean(part, situationpages.PARTS))
        found = branches(self.model, id)
        for source in (source for name in found.warnings for source in self.model.advice[name].sources):
            self._use(source)
        said = self._said_of(found)

        def card(id: str, folded: bool, others: Way = ()) -> Markup:
            """One piece of advice in short, the same on every page that says the same of it."""
            same = (id, found.warnings[id], folded, others)
            return self._once(
                ("short", *same), self._part, "situation_card", **said, id=id, folded=folded, others=others
            )

        def line(id: str) -> Markup:
            return self._once(("line", id), self._part, "situation_line", **said, id=id)

        return self._block(f"situation_{part}", id=id, found=found, card=card, line=line, **said)

    def _known(self, id: str, options: Collection[str]) -> None:
        if id not in options:
            raise MacroError(say("'{id}' is not a situation.", id=id) + did_you_mean(id, options))

    def _said_of(self, found: Branches) -> dict[str, Any]:
        """What the parts may call on."""
        model = self.model
        return {
            "advice": model.advice,
            "roles": model.roles,
            "warnings": {id: {name: model.warnings[name] for name in names} for id, names in found.warnings.items()},
            "asked": {id: question.ask for id, question in model.questions.items()},
            "labels": self._choices,
            "said_in_lines": self._in_lines,
            "without": self._without,
            "term": self._term,
            "anchor": _anchor,
            "desk": self._desk,
            "list_of": self._list_of,
            "rule": lambda id: self._address(f"{_RULES}#{id}"),
            "read": self.read,
            "page": self.page,
            "language_help": self.language_help(),
            "danger": self.danger,
            "questions": lambda id: self.questions_with(situation=id),
            "steps": _FIRST_STEPS,
            "few": _FEW_ANSWERS,
        }

    def _choices(self, id: str) -> dict[str, Markup]:
        """The answers in words, to choose from: of what is derived, too, the reader may know nothing."""
        return self._labels(id, unknown="situation-not-known")

    def _without(self, others: Way) -> Markup:
        """The answers for which usual advice does not show."""
        quoted = [Markup("<q>{}</q>").format(self._choices(id)[value]) for id, value in others]
        return Markup(formatting.listed(quoted, self.language, "or"))

    def _term(self, advice: Advice) -> Markup:
        """The name and the length of the clock that a piece of advice counts."""
        if not advice.deadline:
            return Markup()
        name = self.text(self.model.deadlines[advice.deadline].name)
        return self.word("q-labelled", label=name, value=self.deadline(advice.deadline))

    def _in_lines(self, answers: tuple[str, ...], labels: Mapping[str, Markup]) -> Markup:
        """Answers of which one counts, each on its line; whoever reads them without lines hears where one ends."""
        return (self.word("comma") + Markup("<br>")).join(labels[answer] for answer in answers)

    def _address(self, place: str) -> str:
        """The address of a page, or of a heading on it."""
        path, _, heading = place.partition("#")
        return self.root + url_of(path) + (f"#{heading}" if heading else "")

    def _list_of(self, role: str) -> str:
        """Where the desks of a role are listed."""
        return self._address(_LISTS.get(role, f"{_RULES}#role-{role}"))

    def _desk(self, role: str) -> Service | None:
        """The first desk of a role that serves all of Brussels and can be called."""
        return self._once(("desk", role), self._first_desk, role)

    def _first_desk(self, role: str) -> Service | None:
        found = desks(self.model, role, Place(region="brussels"), self.language).services
        return next((self.model.services[id] for id in found if self.model.services[id].phones), None)


def _anchor(fork: Fork, answers: tuple[str, ...]) -> str:
    """The id of the place that tells what these answers add."""
    return f"{fork.question}-{answers[0]}"
