"""Whether everything written can show for somebody, and whether everybody is sent somewhere."""

from collections.abc import Iterator

from .. import logic
from ..messages import say
from ..model import Benefit
from ..model.expressions import Is
from ..situations import Diagram, Rules, either, ends, in_words, together

_ENOUGH = 3
"""So many people without a desk are told; the editor mends, and asks again."""


def unasked(rules: Rules) -> tuple[str, ...]:
    """Questions that nobody meets, and answers that nobody can give."""
    found = []
    for id, question in rules.model.questions.items():
        if True not in ends(rules.asked(id)):
            found.append(say("question {id} is asked of nobody", id=id))
            continue
        for option in question.options:
            if True not in ends(rules.test(Is(id, (option.id,)))):
                found.append(say("question {id}: nobody can answer {answer}", id=id, answer=option.id))
    return tuple(found)


def advice(rules: Rules) -> tuple[str, ...]:
    """Advice that shows for nobody."""
    whens = {id: advice.when for id, advice in rules.model.advice.items()}
    nobody = (id for id, when in whens.items() if True not in ends(rules.test(when)))
    return tuple(say("advice {id} shows for nobody", id=id) for id in nobody)


def warnings(rules: Rules) -> tuple[str, ...]:
    """Warnings that are out of place wherever a piece of advice or a right lists them."""
    nobody = (id for id in rules.model.warnings if not _warned(rules, id))
    return tuple(say("warning {id} shows for nobody", id=id) for id in nobody)


def _warned(rules: Rules, id: str) -> bool:
    warned = rules.test(rules.model.warnings[id].when)
    advice = (rules.test(a.when) for a in rules.model.advice.values() if id in a.warnings)
    rights = (rules.test(b.when) for b in rules.model.benefits.values() if id in b.warnings)
    return any(shown is True and w is not False for host in advice for shown, w in _ends(rules, host, warned)) or any(
        shown is not False and w is not False for host in rights for shown, w in _ends(rules, host, warned)
    )


def benefits(rules: Rules) -> tuple[str, ...]:
    """Rights that can never have one of their statuses, « advice first » or one of their other ways."""
    return tuple(fault for id, benefit in rules.model.benefits.items() for fault in _benefit(rules, id, benefit))


def _benefit(rules: Rules, id: str, benefit: Benefit) -> Iterator[str]:
    shown, verdict = rules.test(benefit.when), rules.verdict(benefit)
    verdicts = {met for when, met in _ends(rules, shown, verdict) if when is not False}
    tested = any(condition.test for condition in benefit.conditions)
    for met, status in ((True, "ask"), (None, "check"), (False, "other-route")):
        if met not in verdicts and (tested or met is None):
            yield say("right {id} is « {status} » for nobody", id=id, status=status)
    if benefit.advice_first:
        found = _ends(rules, shown, verdict, rules.test(benefit.advice_first))
        if not any(when is not False and met is not False and first is True for when, met, first in found):
            yield say("right {id}: « advice first » shows for nobody", id=id)
    for number, way in enumerate(benefit.instead, start=1):
        found = _ends(rules, shown, verdict, rules.test(way.when))
        if not any(when is not False and met is False and so is True for when, met, so in found):
            yield say("right {id}: line {number} of `instead` is meant for nobody", id=id, number=number)


def not_covered(rules: Rules) -> tuple[str, ...]:
    """What was not looked at, but is told to nobody."""
    whens = {id: item.when for id, item in rules.model.not_covered.items()}
    nobody = (id for id, when in whens.items() if ends(rules.test(when)) == {False})
    return tuple(say("not-covered {id} shows for nobody", id=id) for id in nobody)


def nowhere(rules: Rules) -> tuple[str, ...]:
    """Answers that lead to no desk beside the fallback.

    Looks for answers that the pieces of advice taken so far do not serve, and takes one that does; where none does, those
    answers lead nowhere, and whoever shares the first of them is left aside. It ends, since each round takes one more
    piece or is one of a few."""
    model = rules.model
    senders = {
        id: advice for id, advice in model.advice.items() if advice.when and advice.roles and not advice.fallback
    }
    served: Diagram = False
    lost: list[str] = []
    while (
        len(lost) < _ENOUGH and (unserved := rules.variables.example(served, lambda end: end is not True)) is not None
    ):
        answers = rules.completed(unserved)
        known = {variable.question.id: answer for variable, answer in answers}
        found = next((id for id, a in senders.items() if logic.evaluate(a.when, model.questions, known)), None)
        if found is None:
            lost.append(say("no desk for: {answers}", answers=in_words(answers)))
            variable, first = answers[0]
            taken = rules.test(Is(variable.question.id, (first,) if isinstance(first, str) else first))
        else:
            taken = rules.test(senders.pop(found).when)
        served = rules.diagrams.combine(either, served, taken)
    return tuple(dict.fromkeys(lost))


def _ends(rules: Rules, *diagrams: Diagram) -> set[tuple[logic.Truth, ...]]:
    """Every way in which rules can end side by side."""
    return ends(rules.diagrams.combine(together, *diagrams))
