"""The three-valued logic, rule by rule as DESIGN words it."""

from datetime import date

import pytest
from bonguichet import logic
from bonguichet.derived import complete
from bonguichet.logic import applies, evaluate, every, matches, next_question, some
from bonguichet.model import Option, Question, Text
from bonguichet.model.expressions import parse_test

YES, NO, UNKNOWN = True, False, None


def question(id, *options, kind="choice", **fields):
    return Question(
        id=id,
        name=Text(id),
        kind=kind,
        ask=Text(id),
        options=tuple(Option(id=o, label=Text(o)) for o in options),
        **fields,
    )


QUESTIONS = {
    q.id: q
    for q in (
        question("age", "young", "old", unknown=Text("?"), skip=True),
        question("needs", "money", "home", kind="many", none=Text("-"), unknown=Text("?")),
        question("school", "yes-it-is", "no-it-is-not", when=parse_test({"age": "young"})),
        question("grant", "given", "refused", when=parse_test({"school": "yes-it-is"})),
    )
}


def judge(test, **answers):
    return evaluate(parse_test(test), QUESTIONS, answers)


@pytest.mark.parametrize(
    ("values", "conjunction", "disjunction"),
    [
        ([YES, YES], YES, YES),
        ([YES, NO], NO, YES),
        ([YES, UNKNOWN], UNKNOWN, YES),
        ([NO, UNKNOWN], NO, UNKNOWN),
        ([UNKNOWN, NO], NO, UNKNOWN),
        ([UNKNOWN, YES], UNKNOWN, YES),
        ([NO, NO], NO, NO),
        ([UNKNOWN, UNKNOWN], UNKNOWN, UNKNOWN),
    ],
)
def test_and_and_or_have_three_values(values, conjunction, disjunction):
    assert every(values) is conjunction
    assert some(values) is disjunction


def test_not_turns_yes_and_no_and_leaves_unknown():
    assert judge({"not": {"age": "young"}}, age="old") is YES
    assert judge({"not": {"age": "young"}}, age="young") is NO
    assert judge({"not": {"age": "young"}}) is UNKNOWN


def test_several_keys_in_one_mapping_mean_all_of_them():
    both = {"age": "young", "school": "yes-it-is"}
    assert judge(both, age="young", school="yes-it-is") is YES
    assert judge(both, age="young", school="no-it-is-not") is NO


@pytest.mark.parametrize("silence", ["unknown", "skip"])
def test_i_dont_know_and_skip_are_unknown_unless_listed_by_name(silence):
    assert judge({"age": ["young", "old"]}, age=silence) is UNKNOWN
    assert judge({"age": ["young", silence]}, age=silence) is YES


def test_a_question_without_answer_is_unknown():
    assert judge({"age": "young"}) is UNKNOWN


def test_a_many_question_matches_if_one_chosen_option_is_listed():
    assert judge({"needs": "home"}, needs=["money", "home"]) is YES
    assert judge({"needs": "home"}, needs=["money"]) is NO
    assert judge({"needs": "home"}, needs=["none"]) is NO
    assert judge({"needs": "none"}, needs=["none"]) is YES
    assert judge({"needs": "home"}, needs="unknown") is UNKNOWN


def test_a_question_that_does_not_apply_makes_every_test_on_it_no():
    assert judge({"school": "yes-it-is"}, age="old", school="yes-it-is") is NO
    assert judge({"not": {"school": "yes-it-is"}}, age="old") is YES


def test_a_question_not_asked_for_want_of_an_answer_stays_unknown():
    assert judge({"school": "yes-it-is"}, age="unknown", school="yes-it-is") is UNKNOWN


def test_answers_that_no_longer_apply_are_ignored_in_cascade():
    kept = {"age": "old", "school": "yes-it-is", "grant": "given"}
    assert applies(QUESTIONS["grant"], QUESTIONS, kept) is NO
    assert judge({"grant": "given"}, **kept) is NO


def test_the_next_question_is_the_first_that_applies_and_has_no_answer():
    assert next_question(QUESTIONS, {}).id == "age"
    assert next_question(QUESTIONS, {"age": "young"}).id == "needs"
    assert next_question(QUESTIONS, {"age": "young", "needs": ["money"]}).id == "school"
    assert next_question(QUESTIONS, {"age": "old", "needs": ["money"]}) is None


def test_skipping_counts_as_an_answer():
    assert next_question(QUESTIONS, {"age": "skip"}).id == "needs"


def test_an_empty_answer_is_unknown():
    assert matches([], ["money"]) is UNKNOWN


@pytest.mark.parametrize(
    "wrong", [{}, [], "age", {"all": []}, {"any": []}, {"all": {"age": "x"}}, {"age": 18}, {"age": []}]
)
def test_a_test_that_says_nothing_is_refused(wrong):
    with pytest.raises(ValueError):
        parse_test(wrong)


def test_a_term_about_to_end_comes_before_what_can_wait_a_day(model):
    answers = {
        "situation": ["letter", "no-money"],
        "letter": ["cpas-refused"],
        "cpas-decision-date": "2026-08-26",
        "postal-code": "1070",
        "age": "25-64",
        "residence": "belgian",
        "housing": "tenant",
        "household": ["none"],
        "income": "none-at-all",
    }

    def first(day):
        return logic.results(model, complete(model, answers, date.fromisoformat(day))).advice[0].id

    assert first("2026-11-22") == "cpas-appeal"
    assert first("2026-09-22") == "cpas-ask-again"


def test_with_some_income_a_refusal_is_contested_before_a_new_request(model):
    answers = {
        "situation": ["letter"],
        "letter": ["cpas-refused"],
        "cpas-decision-date": "2026-11-02",
        "postal-code": "1070",
        "age": "25-64",
        "residence": "belgian",
        "housing": "tenant",
        "income": "below",
    }
    shown = [advice.id for advice in logic.results(model, complete(model, answers, date(2026, 11, 22))).advice]
    assert shown.index("cpas-appeal") < shown.index("cpas-ask-again-soon")
    assert "cpas-ask-again" not in shown
