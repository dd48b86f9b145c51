"""Real situations: the answers of a real person lead to what a competent adviser says, in both engines."""

import pytest
from bonguichet import export
from bonguichet.cases import answers, languages, outcome, plain, said
from bonguichet.macros import Macros
from bonguichet.publishing import COMPONENTS

from tests.conftest import real
from tests.questionnaire.cases import faults

DATA = real()
CASES = DATA.model.cases
LANGUAGES = tuple(DATA.model.languages)
WARNED = [(id, sentence) for id, case in CASES.items() for sentence in case.must_warn]
FORBIDDEN = [(id, sentence) for id, case in CASES.items() for sentence in case.must_not]

BROWSER = """([rules, answers, today], { logic, derived, directory }) => {
  const known = derived.complete(rules, answers, today);
  const found = logic.results(rules, known);
  const place = derived.place(rules, known);
  const roles = [...new Set(found.advice.flatMap(({ id }) => rules.advice[id].roles))];
  return {
    advice: found.advice.map(({ id }) => id),
    warnings: [...new Set([...found.advice, ...found.benefits].flatMap(({ warnings }) => warnings))].sort(),
    roles: roles.sort(),
    desks: [...new Set(roles.flatMap((role) => directory.desks(rules, role, place, "fr").services))].sort(),
    benefits: Object.fromEntries(found.benefits.map(({ id, status }) => [id, status])),
  };
}"""


@pytest.fixture(scope="module")
def rules(model):
    return export.logic(model) | {"version": export.version(model), "places": export.places(model, "fr")}


@pytest.fixture(scope="module")
def words(model):
    return {language: Macros(model, language, COMPONENTS) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", CASES)
def test_a_real_situation_leads_to_what_an_adviser_says(model, words, id, language):
    shown = outcome(model, CASES[id])
    assert faults(CASES[id], shown, said(words[language], shown), language) == []


@pytest.mark.parametrize(
    ("id", "first", "then"),
    [
        ("job-lost-yesterday", "job-lost", "job-lost-register-brussels"),
        ("job-lost-other-card", "job-lost-register-brussels", "residence-first-other-card"),
        ("rent-and-gas-in-ghent", "energy", "debts-cpas"),
        ("fears-for-the-card-and-has-money", "residence-check", "residence-first-other-card"),
        ("eu-without-card-fears-for-the-stay", "residence-check", "residence-eu-no-card"),
    ],
)
def test_what_cannot_wait_comes_right_before_what_can(model, id, first, then):
    shown = outcome(model, CASES[id])["advice"]
    assert shown.index(then) == shown.index(first) + 1


@pytest.mark.parametrize("id", CASES)
def test_a_real_situation_answers_every_question_and_no_other(model, id):
    assert list(answers(model, CASES[id])) == []


@pytest.mark.parametrize("id", CASES)
def test_the_browser_says_the_same_of_a_real_situation(engine, model, rules, id):
    case = CASES[id]
    browser = engine.run(BROWSER, [rules, case.given(), case.today.isoformat()])
    assert browser == outcome(model, case)


@pytest.mark.parametrize("id", CASES)
def test_the_link_of_a_real_situation_holds_all_its_answers(engine, rules, id):
    case = CASES[id]
    code = """([rules, answers, today], { fragment }) => fragment.read(fragment.write(answers, rules), rules, today)"""
    back = engine.run(code, [rules, case.given(), case.today.isoformat()])
    assert (back["answers"], back["ignored"]) == (case.given(), [])


@pytest.mark.parametrize(("id", "sentence"), WARNED)
def test_a_warning_that_is_taken_away_is_missed(model, words, id, sentence):
    """Each promise of a case can break: without the ids or the words behind it the case fails."""
    case, shown = CASES[id], outcome(model, CASES[id])
    warned = case.must_warn[sentence]
    for language in LANGUAGES:
        text = said(words[language], shown)
        without = text.replace(plain(warned.says[language]), "")
        places = [fault.path for fault in faults(case, shown, without, language)]
        assert ("must_warn", sentence, "says", language) in places, "the words are not needed"
    bare = {**shown, "advice": [], "warnings": []}
    if warned.advice or warned.warnings:
        assert ("must_warn", sentence) in _places(faults(case, bare, "", "fr"))


@pytest.mark.parametrize(("id", "sentence"), FORBIDDEN)
def test_what_must_not_be_said_is_noticed_when_it_is(model, words, id, sentence):
    case, shown = CASES[id], outcome(model, CASES[id])
    forbidden = case.must_not[sentence]
    text = {language: said(words[language], shown) for language in LANGUAGES}
    for field in ("advice", "warnings", "roles"):
        for name in getattr(forbidden, field):
            broken = {**shown, field: [*shown[field], name]}
            assert ("must_not", sentence) in _places(faults(case, broken, text["fr"], "fr"))
    for name in forbidden.absent:
        broken = {**shown, "advice": [id for id in shown["advice"] if id != name]}
        assert ("must_not", sentence) in _places(faults(case, broken, text["fr"], "fr"))
    for name, status in forbidden.benefits.items():
        broken = {**shown, "benefits": shown["benefits"] | {name: status}}
        assert ("must_not", sentence) in _places(faults(case, broken, text["fr"], "fr"))
    for language, phrases in forbidden.phrases.items():
        for phrase in phrases:
            found = faults(case, shown, f"{text[language]} {plain(phrase)}", language)
            assert ("must_not", sentence, "phrases", language) in [fault.path for fault in found]


def _places(faults):
    return {fault.path[:2] for fault in faults}


@pytest.mark.parametrize("id", CASES)
def test_words_are_given_in_every_language_and_what_must_not_be_is_forbidden_by_id_or_words(model, id):
    assert list(languages(model, CASES[id])) == []


def test_words_that_are_not_read_are_said_with_their_line(project):
    """`make paths` says it to whoever wrote the case."""
    file, old = "questionnaire/cases/cpas-decisions.yml", 'fr: "n’arrêtent pas le délai du tribunal"'
    line = project.change(file, old, 'fr: "arrêtent le délai du tribunal"')
    done = project.run("bonguichet", "paths")
    assert done.returncode == 1
    sentence = "faq1170-03: these words are not read in the results (fr): « arrêtent le délai du tribunal »."
    assert f"{file}:{line}: {sentence}" in done.stderr.splitlines()


def test_the_twenty_situations_that_the_questionnaire_was_made_for_stand_as_cases():
    """Each of them says what must be warned and what must not be said."""
    told = [case for case in CASES.values() if case.must_warn and case.must_not]
    assert len(told) >= 20
