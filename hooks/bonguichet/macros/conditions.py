"""Tests put in the order in which people read them: what must hold, then what must not.

Knows how a test is written and which answers a question has. Must not know words or HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..model import FREE_KINDS, Question
from ..model.expressions import All, Any_, Is, Not, Test


@dataclass(frozen=True)
class Line:
    """One comparison: the answer is one of `answers` (`but`: is any other one); `negated`: this must not hold."""

    question: str
    answers: tuple[str, ...]
    but: bool = False
    negated: bool = False


@dataclass(frozen=True)
class Block:
    """Several conditions: `all` of `parts` hold, or at least one (`any`); and none of `unless` does."""

    kind: Literal["all", "any"]
    parts: tuple["Node", ...]
    unless: tuple["Node", ...] = ()


Node = Line | Block


def readable(test: Test, questions: Mapping[str, Question]) -> Node:
    """The test as people read it; it means the same, for known and unknown answers alike."""
    match test:
        case Is(question, answers):
            return _line(questions[question], answers)
        case Not(Not(inner)):
            return readable(inner, questions)
        case Not(Is(question, answers)):
            return Line(question, answers, negated=True)
        case Not(inner):
            return Block("all", (), _alternatives(inner, questions))
        case Any_(tests):
            return Block("any", _alternatives(test, questions)) if len(tests) > 1 else readable(tests[0], questions)
        case All(tests):
            return _together(_flat(All, tests), questions)


def _together(tests: tuple[Test, ...], questions: Mapping[str, Question]) -> Node:
    parts = tuple(readable(test, questions) for test in tests if not isinstance(test, Not))
    excluded = [test.test for test in tests if isinstance(test, Not)]
    unless = tuple(node for test in excluded for node in _alternatives(test, questions))
    return parts[0] if len(parts) == 1 and not unless else Block("all", parts, unless)


def _alternatives(test: Test, questions: Mapping[str, Question]) -> tuple[Node, ...]:
    """The ways in which a test can hold, one by one."""
    tests = _flat(Any_, test.tests) if isinstance(test, Any_) else (test,)
    return tuple(readable(part, questions) for part in tests)


def _flat(kind: type[All] | type[Any_], tests: tuple[Test, ...]) -> tuple[Test, ...]:
    """What stands in a group, with the groups of the same kind inside it opened."""
    return tuple(inner for test in tests for inner in (_flat(kind, test.tests) if isinstance(test, kind) else (test,)))


def _line(question: Question, answers: tuple[str, ...]) -> Line:
    """A comparison, told by the answers left out where these are fewer than half of what is listed."""
    others = tuple(value for value in question.values() if value not in answers)
    shorter = question.kind not in FREE_KINDS and 2 * len(others) < len(answers)
    return Line(question.id, others, but=True) if shorter else Line(question.id, answers)
