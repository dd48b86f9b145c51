"""How many questions people are asked: the longest way through, and how many most people meet.

Walks the questions in order and carries what is left of each `when`: two ways that leave the same are one state. Must
not know what the answers lead to.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from .diagrams import Diagram, at
from .rules import Rules
from .variables import Answers, Variable

State = tuple[Diagram, ...]
"""What is left of the `when` of each question still to come."""


@dataclass(frozen=True)
class Longest:
    """A way through the questions that none exceeds, and how many states were met to know it."""

    asked: Answers
    states: int


def longest(rules: Rules) -> Longest:
    """The most questions that anyone can be asked, over every possible set of answers."""
    states: dict[State, Answers] = {_start(rules): ()}
    met = 1
    for variable in _order(rules):
        after: dict[State, Answers] = {}
        for (asked, *rest), trace in states.items():
            ways = rules.variables.after(variable, *rest) if asked is True else {tuple(rest): None}
            for left, answer in ways.items():
                longer = trace if answer is None or variable.computed else (*trace, (variable, answer))
                if left not in after or len(after[left]) < len(longer):
                    after[left] = longer
        states, met = after, met + len(after)
    return Longest(max(states.values(), key=len), met)


def shares(rules: Rules) -> dict[int, Fraction]:
    """The share of people by number of questions asked, by convention: one thing ticked, every answer equally likely;
    a code or date is given; a computed answer is its first option."""
    states = {_start(rules): Counter({0: Fraction(1)})}
    for variable in _order(rules):
        usual = variable.values[:1] if variable.computed or variable.free else variable.values
        after: dict[State, Counter[int]] = {}
        for (asked, *rest), people in states.items():
            answers = usual if asked is True else (None,)
            more = int(asked is True and not variable.computed)
            each = Counter({n + more: share / len(answers) for n, share in people.items()})
            for answer in answers:
                choices = {} if answer is None else variable.choices(answer)
                left = tuple(_left(part, choices) for part in rest)
                after[left] = after.get(left, Counter()) + each
        states = after
    return dict(sorted(sum(states.values(), Counter()).items()))


def _start(rules: Rules) -> State:
    return tuple(rules.asked(id) for id in rules.model.questions)


def _order(rules: Rules) -> list[Variable]:
    return [rules.variables.of_question(question) for question in rules.model.questions.values()]


def _left(diagram: Diagram, choices: Mapping[int, int]) -> Diagram:
    for level, value in choices.items():
        diagram = at(diagram, level, value)
    return diagram
