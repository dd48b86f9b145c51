"""The proofs hold on the real questionnaire, and they can be trusted: brute force agrees, broken rules are caught."""

import random

import pytest
from bonguichet import logic, paths
from bonguichet.derived import complete
from bonguichet.model import Contradiction, Instead, NotCovered, Option, Question, Warning_
from bonguichet.model.expressions import parse_test
from bonguichet.paths.lengths import median
from bonguichet.situations import rules_of

from tests.questionnaire.brute import end
from tests.questionnaire.copies import copies
from tests.questionnaire.examples import WORDS


@pytest.fixture(scope="module")
def report(model):
    return paths.prove(model)


PROOFS = ("length", "desk", "options", "advice", "warnings", "benefits", "not-covered", "contradictions", "facts")


@pytest.mark.parametrize("proof", PROOFS)
def test_the_real_questionnaire_keeps_its_promise(report, proof):
    assert report.proofs[proof].broken == ()


def test_every_proof_is_asked_for_above(report):
    assert set(report.proofs) == set(PROOFS)


def test_a_thirteenth_question_is_caught_with_who_would_meet_it(model):
    one_more = model.questions["income"].model_copy(update={"id": "one-more", "when": None})
    broken = paths.prove(added(model, "questions", "one-more", one_more)).proofs["length"].broken
    assert len(broken) == 1 and broken[0].startswith("13 questions for: La situation")


def test_most_people_are_asked_fewer_than_eight_questions(report):
    assert median(report.by_convention) < 8
    assert median(report.by_case) < 8


def test_three_times_the_questions_take_about_three_times_the_work(model, report):
    grown = paths.prove(copies(model, 3))
    assert len(grown.longest) == 3 * len(report.longest)
    assert grown.states <= 3 * report.states
    assert grown.choices <= 4 * report.choices


# Each proof catches what it is there for.


def changed(model, kind, id, **fields):
    entry = getattr(model, kind)[id].model_copy(update=fields)
    return added(model, kind, id, entry)


def added(model, kind, id, entry):
    return model.model_copy(update={kind: getattr(model, kind) | {id: entry}})


def broken(model, proof):
    report = paths.prove(model)
    assert not report.holds
    found = report.proofs[proof].broken
    assert all(fault in str(report) for fault in found)
    return "\n".join(found)


NEVER = parse_test({"country": "abroad", "age": "under-18"})
"""The age is not asked of those who sleep abroad."""


def test_advice_that_can_never_show_is_caught(model):
    never = parse_test({"age": "under-18", "student": "full-time"})
    assert broken(changed(model, "advice", "abroad", when=never), "advice") == "advice abroad shows for nobody"


def test_a_question_that_is_never_asked_is_caught(model):
    assert "question student is asked of nobody" in broken(
        changed(model, "questions", "student", when=NEVER), "options"
    )


def test_an_answer_that_can_never_be_is_caught(model):
    options = (*model.questions["country"].options, Option(id="moon", label=WORDS))
    caught = broken(changed(model, "questions", "country", options=options), "options")
    assert caught == "question country: nobody can answer moon"


def test_a_warning_that_can_never_show_is_caught(model):
    unlisted = added(model, "warnings", "unlisted", Warning_(text=WORDS, sources=()))
    assert broken(unlisted, "warnings") == "warning unlisted shows for nobody"


def test_what_was_not_looked_at_and_is_told_to_nobody_is_caught(model):
    silent = added(model, "not_covered", "silent", NotCovered(when=NEVER, text=WORDS, roles=()))
    assert broken(silent, "not-covered") == "not-covered silent shows for nobody"


@pytest.mark.parametrize(
    ("status", "test"),
    [("ask", {"residence": "belgian", "not": {"residence": "belgian"}}), ("other-route", {"country": "belgium"})],
)
def test_a_status_that_a_right_can_never_have_is_caught(model, status, test):
    condition = model.benefits["ris"].conditions[0].model_copy(update={"test": parse_test(test)})
    never = changed(model, "benefits", "ris", conditions=(condition,), instead=(), advice_first=None)
    assert f"right ris is « {status} » for nobody" in broken(never, "benefits")


def test_a_right_without_tested_conditions_that_shows_for_nobody_is_caught(model):
    untested = tuple(c.model_copy(update={"test": None}) for c in model.benefits["amu"].conditions)
    never = changed(model, "benefits", "amu", when=NEVER, conditions=untested, instead=(), advice_first=None)
    assert broken(never, "benefits") == "right amu is « check » for nobody"


def test_advice_first_and_another_way_for_nobody_are_caught(model):
    ways = (*model.benefits["ris"].instead, Instead(when=NEVER, text=WORDS))
    caught = broken(changed(model, "benefits", "ris", advice_first=NEVER, instead=ways), "benefits")
    assert "right ris: « advice first » shows for nobody" in caught
    assert f"right ris: line {len(ways)} of `instead` is meant for nobody" in caught


def test_another_way_for_those_who_need_none_is_caught(model):
    ways = (Instead(when=parse_test({"situation": "debts"}), text=WORDS),)
    condition = model.benefits["ris"].conditions[0].model_copy(update={"test": parse_test({"situation": "debts"})})
    caught = broken(changed(model, "benefits", "ris", conditions=(condition,), instead=ways), "benefits")
    assert "right ris: line 1 of `instead` is meant for nobody" in caught


