"""What a change alters: told for every situation, never guessed, and in words that an editor understands."""

import itertools
import shutil
import subprocess

import pytest
from bonguichet import diff, logic
from bonguichet.diff import outcomes
from bonguichet.load import ROOT
from bonguichet.model import Advice, Model, Option, Question, Text
from bonguichet.model.expressions import leaves, parse_test
from bonguichet.situations import rules_of, together
from hypothesis import given, settings

from tests.questionnaire.brute import classes, end, possible_answers
from tests.questionnaire.examples import WORDS, examples

# Counted as trying every answer counts.


def version(example, count, more=()):
    """A model of the first questions of an example, the first with `more` options, and one rule over them."""
    first, *others = itertools.islice(example.model.questions.values(), count)
    first = first.model_copy(update={"options": (*first.options, *(Option(id=id, label=WORDS) for id in more))})
    questions = {question.id: question for question in (first, *others)}
    whens = [example.test, *(advice.when for advice in example.model.advice.values() if advice.when)]
    fitting = (when for when in whens if {leaf.question for leaf in leaves(when)} <= set(questions))
    return Model.model_construct(questions=questions), next(fitting, None)


def asked_in(versions):
    """Every question of the versions, with the answers of all; one that takes answers of another kind is another."""
    found = {}
    for model in reversed(versions):
        for question in model.questions.values():
            known = found.get((question.id, question.kind))
            options = {o.id: o for each in (known, question) if each for o in each.options}
            found[question.id, question.kind] = (known or question).model_copy(
                update={"options": tuple(options.values())}
            )
    return found


def judged(model, when, kinds, given):
    """What one version makes of answers, those that it does not know left out."""
    answers = {}
    for (id, kind), answer in zip(kinds, given, strict=True):
        question = model.questions.get(id)
        if question and question.kind == kind:
            known = [value for value in answer if value in question.values()] if isinstance(answer, list) else answer
            answers[id] = known if known and (isinstance(known, list) or known in question.values()) else None
    return logic.evaluate(when, model.questions, answers)


@settings(max_examples=80)
@given(one=examples(), other=examples())
def test_classes_that_two_versions_cannot_tell_apart_are_counted_as_trying_every_answer_counts(one, other):
    (old, before), *others = version(one, 2), version(one, 2, more=("d",)), version(other, 2, more=("d",))
    for new, after in others:
        rules = rules_of(old, new)
        found = rules[1].diagrams.combine(together, rules[0].test(before), rules[1].test(after))
        kinds = asked_in([old, new])

        def both(tried, new=new, after=after, kinds=kinds):
            return judged(old, before, kinds, tried), judged(new, after, kinds, tried)

        assert rules[1].variables.classes(found) == classes(kinds.values(), both)


@settings(max_examples=60)
@given(example=examples())
def test_an_answer_that_a_version_does_not_know_is_no_answer_in_it(example):
    (old, before), (new, after) = version(example, 2), version(example, 2, more=("d",))
    rules = rules_of(old, new)
    found = rules[1].diagrams.combine(together, rules[0].test(before), rules[1].test(after))
    kinds = asked_in([old, new])
    variables = [rules[1].variables.of_question(question) for question in new.questions.values()]
    for tried in itertools.product(*map(possible_answers, kinds.values())):
        wanted = judged(old, before, kinds, tried), judged(new, after, kinds, tried)
        assert end(found, zip(variables, tried, strict=True)) == wanted


# Told in words.


def changed(model, kind, id, **fields):
    entry = getattr(model, kind)[id].model_copy(update=fields)
    return model.model_copy(update={kind: getattr(model, kind) | {id: entry}})


def without(model, kind, id):
    return model.model_copy(update={kind: {name: e for name, e in getattr(model, kind).items() if name != id}})


def told(old, new):
    return "\n".join(diff.differences(old, new))


TRIED = Advice(
    when=parse_test({"country": "abroad"}),
    urgency="today",
    title=Text("Essayez"),
    steps=(Text("Partez."), Text("Restez.")),
    roles={"consulate": Text("Il essaie.")},
    sources=(),
)


