"""What every reader can do with every control: see it, reach it, hit it, in large text, without motion, in forced colours."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, DESKTOP, PHONE, faults_of

PAGES = ("/", "/revenus/ris/", "/annuaire/", "/lettres/", "/recours/delais/", "/hors-ligne/", "/recherche/")
QUESTIONNAIRE = ("/orientation/", f"/orientation/#{ADULT}")
SMALL = """() => [...document.querySelectorAll("button, summary, select, input, textarea, .button, nav a, .contact a, .choices a, .doors a, .call a, .danger a, .bottom a, label.option")]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest(".spoken, .skip") && !control.matches("label.option input, .unknown input, label input"))
  .map((control) => ({ control, box: control.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
  .map(({ control, box }) => `${control.outerHTML.slice(0, 90)} ${Math.round(box.width)} × ${Math.round(box.height)}`)
"""
OUTLINE = """() => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  return focused === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && focused.checkVisibility());
}"""


@pytest.mark.parametrize("path", [*PAGES, *QUESTIONNAIRE, "/ar/", "/ar/orientation/"])
def test_every_control_is_large_enough_for_a_thumb(new_reader, path):
    assert new_reader(PHONE).open(path).page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", ["/nl/revenus/ris/", "/ar/revenus/ris/", "/nl/orientation/", "/ar/orientation/"])
def test_the_first_screen_of_a_small_phone_holds_the_title_and_the_beginning_of_the_answer(new_reader, path):
    page = new_reader({"width": 320, "height": 568}).open(path).page
    expect(page.locator("h1")).to_be_in_viewport(ratio=1)
    assert page.locator("h1 ~ p").first.bounding_box()["y"] + 60 <= 568, "two lines of the answer at least"


@pytest.mark.parametrize("width", [320, 360, 375, 390])
def test_the_languages_stand_in_one_line_on_a_phone(new_reader, width):
    links = new_reader({"width": width, "height": 740}).open("/").page.locator(".languages a").all()
    assert len({link.bounding_box()["y"] for link in links}) == 1


def test_the_sign_of_a_situation_stands_beside_its_words(new_reader):
    card = new_reader(PHONE).open("/").page.locator(".choices a").first
    sign, words = (card.locator(part).bounding_box() for part in (".icon", "span"))
    assert sign["x"] + sign["width"] <= words["x"]
    assert words["y"] <= sign["y"] + sign["height"] / 2 <= words["y"] + words["height"]


@pytest.mark.parametrize("path", ["/", "/annuaire/", "/orientation/", "/ar/orientation/"])
def test_focus_is_seen_on_every_control_that_the_keyboard_reaches(new_reader, path):
    page = new_reader(DESKTOP).open(path).page
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE), page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


@pytest.mark.parametrize("path", ["/", "/revenus/ris/", "/orientation/", f"/orientation/#{ADULT}", "/ar/"])
def test_text_of_twice_the_size_does_not_stick_out(new_reader, path):
    page = new_reader(PHONE).open(path).page
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_nothing_moves_for_who_asked_for_less_motion(new_reader):
    page = new_reader(PHONE, reduced_motion="reduce").open("/orientation/").page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


def test_in_forced_colours_controls_keep_their_borders_and_a_choice_is_seen(new_reader):
    page = new_reader(PHONE, forced_colors="active").open().page
    option = page.locator("label.option").nth(1)
    before = option.screenshot()
    option.click()
    assert option.screenshot() != before
    for control in (option, page.locator("[data-action=next]"), page.locator(".menu summary").first):
        assert control.evaluate("control => parseFloat(getComputedStyle(control).borderTopWidth)") > 0


def test_an_error_in_mid_course_breaks_no_accessibility_rule_and_is_tied_to_its_question(new_reader):
    page = new_reader(PHONE).open("/orientation/#situation=no-money").page
    page.locator("[data-action=next]").click()
    expect(page.locator("[data-error]")).not_to_be_empty()
    assert faults_of(page) == []


@pytest.mark.parametrize("language", ["", "/ar"])
def test_the_share_sheet_and_the_sheet_for_a_desk_break_no_accessibility_rule(new_reader, language):
    page = new_reader(PHONE).open(f"{language}/orientation/#{ADULT}").page
    page.locator("[data-results] [data-action=share]").click()
    expect(page.locator("[data-share]")).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-action=counter]").click()
    expect(page.locator("[data-row=reply]")).to_be_visible()
    assert faults_of(page) == []


def test_light_or_dark_is_kept_on_the_device_once_the_reader_chose_and_not_before(new_reader):
    reader = new_reader(PHONE, color_scheme="light").open("/")
    assert reader.page.evaluate("localStorage.length") == 0
    switch = reader.page.get_by_role("button", name="Affichage sombre")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    reader.open("/revenus/ris/")
    assert reader.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_the_languages_stand_in_their_own_script_on_every_page_and_keep_place_and_answers(new_reader):
    reader = new_reader(PHONE).open(f"/orientation/#{ADULT}&at=housing")
    names = reader.page.locator(".languages a")
    assert [name.strip() for name in names.all_inner_texts()] == [
        "Français",
        "Nederlands",
        "English",
        "العربية",
        "Deutsch",
    ]
    reader.page.get_by_role("link", name="العربية").click()
    reader.ready()
    reader.asked("housing")
    assert reader.fragment["postal-code"] == "1070" and "/ar/orientation/" in reader.page.url
    assert reader.page.locator("html").get_attribute("dir") == "rtl"
    expect(reader.page.locator("input[value=parents]")).to_be_checked()
