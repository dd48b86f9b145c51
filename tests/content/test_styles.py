"""The real style sheets: each dresses components that exist."""

import pytest
from bonguichet import styles
from bonguichet.load import ROOT

SHEETS = styles.load(ROOT / "overrides" / "styles")
COMPONENTS = {path.stem for path in (ROOT / "overrides" / "components").glob("*.html")}
LATER = {"results"}
"""What no component shows, but a script: its sheet comes with its data."""
NAMES = sorted(path.stem for path in (ROOT / "overrides" / "styles").glob("*.css"))


@pytest.mark.parametrize(("name", "sheet"), list(zip(NAMES, SHEETS, strict=True)), ids=NAMES)
def test_a_sheet_is_for_components_that_exist(name, sheet):
    assert sheet.css
    assert sheet.components <= COMPONENTS | LATER
