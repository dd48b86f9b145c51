"""What the proofs decide, found again by trying every answer: slow, and too simple to be wrong."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bonguichet import logic
from bonguichet.derived import SOMETHING
from bonguichet.model import Question
from bonguichet.situations import Diagram, Node
from bonguichet.situations.variables import Variable


def possible_answers(question: Question) -> list[Any]:
    """Every answer that a generated question can have."""
    if question.kind == "choice":
        return list(question.values())
    ids = [option.id for option in question.options]
    subsets = itertools.chain.from_iterable(itertools.combinations(ids, n) for n in range(1, len(ids) + 1))
    return [*map(list, subsets), ["none"], "unknown", "skip"]


def walks(questions: dict[str, Question], answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every finished set of answers, by walking like a reader."""
    following = logic.next_question(questions, answers)
    if following is None:
        yield answers
        return
    for answer in possible_answers(following):
        yield from walks(questions, answers | {following.id: answer})


def classes(questions: Iterable[Question], judge: Callable[[tuple[Any, ...]], Any]) -> Counter:
    """How many classes of answers end in each way, `judge` taking one answer a question.

    Every answer is a branch of a tree; branches of one question that lead to the same tree are one class."""

    def tree(left: list[Question], given: tuple[Any, ...]) -> Any:
        if not left:
            return judge(given)
        below = [tree(left[1:], (*given, answer)) for answer in possible_answers(left[0])]
        return below[0] if all(branch == below[0] for branch in below) else below

    def count(found: Any) -> Counter:
        if not isinstance(found, list):
            return Counter({found: 1})
        different = [branch for n, branch in enumerate(found) if branch not in found[:n]]
        return sum(map(count, different), Counter())

    return count(tree(list(questions), ()))


def end(diagram: Diagram, answers: Iterable[tuple[Variable, Any]]) -> Any:
    """Where a diagram ends for one answer to each variable, by following it choice by choice."""
    choices: dict[int, int] = {}
    for variable, answer in answers:
        given = tuple(answer) if isinstance(answer, list) else answer if answer in variable.values else SOMETHING
        choices |= variable.choices(given)
    while isinstance(diagram, Node):
        diagram = diagram.below[choices.get(diagram.level, 0)]
    return diagram
