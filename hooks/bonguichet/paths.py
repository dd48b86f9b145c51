"""Proofs over every possible set of answers: decided, not sampled.

Walks the questions in order and carries, instead of answers, what is left of each rule once the
answers are filled in. Two sets of answers that leave the same rules are one state, so the number
of states stays small however many questions there are. Must not know how anything is shown.

A derived answer is taken as any of its options or unknown, whatever it is derived from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .logic import Truth, every, matches, some
from .model import FREE_KINDS, Model, Question
from .model.expressions import All, Any_, Is, Not, Test, leaves

Residue = bool | None | Test
"""A rule after some answers: yes, no, unknown, or what is still to be judged."""

State = tuple[Residue, ...]
"""What is left of the rules looked at, then of the `when` of each question still to come."""

_SOMETHING = "something"
"""Any day, postal code or municipality: no test can tell one from another."""


@dataclass(frozen=True)
class Trace:
    """How a state was reached: how many questions were asked at most, and one example of answers."""

    asked: int
    answers: tuple[tuple[str, Any], ...]

    def __str__(self) -> str:
        return "; ".join(f"{id}={','.join(v) if isinstance(v, tuple) else v}" for id, v in self.answers)


@dataclass(frozen=True)
class Report:
    """What was proven, or the counterexamples."""

    longest: int
    states: int
    nowhere: tuple[str, ...]
    unreachable_advice: tuple[str, ...]
    unreachable_questions: tuple[str, ...]
    unreachable_warnings: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether every proof holds."""
        return not (self.nowhere or self.unreachable_advice or self.unreachable_questions or self.unreachable_warnings)

    def __str__(self) -> str:
        lines = [
            f"every path ends: the longest asks {self.longest} questions ({self.states} states looked at).",
            _said("every path leads to a desk beside the fallback", "no desk for", self.nowhere),
            _said("every piece of advice can be reached", "never shown: advice", self.unreachable_advice),
            _said("every question and so every option can be reached", "never asked:", self.unreachable_questions),
            _said("every warning can be reached", "never shown: warning", self.unreachable_warnings),
        ]
        return "\n".join(lines)


def _said(good: str, bad: str, found: tuple[str, ...]) -> str:
    return f"{good}." if not found else "\n".join(f"{bad} {item}" for item in found)


def prove(model: Model) -> Report:
    """Run every proof on the model."""
    longest, states, nowhere = _whole(model)
    return Report(
        longest=longest,
        states=states,
        nowhere=nowhere,
        unreachable_advice=tuple(id for id, advice in model.advice.items() if not reachable(model, advice.when)),
        unreachable_questions=tuple(
            id for id, question in model.questions.items() if not reachable(model, question.when)
        ),
        unreachable_warnings=tuple(id for id in model.warnings if not _warning_reachable(model, id)),
    )


def _warning_reachable(model: Model, id: str) -> bool:
    """Some advice or right that lists the warning shows while the warning is not surely out of place."""
    hosts = [advice.when for advice in model.advice.values() if id in advice.warnings]
    hosts += [benefit.when for benefit in model.benefits.values() if id in benefit.warnings]
    when = model.warnings[id].when
    return any(shown is True and warned is not False for host in hosts for shown, warned in _ends(model, host, when))


def _ends(model: Model, *rules: Test | None) -> set[tuple[Truth, ...]]:
    """Every way in which the rules can end together; a rule that is absent always holds."""
    written = [rule for rule in rules if rule is not None]
    ends, _ = explore(closure(model, *written), *written)
    found = set()
    for end in ends:
        judged = iter(end)
        found.add(tuple(True if rule is None else next(judged) for rule in rules))
    return found


def reachable(model: Model, when: Test | None) -> bool:
    """Whether some set of answers makes the test *yes*: decided over the questions it depends on."""
    return (True,) in _ends(model, when)


def _whole(model: Model) -> tuple[int, int, tuple[str, ...]]:
    """The longest path, the number of states met, and one example for each way to end without a desk."""
    helpful = Any_(tuple(a.when for a in model.advice.values() if a.when is not None and a.roles and not a.fallback))
    ends, states = explore(list(model.questions.values()), helpful)
    nowhere = tuple(str(trace) for end, trace in ends.items() if end != (True,))
    return max(trace.asked for trace in ends.values()), states, nowhere


