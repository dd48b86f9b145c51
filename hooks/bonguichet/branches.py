"""What one situation leads to, and what each further answer adds: the questions as a map to read, for who has no script.

Knows questions and advice, judged by `logic.py`. Must not know how anything is shown.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from . import derived, logic
from .model import SKIP, UNKNOWN, Model
from .model.expressions import All, Any_, Is, Not, Test, leaves

SITUATION = "situation"
"""The question whose every option has a page."""

MOST_FORKS = 6
"""So many questions a reader can look over on one page."""

MOST_ANSWERS, MOST_FOR_OTHERS, MOST_FOR_INFO = 4, 2, 1
"""So many answers, beside the situation, a reader follows to advice whose rule names this situation, to other advice, and
to what is only good to know. Advice that needs more is named."""

USUAL = 2 / 3
"""The share of the answers to a question from which on its advice comes first, with the answers for which it does not show."""

Way = tuple[tuple[str, str], ...]
"""A few questions, in the order they decide, each with an answer."""


@dataclass(frozen=True)
class Branch:
    """Answers to one question that add the same advice: alone, and with answers to further questions."""

    answers: tuple[str, ...]
    advice: tuple[str, ...]
    further: tuple["Fork", ...] = ()


@dataclass(frozen=True)
class Fork:
    """A question, and its answers that add advice."""

    question: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Branches:
    """What a situation leads to: advice whatever else is answered, the questions that add some, advice that only more
    answers decide, and all the advice for who sleeps where the rest does not hold. `usual`: advice that most answers to one
    question show, each with the answers that do not. `warnings`: by advice, those that are not surely out of place where it
    shows."""

    at_once: tuple[str, ...]
    usual: Mapping[str, Way]
    forks: tuple[Fork, ...]
    later: tuple[str, ...]
    elsewhere: tuple[Fork, ...]
    warnings: Mapping[str, tuple[str, ...]]


def branches(model: Model, situation: str) -> Branches:
    """The map of one situation. Advice stands in it only where these answers alone make its rule *yes*.

    It takes a while: the maps of the last model are kept, since every language shows the same."""
    global _last
    if _last[0] is not model:
        _last = (model, {}, {})
    _, maps, found = _last
    if situation not in maps:
        maps[situation] = _Map(model, situation, found).drawn()
    return maps[situation]


_Found = dict[Hashable, tuple[tuple[Way, ...], bool]]
"""The ways to a piece of advice, and whether there are longer ones, by what tells situations apart to its rule."""

_last: tuple[Model | None, dict[str, Branches], _Found] = (None, {}, {})


class _Map:
    """The ways to each piece of advice, and the forks made of them.

    What follows from answers for certain is known: who says nothing of their country is taken to sleep in Belgium. The
    answers that would change that are no fork among others: they stand apart."""

    def __init__(self, model: Model, situation: str, found: _Found):
        self.model, self.situation, self.found = model, situation, found
        self.order = list(model.questions)
        self.given = cache(self._given)
        self.cut = False
        settled = [id for id in self.given(()) if model.questions[id].kind == "derived"]
        self.apart = [used for id in settled for used in model.questions[id].uses]

    def drawn(self) -> Branches:
        at_once, model = self._shown(()), self.model
        undecided = {id: self._all_ways(id) for id in self._undecided()}
        ways = {id: ways for id, (ways, _) in undecided.items() if ways}
        decided: dict[str, set[str]] = {}
        for id, found in ways.items():
            decided.setdefault(_first(found), set()).add(id)
        chosen = sorted(sorted(decided, key=lambda q: -len(decided[q]))[:MOST_FORKS], key=self.order.index)
        kept = {id: found for id, found in ways.items() if _first(found) in chosen}
        apart = {id: [option.id for option in model.questions[id].options] for id in self.apart}
        elsewhere = {((id, value),): self._shown(((id, value),)) for id, values in apart.items() for value in values}
        reached = dict.fromkeys(at_once, ((),)) | kept
        for way, found in elsewhere.items():
            reached |= {id: (*reached.get(id, ()), way) for id in found}
        return Branches(
            at_once=at_once,
            usual={id: other for id in self._in_order(kept) if (other := self._unusual(kept[id])) is not None},
            forks=tuple(Fork(question, self._branches(question, kept)) for question in chosen),
            later=tuple(id for id, (ways, cut) in undecided.items() if (ways or cut) and id not in reached),
            elsewhere=tuple(
                Fork(id, tuple(Branch((value,), elsewhere[((id, value),)]) for value in values))
                for id, values in apart.items()
            ),
            warnings={id: self._warnings(id, reached[id]) for id in self._in_order(reached)},
        )

    def _shown(self, way: Way) -> tuple[str, ...]:
        """The advice that shows after these answers, the fallback aside."""
        advice = self.model.advice.items()
        return self._in_order((id for id, a in advice if not a.fallback and self._truth(id, way) is True), way)

    def _undecided(self) -> tuple[str, ...]:
        return self._in_order(id for id in self.model.advice if self._truth(id, ()) is None)

    def _in_order(self, ids: Iterable[str], way: Way = ()) -> tuple[str, ...]:
        """The order of the questionnaire after these answers."""
        order, given = list(self.model.advice), self.given(way)
        return tuple(sorted(ids, key=lambda id: (logic.rank(self.model, id, given), order.index(id))))

    def _given(self, way: Way) -> dict[str, Any]:
        """The situation and these answers, with what follows from them for certain."""
        given = {id: [value] if self.model.questions[id].kind == "many" else value for id, value in way}
        found = derived.complete(self.model, {SITUATION: [self.situation], **given}, self.model.day)
        return {id: value for id, value in found.items() if value != UNKNOWN} | given

    def _truth(self, id: str, way: Way) -> logic.Truth:
        return logic.evaluate(self.model.advice[id].when, self.model.questions, self.given(way))

    def _all_ways(self, id: str) -> tuple[tuple[Way, ...], bool]:
        """The ways to one piece of advice, and whether longer ones were cut: found once for the situations that its rule
        does not tell apart, nearly always most of them."""
        tests = [leaf for leaf in self._leans_on(self.model.advice[id].when) if leaf.question == SITUATION]
        told = (id, *self.apart, *(self.situation in test.options for test in tests))
        if told not in self.found:
            self.cut = False
            self.found[told] = tuple(self._ways(id, ())), self.cut
        return self.found[told]

    def _leans_on(self, test: Test | None) -> Iterator[Is]:
        """The comparisons in a test, and in what decides whether their questions are asked."""
        for leaf in leaves(test):
            yield leaf
            for id in (leaf.question, *self.model.questions[leaf.question].uses):
                yield from self._leans_on(self.model.questions[id].when)

    def _ways(self, id: str, way: Way) -> Iterator[Way]:
        """The ways to one piece of advice: question by question in their order, as far as its rule still depends on one."""
        truth = self._truth(id, way)
        if truth is not None:
            yield from (way,) if truth else ()
            return
        wanted = set(self._open(self.model.advice[id].when, self.given(way))) - {*self.apart, *self.given(way)}
        if wanted and len(way) == self._most(id):
            self.cut = True
        elif wanted:
            question = min(wanted, key=self.order.index)
            for value in self.model.questions[question].values():
                if value != SKIP:
                    yield from self._ways(id, (*way, (question, value)))

    def _most(self, id: str) -> int:
        """How many answers a reader follows to a piece of advice."""
        advice = self.model.advice[id]
        if advice.urgency == "info":
            return MOST_FOR_INFO
        for leaf in leaves(advice.when):
            for test in (leaf, self.model.questions[leaf.question].when):
                if isinstance(test, Is) and test.question == SITUATION and self.situation in test.options:
                    return MOST_ANSWERS
        return MOST_FOR_OTHERS

    def _open(self, test: Test, given: logic.Answers) -> Iterator[str]:
        """The questions that an undecided test still depends on."""
        match test:
            case Is(id):
                yield id
                parts = (self.model.questions[id].when,)
            case Not(inner):
                parts = (inner,)
            case All(tests) | Any_(tests):
                parts = tests
        for part in parts:
            if logic.evaluate(part, self.model.questions, given) is None:
                yield from self._open(part, given)

    def _unusual(self, ways: tuple[Way, ...]) -> Way | None:
        """The answers without this advice, where most answers to one question show it."""
        question = _first(ways)
        values = [value for value in self.model.questions[question].values() if value != SKIP]
        others = tuple((question, value) for value in values if ((question, value),) not in ways)
        return others if len(others) <= (1 - USUAL) * len(values) else None

    def _branches(self, question: str, ways: Mapping[str, tuple[Way, ...]], before: Way = ()) -> tuple[Branch, ...]:
        """The answers to a question that add something, those that add the same together."""
        added: dict[tuple, list[str]] = {}
        for value in self.model.questions[question].values():
            here = (question, value)
            way = (*before, here)
            alone = self._in_order((id for id, found in ways.items() if (here,) in found), way)
            rest = {id: after for id, found in ways.items() if (after := _after(here, found))}
            seconds = sorted({_first(after) for after in rest.values()}, key=self.order.index)
            further = tuple(Fork(second, self._branches(second, rest, way)) for second in seconds)
            if alone or further:
                added.setdefault((alone, further), []).append(value)
        return tuple(Branch(tuple(values), *adds) for adds, values in added.items())

    def _warnings(self, id: str, ways: Iterable[Way]) -> tuple[str, ...]:
        """The warnings of a piece of advice that are not surely out of place on every way to it."""
        model, given = self.model, [self.given(way) for way in ways]
        return tuple(
            name
            for name in model.advice[id].warnings
            if any(logic.evaluate(model.warnings[name].when, model.questions, each) is not False for each in given)
        )


def _first(ways: tuple[Way, ...]) -> str:
    """The question that all the ways to one piece of advice begin with."""
    return ways[0][0][0]


def _after(here: tuple[str, str], ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """What is left of the ways that begin here."""
    return tuple(way[1:] for way in ways if way[0] == here and way[1:])
