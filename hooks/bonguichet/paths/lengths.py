"""How many questions people are asked: by convention, and in the real situations that we know."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from .. import derived, logic
from ..messages import say
from ..model import Case, Model
from ..situations import Answers, in_words

MOST = 12
"""How many questions a patient reader bears."""


def too_long(longest: Answers) -> tuple[str, ...]:
    """The longest way through, where it asks more than MOST questions: ask the last ones of fewer people."""
    if len(longest) <= MOST:
        return ()
    text = say(
        "{count} questions for: {answers}. At most {most} are allowed: narrow the 'when' of one of them.",
        count=len(longest),
        answers=in_words(longest),
        most=MOST,
    )
    return (text,)


def by_case(model: Model) -> Mapping[int, Fraction]:
    """The share of people by number of questions asked, each case of questionnaire/cases being one person."""
    counted = Counter(_asked(model, case) for case in model.cases.values())
    return {asked: Fraction(cases, len(model.cases)) for asked, cases in sorted(counted.items())}


def median(people: Mapping[int, Fraction]) -> int:
    """The number of questions that half of the people do not exceed."""
    reached = Fraction(0)
    for asked, share in sorted(people.items()):
        reached += share
        if reached >= Fraction(1, 2):
            return asked
    raise ValueError("nobody was counted")


def _asked(model: Model, case: Case) -> int:
    known = derived.complete(model, case.given(), case.today)
    questions = (question for question in model.questions.values() if question.kind != "derived")
    return sum(logic.applies(question, model.questions, known) is True for question in questions)
