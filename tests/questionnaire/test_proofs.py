"""The proofs hold on the real questionnaire, and they can be trusted: brute force agrees, broken rules are caught."""

import itertools
import random

import pytest
from bonguichet import logic, paths
from bonguichet.derived import complete
from bonguichet.model import Model
from bonguichet.model.expressions import parse_test
from hypothesis import assume, given, settings

from tests.questionnaire.examples import examples


@pytest.fixture(scope="module")
def report(model):
    return paths.prove(model)


def test_every_path_ends_and_leads_to_a_desk_beside_the_fallback(report):
    assert report.nowhere == ()


def test_every_piece_of_advice_can_be_reached(report):
    assert report.unreachable_advice == ()


def test_every_question_and_so_every_option_can_be_reached(report):
    assert report.unreachable_questions == ()


def test_every_warning_can_be_reached(report):
    assert report.unreachable_warnings == ()


def test_no_path_asks_more_questions_than_a_patient_reader_bears(report):
    assert report.longest <= 14


def possible(question):
    """Every answer that a generated question can have."""
    if question.kind == "choice":
        return question.values()
    ids = [option.id for option in question.options]
    subsets = itertools.chain.from_iterable(itertools.combinations(ids, n) for n in range(1, len(ids) + 1))
    return [*map(list, subsets), ["none"], "unknown", "skip"]


def walks(questions, answers):
    """Every finished set of answers, by walking like a reader."""
    following = logic.next_question(questions, answers)
    if following is None:
        yield answers
        return
    for answer in possible(following):
        yield from walks(questions, answers | {following.id: answer})


@settings(max_examples=60)
@given(example=examples())
def test_what_the_proof_decides_is_what_walking_every_path_finds(example):
    model, test = example.model, example.test
    questions = dict(itertools.islice(model.questions.items(), 3))
    assume({leaf.question for leaf in paths.leaves(test)} <= set(questions))
    small = Model.model_construct(questions=questions)
    finished = list(walks(questions, {}))
    ends = {(logic.evaluate(test, questions, answers),) for answers in finished}
    found, _ = paths.explore(list(questions.values()), test)
    assert set(found) == ends
    assert paths.reachable(small, test) == ((True,) in ends)
    assert max(trace.asked for trace in found.values()) == max(len(answers) for answers in finished)


@settings(max_examples=40)
@given(example=examples())
def test_two_rules_end_together_only_as_walking_finds(example):
    questions = dict(itertools.islice(example.model.questions.items(), 2))
    rules = [advice.when for advice in example.model.advice.values() if advice.when]
    pair = [rule for rule in rules if {leaf.question for leaf in paths.leaves(rule)} <= set(questions)][:2]
    assume(len(pair) == 2)
    finished = walks(questions, {})
    ends = {tuple(logic.evaluate(rule, questions, answers) for rule in pair) for answers in finished}
    assert set(paths.explore(list(questions.values()), *pair)[0]) == ends


def changed(model, kind, id, **fields):
    entry = getattr(model, kind)[id].model_copy(update=fields)
    return model.model_copy(update={kind: getattr(model, kind) | {id: entry}})


def test_advice_that_can_never_show_is_caught(model):
    never = parse_test({"age": "under-18", "student": "full-time"})
    assert paths.prove(changed(model, "advice", "abroad", when=never)).unreachable_advice == ("abroad",)


def test_a_question_that_is_never_asked_is_caught(model):
    never = parse_test({"age": "under-18", "not": {"age": "under-18"}})
    assert "student" in paths.prove(changed(model, "questions", "student", when=never)).unreachable_questions


def test_a_path_that_leads_nowhere_is_caught_with_an_example(model):
    report = paths.prove(changed(model, "advice", "abroad", roles={}))
    assert not report.holds
    assert any("country=abroad" in example for example in report.nowhere)
    assert "no desk for" in str(report)


def random_answer(question, rng):
    values = [option.id for option in question.options] + [
        value for value in question.values() if value in ("unknown", "skip", "none")
    ]
    match question.kind:
        case "date":
            return rng.choice(["2026-11-02", "2026-08-25", "2026-01-15", "unknown"])
        case "postal-code":
            return rng.choice(["1000", "1050", "1005", "4000", "9000", "unknown", "skip"])
        case "municipality":
            return rng.choice(["21009", "62063", "21004", "unknown"])
        case "many":
            options = [option.id for option in question.options]
            chosen = rng.sample(options, rng.randint(1, 3))
            return rng.choice([chosen, chosen, ["none"], "unknown"])
    return rng.choice(values)


@pytest.mark.parametrize("seed", range(400))
def test_a_random_walk_through_the_whole_engine_ends_at_a_desk(model, seed):
    rng, answers = random.Random(seed), {}
    today = model.day
    for _ in range(40):
        known = complete(model, answers, today)
        question = logic.next_question(model.questions, known)
        if question is None:
            break
        answers[question.id] = random_answer(question, rng)
    else:
        pytest.fail("the questionnaire did not end")
    shown = [model.advice[advice.id] for advice in logic.results(model, complete(model, answers, today)).advice]
    assert any(advice.roles and not advice.fallback for advice in shown), answers
    assert shown[-1].fallback
