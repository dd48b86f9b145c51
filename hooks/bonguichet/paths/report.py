"""What the proofs found, in words for an editor."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..messages import say
from ..situations import Answers, in_words

_MANY = 8
"""From here on, numbers of questions are told together."""


@dataclass(frozen=True)
class Proof:
    """One promise, and what breaks it: nothing where it holds."""

    promise: str
    broken: tuple[str, ...]

    def __str__(self) -> str:
        if self.broken:
            return "\n".join(say("not so: {fault}", fault=fault) for fault in self.broken)
        return say("proven: {promise}.", promise=self.promise)


@dataclass(frozen=True)
class Report:
    """What was proven, how many questions people are asked, and how much was looked at."""

    proofs: Mapping[str, Proof]
    longest: Answers
    by_convention: Mapping[int, Fraction]
    by_case: Mapping[int, Fraction]
    states: int
    choices: int

    @property
    def holds(self) -> bool:
        """Whether every proof holds."""
        return not any(proof.broken for proof in self.proofs.values())

    def __str__(self) -> str:
        lines = [
            say("proven: every path ends; the longest asks {count} questions, for example:", count=len(self.longest)),
            f"  {in_words(self.longest)}",
            *(str(proof) for proof in self.proofs.values() if not proof.broken),
            say(
                "questions asked in the real situations of questionnaire/cases: {shares}.",
                shares=_in_percent(self.by_case),
            ),
            say("questions asked by convention: {shares}.", shares=_in_percent(self.by_convention)),
            "  "
            + say(
                "(one thing ticked, every answer equally likely, a code or date given, a computed answer its first option)"
            ),
            say(
                "looked at: {choices} choices of the rules, {states} states of the questions.",
                choices=self.choices,
                states=self.states,
            ),
            *(str(proof) for proof in self.proofs.values() if proof.broken),
        ]
        return "\n".join(lines)


def _in_percent(shares: Mapping[int, Fraction]) -> str:
    few = [f"{asked}: {_percent(share)}" for asked, share in sorted(shares.items()) if asked < _MANY]
    many = sum(share for asked, share in shares.items() if asked >= _MANY)
    return ", ".join([*few, say("{number} or more: {share}", number=_MANY, share=_percent(many))])


def _percent(share: Fraction) -> str:
    return f"{float(share):.0%}"
