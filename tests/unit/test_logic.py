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


ALONE = {"postal-code": "1030", "age": "25-64", "residence": "belgian", "housing": "tenant", "income": "below"}


def shown_for(model, answers):
    return logic.results(model, complete(model, answers, date(2026, 11, 22)))


def advice_for(model, answers):
    return {advice.id for advice in shown_for(model, answers).advice}


def test_with_debts_and_little_money_smaller_bills_and_care_are_told(model):
    assert "debts-rights" in advice_for(model, {"situation": ["debts"], **ALONE})
    assert "debts-rights" not in advice_for(model, {"situation": ["debts"], **ALONE, "income": "above"})


def test_a_bailiffs_letter_leads_to_debt_mediation_and_the_cpas(model):
    shown = advice_for(model, {"situation": ["letter"], "letter": ["bailiff"], **ALONE})
    assert {"cpas", "debt-mediation"} <= {role for id in shown for role in model.advice[id].roles}


def test_abroad_nothing_is_said_of_proofs_for_a_cpas(model):
    for place in ("france", "abroad"):
        assert "everyone" not in advice_for(model, {"situation": ["no-home"], "postal-code": place})
    assert "everyone" in advice_for(model, {"situation": ["no-home"], **ALONE})


def test_what_one_owns_is_left_to_the_cpas_whatever_the_income(model):
    (ris,) = (right for right in shown_for(model, {"situation": ["no-money"], **ALONE}).benefits if right.id == "ris")
    assert ris.met["means"] is True
    assert ris.met["other-means"] is None


def test_without_papers_no_conditions_of_the_ris_are_shown(model):
    rights = {
        right.id for right in shown_for(model, {"situation": ["no-money"], **ALONE, "residence": "no-papers"}).benefits
    }
    assert "amu" in rights
    assert "ris" not in rights


def test_a_belgian_pensioner_going_abroad_reads_of_the_grapa_alone(model):
    answers = {"situation": ["going-abroad"], **ALONE, "age": "65-plus"}
    assert "abroad-with-aid" not in advice_for(model, answers)
    assert {"grapa-abroad", "abroad-with-aid"} <= advice_for(model, answers | {"residence": "refugee"})


def test_only_who_is_of_working_age_is_asked_for_a_registration_as_jobseeker(model):
    paper = model.documents["actiris-registration"]
    for age, asked in (("under-18", False), ("25-64", True), ("65-plus", False)):
        known = complete(model, {**ALONE, "age": age}, date(2026, 11, 22))
        assert evaluate(paper.when, model.questions, known) is asked


def test_who_is_ill_reads_of_the_health_fund_once(model):
    answers = {"letter": ["onem-end-of-right"], "onem-letter-date": "2026-10-12", "benefit-stopped": "stopped", **ALONE}
    assert "onem-other-rights" in advice_for(model, {"situation": ["letter"], **answers})
    assert "onem-other-rights" not in advice_for(model, {"situation": ["letter", "ill"], **answers})


def test_the_date_for_a_resignation_that_nobody_told_says_for_whom_it_is(model):
    deadline = model.deadlines[model.advice["onem-rebound"].deadline]
    assert deadline.name.startswith("Si vous avez démissionné")
