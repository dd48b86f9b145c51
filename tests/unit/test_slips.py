"""What is possible and more likely a slip is told, on its line; and nothing in the data of today is."""

from datetime import date

import pytest
from bonguichet import reminders
from bonguichet.load import ROOT, load

CIRE = "content/services/cire.yml"
RIS = "content/amounts/ris.yml"
TOLD = {
    "a figure that more than doubles": (
        RIS,
        "2025-02-01: {value: 876.13",
        "2025-02-01: {value: 8761.3",
        "Read the source again.",
    ),
    "a figure that falls below the half": (
        RIS,
        "2025-02-01: {value: 876.13",
        "2025-02-01: {value: 87.61",
        "Read the source again.",
    ),
    "a postal code of another municipality": (
        CIRE,
        'postal_code: "1050"',
        'postal_code: "1190"',
        "1190 is that of Forest, Vorst",
    ),
    "a postal code of no place": (CIRE, 'postal_code: "1050"', 'postal_code: "1055"', "1055 is that of no place"),
}


def told(project) -> list[str]:
    return [str(problem) for problem in reminders.warnings(load(project.root, date(2026, 11, 22)), project.root)]


@pytest.mark.parametrize("slip", TOLD)
def test_a_slip_is_told_where_it_stands(project, data, slip):
    file, old, new, sentence = TOLD[slip]
    before = {str(problem) for problem in reminders.warnings(data, ROOT)}
    line = project.change(file, old, new)
    (said, *_) = [said for said in told(project) if said not in before]
    assert said.startswith(f"{file}:{line}: warning: ")
    assert sentence in said


def test_a_desk_with_nothing_but_a_telephone_is_told(project):
    path = project.root / CIRE
    text = path.read_text(encoding="utf-8")
    address = text[text.index("address:") : text.index("phones:")]
    path.write_text(text.replace(address, "").replace("email: cire@cire.be\nwebsite: https://www.cire.be\n", ""))
    assert any(f"{CIRE}:" in said and "whoever cannot hear does not reach this desk" in said for said in told(project))
