"""The case that a reader downloads is one that a maintainer can drop into questionnaire/cases/."""

import pytest
from bonguichet import export, yamlfiles
from bonguichet.cases import outcome
from bonguichet.macros import Macros
from bonguichet.model import Case
from bonguichet.publishing import COMPONENTS
from bonguichet.validation import validate

from tests.conftest import TODAY
from tests.questionnaire.test_cases import CASES


@pytest.fixture(scope="module", params=["fr", "ar"])
def rules(model, request):
    words = Macros(model, request.param, COMPONENTS).plain_words("q-case")
    return export.logic(model) | {
        "version": export.version(model),
        "places": export.places(model, request.param),
        "words": words,
    }


@pytest.fixture
def written(engine, rules, tmp_path):
    """The case of some answers as the browser writes it, read by the project's own loader."""

    def write(answers, day=TODAY):
        code = "([rules, answers, day], { caseFile }) => caseFile.caseFile(rules, answers, day)"
        text = engine.run(code, [rules, answers, day])
        (tmp_path / "case.yml").write_text(text, encoding="utf-8")
        ((_, raw),) = yamlfiles.read(tmp_path / "case.yml", tmp_path).data.items()
        assert (raw["story"], raw["source"], raw["as_of"]) == ("", "", ""), "words are the maintainer's"
        case, mistakes = validate(Case, raw | {"as_of": "2026"})
        assert mistakes == []
        return case, text

    return write


@pytest.mark.parametrize("id", CASES)
def test_a_real_situation_comes_back_with_the_same_outcome(written, model, id):
    wanted = CASES[id]
    case, _ = written(wanted.given(), wanted.today.isoformat())
    assert case.answers and all(wanted.answers[id] == value for id, value in case.answers.items())
    assert case.today == wanted.today
    out = outcome(model, case)
    assert out == outcome(model, wanted)
    assert (list(case.advice), sorted(case.roles), sorted(case.warnings), case.benefits) == (
        out["advice"],
        out["roles"],
        out["warnings"],
        out["benefits"],
    )


def test_every_answer_of_every_question_survives_the_file(written, model):
    """As text, never as a number, a yes or a nothing; days as days."""
    asked = [question for question in model.questions.values() if question.kind != "derived" and question.when is None]
    for question in asked:
        for value in question.values():
            silent = question.kind != "many" or value in ("unknown", "skip")
            case, _ = written({question.id: value if silent else [value]})
            assert case.given() == {question.id: value if silent else [value]}
    given = {"situation": "unknown", "postal-code": "1050", "municipality": "21009", "age": "18-24"}
    given |= {"residence": "belgian", "student": "no"}
    assert written(given)[0].given() == given


def test_answers_that_count_no_more_stay_out_of_the_file(written):
    case, _ = written({"situation": ["debts"], "letter": ["cpas-refused"], "cpas-decision-date": "2026-11-03"})
    assert dict(case.answers) == {"situation": ["debts"]}


def test_the_file_names_the_version_of_the_rules_and_no_word_of_a_reader(written, rules, model):
    _, text = written({"situation": ["debts"], "postal-code": "1070"})
    assert rules["version"] in text.splitlines()[0]
    labels = [option.label for question in model.questions.values() for option in question.options]
    assert [label for label in labels if label in text] == []


def test_what_to_fill_in_is_said_in_the_language_of_the_page(written, rules):
    _, text = written({"situation": ["debts"]})
    told = [line.partition("# ")[2] for line in text.splitlines() if "# " in line][1:]
    assert told == [rules["words"][f"q-case-{part}"] for part in ("id", "story", "source", "as-of")]
