"""Three-valued logic over the answers: what applies, what is asked next, what comes out.

Twin of `questionnaire/client/logic.js`: both must agree on every example. Knows questions and
answers only. Must not know dates, desks, languages or how anything is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .model import SKIP, UNKNOWN, Benefit, Model, Question
from .model.expressions import All, Any_, Is, Not, Test

Truth = bool | None
"""True is *yes*, False is *no*, None is *unknown*."""

Answers = Mapping[str, Any]
"""Question id → option id, list of option ids, ISO day, postal code or REFNIS code; derived ones included."""

_SAYS_NOTHING = {None, UNKNOWN, SKIP}

URGENCIES = ("today", "deadline", "soon", "info")


@dataclass(frozen=True)
class ShownAdvice:
    """A piece of advice that applies, and its warnings that are not surely out of place."""

    id: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class ShownBenefit:
    """A right worth showing: `status` is ask, check or other-route; `met` judges each condition.

    `advice_first`: asking comes after advice on the residence. `instead`: which other ways may fit, by their
    place in the benefit; none unless the status is other-route."""

    id: str
    status: str
    met: Mapping[str, Truth]
    warnings: tuple[str, ...]
    advice_first: bool
    instead: tuple[int, ...]


@dataclass(frozen=True)
class Results:
    """Everything the answers lead to, first things first."""

    advice: tuple[ShownAdvice, ...]
    benefits: tuple[ShownBenefit, ...]
    not_covered: tuple[str, ...]


def every(values: Iterable[Truth]) -> Truth:
    """Kleene's *and*: no if one is no, yes if all are yes, else unknown."""
    found: Truth = True
    for value in values:
        if value is False:
            return False
        found = None if value is None else found
    return found


def some(values: Iterable[Truth]) -> Truth:
    """Kleene's *or*: yes if one is yes, no if all are no, else unknown."""
    found: Truth = False
    for value in values:
        if value is True:
            return True
        found = None if value is None else found
    return found


def evaluate(test: Test | None, questions: Mapping[str, Question], answers: Answers) -> Truth:
    """Judge a test; no test at all holds."""
    match test:
        case None:
            return True
        case Is(question, options):
            return compare(questions[question], options, questions, answers)
        case Not(inner):
            inner_truth = evaluate(inner, questions, answers)
            return None if inner_truth is None else not inner_truth
        case All(tests):
            return every(evaluate(part, questions, answers) for part in tests)
        case Any_(tests):
            return some(evaluate(part, questions, answers) for part in tests)


def compare(question: Question, options: Iterable[str], questions: Mapping[str, Question], answers: Answers) -> Truth:
    """Is the answer to `question` one of `options`? A question that does not apply: no; not asked: unknown."""
    asked = applies(question, questions, answers)
    if asked is not True:
        return asked
    return matches(answers.get(question.id), options)


def matches(answer: Any, options: Iterable[str]) -> Truth:
    """Is this answer one of `options`? Unknown and skip count only when listed by name."""
    chosen = set(answer) if isinstance(answer, (list, tuple)) else {answer}
    if not chosen.isdisjoint(options):
        return True
    return False if chosen and chosen.isdisjoint(_SAYS_NOTHING) else None


def applies(question: Question, questions: Mapping[str, Question], answers: Answers) -> Truth:
    """Whether the question is asked, given the answers to earlier ones."""
    return evaluate(question.when, questions, answers)


def next_question(questions: Mapping[str, Question], answers: Answers) -> Question | None:
    """The first question that applies and has no answer; None when the results can be shown."""
    for question in questions.values():
        if question.kind != "derived" and question.id not in answers and applies(question, questions, answers):
            return question
    return None


def results(model: Model, answers: Answers) -> Results:
    """What the answers lead to: advice by urgency (the fallback last), rights, and what was not looked at."""
    truth = {id: evaluate(advice.when, model.questions, answers) for id, advice in model.advice.items()}
    shown = sorted((id for id, value in truth.items() if value), key=lambda id: rank(model, id, answers))
    return Results(
        advice=tuple(ShownAdvice(id, _warnings(model, model.advice[id].warnings, answers)) for id in shown),
        benefits=tuple(
            _judge(model, id, benefit, answers)
            for id, benefit in model.benefits.items()
            if evaluate(benefit.when, model.questions, answers) is not False
        ),
        not_covered=tuple(
            id for id, item in model.not_covered.items() if evaluate(item.when, model.questions, answers) is not False
        ),
    )


def rank(model: Model, id: str, answers: Answers) -> tuple[bool, bool, bool, int]:
    """The fallback last; where life or safety is at stake first, then what presses, then by urgency."""
    advice = model.advice[id]
    pressing = advice.pressing is not None and evaluate(advice.pressing, model.questions, answers) is True
    return advice.fallback, not advice.safety, not pressing, URGENCIES.index(advice.urgency)


def _warnings(model: Model, ids: Iterable[str], answers: Answers) -> tuple[str, ...]:
    """The warnings that are not surely out of place."""
    return tuple(id for id in ids if evaluate(model.warnings[id].when, model.questions, answers) is not False)


def _judge(model: Model, id: str, benefit: Benefit, answers: Answers) -> ShownBenefit:
    met = {c.id: evaluate(c.test, model.questions, answers) if c.test else None for c in benefit.conditions}
    tested = [met[c.id] for c in benefit.conditions if c.test]
    verdict = every(tested) if tested else None
    status = {True: "ask", False: "other-route", None: "check"}[verdict]
    other = status == "other-route"
    first = benefit.advice_first is not None and evaluate(benefit.advice_first, model.questions, answers) is True
    ways = [n for n, way in enumerate(benefit.instead) if evaluate(way.when, model.questions, answers) is not False]
    return ShownBenefit(
        id,
        status,
        met,
        _warnings(model, benefit.warnings, answers),
        advice_first=first and not other,
        instead=tuple(ways) if other else (),
    )
