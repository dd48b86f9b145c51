"""Whatever stood in a link once can still be read: no answer goes without a word in renamed.yml."""

import json
from pathlib import Path

from bonguichet.load import load

FILE = Path(__file__).parent / "golden/published-answers.json"
COMMAND = "PYTHONPATH=hooks:. .venv/bin/python -m tests.questionnaire.test_published"
PUBLISHED: dict[str, list[str]] = json.loads(FILE.read_text(encoding="utf-8"))


def offered(model) -> dict[str, list[str]]:
    """Every answer that a link can hold today, by question."""
    asked = (question for question in model.questions.values() if question.kind != "derived")
    return {question.id: list(question.values()) for question in asked}


def test_an_answer_that_is_gone_is_told_in_renamed_yml(model):
    today = offered(model)
    lost = [
        f"{question}={answer}"
        for question, answers in PUBLISHED.items()
        for answer in answers
        if answer not in today.get(question, ()) and answer not in model.renamed.get(question, {})
    ]
    assert lost == [], "say in questionnaire/renamed.yml what these answers are called today ({}: nothing any more)"


def test_a_new_answer_is_written_down_so_that_it_is_missed_when_it_goes(model):
    new = {q: [a for a in answers if a not in PUBLISHED.get(q, ())] for q, answers in offered(model).items()}
    assert {q: answers for q, answers in new.items() if answers} == {}, f"write them into {FILE.name}: {COMMAND}"


def with_new(published, today) -> dict[str, list[str]]:
    """What was published once, with the answers of today added; nothing is ever taken away."""
    return {
        question: [
            *published.get(question, ()),
            *(a for a in today.get(question, ()) if a not in published.get(question, ())),
        ]
        for question in [*published, *(question for question in today if question not in published)]
    }


def test_new_answers_are_added_and_old_ones_stay():
    written = with_new({"age": ["old", "young"]}, {"age": ["young", "unknown"], "pet": ["cat"]})
    assert written == {"age": ["old", "young", "unknown"], "pet": ["cat"]}


if __name__ == "__main__":
    FILE.write_text(json.dumps(with_new(PUBLISHED, offered(load().model)), indent=1) + "\n", encoding="utf-8")
