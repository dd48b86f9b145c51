"""A shared link never dies: links of earlier versions are read in today's words, and nothing of them is lost."""

import json
from pathlib import Path

import pytest
from bonguichet import export

from tests.conftest import TODAY

LINKS = json.loads((Path(__file__).parent / "golden/old-links.json").read_text(encoding="utf-8"))

READ = """([text, rules, today], { fragment, derived, steps }) => {
  const { answers, at, ignored } = fragment.read(text, rules, today);
  const shown = steps.stepShown(rules.questions, derived.complete(rules, answers, today), at);
  return { answers, ignored, step: shown ? shown.id : "results" };
}"""


@pytest.fixture(scope="module")
def rules(model):
    return export.logic(model) | {"version": export.version(model), "places": export.places(model, "fr")}


@pytest.fixture
def read(engine, rules):
    return lambda text: engine.run(READ, [text, rules, TODAY])


@pytest.mark.parametrize("old", LINKS, ids=lambda old: old["link"][:60])
def test_a_link_of_an_earlier_version_still_says_what_it_said(read, old):
    found = read(f"#{old['link']}&r=00000000")
    assert found == {"answers": old["answers"], "ignored": [], "step": old["step"]}


def test_the_corpus_holds_every_answer_that_was_renamed(model):
    assert len(LINKS) >= 30
    met = {tuple(part.split("=")) for old in LINKS for part in old["link"].split("&")}
    held = {(id, value) for id, values in met for value in values.split(",")}
    assert {(id, value) for id, became in model.renamed.items() for value in became} <= held


def test_several_former_answers_become_several_letters(read):
    found = read("#situation=onem-letter,debts&onem-letter-kind=end-of-right&cpas-answer=refused")
    assert found["answers"] == {"situation": ["letter", "debts"], "letter": ["onem-end-of-right", "cpas-refused"]}


@pytest.mark.parametrize(
    ("link", "question", "answer"),
    [
        ("#letter=cpas-refused&onem-letter-kind=end-of-right", "letter", ["cpas-refused"]),
        ("#onem-letter-kind=end-of-right&letter=unknown", "letter", "unknown"),
        ("#country=abroad&postal-code=1070", "postal-code", "1070"),
    ],
)
def test_an_answer_in_todays_words_stays_and_the_former_one_is_dropped_silently(read, link, question, answer):
    found = read(link)
    assert (found["answers"][question], found["ignored"]) == (answer, [])


@pytest.mark.parametrize(
    "part", ["onem-letter-kind=rich", "cpas-answer=__proto__", "cpas-answer=", "country=belgium,mars", "at=cpas-letter"]
)
def test_what_no_version_knew_is_still_named(read, part):
    assert read(f"#age=18-24&{part}")["ignored"] == [part]


def test_of_two_former_answers_to_one_question_the_first_counts(read):
    found = read("#cpas-answer=refused&cpas-answer=stopped")
    assert (found["answers"], found["ignored"]) == ({"letter": ["cpas-refused"]}, ["cpas-answer=stopped"])
