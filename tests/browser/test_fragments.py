"""Whatever stands after the # of a link: no script runs, nothing of it becomes HTML, and there is always a way on."""

import json

import pytest

from tests import chromium
from tests.browser.conftest import ADULT, PHONE
from tests.conftest import QUIET, TODAY
from tests.fragments import fragments

BATCH = 100
LISTEN = """
window.faults = [];
window.ran = () => faults.push("a script ran");
addEventListener("error", ({ message }) => faults.push(message));
addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => faults.push(violatedDirective));
"""
GIVE = """async (given) => {
  const root = document.querySelector("[data-questionnaire]");
  const shown = (selector) => [...root.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const found = [];
  for (const fragment of given) {
    const before = location.hash;
    const moved = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = fragment;
    if (location.hash !== before) await moved;
    while (root.matches("[aria-busy]")) await new Promise((done) => setTimeout(done)); // until what the results need has come
    const { view } = root.dataset;
    const way = view === "question" ? shown("[data-form] input, [data-form] select") && shown("[data-action=next]:enabled") : shown("[data-results] [data-action=back]");
    if (!shown("h2") || !way) faults.push(`no way on in ${view}`);
    if (document.querySelector("[data-injected], [data-questionnaire] img, [data-questionnaire] script")) faults.push("it became HTML");
    if ({}.x !== undefined || Object.keys(Object.prototype).length) faults.push("the prototype of all objects was changed");
    if (faults.length) return { fragment, faults, views: found };
    found.push(view);
  }
  return { faults, views: found };
}"""
"""Gives fragments to the page one by one; stops at the first that does harm."""


@pytest.mark.parametrize("count", [BATCH // 4, pytest.param(5000, marks=pytest.mark.long)])
def test_no_fragment_runs_a_script_throws_or_leaves_the_reader_without_a_way_on(browser, address, model, count):
    asked = {id: question.values() for id, question in model.questions.items() if not question.derived}
    # Of its own: this switch lifts the limit on moves in a second, which no reader reaches.
    own = browser.browser_type.launch(
        executable_path=chromium.find(), args=[*QUIET, "--disable-ipc-flooding-protection"]
    )
    page = own.new_page(viewport=PHONE)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.add_init_script(LISTEN)
    page.goto(f"{address}/orientation/")
    page.locator("[data-action=next]:enabled").wait_for()
    given, views = list(fragments(count, 8, asked, ADULT)), []
    for start in range(0, count, BATCH):
        told = page.evaluate(GIVE, given[start : start + BATCH])
        assert told["faults"] == [], json.dumps(told.get("fragment"))[:500]
        views += told["views"]
    assert {"question", "results"} <= {*views}, "some lead to the end"
    own.close()