@pytest.fixture
def model(model):
    """The real model, and one piece of advice more."""
    return model.model_copy(update={"advice": model.advice | {"tried": TRIED}})


def test_nothing_is_told_of_what_did_not_change(model):
    assert diff.differences(model, model.model_copy(deep=True)) == []


def test_a_condition_written_otherwise_changes_nothing(model):
    when = parse_test({"not": {"not": {"country": "abroad"}}})
    assert told(model, changed(model, "advice", "tried", when=when)) == ""


def choice(id, *labels, **fields):
    options = tuple(Option(id=label, label=Text(label.upper())) for label in labels)
    return Question(id=id, name=Text(id.title()), kind="choice", ask=WORDS, options=options, skip=True, **fields)


def test_advice_shown_in_other_situations_is_counted_with_examples(model):
    questions = {"age": choice("age", "young", "old"), "roof": choice("roof", "house", "tent", "street")}
    rest = {"warnings": {}, "benefits": {}, "not_covered": {}}
    model = model.model_copy(update={"questions": questions, "advice": {"tried": TRIED}} | rest)
    old = changed(model, "advice", "tried", when=parse_test({"age": "young", "roof": ["tent", "street"]}))
    new = changed(model, "advice", "tried", when=parse_test({"age": ["young", "old"], "roof": "street"}))
    assert told(old, new).splitlines() == [
        "advice tried:",
        "  2 of 6 classes of situations change (1: not shown → shown, 1: shown → not shown); for example:",
        "    not shown → shown: Age: OLD; Roof: STREET",
        "    shown → not shown: Age: YOUNG; Roof: TENT",
    ]


def test_the_status_of_a_right_is_compared(model):
    conditions = [
        c.model_copy(update={"test": None}) if c.id == "means" else c for c in model.benefits["ris"].conditions
    ]
    lines = told(model, changed(model, "benefits", "ris", conditions=tuple(conditions)))
    assert "right ris:" in lines
    assert "other-route → ask" in lines
    assert f"; {model.questions['income'].name}: " in lines


def test_a_question_asked_of_others_changes_what_rests_on_it(model):
    lines = told(model, changed(model, "questions", "student", when=parse_test({"age": "18-24", "housing": "parents"})))
    assert "question student:" in lines
    assert "asked → not asked: " in lines
    assert "advice student-help:" in lines, "its own text and `when` did not change: who sees it did"


def test_an_answer_new_to_the_questionnaire_is_told(model):
    age = model.questions["age"]
    new = changed(model, "questions", "age", options=(*age.options, Option(id="over-90", label="J’ai plus de 90 ans")))
    assert "question age: answers: added over-90: over-90, « J’ai plus de 90 ans »" in told(model, new)


def test_a_warning_shows_unless_it_is_surely_out_of_place(model):
    id = next(iter(model.warnings))
    named = changed(model, "warnings", id, when=parse_test({"age": ["18-24", "unknown", "skip"]}))
    assert told(named, changed(model, "warnings", id, when=parse_test({"age": "18-24"}))) == ""
    assert f"warning {id}:" in told(named, changed(model, "warnings", id, when=parse_test({"age": "25-64"})))


def test_another_order_of_questions_is_told(model):
    order = [id for id in model.questions if id != "income"]
    lines = told(model, model.model_copy(update={"questions": {id: model.questions[id] for id in ["income", *order]}}))
    assert lines == f"questions stand in another order: {', '.join(['income', *order])}"


def test_another_order_of_answers_is_told(model):
    options = model.questions["age"].options
    lines = told(model, changed(model, "questions", "age", options=tuple(reversed(options))))
    assert lines.startswith("question age: answers: in another order: 65-plus, 25-64, ")


def test_words_steps_desks_and_papers_are_told(model):
    steps, roles = (Text("Partez."), Text("Revenez.")), TRIED.roles | {"sdj": Text("Il écoute.")}
    new = changed(model, "advice", "tried", urgency="soon", steps=steps, roles=roles, documents="cpas-request")
    lines = told(model, new)
    assert "  urgency: today → soon" in lines
    assert "  steps: « Restez. » → « Revenez. »" in lines
    assert "  desks: added sdj: « Il écoute. »" in lines
    assert "  papers: nothing → cpas-request" in lines


