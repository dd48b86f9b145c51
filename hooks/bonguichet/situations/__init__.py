"""Every set of answers at once: what a rule comes to for each of them, decided and not sampled."""

from ..model import Model
from .diagrams import OPEN, Diagram, Diagrams, Node, ends
from .rules import Rules, both, either, together
from .variables import Answer, Answers, Variables, in_words
from .walks import longest, shares

__all__ = [
    "Answer",
    "Answers",
    "Diagram",
    "Node",
    "OPEN",
    "Rules",
    "both",
    "either",
    "ends",
    "in_words",
    "longest",
    "rules_of",
    "shares",
    "together",
]


def rules_of(*models: Model) -> tuple[Rules, ...]:
    """The rules of each model, over the same answers: those of several versions can be set side by side."""
    variables, diagrams = Variables(*(tuple(model.questions.values()) for model in models)), Diagrams()
    return tuple(Rules(model, variables, diagrams) for model in models)
