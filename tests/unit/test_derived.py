"""Computed answers: the golden cases that Python and the browser share."""

import json
from datetime import date
from pathlib import Path

import pytest
from bonguichet.derived import FUNCTIONS, complete, place

GOLDEN = json.loads((Path(__file__).parents[1] / "questionnaire/golden/derived.json").read_text())


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: json.dumps(case["answers"]))
def test_golden_case(model, case):
    known = complete(model, case["answers"], date.fromisoformat(case["today"]))
    assert {id: known[id] for id in case["derived"]} == case["derived"]
    assert place(model, known).municipality == case["municipality"]


def test_every_option_of_every_derived_question_has_a_golden_case(model):
    shown = {(id, value) for case in GOLDEN for id, value in case["derived"].items()}
    for id, question in model.questions.items():
        if question.kind == "derived":
            same = [other.id for other in model.questions.values() if other.derived == question.derived]
            for option in question.options:
                assert any((name, option.id) in shown for name in same), (id, option.id)


def test_every_function_is_used(model):
    assert {question.derived for question in model.questions.values() if question.derived} == set(FUNCTIONS)