def test_what_is_new_says_for_whom_and_what_is_gone_is_named(model):
    less = without(model, "advice", "tried")
    assert told(model, less) == "advice tried: removed"
    lines = told(less, model)
    assert "new: " in lines
    assert lines.endswith("\n  2 classes of situations (1: not shown, 1: shown)")


def test_an_amount_says_where_it_stands(model):
    amount = model.amounts["ris-single"]
    (first, value), *rest = reversed(amount.values.items())
    figure = value.model_copy(update={"value": value.value + 1})
    lines = told(model, changed(model, "amounts", "ris-single", values=dict(reversed([(first, figure), *rest]))))
    assert lines.splitlines() == [
        "amount ris-single:",
        f"  {first}: {value.value} → {figure.value}",
        lines.splitlines()[2],
    ]
    assert lines.splitlines()[2].startswith("  it stands in: ")
    assert "revenus/ris.md" in lines
    assert "question income" in lines
    assert "right ris" in lines


def test_an_answer_renamed_since_is_named(model):
    situation = model.questions["situation"]
    options = tuple(o.model_copy(update={"id": "onem-letter"}) if o.id == "letter" else o for o in situation.options)
    old = changed(model, "questions", "situation", options=options)
    assert "note: situation=onem-letter, renamed since, counts as two different answers here" in told(old, model)


def test_an_example_comes_of_every_way_in_which_a_right_changes(model):
    old, new = rules_of(model, changed(model, "benefits", "ris", when=parse_test({"age": "18-24"})))
    head, *found = outcomes.change(outcomes.benefit, "ris", old, new)
    assert len(found) == len({line.split(":")[0] for line in found}) == 3


# The command, on a real history.


ADVICE = """
tried:
  when: {country: abroad}
  urgency: today
  title: Essayez
  steps: [Restez.]
  roles: {consulate: Il essaie.}
  sources: []
"""


@pytest.fixture
def history(project):
    """A copy of the project with one piece of advice more, and one version in git."""
    with (project.root / "questionnaire/advice/general.yml").open("a", encoding="utf-8") as file:
        file.write(ADVICE)
    shutil.rmtree(project.root / "docs" / "assets", ignore_errors=True)
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("config", "user.email", "nobody@example.org"),
        ("config", "user.name", "Nobody"),
        ("add", "."),
        ("commit", "--quiet", "--message", "first"),
    ):
        subprocess.run(["git", *command], cwd=project.root, check=True)
    return project


def test_the_command_compares_the_files_with_a_version_of_git(history):
    assert history.run("bonguichet", "diff", "HEAD").stdout == "nothing changes since HEAD.\n"
    history.change(
        "questionnaire/advice/general.yml", "tried:\n  when: {country: abroad}", "tried:\n  when: {postal-code: abroad}"
    )
    done = history.run("bonguichet", "diff", "main")
    assert (done.returncode, done.stderr) == (0, "")
    assert "advice tried:\n  1 of 3 classes of situations change (1: shown → not shown)" in done.stdout
    assert "Le code postal: Je dors en France" in done.stdout


def test_a_version_that_does_not_exist_is_said_in_a_sentence(history):
    done = history.run("bonguichet", "diff", "no-such-branch")
    assert done.returncode == 1
    assert done.stderr == (
        "git knows no version 'no-such-branch' here: give a branch, a tag or a commit, such as BASE=main.\n"
    )


def test_a_version_in_another_form_is_said_in_a_sentence(history):
    file = history.root / "questionnaire/not-covered.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n  roles: ", "\n  roles: of no form # ", 1), encoding="utf-8")
    subprocess.run(["git", "commit", "--quiet", "--all", "--message", "another form"], cwd=history.root, check=True)
    file.write_text(text, encoding="utf-8")
    done = history.run("bonguichet", "diff", "HEAD")
    assert done.returncode == 1
    assert "the data of 'HEAD' cannot be read by today's program (1 to mend there, the first in " in done.stderr
    assert "questionnaire/not-covered.yml:" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_makefile_hands_on_the_version():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "BASE ?= HEAD" in makefile
    assert 'bonguichet diff "$(BASE)"' in makefile
