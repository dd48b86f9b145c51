"""What questions, letters and former answers say of each other is true, or is said with its line."""

from dataclasses import replace

import pytest
from bonguichet import references
from bonguichet.model import QuestionId


def said(data, **kinds):
    """The mistakes that appear once entries of these kinds stand as given."""
    changed = {kind: getattr(data.model, kind) | entries for kind, entries in kinds.items()}
    before = set(references.problems(data))
    after = references.problems(replace(data, model=data.model.model_copy(update=changed)))
    return [str(problem) for problem in after if problem not in before]


def test_the_lines_of_the_estimate_that_are_described_are_those_that_it_shows(data):
    lines = {id.replace("home", "hom"): line for id, line in data.model.estimate_lines.items()}
    origins = {
        (kind, "hom" if kind == "estimate_lines" and id == "home" else id): at
        for (kind, id), at in data.origins.items()
    }
    renamed = replace(data, model=data.model.model_copy(update={"estimate_lines": lines}), origins=origins)
    found = " ".join(map(str, references.problems(renamed)))
    assert "the estimate has no line 'hom': remove it. Did you mean 'home'?" in found
    assert "the line 'home' is missing: describe it below this one." in found


@pytest.mark.parametrize(
    ("id", "became", "sentence"),
    [
        (
            "cpas-answer",
            {"refused": {QuestionId("lettre"): "cpas-refused"}},
            "'lettre' is not in questions. Did you mean 'letter'?",
        ),
        ("cpas-answer", {"refused": {"letter": "cpas-refuse"}}, "'cpas-refuse' is not an answer to 'letter'."),
        ("country", {"abroad": {"region": "brussels"}}, "'region' is computed: no link holds it."),
        ("situation", {"debts": {"situation": "energy"}}, "'debts' is an answer to 'situation' today"),
    ],
)
def test_a_former_answer_leads_to_an_answer_of_today_and_is_one_no_more(data, id, became, sentence):
    (found,) = said(data, renamed={id: became})
    assert found.startswith("questionnaire/renamed.yml:") and sentence in found


def test_a_day_is_asked_of_letters(data):
    question = data.model.questions["onem-letter-date"].model_copy(update={"letters_of": "situation"})
    (found,) = said(data, questions={"onem-letter-date": question})
    assert "no option of 'situation' names a letter" in found


def test_a_letter_that_no_answer_names_is_said(data):
    letter = data.model.questions["letter"]
    fewer = letter.model_copy(
        update={"options": tuple(option for option in letter.options if option.letter != "bailiff")}
    )
    found = said(data, questions={"letter": fewer})
    assert [line for line in found if "no option of a question names the letter 'bailiff'" in line]


def test_a_letter_to_send_offers_the_choices_it_names_and_goes_to_a_desk(data):
    letter = data.model.model_letters["proxy"]
    nowhere = letter.model_copy(update={"to": "name"})
    assert any("'name' names no desk" in line for line in said(data, model_letters={"proxy": nowhere}))
    fewer = letter.model_copy(update={"choice": None})
    found = said(data, model_letters={"proxy": fewer})
    assert any("'court' is no option of this letter's 'choice'" in line for line in found)


def test_a_visit_is_to_a_role_to_which_the_advice_sends(data):
    advice = data.model.advice["debts-cpas"].model_copy(update={"visit": "baj"})
    assert any("'baj' is not in 'roles'" in line for line in said(data, advice={"debts-cpas": advice}))


def test_what_to_ask_is_asked_of_a_role_to_which_the_advice_sends(data):
    advice = data.model.advice["debts-cpas"].model_copy(update={"asked": {"baj": "Un avocat"}})
    assert any("'baj' is not in 'roles'" in line for line in said(data, advice={"debts-cpas": advice}))


def test_a_field_that_no_letter_names_is_said(data):
    letter = data.model.model_letters["proxy"]
    fewer = letter.model_copy(update={"paragraphs": letter.paragraphs[:1]})
    assert any("no letter names the field 'limits'" in line for line in said(data, model_letters={"proxy": fewer}))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"after": "piis"}, "'piis' stands below: write it above this one."),
        ({"opens_after": "appeal-onem"}, "'appeal-onem' does not have the same triggers"),
    ],
)
def test_a_clock_leans_on_clocks_above_it_that_the_same_things_start(data, change, sentence):
    deadline = data.model.deadlines["cpas-notification"].model_copy(update=change)
    (found,) = said(data, deadlines={"cpas-notification": deadline})
    assert found.startswith("content/deadlines.yml:") and sentence in found


def test_a_trigger_that_starts_no_clock_is_said(data):
    deadline = data.model.deadlines["heating-fund"].model_copy(update={"triggers": ("request",)})
    (found,) = said(data, deadlines={"heating-fund": deadline})
    assert found.startswith("content/triggers.yml:") and "no deadline has this trigger" in found
