"""Rules told in another order still say the same, whatever is answered or left open."""

import pytest
from bonguichet import logic
from bonguichet.macros.conditions import Block, Line, Node, readable
from bonguichet.model import Option, Question, Text, find
from bonguichet.model.expressions import All, Any_, Is, Not, Test, leaves, parse_test, spread

WORDS = Text("x")


def question(id, options, kind="choice"):
    listed = tuple(Option(id=option, label=WORDS) for option in options)
    return Question(id=id, name=WORDS, kind=kind, ask=WORDS, options=listed, unknown=WORDS, skip=True)


QUESTIONS = {
    "age": question("age", ["young", "adult", "old"]),
    "card": question("card", ["a", "b", "f", "k"]),
    "place": question("place", ["abroad"], kind="postal-code"),
}


def told(raw):
    return readable(parse_test(raw), QUESTIONS)


def meaning(node: Node, questions) -> Test:
    """The test that a reader of the sheet would write down."""
    match node:
        case Line(id, answers, but, negated):
            named = tuple(value for value in questions[id].values() if value not in answers) if but else answers
            return Not(Is(id, named)) if negated else Is(id, named)
        case Block(kind, parts, unless):
            both = {"all": All, "any": Any_}[kind]
            said = [both(tuple(meaning(part, questions) for part in parts))] if parts else []
            return All((*said, *(Not(meaning(part, questions)) for part in unless)))


def test_a_rule_told_to_people_is_judged_as_the_rule_itself(corpus):
    for model, test, answers in corpus:
        said = meaning(readable(test, model.questions), model.questions)
        assert logic.evaluate(said, model.questions, answers) == logic.evaluate(test, model.questions, answers), test


@pytest.mark.parametrize(
    ("raw", "node"),
    [
        ({"age": "young"}, Line("age", ("young",))),
        ({"age": ["young", "adult", "unknown", "skip"]}, Line("age", ("old",), but=True)),
        ({"age": ["young", "adult", "old"]}, Line("age", ("young", "adult", "old"))),
        ({"place": ["abroad", "unknown", "skip"]}, Line("place", ("abroad", "unknown", "skip"))),
        ({"not": {"age": "old"}}, Line("age", ("old",), negated=True)),
        ({"not": {"not": {"age": "old"}}}, Line("age", ("old",))),
    ],
)
def test_one_comparison_is_one_line_and_names_what_is_left_out_where_that_is_shorter(raw, node):
    assert told(raw) == node


def test_what_must_not_hold_stands_apart_after_what_must():
    young, a, f = Line("age", ("young",)), Line("card", ("a",)), Line("card", ("f",))
    assert told({"age": "young", "not": {"card": "a"}}) == Block("all", (young,), (a,))
    assert told({"age": "young", "not": {"any": [{"card": "a"}, {"card": "f"}]}}) == Block("all", (young,), (a, f))
    assert told({"not": {"all": [{"age": "young"}, {"card": "a"}]}}) == Block("all", (), (Block("all", (young, a)),))


def test_groups_inside_groups_of_the_same_kind_are_opened():
    tests = [{"age": "young"}, {"any": [{"card": "a"}, {"any": [{"card": "f"}]}]}]
    assert told({"any": tests}) == Block("any", (Line("age", ("young",)), Line("card", ("a",)), Line("card", ("f",))))
    assert len(told({"all": [{"age": "young"}, {"all": [{"card": "a"}, {"card": "f"}]}]}).parts) == 3


def test_a_set_that_a_condition_names_stands_for_each_of_its_answers():
    sets = {"card": {"european": ("a", "b"), "family": ("b", "f")}}
    written = {"any": [{"card": ["k", "european", "family"]}, {"not": {"card": "family", "age": "european"}}]}
    meant = {"any": [{"card": ["k", "a", "b", "f"]}, {"not": {"card": ["b", "f"], "age": "european"}}]}
    assert spread(parse_test(written), sets) == parse_test(meant)


def test_no_rule_that_was_read_names_a_set(model):
    sets = {(id, named.id) for id, question in model.questions.items() for named in question.sets}
    tests = [test for _, test in find(model, Test)]
    told = {(leaf.question, option) for test in tests for leaf in leaves(test) for option in leaf.options}
    assert sets and tests and not sets & told
