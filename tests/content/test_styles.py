"""The real style sheets: each dresses components that exist."""

import re

import pytest
from bonguichet import styles
from bonguichet.load import ROOT

SHEETS = styles.load(ROOT / "overrides" / "styles")
TEMPLATES = {path.stem: path for path in (ROOT / "overrides" / "components").glob("*.html")}
LATER = {"results"}
"""What no component shows, but a script: its sheet comes with its data."""
DIRECTIONS = {"rtl"}
NAMES = sorted(path.stem for path in (ROOT / "overrides" / "styles").glob("*.css"))


@pytest.mark.parametrize(("name", "sheet"), list(zip(NAMES, SHEETS, strict=True)), ids=NAMES)
def test_a_sheet_is_for_components_that_exist(name, sheet):
    assert sheet.css
    assert sheet.components <= TEMPLATES.keys() | LATER | DIRECTIONS


def test_whoever_shows_a_field_wears_the_sheet_of_fields():
    field = re.compile(r"<(?:input|select|textarea|fieldset)\b")
    showing = {name for name, path in TEMPLATES.items() if field.search(path.read_text(encoding="utf-8"))}
    assert SHEETS[NAMES.index("22-fields")].components == showing
