"""Every set of answers at once: what is decided for all of them is what trying each of them finds."""

import itertools
from collections import Counter
from fractions import Fraction

from bonguichet import logic
from bonguichet.derived import SOMETHING, possible
from bonguichet.messages import said_in
from bonguichet.model import Model
from bonguichet.model.expressions import All, Any_, Not, leaves
from bonguichet.situations import ends, longest, rules_of, shares, together
from bonguichet.situations.variables import Variables
from hypothesis import assume, given, settings

from tests.questionnaire.brute import classes, walks
from tests.questionnaire.examples import examples


def small(example, count):
    """The first questions of an example, and its rules that name no other."""
    questions = dict(itertools.islice(example.model.questions.items(), count))
    whens = [example.test, *(advice.when for advice in example.model.advice.values() if advice.when)]
    rules = [when for when in whens if {leaf.question for leaf in leaves(when)} <= set(questions)]
    return Model.model_construct(questions=questions), rules


@settings(max_examples=60)
@given(example=examples())
def test_rules_end_together_only_as_walking_every_path_finds(example):
    model, whens = small(example, 3)
    finished = list(walks(model.questions, {}))
    (rules,) = rules_of(model)
    found = ends(rules.diagrams.combine(together, *map(rules.test, whens[:2])))
    assert found == {tuple(logic.evaluate(w, model.questions, answers) for w in whens[:2]) for answers in finished}
    assert len(longest(rules).asked) == max(len(answers) for answers in finished)


@settings(max_examples=60)
@given(example=examples())
def test_answers_that_no_rule_can_tell_apart_are_counted_as_one_class(example):
    model, whens = small(example, 3)
    (rules,) = rules_of(model)
    for when in whens[:2]:
        wanted = classes(
            model.questions.values(),
            lambda given, when=when: logic.evaluate(
                when, model.questions, dict(zip(model.questions, given, strict=True))
            ),
        )
        assert rules.variables.classes(rules.test(when)) == wanted


@settings(max_examples=60)
@given(example=examples())
def test_rules_that_always_end_the_same_are_one_diagram(example):
    model, whens = small(example, 3)
    (rules,) = rules_of(model)
    assume(whens)
    one, other = (whens * 2)[:2]
    assert rules.test(Not(Not(one))) is rules.test(one)
    assert rules.test(Any_((one, All((other, one))))) is rules.test(one)
    assert rules.test(All((one, other))) is rules.test(Not(Any_((Not(other), Not(one)))))


@settings(max_examples=60)
@given(example=examples())
def test_an_example_is_one_whatever_else_is_answered(example):
    model, whens = small(example, 3)
    (rules,) = rules_of(model)
    for when, wanted in itertools.product(whens[:2], (True, False, None)):
        for found in rules.variables.examples(rules.test(when), lambda end, wanted=wanted: end is wanted):
            answers = {v.question.id: list(a) if isinstance(a, tuple) else a for v, a in rules.completed(found)}
            assert logic.evaluate(when, model.questions, answers) is wanted


@settings(max_examples=40)
@given(example=examples())
def test_the_shares_of_people_are_those_of_walking_with_one_thing_ticked(example):
    model, _ = small(example, 3)
    (rules,) = rules_of(model)

    def people(answers, share):
        following = logic.next_question(model.questions, answers)
        if following is None:
            yield len(answers), share
            return
        values = following.values()
        for value in values:
            chosen = [value] if following.kind == "many" and value not in ("unknown", "skip") else value
            yield from people(answers | {following.id: chosen}, share / len(values))

    wanted = Counter()
    for asked, share in people({}, Fraction(1)):
        wanted[asked] += share
    assert shares(rules) == wanted


def test_a_derived_answer_is_only_what_it_can_be(model):
    def can(id, **given):
        return possible(model, model.questions[id], {key.replace("_", "-"): value for key, value in given.items()})

    assert can("country", postal_code="france") == can("country", postal_code="abroad") == ("abroad",)
    assert can("country", postal_code=SOMETHING) == can("country") == ("belgium",)
    assert can("postal-place", postal_code=SOMETHING) == ("one", "shared", "unlisted")
    assert can("postal-place") == can("region") == ("unknown",)
    assert can("region", municipality=SOMETHING) == ("brussels", "flanders", "wallonia")
    assert can("region", postal_code=SOMETHING, municipality=SOMETHING) == model.questions["region"].values()
    assert can("cpas-term", cpas_decision_date=SOMETHING) == model.questions["cpas-term"].values()


def test_an_answer_that_is_given_and_not_chosen_is_said_in_the_language_of_the_editor(model):
    questions = {
        variable.question.kind: variable
        for variable in map(Variables(tuple(model.questions.values())).of_question, model.questions.values())
    }
    with said_in("fr"):
        words = [questions[kind].label(SOMETHING) for kind in ("date", "postal-code", "municipality")]
    assert words == ["(n’importe quelle date)", "(n’importe quel code postal)", "(n’importe quelle commune)"]
