"""What must never come together: contradictory pieces of advice, and two questions about the same fact."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, product

from ..messages import say
from ..model import Contradiction, Model, Question
from ..model.expressions import Is
from ..situations import Answers, Diagram, Rules, both, in_words

_EMPTY_WORDS = ("oui", "non")
"""Answers that tell no fact by themselves: two questions may share them."""


def declared(model: Model) -> int:
    """How many pairs of pieces of advice are declared contradictory."""
    return sum(1 for contradiction in model.contradictions.values() for _ in _pairs(contradiction))


def contradictions(rules: Rules) -> tuple[str, ...]:
    """Declared pairs that show together, each with the answers that bring them about."""
    found = []
    for id, contradiction in rules.model.contradictions.items():
        for one, other in _pairs(contradiction):
            shown = (rules.test(rules.model.advice[name].when) for name in (one, other))
            if (answers := _met(rules, *shown)) is not None:
                found.append(
                    say(
                        "{one} and {other} show together ({id}): {answers}",
                        one=one,
                        other=other,
                        id=id,
                        answers=in_words(answers),
                    )
                )
    return tuple(found)


def _pairs(contradiction: Contradiction) -> Iterator[tuple[str, str]]:
    return product(contradiction.one, contradiction.other)


def asked_twice(rules: Rules) -> tuple[str, ...]:
    """Questions about a fact that the reader told already, or is asked elsewhere too."""
    questions = [question for question in rules.model.questions.values() if question.kind != "derived"]
    found = []
    for one, other in combinations(questions, 2):
        met = _met(rules, rules.asked(one.id), rules.asked(other.id))
        if met is None:
            continue
        both = {"one": one.id, "other": other.id, "answers": in_words(met)}
        for label in _labels(one) & _labels(other):
            found.append(say("{one} and {other} both offer « {label} »: {answers}", label=label, **both))
        if one.kind == other.kind == "choice":
            for fact in _facts(one) & _facts(other):
                found.append(say("{one} and {other} both ask {fact}: {answers}", fact=fact, **both))
        found += _told_already(rules, one, other)
    return tuple(found)


def _told_already(rules: Rules, told: Question, asked: Question) -> Iterator[str]:
    for option in told.options:
        if option.fact in _facts(asked):
            chosen = rules.test(Is(told.id, (option.id,)))
            if (answers := _met(rules, chosen, rules.asked(asked.id))) is not None:
                yield say(
                    "{question} asks {fact}, which {answer} told: {answers}",
                    question=asked.id,
                    fact=option.fact,
                    answer=f"{told.id}={option.id}",
                    answers=in_words(answers),
                )


def _facts(question: Question) -> set[str]:
    """What a question asks: itself, and what its answers tell."""
    return {question.id} | {option.fact for option in question.options if option.fact}


def _labels(question: Question) -> set[str]:
    """The words of the answers, without case, accents and punctuation."""
    plain = (unicodedata.normalize("NFKD", option.label).casefold() for option in question.options)
    words = {" ".join(re.findall(r"\w+", "".join(filter(_is_no_accent, label)))) for label in plain}
    return words - set(_EMPTY_WORDS)


def _is_no_accent(letter: str) -> bool:
    return not unicodedata.combining(letter)


def _met(rules: Rules, one: Diagram, other: Diagram) -> Answers | None:
    """Answers that make both *yes*."""
    return rules.variables.example(rules.diagrams.combine(both, one, other), lambda end: end is True)
