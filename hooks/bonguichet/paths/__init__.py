"""Proofs over every possible set of answers: decided, not sampled.

Knows what the questionnaire promises. Must not know how anything is shown.
"""

from ..messages import say
from ..model import Model
from ..situations import longest, rules_of, shares
from . import clashes, lengths, reach
from .lengths import MOST
from .report import Proof, Report

__all__ = ["Proof", "Report", "prove"]


def prove(model: Model) -> Report:
    """Run every proof on the model."""
    (rules,) = rules_of(model)
    way = longest(rules)
    proofs = {
        "length": Proof(say("nobody answers more than {most} questions", most=MOST), lengths.too_long(way.asked)),
        "desk": Proof(say("every path leads to a desk beside the fallback"), reach.nowhere(rules)),
        "options": Proof(say("every question can be asked and every answer given"), reach.unasked(rules)),
        "advice": Proof(say("every piece of advice shows for somebody"), reach.advice(rules)),
        "warnings": Proof(say("every warning shows for somebody"), reach.warnings(rules)),
        "benefits": Proof(
            say(
                "every right can be worth asking for, to be checked, and have another way first (where a condition is "
                "tested); each other way and each « advice first » shows for somebody"
            ),
            reach.benefits(rules),
        ),
        "not-covered": Proof(say("everything that was not looked at is told to somebody"), reach.not_covered(rules)),
        "contradictions": Proof(
            say(
                "no two contradictory pieces of advice together ({count} pairs declared)", count=clashes.declared(model)
            ),
            clashes.contradictions(rules),
        ),
        "facts": Proof(
            say(
                "no question asks a fact already told by a chosen answer, no two « choice » questions ask the same fact, "
                "and no two questions that one person meets offer an answer in the same words"
            ),
            clashes.asked_twice(rules),
        ),
    }
    return Report(proofs, way.asked, shares(rules), lengths.by_case(model), way.states, len(rules.diagrams))
