"""Each command of the Makefile runs on the real data and says what it promises."""

import pytest

REPORTS = {
    "check": "ok: ",
    "facts": "told",
    "paths": "",
    "schemas": "0 files written.",
    "readability": "docs/fr/recours/refus.md",
    "translations": "nl: ",
}


@pytest.mark.parametrize("command", REPORTS)
def test_a_command_ends_well_and_says_what_it_promises(project, command):
    done = project.run("bonguichet", command)
    assert (done.returncode, done.stderr) == (0, "")
    assert REPORTS[command] in done.stdout


def test_an_unknown_command_names_the_known_ones(project):
    done = project.run("bonguichet", "chek")
    assert done.returncode == 2
    assert "check" in done.stderr


def test_a_command_that_takes_a_version_says_so_when_there_is_none(project):
    done = project.run("bonguichet", "diff")
    assert done.returncode == 2
    assert "diff VERSION" in done.stderr
