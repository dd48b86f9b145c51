"""What Firefox, Safari and older browsers do otherwise than the one of these tests: each is put into it by hand."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, NETWORK

WITHOUT_HAS = """() => {
  const forget = (rules) => {
    for (let n = rules.cssRules.length - 1; n >= 0; n -= 1) {
      const rule = rules.cssRules[n];
      if (rule.selectorText?.includes(":has(")) rules.deleteRule(n);
      else if (rule.cssRules?.length) forget(rule);
    }
  };
  for (const sheet of document.styleSheets) forget(sheet);
}"""
"""Firefox before 121, Safari before 15.4: a rule that names :has() is none."""


class AsksNoAddressTwice:
    """Firefox: where a module once failed to come, it fails for as long as the page stands, without a request."""

    def __init__(self, page, name):
        self.lost, self.failed = True, set()
        page.route(re.compile(rf"/{name}\.js"), self.answer)

    def answer(self, route):
        url = route.request.url
        if self.lost or url in self.failed:
            self.failed.add(url)
            route.abort()
        else:
            route.continue_()


def test_results_whose_module_did_not_come_are_shown_when_the_network_is_back(new_reader):
    reader = new_reader(may_note=NETWORK)
    network = AsksNoAddressTwice(reader.page, "results-view")
    reader.page.goto(f"{reader.address}/orientation/#{ADULT}")
    expect(reader.page.locator(".broken")).to_be_visible()
    network.lost = False
    reader.page.evaluate("dispatchEvent(new Event('online'))")
    reader.results()


def test_a_control_whose_module_did_not_come_works_when_the_network_is_back(new_reader):
    reader = new_reader(may_note=NETWORK).open("/recours/refus/")
    network = AsksNoAddressTwice(reader.page, "share")
    share = reader.page.locator("[data-action=share]:visible").first
    with reader.page.expect_event("pageerror"):
        share.click()
    network.lost = False
    share.click()
    expect(reader.page.locator("[data-share]")).to_be_visible()


def test_the_first_answer_is_not_filled_in_again_for_whoever_comes_back_to_the_page(reader):
    """Firefox does so even after the reader has left by the button."""
    reader.open().page.locator("input[value=debts]").check()
    reader.page.goto(f"{reader.address}/a-propos/")
    reader.page.go_back()
    reader.ready()
    assert reader.page.locator("input:checked").count() == 0


def test_waiting_is_told_where_a_script_cannot_set_aria_by_name(new_reader):
    """Firefox before 119."""
    reader = new_reader()
    reader.page.add_init_script("delete Element.prototype.ariaBusy")
    held = []
    reader.page.route("**/results-view.js", lambda route: held.append(route))
    reader.page.goto(f"{reader.address}/orientation/#{ADULT}&at=income")
    reader.ready()
    reader.page.locator("[data-action=next]").click()
    expect(reader.page.locator(".waiting")).to_be_visible()
    held[0].continue_()
    reader.results()
    expect(reader.page.locator(".waiting")).to_be_hidden()


def test_answers_left_off_paper_stay_off_it_where_style_cannot_look_into_a_box(reader):
    page = reader.open(f"/orientation/#{ADULT}").page
    reader.results()
    page.evaluate(WITHOUT_HAS)
    page.locator("[data-without]").uncheck()
    page.emulate_media(media="print")
    expect(page.locator("[data-part=answers]")).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("[data-without]").check()
    page.emulate_media(media="print")
    for part in ("[data-code]", "[data-part=answers]", ".because >> nth=0"):
        expect(page.locator(part)).to_be_hidden()


def test_enter_in_the_search_leads_to_the_first_find_and_does_not_open_it(reader):
    """Firefox gives what is left of the key to the link that has the focus by then, unless the script has used it up."""
    page = reader.open("/recherche/").page
    field = page.locator("#search-words")
    field.fill("minimex")
    expect(page.locator("[data-found] a").first).to_be_visible()
    enter = (
        "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))"
    )
    assert field.evaluate(enter) is False, "used up"
    expect(page.locator("[data-found] a").first).to_be_focused()


@pytest.mark.parametrize("older", ["cannot read the module", "knows no modules"])
@pytest.mark.parametrize("answers", ["", f"#{ADULT}"])
def test_a_browser_too_old_for_the_questions_is_told_and_led_to_the_whole_list(new_reader, older, answers):
    reader = new_reader(may_note=r"^Unexpected token")
    if older == "knows no modules":
        reader.page.add_init_script("delete HTMLScriptElement.prototype.noModule")
    script = "const = 1;" if older == "cannot read the module" else ""
    reader.page.route("**/main.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    reader.page.goto(f"{reader.address}/orientation/{answers}")
    expect(reader.page.locator(".broken a")).to_be_visible()
    expect(reader.page.locator("fieldset[data-question]")).to_be_visible()
