"""A slow examination is not repeated while its text and its rules stay, and is whenever one of them changes."""

import json

import pytest
from bonguichet.passed import Passed


class Examined:
    """What was examined, text by text; `wrong` texts do not pass."""

    def __init__(self, *wrong: str):
        self.wrong, self.texts = wrong, []

    def one(self, passed: Passed, text: str) -> str | None:
        def look() -> str | None:
            self.texts.append(text)
            return "too hard" if text in self.wrong else None

        return passed.examine(text, look)


@pytest.fixture
def command(tmp_path):
    """One command that examines texts by some rules; returns those that were looked at, and what was wrong."""

    def run(*texts: str, rules: str = "one", wrong: str = "") -> tuple[list[str], list[str | None]]:
        passed, examined = Passed(tmp_path / "kept" / "texts.json", rules), Examined(wrong)
        found = [examined.one(passed, text) for text in texts]
        passed.keep()
        return examined.texts, found

    return run


def test_what_passed_is_not_looked_at_again(command):
    assert command("a", "b") == (["a", "b"], [None, None])
    assert command("a", "b", "c") == (["c"], [None, None, None])


def test_what_did_not_pass_is_looked_at_and_told_each_time(command):
    assert command("a", wrong="a") == (["a"], ["too hard"])
    assert command("a", wrong="a") == (["a"], ["too hard"])


def test_other_rules_look_at_everything_anew(command):
    command("a")
    assert command("a", rules="two", wrong="a") == (["a"], ["too hard"])


def test_what_is_gone_is_forgotten(command):
    command("a")
    command("b")
    assert command("a") == (["a"], [None])


@pytest.mark.parametrize("content", ["", "{", "3", json.dumps([["a"]])])
def test_a_damaged_file_costs_time_only(tmp_path, content):
    file = tmp_path / "texts.json"
    file.write_text(content)
    passed = Passed(file, "one")
    assert passed.examine("a", lambda: "too hard") == "too hard"
    assert passed.examine("a", lambda: None) is None
    passed.keep()
    assert Passed(file, "one").examine("a", lambda: "too hard") is None


def test_where_nothing_can_be_written_the_command_goes_on(tmp_path):
    (tmp_path / "kept").write_text("a file where the folder should be")
    passed = Passed(tmp_path / "kept" / "texts.json", "one")
    assert passed.examine("a", lambda: None) is None
    passed.keep()
