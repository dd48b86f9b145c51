"""Controls that repeat are told apart by who cannot see what stands around them."""

import pytest

from tests.browser.conftest import ADULT

NAMES = """() => {
  const found = [];
  for (const control of document.querySelectorAll("button, summary, [data-results] a, main a[rel~=external]")) {
    if (!control.getClientRects().length) continue;
    const name = control.getAttribute("aria-label") ?? control.textContent;
    const { action, question, to } = control.dataset;
    const near = (selector, key) => control.closest(selector)?.dataset[key];
    const about = control.href ?? (to ?? near("[data-advice]", "advice") ?? near("[data-benefit]", "benefit") ?? "");
    const desk = near("[data-service]", "service") ?? "";
    const letter = near("[data-model-letter]", "modelLetter") ?? "";
    found.push([name.replace(/\\s+/g, " ").trim(), control.href ?? (desk || [action === "jump" ? undefined : action, question, about, letter].join(" "))]);
  }
  return found;
}"""
"""Each control that can be reached: its name, and what it does to what. The list of advice leads to what it names."""
UNFOLD = "for (const details of document.querySelectorAll('main details')) details.open = true"


@pytest.mark.parametrize("path", [f"/orientation/#{ADULT}", "/annuaire/", "/lettres/", "/nl/annuaire/tribunaux/"])
def test_no_two_controls_that_do_different_things_have_the_same_name(reader, path):
    reader.open(path)
    if "orientation" in path:
        reader.results()
    reader.page.evaluate(UNFOLD)
    does = {}
    for name, deed in reader.page.evaluate(NAMES):
        does.setdefault(name, set()).add(deed)
    assert len(does) > 10
    assert "" not in does
    assert {name: deeds for name, deeds in does.items() if len(deeds) > 1} == {}
