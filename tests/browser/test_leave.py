"""Leaving the page at once: no answer is left in the tab, however the reader came there."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, NARROW
from tests.browser.waiting import until

OLDER = "delete Window.prototype.navigation; delete window.navigation;"
"""A browser that does not tell a page where its tab has been."""


@pytest.fixture(params=["today", pytest.param("older", marks=pytest.mark.long)])
def reader(new_reader, request):
    """A reader with a phone, in a browser of today and in an older one."""
    reader = new_reader()
    if request.param == "older":
        reader.page.add_init_script(OLDER)
        assert reader.open("/").page.evaluate("window.navigation") is None
    return reader


@pytest.fixture
def modern(new_reader):
    return new_reader()


def gone(reader):
    """The page was left, and no address of the tab holds an answer, neither behind nor ahead."""
    page = reader.page
    page.wait_for_url("about:blank")
    tab = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    addresses = [entry["url"] for entry in tab["entries"]]
    assert [address for address in addresses if "=" in address] == []
    assert tab["currentIndex"] == len(addresses) - 1, "nothing lies ahead"
    page.go_back()
    if "orientation" in page.url:
        reader.ready()
        expect(page.locator("[data-form] fieldset")).to_have_attribute("data-question", "situation")
        assert page.locator("input:checked").count() == 0
    assert "=" not in page.url
    page.go_forward()
    assert page.url == "about:blank"


def leave(reader):
    reader.page.get_by_role("button", name="Quitter cette page vite").click()


def test_after_some_steps(reader):
    reader.open()
    reader.answer("situation", "debts")
    reader.answer("postal-code", "1070")
    leave(reader)
    gone(reader)


def test_after_a_choice_that_was_not_sent_yet(reader):
    reader.open()
    reader.page.locator("input[value=debts]").check()
    leave(reader)
    gone(reader)


def test_from_the_results_of_a_link_that_was_just_opened(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    leave(reader)
    gone(reader)


def test_after_the_page_was_loaded_anew(reader):
    reader.open()
    reader.answer("situation", "debts")
    reader.answer("postal-code", "1070")
    reader.page.reload()
    reader.ready()
    leave(reader)
    gone(reader)


def test_after_going_back_with_steps_still_ahead(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.page.locator("[data-action=change][data-question=age]").click()
    reader.answer("age", "25-64")
    reader.page.go_back()
    reader.page.go_back()
    reader.results()
    leave(reader)
    gone(reader)


def test_after_starting_again(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.page.locator("[data-action=restart]").click()
    reader.asked("situation")
    leave(reader)
    gone(reader)


def test_after_reading_on_in_the_results(reader):
    """Where the results were left is noted on the entries of the history; it must not hide that they hold answers."""
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.locator("[data-same-visit]:not([hidden]) button").first.click()
    for height in (4000, 5000):
        reader.page.evaluate(f"scrollTo(0, {height})")
        until(reader.page, f"history.state?.height === {height}")
    reader.page.locator("[data-action=change][data-question=age]").click()
    reader.asked("age")
    leave(reader)
    gone(reader)


def test_after_the_language_was_changed_on_the_way(modern):
    modern.open()
    modern.answer("situation", "debts")
    modern.page.locator("a[data-action=language][hreflang=en]").click()
    modern.ready()
    modern.answer("postal-code", "1070")
    modern.page.locator("[data-action=leave]").click()
    gone(modern)


def test_after_reading_a_page_between_two_visits(modern):
    modern.open()
    modern.answer("situation", "debts")
    modern.page.goto(modern.address + "/aides/dettes/")
    modern.page.goto(modern.address + "/orientation/#situation=energy")
    modern.ready()
    leave(modern)
    gone(modern)


def test_before_the_script_has_arrived(modern):
    held = []
    modern.page.route("**/main.js", lambda route: held.append(route))
    modern.page.goto(f"{modern.address}/orientation/#{ADULT}", wait_until="commit")
    leave(modern)
    modern.page.wait_for_url("about:blank")
    tab = modern.page.context.new_cdp_session(modern.page).send("Page.getNavigationHistory")
    assert [entry["url"] for entry in tab["entries"] if "=" in entry["url"]] == []


def test_by_pressing_escape_twice(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("Escape")
    gone(reader)


@pytest.mark.parametrize("keys", [["Escape"], ["Escape", "Tab", "Escape"]])
def test_escape_once_or_with_another_key_between_stays(modern, keys):
    modern.open(f"/orientation/#{ADULT}")
    for key in keys:
        modern.page.keyboard.press(key)
    modern.results()
    assert "situation=left-home" in modern.page.url


def test_escape_held_down_stays(modern):
    modern.open(f"/orientation/#{ADULT}")
    modern.page.keyboard.down("Escape")
    modern.page.keyboard.down("Escape")  # still held: the keyboard repeats it
    modern.page.keyboard.up("Escape")
    modern.results()
    assert "situation=left-home" in modern.page.url


def test_with_the_keyboard_alone(reader):
    reader.open(f"/orientation/#{ADULT}")
    for _ in range(20):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("document.activeElement.dataset.action") == "leave":
            break
    reader.page.keyboard.press("Enter")
    gone(reader)


def test_the_page_is_blank_before_anything_else_happens(modern):
    modern.open(f"/orientation/#{ADULT}")
    blank = """() => {
      document.querySelector("[data-action=leave]").click();
      return [document.body.childElementCount, location.hash];
    }"""
    assert modern.page.evaluate(blank) == [0, ""]


def test_what_leaving_cannot_erase_is_said_beside_it(modern):
    modern.open()
    note = modern.page.locator("#leave-note")
    expect(note).to_contain_text("ne vide pas l’historique")
    expect(modern.page.locator("[data-action=leave]")).to_have_attribute("aria-describedby", "leave-note")
    note.click()
    for word in ("lien copié", "téléchargé", "fenêtre privée", "Échap"):
        expect(modern.page.locator(".leave-note p")).to_contain_text(word)


@pytest.mark.parametrize("path", ["/orientation/", f"/nl/orientation/#{ADULT}"])
def test_the_way_out_stays_in_sight_at_320_pixels_and_leaves_room(new_reader, path):
    reader = new_reader(NARROW).open(path)
    for place in (0, 900, 100_000):
        reader.page.evaluate("(y) => scrollTo(0, y)", place)
        box = reader.page.locator("[data-action=leave]").bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= NARROW["height"]
        assert box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]
        assert box["height"] < NARROW["height"] / 8
    assert reader.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_what_has_focus_is_not_hidden_behind_the_way_out(new_reader):
    reader = new_reader(NARROW).open(f"/orientation/#{ADULT}")
    reader.page.locator("[data-action=download-case]").focus()
    hidden = """() => {
      const [a, b] = [document.activeElement, document.querySelector("[data-action=leave]")].map((e) => e.getBoundingClientRect());
      return a !== b && a.top < b.bottom;
    }"""
    for _ in range(12):
        reader.page.keyboard.press("Shift+Tab")
        assert not reader.page.evaluate(hidden)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", ["/orientation/", f"/orientation/#{ADULT}"])
def test_whom_to_call_in_danger_stands_above_all_with_and_without_script(new_reader, model, path, script):
    reader = new_reader(java_script_enabled=script)
    reader.page.goto(reader.address + path)
    links = reader.page.locator("[data-danger] a")
    desks = ("urgence-112", "police-101", "ecoute-enfants-103", "tele-accueil-107")
    numbers = [model.services[id].phones[0].number for id in desks]
    assert [link.get_attribute("href") for link in links.all()] == [f"tel:{number}" for number in numbers]
    assert re.search(r"103 \(jeunes\).*107 \(parler\)", reader.page.locator("[data-danger]").inner_text())
    top = reader.page.locator("[data-danger]").bounding_box()
    assert top["y"] < reader.page.locator("h1").bounding_box()["y"]
    assert reader.page.locator("[data-action=leave]").is_visible() is script


def test_a_number_in_another_language_says_so(new_reader):
    reader = new_reader().open("/de/orientation/")
    expect(reader.page.locator("[data-danger]")).to_contain_text("103 (junge Menschen, auf Französisch)")


@pytest.mark.parametrize("path", ["/jeunes/conflit-violence/", "/nl/jeunes/lgbt/", "/ar/situations/danger/"])
@pytest.mark.parametrize("way", ["tap", "escape"])
def test_a_page_that_tells_too_much_is_left_and_back_does_not_lead_to_it(new_reader, path, way):
    reader = new_reader(NARROW).open("/")
    with reader.page.expect_response("**/leave-page.js"):
        reader.open(path)
    out = reader.page.locator("[data-action=leave]")
    expect(out).to_be_in_viewport()
    until(reader.page, "document.querySelector('[data-action=leave]').onclick !== null")
    reader.page.mouse.wheel(0, 3000)
    expect(out).to_be_in_viewport()
    if way == "tap":
        out.click()
    else:
        reader.page.keyboard.press("Escape")
        reader.page.keyboard.press("Escape")
    reader.page.wait_for_url("about:blank")
    reader.page.go_back()
    assert reader.page.url == f"{reader.address}/"


def test_such_a_page_read_after_some_answers_takes_them_along(modern):
    modern.open()
    modern.answer("situation", "debts")
    modern.answer("postal-code", "1070")
    modern.open("/jeunes/conflit-violence/")
    until(modern.page, "document.querySelector('[data-action=leave]').onclick !== null")
    modern.page.locator("[data-action=leave]").click()
    gone(modern)


def test_without_a_script_such_a_page_is_left_too(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/jeunes/conflit-violence/")
        page.locator("[data-action=leave]").click()
        page.wait_for_url("about:blank")
