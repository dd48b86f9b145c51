"""Each command of the Makefile runs on the real data and says what it promises."""

import os
import subprocess
import sys

import pytest

from tests.conftest import TODAY

REPORTS = {
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


def test_check_ends_well_and_warns_of_what_wants_a_look_beside_its_answer(project):
    done = project.run("bonguichet", "check")
    assert done.returncode == 0
    assert done.stdout.startswith("ok: ")
    assert "content/events.yml:25: warning: expected on 2026-10-01" in done.stderr


@pytest.fixture
def misspelt(project):
    """A project whose synonyms name a desk that is not there, and one amount a source that is not."""
    project.change("content/synonyms.yml", "desks: [unia]", "desks: [una]")
    project.change("content/amounts/ris.yml", "source: cpas1170-unemployment", "source: cpas1170-unemploymant")
    return project


@pytest.mark.parametrize("absolute", [False, True])
def test_check_lists_the_mistakes_of_the_files_named_and_counts_the_others(misspelt, absolute):
    name = "content/synonyms.yml"
    done = misspelt.run("bonguichet", "check", str(misspelt.root / name) if absolute else name)
    assert done.returncode == 1
    assert "'una' is not in services." in done.stderr
    assert "unemploymant" not in done.stderr
    assert "1 to mend in other files: `make check` lists them.\n1 to mend.\n" in done.stderr


def test_check_lists_the_mistakes_of_form_of_the_files_named_only(project):
    project.change("content/services/cire.yml", "roles: [cire]", "roles: cire")
    project.change("content/services/adde.yml", "roles: [adde]", "roles: adde")
    done = project.run("bonguichet", "check", "content/services/adde.yml")
    assert done.returncode == 1
    assert "services/adde.yml" in done.stderr
    assert "services/cire.yml" not in done.stderr
    assert "1 to mend in other files" in done.stderr


def test_mistakes_elsewhere_stop_the_commit_of_a_file_without_any(misspelt):
    done = misspelt.run("bonguichet", "check", "content/deadlines.yml")
    assert done.returncode == 1
    assert done.stderr == "2 to mend in other files: `make check` lists them.\n"


def test_check_refuses_the_name_of_a_file_that_is_not_there(project):
    done = project.run("bonguichet", "check", "content/amounts/riis.yml")
    assert done.returncode == 2
    assert done.stderr == (
        "there is no file 'content/amounts/riis.yml' in this project. Did you mean 'content/amounts/ris.yml'?\n"
    )


def test_a_french_system_reads_french(misspelt):
    french = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_BE.UTF-8"}
    done = misspelt.run("bonguichet", "check", "content/synonyms.yml", **french)
    assert done.returncode == 1
    said = done.stderr.replace("\N{NO-BREAK SPACE}", " ")
    assert "« una » n’existe pas dans services. Vouliez-vous dire « unia » ?" in said
    assert "1 à corriger dans d’autres fichiers : `make check` en donne la liste.\n1 à corriger.\n" in said


def test_an_unknown_command_names_the_known_ones(project):
    done = project.run("bonguichet", "chek")
    assert done.returncode == 2
    assert "check" in done.stderr


def test_a_command_that_takes_a_version_says_so_when_there_is_none(project):
    done = project.run("bonguichet", "diff")
    assert done.returncode == 2
    assert "diff VERSION" in done.stderr


def test_a_list_that_nobody_reads_to_its_end_ends_without_a_word(project):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "bonguichet", "readability"],
        cwd=project.root,
        env=os.environ | {"PYTHONPATH": "hooks", "SITE_DATE": TODAY},
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")
