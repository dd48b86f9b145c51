"""The share sheet: what a link tells, which versions of it there are, and the ways to hand it on."""

from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, NARROW, faults_of
from tests.codes import dark, shown

STUBS = """
  window.handed = [];
  Object.defineProperty(navigator, "share", { value: (what) => (handed.push(what), Promise.reject(new DOMException("", "AbortError"))) });
  Object.defineProperty(navigator, "clipboard", { value: { writeText: (text) => (handed.push(text), window.refuses ? Promise.reject(new Error()) : Promise.resolve()) } });
"""
SECRET = (
    "situation=danger,low-mood&postal-code=1070&age=18-24&residence=no-papers&student=no&housing=parents&income=below"
)
HARMLESS = (
    "situation=letter&letter=cpas-refused&cpas-decision-date=2026-11-03&postal-code=1070&age=25-64"
    "&residence=belgian&housing=tenant&income=below"
)


@pytest.fixture
def sharer(new_reader):
    reader = new_reader(NARROW)
    reader.page.add_init_script(STUBS)
    return reader


def sheet_of(reader, path):
    """Open a page and its share sheet, with the keyboard alone."""
    reader.page.goto(reader.address + path)
    control = reader.page.locator("[data-action=share]:visible").first
    control.focus()
    reader.page.keyboard.press("Enter")
    sheet = reader.page.locator("[data-share]")
    expect(sheet).to_be_focused()
    return sheet, control


def link(sheet) -> str:
    return sheet.locator("[data-share-address]").input_value()


def told(sheet) -> list[str]:
    return sheet.locator("[data-share-told] dd").all_inner_texts()


def test_a_link_with_answers_tells_each_of_them_before_it_is_handed_on(sharer):
    sheet, _ = sheet_of(sharer, f"/orientation/#{SECRET}")
    sheet.locator("[value=all]").check()
    assert dict(part.split("=") for part in urlsplit(link(sheet)).fragment.split("&") if part[:2] != "r=") == dict(
        part.split("=") for part in SECRET.split("&")
    )
    marks = sheet.locator("[data-share-told] div").evaluate_all("rows => rows.map(row => 'sensitive' in row.dataset)")
    assert marks == [True, True, False, False, False, False, False]
    danger, papers, *rest = told(sheet)
    assert "en danger" in danger and "n’en peux plus" in danger
    assert "pas de titre de séjour" in papers
    assert len(rest) == 5 and "1070" in rest
    expect(sheet.locator("[data-share-says]")).to_contain_text("7")

    assert faults_of(sharer.page, "[data-share]") == []

    sheet.locator("[value=situation]").check()
    assert told(sheet) == [danger]
    assert urlsplit(link(sheet)).fragment.split("&")[0] == "situation=danger,low-mood"
    assert "postal-code" not in link(sheet)

    sheet.locator("[value=none]").check()
    assert link(sheet) == f"{sharer.address}/orientation/"
    assert told(sheet) == []
    expect(sheet.locator("[data-share-says]")).to_have_text("Ce lien ne montre aucune réponse.")


@pytest.mark.parametrize(("answers", "version"), [(SECRET, "none"), (HARMLESS, "situation")])
def test_the_sheet_begins_without_answers_where_one_of_them_could_harm(sharer, answers, version):
    sheet, _ = sheet_of(sharer, f"/orientation/#{answers}")
    expect(sheet.locator("[name=share-version]:checked")).to_have_value(version)
    assert ("#situation=" in link(sheet)) is (version == "situation")
    assert bool(told(sheet)) is (version == "situation")


def test_a_link_opens_in_the_language_chosen_with_the_same_answers(sharer):
    sheet, _ = sheet_of(sharer, f"/orientation/#{ADULT}")
    sheet.locator("[value=all]").check()
    french = link(sheet)
    sheet.locator("select").select_option(label="Nederlands")
    assert link(sheet) == french.replace("/orientation/", "/nl/orientation/")


def test_every_way_hands_on_the_link_that_is_shown(sharer):
    sheet, _ = sheet_of(sharer, f"/orientation/#{ADULT}")
    sheet.locator("[value=all]").check()
    handed = sheet.page
    sheet.locator("[data-share-native]").click()
    sheet.locator("[data-share-copy]").click()
    expect(sheet.locator("[data-share-done]")).to_have_text("Lien copié.")
    native, copied = handed.evaluate("window.handed")
    assert (native["url"], copied) == (link(sheet), link(sheet))
    mail = urlsplit(sheet.locator("[data-share-mail]").get_attribute("href"))
    assert (mail.scheme, mail.path) == ("mailto", "")
    assert parse_qs(mail.query)["body"] == [link(sheet)]
    sheet.locator("[data-share-draw]").click()
    expect(sheet.locator("[data-share-code] svg")).to_be_visible()
    code = segno.make_qr(link(sheet), error="m", boost_error=False, mode="byte")
    size = int(sheet.locator("[data-share-code] svg").get_attribute("viewBox").split()[-1])
    assert size == code.symbol_size(border=4)[0]
    assert len(shown(sheet.locator("[data-share-code]").inner_html())) > len(dark(code.matrix)) / 2


def test_a_link_that_cannot_be_copied_is_selected_and_one_too_long_for_a_code_says_so(sharer):
    sheet, _ = sheet_of(sharer, "/annuaire/#need=" + "x" * 900)
    sheet.page.evaluate("window.refuses = true")
    sheet.locator("[data-share-copy]").click()
    expect(sheet.locator("[data-share-done]")).to_contain_text("La copie n’a pas marché")
    chosen = "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
    assert sheet.page.evaluate(chosen) == [0, len(link(sheet))]
    sheet.locator("[data-share-draw]").click()
    expect(sheet.locator("[data-share-done]")).to_contain_text("trop long")
    expect(sheet.locator("[data-share-code]")).to_be_hidden()


def test_the_sheet_closes_with_escape_and_gives_focus_back_and_steps_aside_when_focus_leaves(sharer):
    sheet, control = sheet_of(sharer, "/revenus/ris/#conditions")
    assert link(sheet) == f"{sharer.address}/revenus/ris/#conditions"
    expect(sheet.locator("[data-share-versions]")).to_be_hidden()
    expect(sheet.locator("[data-share-says]")).to_be_hidden()
    assert sharer.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    sharer.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(control).to_be_focused()
    sharer.page.keyboard.press("Enter")
    expect(sheet).to_be_focused()
    sharer.page.locator(".skip").focus()
    expect(sheet).to_have_count(0)


def test_a_narrowed_list_tells_what_was_chosen_in_its_own_words(sharer):
    sheet, _ = sheet_of(sharer, "/nl/annuaire/#need=home&place=21009")
    assert told(sheet) == ["Wonen, onderdak", "Elsene"]
    sheet.locator("[value=none]").check()
    assert link(sheet) == f"{sharer.address}/nl/annuaire/"


def test_where_no_application_can_take_the_link_none_is_offered(reader):
    reader.page.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined })")
    sheet, _ = sheet_of(reader, "/revenus/ris/")
    expect(sheet.locator("[data-share-native]")).to_be_hidden()
    expect(sheet.locator("[data-share-copy]")).to_be_visible()
