"""A link may hold anything: what we know is read, the rest is left out and named."""

import pytest
from bonguichet import export

TODAY = "2026-11-22"


@pytest.fixture(scope="module")
def rules(model):
    return export.logic(model) | {"version": export.version(model), "places": export.places(model, "fr")}


@pytest.fixture
def read(engine, rules):
    code = "([text, rules, today], { fragment }) => fragment.read(text, rules, today)"
    return lambda text: engine.run(code, [text, rules, TODAY])


def test_answers_are_read_by_question(read):
    found = read("#age=18-24&situation=left-home,debts&at=student")
    assert found["answers"] == {"age": "18-24", "situation": ["left-home", "debts"]}
    assert (found["at"], found["ignored"]) == ("student", [])


@pytest.mark.parametrize(
    "part",
    [
        "colour=blue",
        "age=17",
        "situation=rich",
        "onem-term=passed",
        "country=paris",
        "letter=end-of-right",
        "cpas-decision-date=2026-02-30",
        "cpas-decision-date=2027-01-01",
        "cpas-decision-date=1800-01-01",
        "cpas-decision-date=yesterday",
        "postal-code=105",
        "postal-code=0500",
        "municipality=99999",
        "municipality=__proto__",
        "__proto__=x",
        "constructor=x",
        "at=nowhere",
        "at=region",
        "age=%E0%A4%A",
        "age=<script>alert(1)</script>",
        "=",
    ],
)
def test_what_we_do_not_know_is_left_out_and_named(read, part):
    found = read(f"#housing=street&{part}")
    assert found["answers"] == {"housing": "street"}
    assert found["ignored"] == [part]


def test_the_known_part_of_an_answer_is_kept(read):
    found = read("#situation=debts,rich")
    assert found["answers"] == {"situation": ["debts"]}
    assert found["ignored"] == ["situation=debts,rich"]


def test_the_first_of_two_answers_counts(read):
    found = read("#age=18-24&age=25-64")
    assert (found["answers"], found["ignored"]) == ({"age": "18-24"}, ["age=25-64"])


def test_none_and_unknown_stand_alone(read):
    assert read("#situation=none,debts")["answers"] == {"situation": ["none"]}
    assert read("#situation=unknown")["answers"] == {"situation": "unknown"}


def test_100_kb_of_noise_is_read_and_bounded(read):
    found = read("#" + "&".join(f"x{n}=%%{n}" for n in range(10_000)) + "&age=18-24")
    assert found["answers"] == {}
    assert len(found["ignored"]) == 201
    assert read("#age=18-24&" + "x" * 100_000)["answers"] == {"age": "18-24"}


def test_other_rules_are_noticed_and_ours_are_not(read, rules):
    assert read("#age=18-24&r=00000000")["otherRules"] is True
    assert read(f"#age=18-24&r={rules['version']}")["otherRules"] is False
    assert read("#age=18-24")["otherRules"] is False


def test_writing_and_reading_gives_the_same_answers_back(engine, rules):
    answers = {
        "situation": ["left-home", "debts"],
        "cpas-decision-date": "2026-11-03",
        "postal-code": "france",
        "age": "18-24",
    }
    code = (
        "([answers, rules, today], { fragment }) => fragment.read(fragment.write(answers, rules, 'age'), rules, today)"
    )
    found = engine.run(code, [answers, rules, TODAY])
    assert (found["answers"], found["at"], found["ignored"]) == (answers, "age", [])


def test_a_link_is_short_when_nothing_is_answered(engine, rules):
    assert engine.run("(rules, { fragment }) => fragment.write({}, rules)", rules) == "#"