def test_a_path_that_leads_nowhere_is_caught_with_an_example(model):
    in_belgium = model.advice["abroad"].model_copy(update={"when": parse_test({"country": "belgium"})})
    no_desk = in_belgium.model_copy(update={"when": parse_test({"country": "abroad"}), "roles": {}})
    advice = {"helped": in_belgium, "no-desk": no_desk}
    caught = broken(model.model_copy(update={"advice": advice, "contradictions": {}}), "desk")
    assert caught.startswith("no desk for: ")
    assert "Le pays: un autre pays" in caught
    assert "Le code postal: Je dors en France" in caught, "the country comes from the code: both are told"


def test_contradictory_advice_is_caught_with_an_example(model):
    pair = Contradiction(why="x", one=("cpas-appeal",), other=("cpas-appeal-passed", "cpas-complaint"))
    caught = broken(added(model, "contradictions", "appeal", pair), "contradictions")
    assert caught.startswith("cpas-appeal and cpas-complaint show together (appeal): La situation: ")
    assert "cpas-appeal-passed" not in caught, "the term runs or has passed: never both"


def asking(id, kind="choice", fact=None, label="Je suis un cas à part", **fields):
    option = Option(id="only", label=label, fact=fact)
    return Question(id=id, name=WORDS, kind=kind, ask=WORDS, options=(option,), unknown=WORDS, **fields)


def test_a_question_about_a_fact_that_was_told_is_caught(model):
    again = asking("again", kind="many", fact="pregnancy")
    assert "again asks pregnancy, which situation=pregnant told" in broken(
        added(model, "questions", "again", again), "facts"
    )
    age = added(model, "questions", "first", asking("first", kind="many", fact="again"))
    assert "again asks again, which first=only told" in broken(added(age, "questions", "again", again), "facts")


def test_a_fact_that_was_told_may_be_asked_of_those_who_did_not_tell_it(model):
    others = asking("again", kind="many", fact="pregnancy", when=parse_test({"situation": "debts", "age": "65-plus"}))
    untold = parse_test({"not": {"situation": "pregnant"}, "age": "65-plus"})
    assert "again asks pregnancy" in broken(added(model, "questions", "again", others), "facts")
    proof = paths.prove(added(model, "questions", "again", others.model_copy(update={"when": untold}))).proofs["facts"]
    assert proof.broken == ()


def test_two_choices_about_one_fact_are_caught(model):
    twice = added(model, "questions", "one", asking("one", fact="work", label="Je travaille"))
    twice = added(twice, "questions", "two", asking("two", fact="work", label="J’ai un emploi"))
    assert "one and two both ask work" in broken(twice, "facts")


def test_the_same_answer_offered_twice_is_caught(model):
    again = asking("again", kind="many", label="J'ai DEUX « enfants » !")
    twice = added(
        added(model, "questions", "first", asking("first", label="j’ai deux enfants")), "questions", "again", again
    )
    assert "first and again both offer « j ai deux enfants »" in broken(twice, "facts")


def test_two_questions_may_both_be_answered_yes(model):
    twice = added(model, "questions", "first", asking("first", label="Oui"))
    assert paths.prove(added(twice, "questions", "again", asking("again", label="Oui !"))).proofs["facts"].broken == ()


# The whole engine, walked at random.


def random_answer(question, rng):
    values = [option.id for option in question.options] + [
        value for value in question.values() if value in ("unknown", "skip", "none")
    ]
    match question.kind:
        case "date":
            return rng.choice(["2026-11-02", "2026-08-25", "2026-01-15", "unknown"])
        case "postal-code":
            return rng.choice(["1000", "1050", "1005", "4000", "9000", "france", "abroad", "unknown", "skip"])
        case "municipality":
            return rng.choice(["21009", "62063", "21004", "unknown"])
        case "many":
            options = [option.id for option in question.options]
            chosen = rng.sample(options, rng.randint(1, 3))
            return rng.choice([chosen, chosen, ["none"] if question.none else chosen, "unknown"])
    return rng.choice(values)


def walked(model, seed):
    """The answers of somebody who answers at random, derived ones included."""
    rng, answers = random.Random(seed), {}
    for _ in range(40):
        known = complete(model, answers, model.day)
        question = logic.next_question(model.questions, known)
        if question is None:
            return known
        answers[question.id] = random_answer(question, rng)
    pytest.fail("the questionnaire did not end")


@pytest.mark.parametrize("seed", range(400))
def test_a_random_walk_through_the_whole_engine_ends_at_a_desk(model, seed):
    known = walked(model, seed)
    shown = [model.advice[advice.id] for advice in logic.results(model, known).advice]
    assert any(advice.roles and not advice.fallback for advice in shown), known
    fallback = next(advice for advice in model.advice.values() if advice.fallback)
    assert shown[-1] is fallback or logic.evaluate(fallback.when, model.questions, known) is False


@pytest.fixture(scope="module")
def rules(model):
    return rules_of(model)[0]


@pytest.mark.parametrize("seed", range(100))
def test_the_proofs_judge_a_random_walk_as_the_engine_does(model, rules, seed):
    known = walked(model, seed)
    answers = [(rules.variables.of_question(model.questions[id]), answer) for id, answer in known.items()]
    for id, advice in model.advice.items():
        assert end(rules.test(advice.when), answers) is logic.evaluate(advice.when, model.questions, known), id
