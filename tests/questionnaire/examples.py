"""Small questionnaires nobody would think of, with answers, and what an engine makes of them.

The same examples go through `logic.py` and `client/logic.js`: `observe` says everything that a
reader could notice, as plain JSON.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from bonguichet import logic
from bonguichet.export import logic as exported
from bonguichet.model import Advice, Benefit, Condition, Instead, Model, NotCovered, Option, Question, Text, Warning_
from bonguichet.model.expressions import All, Any_, Is, Not, Test, to_json
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

OPTIONS = ("a", "b", "c")
SILENT = ("unknown", "skip")
WORDS = Text("x")


class Example(NamedTuple):
    """A questionnaire with its rules, one more test, and a set of answers (kept, stale or missing)."""

    model: Model
    test: Test
    answers: dict[str, Any]


def tests_over(questions: list[Question]) -> st.SearchStrategy[Test]:
    """Tests that name these questions, nested a little."""
    if not questions:
        raise ValueError("a test needs a question")
    return _tests_over(tuple((question.id, tuple(question.values())) for question in questions))


@cache  # making a strategy takes longer than drawing from it
def _tests_over(offered: tuple[tuple[str, tuple[str, ...]], ...]) -> st.SearchStrategy[Test]:
    """The same, by the values that each question offers."""

    def leaf(id: str, values: tuple[str, ...]) -> st.SearchStrategy[Test]:
        found = st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)
        return found.map(lambda values: Is(id, tuple(values)))

    leaves = st.one_of([leaf(*question) for question in offered])
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(Not),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: Any_(tuple(parts))),
        ),
        max_leaves=5,
    )


@st.composite
def questionnaires(draw) -> list[Question]:
    """One to five questions; a later one may depend on earlier ones."""
    found: list[Question] = []
    for index in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["choice", "choice", "many"]))
        found.append(
            Question(
                id=f"q{index}",
                name=WORDS,
                kind=kind,
                ask=WORDS,
                options=tuple(Option(id=o, label=WORDS) for o in OPTIONS),
                unknown=WORDS,
                skip=True,
                none=WORDS if kind == "many" else None,
                when=draw(st.none() | tests_over(found)) if found else None,
            )
        )
    return found


def answer_to(question: Question) -> st.SearchStrategy[Any]:
    """An answer that the question can have."""
    if question.kind == "choice":
        return st.sampled_from((*OPTIONS, *SILENT))
    chosen = st.lists(st.sampled_from(OPTIONS), min_size=1, unique=True)
    return st.one_of(chosen, st.just(["none"]), st.sampled_from(SILENT))


@st.composite
def examples(draw) -> Example:
    """A questionnaire, rules over it, and answers to some of its questions."""
    questions = draw(questionnaires())
    test = tests_over(questions)
    maybe = st.none() | test
    urgency = st.sampled_from(logic.URGENCIES)
    warnings = {f"w{n}": Warning_(when=draw(maybe), text=WORDS, sources=()) for n in range(2)}
    names = st.lists(st.sampled_from(sorted(warnings)), unique=True).map(tuple)
    advice = {
        f"a{n}": Advice(
            when=draw(test),
            urgency=draw(urgency),
            safety=draw(st.booleans()),
            pressing=draw(maybe),
            title=WORDS,
            steps=(WORDS,),
            roles={},
            warnings=draw(names),
            sources=(),
        )
        for n in range(4)
    }
    advice["fallback"] = Advice(
        fallback=True, urgency=draw(urgency), title=WORDS, steps=(WORDS,), roles={}, warnings=draw(names), sources=()
    )
    benefits = {
        f"b{n}": Benefit(
            name=WORDS,
            summary=WORDS,
            decides="r",
            ask=WORDS,
            when=draw(maybe),
            conditions=tuple(
                Condition(id=f"c{m}", text=WORDS, source="s", test=draw(maybe)) for m in range(draw(st.integers(1, 3)))
            ),
            advice_first=draw(maybe),
            instead=tuple(Instead(when=draw(maybe), text=WORDS) for _ in range(draw(st.integers(0, 2)))),
            warnings=draw(names),
            sources=(),
            compared=date(2026, 1, 1),
            review_by=date(2027, 1, 1),
        )
        for n in range(2)
    }
    model = Model.model_construct(
        questions={question.id: question for question in questions},
        advice=advice,
        warnings=warnings,
        benefits=benefits,
        renamed={},
        not_covered={f"n{n}": NotCovered(when=draw(maybe), text=WORDS, roles=()) for n in range(2)},
        services={},
        roles={},
        deadlines={},
        documents={},
        document_lists={},
    )
    answered = draw(st.lists(st.sampled_from(questions), unique_by=lambda question: question.id))
    return Example(model, draw(test), {question.id: draw(answer_to(question)) for question in answered})


def corpus(count: int) -> list[Example]:
    """The same examples every time."""
    found: list[Example] = []

    @settings(max_examples=count, derandomize=True, database=None, phases=[Phase.generate])
    @given(examples())
    def collect(example: Example) -> None:
        found.append(example)

    collect()
    return found


def observe(example: Example, engine: ModuleType = logic) -> dict[str, Any]:
    """Everything that `logic.py` makes of an example."""
    model, answers = example.model, example.answers
    shown = engine.results(model, answers)
    following = engine.next_question(model.questions, answers)
    return {
        "test": engine.evaluate(example.test, model.questions, answers),
        "applies": {id: engine.applies(question, model.questions, answers) for id, question in model.questions.items()},
        "next": following and following.id,
        "advice": [[advice.id, list(advice.warnings)] for advice in shown.advice],
        "benefits": [
            [b.id, b.status, dict(b.met), list(b.warnings), b.advice_first, list(b.instead)] for b in shown.benefits
        ],
        "notCovered": list(shown.not_covered),
    }


OBSERVE = """([rules, test, answers], engine) => {
  const shown = engine.results(rules, answers);
  const following = engine.nextQuestion(rules.questions, answers);
  return {
    test: engine.evaluate(test, rules.questions, answers),
    applies: Object.fromEntries(Object.values(rules.questions).map((q) => [q.id, engine.applies(q, rules.questions, answers)])),
    next: following ? following.id : null,
    advice: shown.advice.map(({ id, warnings }) => [id, warnings]),
    benefits: shown.benefits.map(({ id, status, met, warnings, adviceFirst, instead }) => [id, status, met, warnings, adviceFirst, instead]),
    notCovered: shown.notCovered,
  };
}"""
"""The same, for `logic.js`."""


def as_json(example: Example) -> list[Any]:
    """An example as the browser gets it."""
    return [exported(example.model), to_json(example.test), example.answers]


Observer = Callable[[Example], dict[str, Any]]
