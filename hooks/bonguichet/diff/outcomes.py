"""For which situations a rule comes out otherwise: decided over every set of answers, the same given to both versions.

Knows what readers see of a question, a piece of advice, a right. An answer that a version does not know is no answer in it.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from ..messages import say
from ..model import Benefit
from ..situations import OPEN, Answers, Diagram, Node, Rules, ends, in_words, together

_EXAMPLES = 3

Outcome = Callable[[Rules, str], Diagram]
"""What readers see of the entry with this id, over every set of answers."""


def question(rules: Rules, id: str) -> Diagram:
    """Whether a question is asked."""
    return rules.diagrams.combine(_asked, rules.asked(id))


def advice(rules: Rules, id: str) -> Diagram:
    """Whether a piece of advice shows."""
    return rules.diagrams.combine(_shown, rules.test(rules.model.advice[id].when))


def warning(rules: Rules, id: str) -> Diagram:
    """Whether a warning shows beside what lists it."""
    return rules.diagrams.combine(_shown_unless_no, rules.test(rules.model.warnings[id].when))


def not_covered(rules: Rules, id: str) -> Diagram:
    """Whether readers are told that this was not looked at."""
    return rules.diagrams.combine(_shown_unless_no, rules.test(rules.model.not_covered[id].when))


def benefit(rules: Rules, id: str) -> Diagram:
    """The status of a right, and whether advice comes first."""
    right: Benefit = rules.model.benefits[id]
    first = rules.test(right.advice_first) if right.advice_first else False
    return rules.diagrams.combine(_status, rules.test(right.when), rules.verdict(right), first)


def change(outcome: Outcome, id: str, old: Rules, new: Rules) -> list[str]:
    """For how many classes of situations the entry comes out otherwise, and examples; nothing if for none."""
    sides = new.diagrams.combine(together, outcome(old, id), outcome(new, id))
    turns = [turn for turn in ends(sides) if turn[0] != turn[1]]
    if not turns:
        return []
    counted = new.variables.classes(sides)
    turns.sort(key=lambda turn: (-counted[turn], turn))
    ways = ", ".join(f"{counted[turn]}: {_turn(turn)}" for turn in turns)
    changed = sum(counted[turn] for turn in turns)
    head = say(
        "{changed} of {all} classes of situations change ({ways}); for example:",
        changed=changed,
        all=counted.total(),
        ways=ways,
    )
    return [
        head,
        *(f"  {_turn(turn)}: {in_words(answers)}" for turn, answers in islice(_examples(new, sides, turns), _EXAMPLES)),
    ]


def reach(outcome: Outcome, id: str, rules: Rules) -> str:
    """In how many classes of situations readers see something of a new entry."""
    counted = rules.variables.classes(outcome(rules, id))
    ways = ", ".join(f"{count}: {seen}" for seen, count in sorted(counted.items(), key=lambda item: -item[1]))
    return say("{count} classes of situations ({ways})", count=counted.total(), ways=ways)


def _turn(turn: tuple[str, str]) -> str:
    return " → ".join(turn)


def _examples(rules: Rules, sides: Diagram, turns: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], Answers]]:
    """An example of every turn, then a second of every turn, and so on."""
    lines = [(turn, rules.variables.examples(sides, turn.__eq__)) for turn in turns]
    while lines:
        found = [(turn, next(examples, None), examples) for turn, examples in lines]
        yield from ((turn, answers) for turn, answers, _ in found if answers is not None)
        lines = [(turn, examples) for turn, answers, examples in found if answers is not None]


def _asked(when: Diagram) -> Diagram:
    return OPEN if isinstance(when, Node) else say("asked") if when is True else say("not asked")


def _shown(when: Diagram) -> Diagram:
    return OPEN if isinstance(when, Node) else say("shown") if when is True else say("not shown")


def _shown_unless_no(when: Diagram) -> Diagram:
    return OPEN if isinstance(when, Node) else say("not shown") if when is False else say("shown")


def _status(when: Diagram, verdict: Diagram, first: Diagram) -> Diagram:
    if when is False:
        return say("not shown")
    if any(isinstance(part, Node) for part in (when, verdict, first)):
        return OPEN
    status = {True: "ask", False: "other-route", None: "check"}[verdict]
    return say("{status} (advice first)", status=status) if first is True and verdict is not False else status
