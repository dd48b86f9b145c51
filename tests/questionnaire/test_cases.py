"""Real situations: the answers of a real person lead to what a competent adviser says, in both engines."""

from typing import Any

import pytest
from bonguichet import export
from bonguichet.derived import complete, place
from bonguichet.directory import desks
from bonguichet.load import load
from bonguichet.logic import results
from bonguichet.model import Case

CASES = load().model.cases


def answers_of(case: Case) -> dict[str, Any]:
    """The answers of a case as they stand in a link: days as text."""
    return {id: value.isoformat() if hasattr(value, "isoformat") else value for id, value in case.answers.items()}


def python(model, case):
    """What Python makes of a case."""
    known = complete(model, answers_of(case), case.today)
    found, where = results(model, known), place(model, known)
    roles = list(dict.fromkeys(role for shown in found.advice for role in model.advice[shown.id].roles))
    return {
        "advice": [shown.id for shown in found.advice],
        "warnings": sorted({warning for shown in found.advice for warning in shown.warnings}),
        "roles": sorted(roles),
        "desks": sorted({desk for role in roles for desk in desks(model, role, where, "fr").services}),
        "benefits": {benefit.id: benefit.status for benefit in found.benefits},
    }


BROWSER = """([rules, answers, today], { logic, derived, directory }) => {
  const known = derived.complete(rules, answers, today);
  const found = logic.results(rules, known);
  const place = derived.place(rules, known);
  const roles = [...new Set(found.advice.flatMap(({ id }) => rules.advice[id].roles))];
  return {
    advice: found.advice.map(({ id }) => id),
    warnings: [...new Set(found.advice.flatMap(({ warnings }) => warnings))].sort(),
    roles: roles.sort(),
    desks: [...new Set(roles.flatMap((role) => directory.desks(rules, role, place, "fr").services))].sort(),
    benefits: Object.fromEntries(found.benefits.map(({ id, status }) => [id, status])),
  };
}"""


@pytest.fixture(scope="module")
def rules(model):
    return export.logic(model) | {"version": export.version(model), "places": export.places(model, "fr")}


@pytest.mark.parametrize("id", CASES)
def test_a_real_situation_leads_to_what_an_adviser_says(model, id):
    case = CASES[id]
    out = python(model, case)
    assert set(case.roles) <= set(out["roles"]), "a role is missing"
    assert not set(case.not_roles) & set(out["roles"]), "a role must not show"
    assert set(case.desks) <= set(out["desks"]), "a desk is missing"
    assert not set(case.not_desks) & set(out["desks"]), "a desk must not show"
    assert set(case.advice) <= set(out["advice"]), "a piece of advice is missing"
    assert not set(case.not_advice) & set(out["advice"]), "a piece of advice must not show"
    assert set(case.warnings) <= set(out["warnings"]), "a warning is missing"
    assert case.benefits.items() <= out["benefits"].items(), "a right has another status"


@pytest.mark.parametrize("id", CASES)
def test_the_browser_says_the_same_of_a_real_situation(engine, model, rules, id):
    case = CASES[id]
    browser = engine.run(BROWSER, [rules, answers_of(case), case.today.isoformat()])
    assert browser == python(model, case)


@pytest.mark.parametrize("id", CASES)
def test_the_link_of_a_real_situation_holds_all_its_answers(engine, rules, id):
    case = CASES[id]
    code = """([rules, answers, today], { fragment }) => fragment.read(fragment.write(answers, rules), rules, today)"""
    back = engine.run(code, [rules, answers_of(case), case.today.isoformat()])
    assert (back["answers"], back["ignored"]) == (answers_of(case), [])


def test_at_least_ten_situations_stand_as_cases():
    assert len(CASES) >= 10


def test_every_case_names_something_that_must_come_out():
    for id, case in CASES.items():
        assert case.roles, id
        assert case.advice or case.warnings or case.benefits, id
