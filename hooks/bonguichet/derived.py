"""Answers that are computed, not asked: the term of an appeal, the region, what a postal code says.

Twin of `questionnaire/client/derived.js`, with shared golden cases. A rule that needs more than
the logic has becomes a named function here. Must not know how anything is shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from . import deadlines, logic
from .directory import Place
from .model import SKIP, UNKNOWN, Model, Question

SOMETHING = "something"
"""Any day, postal code or municipality, where only a derived answer can tell one from another."""

_UNLISTED = "0000"
"""A postal code that no municipality has."""

FUNCTIONS: dict[str, Callable[[Model, Question, Mapping[str, Any], date], str]] = {}


def complete(model: Model, answers: logic.Answers, today: date) -> dict[str, Any]:
    """The answers with every derived one beside them, in the order of the questions."""
    found = {id: value for id, value in answers.items() if id in model.questions}
    for question in model.questions.values():
        if question.kind == "derived":
            counted = valid(model, found, question.uses)
            found[question.id] = FUNCTIONS[question.derived](model, question, counted, today)
    return found


def possible(model: Model, question: Question, given: Mapping[str, Any]) -> tuple[str, ...]:
    """Every value that a derived answer can take, in the order of `question.values()`.

    `given` holds the answers that count, SOMETHING standing for any day, postal code or municipality. One code or one
    municipality: every one is tried. A day, or both: any value, since they cannot all be tried."""
    free = [id for id, value in given.items() if value == SOMETHING]
    tried = list(_every(model, model.questions[free[0]])) if len(free) == 1 else []
    if free and not tried:
        return question.values()
    function = FUNCTIONS[question.derived]
    cases = [{**given, free[0]: value} for value in tried] if free else [given]
    found = {function(model, question, case, model.day) for case in cases}
    return tuple(value for value in question.values() if value in found)


def _every(model: Model, question: Question) -> Iterator[str]:
    """Every answer to a question that takes more than its listed ones, where there is an end to them."""
    if question.kind == "postal-code":
        yield from (*model.postal_codes, _UNLISTED)
    elif question.kind == "municipality":
        yield from model.municipalities


def valid(model: Model, answers: logic.Answers, ids: Iterable[str]) -> dict[str, Any]:
    """The answers to these questions that count: those of questions that apply, and that say something."""
    return {
        id: answers[id]
        for id in ids
        if answers.get(id, UNKNOWN) not in (UNKNOWN, SKIP)
        and logic.applies(model.questions[id], model.questions, answers)
    }


def place(model: Model, answers: logic.Answers) -> Place:
    """Where the person sleeps, as far as the answers tell. Someone abroad has no place in Belgium."""
    towns = _towns(model, valid(model, answers, ("postal-code", "municipality")))
    return Place(towns[0] if len(towns) == 1 else None, _only_region(model, towns))


def _towns(model: Model, counted: Mapping[str, Any]) -> tuple[str, ...]:
    """The municipalities that the answers leave possible."""
    listed = model.postal_codes.get(counted.get("postal-code", ""), ())
    chosen = counted.get("municipality")
    if chosen in model.municipalities and (not listed or chosen in listed):
        return (chosen,)
    return listed


def _only_region(model: Model, towns: tuple[str, ...]) -> str | None:
    regions = {model.municipalities[town].region for town in towns}
    return regions.pop() if len(regions) == 1 else None


def _function(function: Callable) -> Callable:
    FUNCTIONS[function.__name__.strip("_")] = function
    return function


@_function
def _term(model: Model, question: Question, counted: Mapping[str, Any], today: date) -> str:
    """Where the deadline counted from the question's date stands (charter of 11 April 1995, art. 23)."""
    start = counted.get(question.uses[0])
    if start is None:
        return UNKNOWN
    return deadlines.term(date.fromisoformat(start), model.deadlines[question.deadline].length, today)


@_function
def _country(model: Model, question: Question, counted: Mapping[str, Any], today: date) -> str:
    """Belgium, unless the reader says that they sleep in another country."""
    abroad = {option.id for option in model.questions[question.uses[0]].options}
    return "abroad" if counted.get(question.uses[0]) in abroad else "belgium"


@_function
def _postal_place(model: Model, question: Question, counted: Mapping[str, Any], today: date) -> str:
    """How many municipalities the postal code names."""
    code = counted.get(question.uses[0])
    if code is None:
        return UNKNOWN
    return {0: "unlisted", 1: "one"}.get(len(model.postal_codes.get(code, ())), "shared")


@_function
def _region(model: Model, question: Question, counted: Mapping[str, Any], today: date) -> str:
    """The region of the municipality; known as soon as all municipalities left possible lie in one."""
    return _only_region(model, _towns(model, counted)) or UNKNOWN