def closure(model: Model, *tests: Test) -> list[Question]:
    """The questions that tests depend on, directly or through their own `when`, in the order of asking."""
    needed: set[str] = set()
    todo = [leaf.question for test in tests for leaf in leaves(test)]
    while todo:
        id = todo.pop()
        if id not in needed:
            needed.add(id)
            todo += [leaf.question for leaf in leaves(model.questions[id].when)]
    return [question for id, question in model.questions.items() if id in needed]


def explore(questions: Iterable[Question], *rules: Test) -> tuple[dict[tuple[Truth, ...], Trace], int]:
    """Everything the rules can end as together, each with the trace that asks most; and the number of states met."""
    order, count = list(questions), len(rules)
    start: State = (*rules, *(True if question.when is None else question.when for question in order))
    states, met = {start: Trace(0, ())}, 1
    for question in order:
        after: dict[State, Trace] = {}
        for state, trace in states.items():
            asked, rest = state[count], (*state[:count], *state[count + 1 :])
            for branch, answer in _branches(question, asked, rest):
                step = trace if answer is None else _longer(trace, question, answer)
                if branch not in after or after[branch].asked < step.asked:
                    after[branch] = step
        states, met = after, met + len(after)
    return states, met


def _longer(trace: Trace, question: Question, answer: Any) -> Trace:
    if question.kind == "derived":
        return Trace(trace.asked, trace.answers)
    return Trace(trace.asked + 1, (*trace.answers, (question.id, answer)))


def _branches(question: Question, asked: Residue, state: State) -> Iterator[tuple[State, Any]]:
    """The states after the question, each with the answer that leads there (None when it is not asked)."""
    if asked is not True:
        yield tuple(fill(residue, question.id, lambda _: asked) for residue in state), None
    elif question.kind == "many":
        yield from _subsets(question, state)
        for value in set(question.values()) - {option.id for option in question.options}:
            yield _single(question, value, state), value
    else:
        for value in (*question.values(), *((_SOMETHING,) if question.kind in FREE_KINDS else ())):
            yield _single(question, value, state), value


def _single(question: Question, value: str, state: State) -> State:
    return tuple(fill(residue, question.id, lambda options: matches(value, options)) for residue in state)


def _subsets(question: Question, state: State) -> Iterator[tuple[State, tuple[str, ...]]]:
    """Every non-empty choice of options, one option after the other, equal states merged on the way."""
    found: dict[tuple[State, bool], tuple[str, ...]] = {(state, False): ()}
    for option in question.options:
        after: dict[tuple[State, bool], tuple[str, ...]] = {}
        for (before, some_chosen), chosen in found.items():
            left_out = tuple(fill(residue, question.id, _without(question.id, option.id)) for residue in before)
            taken = tuple(fill(residue, question.id, _with(question.id, option.id)) for residue in before)
            after.setdefault((left_out, some_chosen), chosen)
            after.setdefault((taken, True), (*chosen, option.id))
        found = after
    for (before, some_chosen), chosen in found.items():
        if some_chosen:  # what is left of a comparison now names reserved values only: no
            yield tuple(fill(residue, question.id, lambda _: False) for residue in before), chosen


def _without(question: str, option: str) -> Any:
    def judge(options: tuple[str, ...]) -> Residue:
        rest = tuple(o for o in options if o != option)
        return Is(question, rest) if rest else False

    return judge


def _with(question: str, option: str) -> Any:
    def judge(options: tuple[str, ...]) -> Residue:
        return True if option in options else Is(question, options)

    return judge


def fill(residue: Residue, question: str, judge: Any) -> Residue:
    """What is left of a rule once comparisons with `question` are judged."""
    match residue:
        case Is(id, options):
            return judge(options) if id == question else residue
        case Not(inner):
            rest = fill(inner, question, judge)
            if isinstance(rest, Test):
                return Not(rest)
            return None if rest is None else not rest
        case All(tests):
            return _joined(All, every, False, [fill(part, question, judge) for part in tests])
        case Any_(tests):
            return _joined(Any_, some, True, [fill(part, question, judge) for part in tests])
    return residue


def _joined(kind: type, judge: Any, decisive: bool, parts: list[Residue]) -> Residue:
    """The parts of an `all` or `any` put together again, without those that no longer matter."""
    if any(part is decisive for part in parts):
        return decisive
    open_parts = [part for part in parts if isinstance(part, Test)]
    if not open_parts:
        return judge(parts)
    kept = dict.fromkeys(([None] if None in parts else []) + open_parts)
    return open_parts[0] if len(kept) == 1 else kind(tuple(kept))
