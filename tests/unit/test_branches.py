"""The map of a situation says only what its answers make certain, and loses nothing."""

from functools import cache

import pytest
from bonguichet import logic
from bonguichet.branches import MOST_FORKS, SITUATION, branches
from bonguichet.derived import complete
from bonguichet.model import SKIP, UNKNOWN

from tests.conftest import real

MODEL = real().model
SITUATIONS = [option.id for option in MODEL.questions[SITUATION].options]


def places(fork, before=()):
    """Every place of a tree of forks: the answers that lead there, and the advice that stands there."""
    for branch in fork.branches:
        for answer in branch.answers:
            here = (*before, (fork.question, answer))
            yield here, branch.advice
            for further in branch.further:
                yield from places(further, here)


@cache
def shown(situation, way):
    """What the questionnaire itself shows after these answers, the others not given, in its order."""
    given = {id: [value] if MODEL.questions[id].kind == "many" else value for id, value in way}
    known = complete(MODEL, {SITUATION: [situation], **given}, MODEL.day)
    certain = {id: value for id, value in known.items() if value != UNKNOWN} | given
    return [entry.id for entry in logic.results(MODEL, certain).advice if not MODEL.advice[entry.id].fallback]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_advice_stands_only_where_these_answers_alone_show_it(situation):
    found = branches(MODEL, situation)
    assert list(found.at_once) == shown(situation, ())
    for fork in (*found.forks, *found.elsewhere):
        for way, advice in places(fork):
            assert set(advice) <= set(shown(situation, way)), way


@pytest.mark.parametrize("situation", SITUATIONS)
def test_advice_stands_in_the_order_of_the_questionnaire_after_the_same_answers(situation):
    found = branches(MODEL, situation)
    cards = list(found.warnings)
    for fork in (*found.forks, *found.elsewhere):
        for way, advice in places(fork):
            order = shown(situation, way)
            assert list(advice) == [id for id in order if id in advice], way
            if len(way) == 1:
                first = [id for id in cards if id in {*found.at_once, *found.usual}]
                assert [id for id in order if id in first] == [id for id in first if id in order], way


@pytest.mark.parametrize("situation", SITUATIONS)
def test_usual_advice_names_every_answer_that_does_not_show_it(situation):
    for id, others in branches(MODEL, situation).usual.items():
        ((question,), values) = {question for question, _ in others}, {value for _, value in others}
        offered = [value for value in MODEL.questions[question].values() if value != SKIP]
        without = {value for value in offered if id not in shown(situation, ((question, value),))}
        assert without == values and len(values) <= len(offered) / 3


def test_who_lost_work_first_reads_where_to_ask_for_the_benefit():
    found = branches(MODEL, "job-lost")
    assert found.usual == {"job-lost": (("residence", "no-papers"),)}
    assert next(iter(found.warnings)) == "job-lost"


@pytest.mark.parametrize("situation", SITUATIONS)
def test_advice_that_can_still_show_stands_somewhere(situation):
    """What one or two answers show is found below them, or named as depending on more."""
    found = branches(MODEL, situation)
    told = {*found.warnings, *found.later}
    for first in MODEL.questions.values():
        for value in first.values() if first.id != SITUATION else ():
            if logic.applies(first, MODEL.questions, complete(MODEL, {SITUATION: [situation]}, MODEL.day)):
                assert set(shown(situation, ((first.id, value),))) <= told, (first.id, value)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_few_questions_in_their_order_lead_to_a_desk(situation):
    found = branches(MODEL, situation)
    asked = [fork.question for fork in found.forks]
    assert asked == [id for id in MODEL.questions if id in asked] and 1 <= len(asked) <= MOST_FORKS
    assert all(branch.advice or branch.further for fork in found.forks for branch in fork.branches)
    assert all(MODEL.advice[id].roles for id in found.warnings)


def test_a_letter_is_asked_for_first_and_its_term_below_it():
    letter = branches(MODEL, "letter").forks[0]
    assert letter.question == "letter"
    (refused,) = (branch for branch in letter.branches if "cpas-refused" in branch.answers)
    terms = {way[-1][1]: advice for way, advice in places(refused.further[0]) if way[0][0] == "cpas-term"}
    assert terms["unknown"] == terms["soon"] == ("cpas-appeal",)
    assert terms["passed"] == ("cpas-appeal-passed",)


def test_who_has_no_money_reaches_the_cpas_only_where_the_card_is_no_risk():
    found = branches(MODEL, "no-money")
    ways = [dict(way) for fork in found.forks for way, advice in places(fork) if "money-ask-cpas" in advice]
    assert {way["age"] for way in ways} >= {"18-24", "25-64", "65-plus"}
    assert {way["residence"] for way in ways} == {"belgian", "permanent", "refugee"}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_warning_is_lost(situation):
    """A warning is left out only where it is surely out of place on every way to its advice."""
    found = branches(MODEL, situation)
    forks = (*found.forks, *found.elsewhere)
    for way, ids in [((), found.at_once), *(place for fork in forks for place in places(fork))]:
        given = complete(MODEL, {SITUATION: [situation], **dict(way)}, MODEL.day)
        for id in ids:
            wanted = {
                name
                for name in MODEL.advice[id].warnings
                if logic.evaluate(MODEL.warnings[name].when, MODEL.questions, given) is not False
            }
            assert wanted <= set(found.warnings[id]), (id, way)


def test_who_sleeps_abroad_is_told_apart():
    elsewhere = {way[0][1]: advice for fork in branches(MODEL, "danger").elsewhere for way, advice in places(fork)}
    assert "danger-abroad" in elsewhere["abroad"] and "abroad-france" in elsewhere["france"]
    assert "debts" not in {
        id for fork in branches(MODEL, "debts").elsewhere for _, advice in places(fork) for id in advice
    }
