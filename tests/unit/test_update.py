"""What `make update` writes and says; the network it asks is pip-compile's."""

import re
import tomllib

import pytest
from bonguichet.load import ROOT

from tests import update

PROJECT = """[project]
dependencies = [
  "jinja2==3.1.6",            # macros
  "Fontpkg_noto_sans==2.15",  # pictures
]
"""
LOCK = """jinja2==3.2.0 \\
    --hash=sha256:ab
    # via bon-guichet (pyproject.toml)
markupsafe==3.0.3 ; python_version < "3.14" \\
    --hash=sha256:cd
fontpkg-noto-sans==2.15 \\
    --hash=sha256:ef
"""


def test_pins_are_loosened_and_nothing_else():
    assert update.loosened(PROJECT) == PROJECT.replace("==3.1.6", "").replace("==2.15", "")


def test_pins_follow_a_lock_and_comments_stay():
    assert update.pinned(PROJECT, LOCK) == PROJECT.replace("3.1.6", "3.2.0")


def test_a_package_that_the_lock_does_not_hold_is_no_guess():
    with pytest.raises(KeyError):
        update.pinned(PROJECT, "jinja2==3.2.0 \\\n")


def test_what_changes_is_said_old_and_new_what_comes_and_what_goes():
    before = LOCK.replace("jinja2==3.2.0", "jinja2==3.1.6").replace("markupsafe==3.0.3", "six==1.17.0")
    assert update.changes(before, LOCK) == [
        "jinja2: 3.1.6 → 3.2.0",
        "markupsafe: not there → 3.0.3",
        "six: 1.17.0 → gone",
    ]
    assert update.changes(LOCK, LOCK) == []


def test_every_package_of_ours_is_pinned_as_the_lock_has_it_and_every_entry_of_the_lock_by_its_fingerprints():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert [line for line in wanted if "==" not in line] == []
    assert update.pinned(text, lock) == text
    entries = re.split(r"(?m)^(?=[\w.-]+==)", lock)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(entries) == len(update.versions(lock)) > len(wanted)
