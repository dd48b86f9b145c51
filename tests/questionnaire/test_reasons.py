"""« Because you answered … »: the answers that count, and only those."""

import pytest
from bonguichet import export


@pytest.fixture(scope="module")
def reasons(engine, model):
    rules = export.logic(model)
    code = "([test, questions, answers], { reasons }) => reasons.reasons(test, questions, answers)"
    return lambda advice, **answers: engine.run(code, [rules["advice"][advice]["when"], rules["questions"], answers])


def test_the_answers_that_make_the_advice_show_are_named(reasons):
    given = {"situation": ["left-home"], "age": "18-24", "residence": "belgian", "country": "belgium"}
    assert reasons("leave-home-adult", **given) == {
        "situation": ["left-home"],
        "age": ["18-24"],
        "residence": ["belgian"],
    }


def test_what_is_excluded_is_no_reason(reasons):
    given = {"situation": ["left-home"], "age": "18-24", "residence": "belgian", "country": "abroad"}
    assert "country" not in reasons("leave-home-adult", **given)


def test_the_fallback_needs_no_reason(reasons):
    assert reasons("everyone", age="18-24") == {}


def test_of_several_answers_only_those_that_count_are_reasons(reasons):
    given = {"situation": ["danger", "letter"], "letter": ["onem-sanction", "cpas-refused"], "country": "belgium"}
    assert reasons("cpas-appeal", **given, **{"cpas-term": "soon"})["letter"] == ["cpas-refused"]
