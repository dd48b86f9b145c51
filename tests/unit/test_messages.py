"""What the program says to an editor: in the language of the system, and every sentence in French too."""

import ast
import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from bonguichet import messages
from bonguichet.messages import language_of_editor, say

from tests.messages import HOOKS, calls, sentences

SAYING = {"Problem", "problem", "_problem", "MacroError", "Refused", "Unreadable", "NoSuchFile", "PluginError", "print"}
"""What hands words to an editor; beside these, the ValueErrors of the model."""
WORDS = re.compile(r"[a-z]{2,} [a-z]{2,}")


def french() -> dict[str, str]:
    with messages.FRENCH.open("rb") as stream:
        return {message.id: message.string for message in read_po(stream) if message.id}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.fixture
def system(monkeypatch):
    """Set the language of the system as the environment does; what is not given is not set."""

    def put(**environment: str) -> None:
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

    return put


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "nl_BE.UTF-8"}, "en"),
        ({"LANG": "frr_DE"}, "en"),
        ({"LANG": "fr_BE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR"}, "fr"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}, "fr"),
    ],
)
def test_the_system_says_the_language_and_lc_all_counts_most(system, environment, language):
    system(**environment)
    assert language_of_editor() == language


def test_a_sentence_is_said_in_the_language_of_the_system(system):
    system(LANG="en_GB.UTF-8")
    assert say("'{name}' is missing: add it.", name="source") == "'source' is missing: add it."
    system(LANG="fr_BE.UTF-8")
    nbsp = "\N{NO-BREAK SPACE}"
    assert say("'{name}' is missing: add it.", name="source") == f"«{nbsp}source{nbsp}» manque{nbsp}: ajoutez-le."


def test_every_sentence_is_written_where_it_is_said():
    assert [place for place, call in calls() if not isinstance(call.args[0], ast.Constant)] == []


def test_every_sentence_has_its_french_and_no_other_is_kept():
    assert sorted(french()) == sorted(sentences())
    assert [english for english, said in french().items() if not said] == []


def test_the_french_keeps_the_placeholders():
    assert {english for english, said in french().items() if placeholders(english) != placeholders(said)} == set()


def test_every_sentence_is_given_all_that_it_holds_and_nothing_else():
    wrong = []
    for place, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        known = placeholders(call.args[0].value)
        if not (given <= known if None in given else given == known) and not (
            None in given and given - {None} <= known
        ):
            wrong.append(place)
    assert wrong == []


def test_french_marks_stay_with_their_word():
    assert [said for said in french().values() if re.search(r" [:;?!»]|« ", said)] == []


def test_nothing_is_said_to_an_editor_in_english_alone():
    found = []
    for path in sorted(HOOKS.rglob("*.py")):
        names = SAYING | ({"ValueError", "Misplaced"} if path.parent.name == "model" else set())
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                written = [part for given in node.args for part in _written(given)]
                found += [f"{path.relative_to(HOOKS)}:{node.lineno}" for words in written if WORDS.search(words)]
    assert found == []


def _written(given: ast.expr) -> list[str]:
    """The words of an argument that are not said: a text, or the fixed parts of one."""
    if isinstance(given, ast.JoinedStr):
        return [part.value for part in given.values if isinstance(part, ast.Constant)]
    return [given.value] if isinstance(given, ast.Constant) and isinstance(given.value, str) else []
