"""The scripts need no browser newer than the README names; an older one still gets every text."""

import re

import pytest
from bonguichet.load import ROOT

CLIENT = sorted([*(ROOT / "questionnaire" / "client").glob("*.js"), *(ROOT / "overrides").glob("*.js")])
NEWER = {
    r"\.at\(": "Chrome 92, Safari 15.4: write list[list.length - 1]",
    r"Object\.hasOwn\b": "Chrome 93, Safari 15.4: write `in`, or Object.keys().includes()",
    r"\.findLast(Index)?\(": "Chrome 97, Safari 15.4: turn the list round",
    r"\bstructuredClone\(": "Chrome 98, Safari 15.4: copy with { ... }",
    r"\.to(Sorted|Reversed|Spliced)\(": "Chrome 110, Safari 16: copy with [...list] first",
    r"\b(Object|Map)\.groupBy\(": "Chrome 117, Safari 17.4: write a loop",
    r"\.aria[A-Z]\w+": "Firefox 119: write setAttribute and hasAttribute",
    r"\(\?<[=!]": "Safari 16.4: look ahead, or keep what was found before",
    r"^\s*static \{": "Chrome 94, Safari 16.4: write it after the class",
}


@pytest.mark.parametrize("path", CLIENT, ids=lambda path: path.name)
def test_a_script_uses_nothing_newer_than_the_browsers_that_the_readme_names(path):
    text = path.read_text(encoding="utf-8")
    found = [why for newer, why in NEWER.items() if re.search(newer, text, re.MULTILINE)]
    assert found == []


def test_what_tells_an_older_browser_that_it_is_too_old_can_be_read_by_it():
    text = (ROOT / "overrides" / "orientation.js").read_text(encoding="utf-8")
    assert re.findall(r"\?\.|\?\?|=>|`|\b(?:const|let|class|async)\b|\.\.\.", text) == []


def test_the_readme_names_the_browsers():
    assert "Chrome 86" in (ROOT / "README.md").read_text(encoding="utf-8")
