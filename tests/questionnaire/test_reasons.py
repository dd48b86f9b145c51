"""« Because you answered … »: the answers that count, and only those."""

import re

import pytest
from bonguichet import export
from bonguichet.macros import Macros
from bonguichet.publishing import COMPONENTS


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


def test_no_answer_is_one_bare_word_that_says_nothing_without_its_question(model):
    answers = [option.label for q in model.questions.values() if not q.derived for option in q.options]
    assert [label for label in answers if len(label.split()) < 2] == []


def test_who_does_not_know_or_does_not_say_is_told_of_what(engine, model):
    words = Macros(model, "fr", COMPONENTS)
    rules = export.dump(export.rules(model, words))
    code = """([rules, ...given], { answersView }) => given.map(([id, value]) => answersView.reason(JSON.parse(rules), id, [value]))"""
    given = [("residence", "unknown"), ("income", "skip"), ("residence", "belgian")]
    said = [re.sub(r"\s", " ", line) for line in engine.run(code, [rules, *given])]
    assert said == ["Le droit de séjour : Je ne sais pas", "Les revenus : Je préfère ne pas répondre", "Je suis belge"]
