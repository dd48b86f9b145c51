"""The rules of one model as diagrams over its variables: judged as `logic.py` judges, for every set of answers at once.

Knows tests, which question is asked when, and what a derived answer can be. Must not know what a rule is for.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from .. import derived, logic
from ..logic import Truth, matches
from ..model import FREE_KINDS, NONE, SKIP, UNKNOWN, Benefit, Model, Question
from ..model.expressions import All, Any_, Is, Not, Test
from .diagrams import OPEN, Diagram, Diagrams, Node
from .variables import Answer, Answers, Variable, Variables


def _joined_by(decisive: bool) -> Callable[[Diagram, Diagram], Diagram]:
    """Kleene's *and* (*no* decides) or *or* (*yes* decides)."""

    def judge(one: Diagram, other: Diagram) -> Diagram:
        if one is decisive or other is decisive:
            return decisive
        if one is (not decisive) or one is other:
            return other
        return one if other is (not decisive) else OPEN

    return judge


both, either = _joined_by(False), _joined_by(True)
"""Kleene's *and*, and his *or*."""


def opposite(one: Diagram) -> Diagram:
    """Kleene's *not*."""
    return OPEN if isinstance(one, Node) else one if one is None else not one


def together(*parts: Diagram) -> Diagram:
    """The ends of several diagrams side by side."""
    return OPEN if any(isinstance(part, Node) for part in parts) else parts


def _where_asked(asked: Diagram, truth: Diagram) -> Diagram:
    """A comparison with a question that does not apply is *no*; with one that is not asked, *unknown*."""
    return truth if asked is True else OPEN if isinstance(asked, Node) else asked


def _if_so(condition: Diagram, so: Diagram, otherwise: Diagram) -> Diagram:
    return OPEN if isinstance(condition, Node) else so if condition is True else otherwise


class Rules:
    """The tests of one model, as diagrams."""

    def __init__(self, model: Model, variables: Variables, diagrams: Diagrams):
        self.model, self.variables, self.diagrams = model, variables, diagrams
        self.test = cache(self._test)
        self.asked = cache(self._asked)

    def _asked(self, id: str) -> Diagram:
        """When a question is asked."""
        return self.test(self.model.questions[id].when)

    def verdict(self, benefit: Benefit) -> Diagram:
        """Whether every tested condition of a right is met; *unknown* where none is tested."""
        tests = tuple(condition.test for condition in benefit.conditions if condition.test)
        return self.test(All(tests)) if tests else None

    def completed(self, answers: Answers) -> Answers:
        """The answers, with one to every other question that is asked, and what is computed from them."""
        given = dict(answers)
        found: dict[str, Answer] = {}
        for id, question in self.model.questions.items():
            if logic.applies(question, self.model.questions, found) is True:
                variable = self.variables.of_question(question)
                can = variable.values
                if variable.computed:
                    counted = {
                        used: found[used] for used in question.uses if found.get(used, SKIP) not in (UNKNOWN, SKIP)
                    }
                    can = derived.possible(self.model, question, counted)
                usual = NONE if NONE in can else (can[0],) if variable.options else can[0]
                chosen = given.get(variable, usual)
                found[id] = usual if variable.computed and chosen not in can else chosen
        return tuple((self.variables.of_question(self.model.questions[id]), answer) for id, answer in found.items())

    def _test(self, test: Test | None) -> Diagram:
        """When a test is *yes*, *no* and *unknown*; no test at all holds."""
        match test:
            case Is(id, options):
                question = self.model.questions[id]
                return self.diagrams.combine(_where_asked, self.asked(id), self._comparison(question, options))
            case Not(inner):
                return self.diagrams.combine(opposite, self.test(inner))
            case All(tests):
                return self._joined(both, True, tests)
            case Any_(tests):
                return self._joined(either, False, tests)
        return True

    def _joined(self, judge: Callable[..., Diagram], start: bool, tests: tuple[Test, ...]) -> Diagram:
        found: Diagram = start
        for part in tests:
            found = self.diagrams.combine(judge, found, self.test(part))
        return found

    def _comparison(self, question: Question, options: tuple[str, ...]) -> Diagram:
        """Whether the answer to the question, which is asked, is one of `options`."""
        variable = self.variables.of_question(question)
        if question.kind == "many":
            return self._some_chosen(variable, question, options)
        if question.kind == "derived":
            return self._derived(variable, question, options)
        return self._by_value(variable, lambda value: matches(_known(question, value), options))

    def _by_value(self, variable: Variable, judge: Callable[[str], Truth]) -> Diagram:
        return self.diagrams.node(variable.level, tuple(judge(value) for value in variable.values))

    def _some_chosen(self, variable: Variable, question: Question, options: tuple[str, ...]) -> Diagram:
        """Level by level from the last: whether one of `options` is chosen, once it is known what was chosen before."""

        @cache
        def further(position: int, truth: Truth) -> Diagram:
            if truth is True or position == len(variable.options):
                return truth
            chosen = _or_chosen(truth, variable.options[position])
            below = (further(position + 1, truth), further(position + 1, chosen))
            return self.diagrams.node(variable.level + position, below)

        def _or_chosen(truth: Truth, option: str) -> Truth:
            now = matches(_known(question, option), options)
            return truth if now is None else now

        def from_first(index: int, value: str) -> Diagram:
            if value not in variable.options:
                return matches(_known(question, value), options)
            return further(index + 1, _or_chosen(None, value))

        below = tuple(from_first(index, value) for index, value in enumerate(variable.values))
        return self.diagrams.node(variable.level, below)

    def _derived(self, variable: Variable, question: Question, options: tuple[str, ...]) -> Diagram:
        """A value that cannot be, given the answers it comes from, is read as the first that can."""

        def given(uses: tuple[str, ...], known: Mapping[str, str]) -> Diagram:
            if not uses:
                can = derived.possible(self.model, question, known)
                return self._by_value(variable, lambda value: matches(value if value in can else can[0], options))
            id, rest = uses[0], uses[1:]
            found = given(rest, known)
            for value, chosen in self._answered(self.model.questions[id]):
                found = self.diagrams.combine(_if_so, chosen, given(rest, {**known, id: value}), found)
            return found

        return given(question.uses, {})

    def _answered(self, question: Question) -> Iterator[tuple[str, Diagram]]:
        """Each answer to a question that says something, and when it is given."""
        if question.kind in ("many", "derived"):
            yield derived.SOMETHING, self.asked(question.id)
            return
        variable = self.variables.of_question(question)
        for value in variable.values:
            if _known(question, value) not in (None, UNKNOWN, SKIP):
                chosen = self._by_value(variable, value.__eq__)
                yield value, self.diagrams.combine(both, self.asked(question.id), chosen)


def _known(question: Question, value: str) -> str | None:
    """The value, if this version of the question has it; an answer that it does not know is no answer."""
    if value in question.values() or (value == derived.SOMETHING and question.kind in FREE_KINDS):
        return value
    return None
