"""LICENSES.md covers everything that is published, and everything that builds it, and says nothing that is not there."""

import re
import tomllib
from fnmatch import fnmatch
from importlib.metadata import metadata

import pytest
from bonguichet.load import ROOT

TEXT = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
OURS = {"EUPL-1.2": "LICENSE", "CC BY 4.0": "LICENSE-CONTENT"}
SHORT = re.compile(r"[\w.+-]{3,20}( (AND|OR) [\w.+-]+)*")
"""What an older package writes in the field of its licence may be its name, or the whole text."""


def rows(heading: str) -> dict[str, str]:
    """The table below a heading: first column → the column « licence »."""
    lines = [line for line in TEXT.split(f"\n## {heading}\n")[1].split("\n#")[0].splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    column = cells[0].index("licence")
    return {row[0].strip("`"): row[column] for row in cells[2:]}


PUBLISHED, BUILDING = rows("What the site publishes"), rows("What builds it")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGES = [line.partition("==")[0] for line in PROJECT["dependencies"]]


def test_every_published_file_has_its_licence_and_every_row_its_files(site):
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [file for file in files if not any(fnmatch(file, pattern) for pattern in PUBLISHED)] == []
    assert [pattern for pattern in PUBLISHED if not any(fnmatch(file, pattern) for file in files)] == []


def test_what_is_published_is_under_our_licences_which_stand_in_the_repository():
    assert {licence for row in PUBLISHED.values() for licence in row.split(", ")} == set(OURS)
    assert all((ROOT / file).is_file() for file in OURS.values())
    assert PROJECT["license"] in OURS


def test_every_package_of_the_build_has_its_row_and_no_other():
    assert list(BUILDING) == PACKAGES


@pytest.mark.parametrize("package", PACKAGES)
def test_the_licence_of_a_package_is_the_one_that_it_declares(package):
    told = metadata(package)
    declared = told.get("License-Expression") or told.get("License") or ""
    families = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    if SHORT.fullmatch(declared):
        assert BUILDING[package] == declared
    for family in families:  # « BSD License », « … (GPLv2+) »
        assert re.split(r"\W", BUILDING[package])[0][:3] in family or family.split("(")[-1][:3] in BUILDING[package]
    assert BUILDING[package]
