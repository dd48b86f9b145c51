"""What a shared link holds is told in words: no answer is left out, none is invented."""

import pytest
from bonguichet import export
from bonguichet.load import ROOT
from bonguichet.macros import Macros

TODAY = "2026-11-22"


def versions(engine, model, fragment):
    words = Macros(model, "fr", ROOT / "overrides" / "components")
    rules = export.dump(export.rules(model, words) | {"places": export.places(model, "fr")})
    code = "([text, rules, day], { shareLink }) => shareLink.versionsOfAnswers(text, JSON.parse(rules), day)"
    return engine.run(code, [fragment, rules, TODAY])


def test_an_answer_that_no_longer_counts_is_told_too_since_the_link_holds_it(engine, model):
    whole, situation, none = versions(engine, model, "#situation=debts&cpas-decision-date=2026-11-03")
    assert [line["answer"] for line in whole["told"]][1].endswith("3 novembre 2026")
    assert "cpas-decision-date" in whole["hash"]
    assert [line["answer"] for line in situation["told"]] == [line["answer"] for line in whole["told"]][:1]
    assert (none["hash"], none["told"]) == ("", [])


def test_what_no_question_knows_is_left_out_of_the_link(engine, model):
    whole, *_ = versions(engine, model, "#age=18-24&name=somebody")
    assert "somebody" not in whole["hash"]
    assert len(whole["told"]) == 1


def test_without_answers_there_is_one_link_and_it_holds_nothing(engine, model):
    assert versions(engine, model, "#at=age") == [{"id": "all", "hash": "", "told": []}]


@pytest.mark.parametrize(
    ("fragment", "begun"),
    [
        ("#situation=work&age=25-64", "situation"),
        ("#situation=debts,work&age=25-64", "none"),
        ("#situation=work&age=25-64&residence=no-papers", "none"),
        ("#at=age", "all"),
    ],
)
def test_a_link_is_first_offered_with_the_situation_alone_and_with_nothing_where_an_answer_could_harm(
    engine, model, fragment, begun
):
    links = versions(engine, model, fragment)
    assert engine.run("(links, { shareLink }) => shareLink.begun(links)", links) == begun


def test_answers_that_could_harm_are_marked_in_the_data(model):
    marked = {q.id: {o.id for o in q.options if o.sensitive} for q in model.questions.values()}
    assert {"danger", "health", "low-mood", "residence-worry"} <= marked["situation"]
    assert {"no-papers", "protection-seeker"} <= marked["residence"]
    assert "belgian" not in marked["residence"]
