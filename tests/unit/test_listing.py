"""Problems are listed so that an editor finds the mistake, the recipe, and the end."""

import re

import pytest
from bonguichet.listing import RECIPES, NoSuchFile, listed, named, recipe_of, report
from bonguichet.load import ROOT
from bonguichet.problems import Problem

HEADINGS = re.findall(r"^#+ (.+)$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
RIS, CIRE = "content/amounts/ris.yml", "content/services/cire.yml"


def anchor(heading: str) -> str:
    """The anchor that a heading has where the file is shown."""
    return re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")


def warnings(file: str, count: int) -> list[Problem]:
    return [Problem(file, line, f"number {line}.", warning=True) for line in range(1, count + 1)]


def test_every_recipe_is_a_heading_of_contributing():
    assert set(RECIPES.values()) <= {anchor(heading) for heading in HEADINGS}


def test_every_file_that_an_editor_changes_has_its_recipe():
    files = [path for part in ("content", "questionnaire", "docs") for path in (ROOT / part).rglob("*")]
    edited = [path.relative_to(ROOT).as_posix() for path in files if path.suffix in (".yml", ".md", ".po")]
    assert len(edited) > 300
    assert [file for file in edited if recipe_of(file) is None] == []


@pytest.mark.parametrize("beginning", RECIPES)
def test_every_recipe_is_for_files_that_exist(beginning):
    assert (ROOT / beginning).exists()


def test_a_page_is_written_in_french_and_translated_in_the_others():
    assert recipe_of("docs/fr/index.md") == "CONTRIBUTING.md#write-a-page"
    assert recipe_of("docs/nl/index.md") == "CONTRIBUTING.md#translate"


def test_the_recipe_stands_once_below_the_problems_of_files_of_one_kind():
    problems = [Problem(RIS, 1, "a."), Problem(RIS, 2, "b."), Problem("content/amounts/work.yml", 1, "c.")]
    assert list(listed([*problems, Problem(CIRE, 3, "d."), Problem("SITE_DATE", 1, "e.")])) == [
        f"{RIS}:1: a.",
        f"{RIS}:2: b.",
        "content/amounts/work.yml:1: c.",
        "    → CONTRIBUTING.md#correct-an-amount",
        f"{CIRE}:3: d.",
        "    → CONTRIBUTING.md#correct-a-desk",
        "SITE_DATE:1: e.",
    ]


def test_mistakes_come_first_then_warnings_and_how_many_of_each():
    found = [*warnings(CIRE, 1), Problem(RIS, 7, "wrong.")]
    assert list(report(found, (), False)) == [
        f"{RIS}:7: wrong.",
        "    → CONTRIBUTING.md#correct-an-amount",
        f"{CIRE}:1: warning: number 1.",
        "    → CONTRIBUTING.md#correct-a-desk",
        "warnings: 1.",
        "1 to mend.",
    ]


def test_many_warnings_are_one_line_a_file_and_say_how_to_see_them_all():
    found = [*warnings(RIS, 30), *warnings(CIRE, 1)]
    assert list(report(found, (), False)) == [
        f"{RIS}:1: warning: number 1. (29 more in this file.)",
        "    → CONTRIBUTING.md#correct-an-amount",
        f"{CIRE}:1: warning: number 1.",
        "    → CONTRIBUTING.md#correct-a-desk",
        "`make warnings` lists all of them.",
        "warnings: 31.",
    ]


def test_warnings_of_many_files_leave_a_mistake_in_sight():
    found = [warning for number in range(50) for warning in warnings(f"content/services/{number}.yml", 2)]
    assert len(list(report(found, (), False))) == 23
    assert len(list(report(found, (), True))) == 102


def test_with_files_named_only_theirs_are_listed_and_the_others_counted():
    found = [Problem(RIS, 7, "wrong."), Problem(CIRE, 1, "bad."), *warnings(CIRE, 1)]
    assert list(report(found, {RIS}, False)) == [
        f"{RIS}:7: wrong.",
        "    → CONTRIBUTING.md#correct-an-amount",
        "1 to mend in other files: `make check` lists them.",
        "1 to mend.",
    ]


def test_a_file_is_named_from_the_project_or_from_the_root_of_the_machine():
    assert named([RIS, f"./{CIRE}", str(ROOT / RIS)], ROOT) == {RIS, CIRE}


@pytest.mark.parametrize("name", ["content/amounts/riis.yml", "content", "../../etc/hostname", "/etc/hostname"])
def test_what_is_no_file_of_the_project_is_refused(name):
    with pytest.raises(NoSuchFile, match="there is no file"):
        named([name], ROOT)
