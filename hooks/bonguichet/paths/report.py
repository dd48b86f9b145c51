"""What the proofs found, in words for an editor."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..situations import Answers, in_words

_MANY = 8
"""From here on, numbers of questions are told together."""


@dataclass(frozen=True)
class Proof:
    """One promise, and what breaks it: nothing where it holds."""

    promise: str
    broken: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(f"not so: {fault}" for fault in self.broken) or f"proven: {self.promise}."


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
            f"proven: every path ends; the longest asks {len(self.longest)} questions, for example:",
            f"  {in_words(self.longest)}",
            *(str(proof) for proof in self.proofs.values() if not proof.broken),
            f"questions asked in the real situations of questionnaire/cases: {_in_percent(self.by_case)}.",
            f"questions asked by convention: {_in_percent(self.by_convention)}.",
            "  (one thing ticked, every answer equally likely, a code or date given, a computed answer its first option)",
            f"looked at: {self.choices} choices of the rules, {self.states} states of the questions.",
            *(str(proof) for proof in self.proofs.values() if proof.broken),
        ]
        return "\n".join(lines)


def _in_percent(shares: Mapping[int, Fraction]) -> str:
    few = [f"{asked}: {float(share):.0%}" for asked, share in sorted(shares.items()) if asked < _MANY]
    many = sum(share for asked, share in shares.items() if asked >= _MANY)
    return ", ".join([*few, f"{_MANY} or more: {float(many):.0%}"])
