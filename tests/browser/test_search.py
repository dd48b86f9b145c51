"""The search: nothing before it is used, nothing kept, by keyboard alone, and another way where it finds nothing."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.browser.waiting import until

FIELD = {"fr": "Un mot, un service, une lettre…", "nl": "Een woord, een dienst, een brief…"}


def field(reader, language="fr"):
    return reader.page.get_by_label(FIELD[language])


def results(reader):
    return reader.page.locator("[data-found] a")


def test_nothing_is_fetched_before_the_field_is_used_and_then_once_from_here_alone(reader):
    reader.open("/recherche/")
    reader.page.wait_for_load_state("networkidle")
    assert not [url for url in reader.requests if "search" in url]
    field(reader).fill("minimex")
    expect(results(reader).first).to_have_attribute("href", "../revenus/ris/")
    field(reader).fill("huissier")
    expect(results(reader).first).to_have_attribute("href", "../aides/dettes/")
    asked = [url.rsplit("/", 1)[1] for url in reader.requests if "search" in url]
    assert sorted(asked) == ["search-more.fr.json", "search-page.js", "search.fr.json"]


def test_what_is_typed_stands_neither_in_the_address_nor_in_storage_nor_in_a_request(reader):
    reader.open("/recherche/")
    address = reader.page.url
    field(reader).fill("minimex")
    expect(results(reader).first).to_be_visible()
    field(reader).press("Enter")
    expect(results(reader).first).to_be_focused()
    assert reader.page.url == address
    stored = "JSON.stringify([localStorage, sessionStorage, document.cookie, history.state, window.name])"
    assert "minimex" not in reader.page.evaluate(stored)
    assert not [url for url in reader.requests if "minimex" in url]
    assert reader.page.locator("form").count() == 0, "nothing can be submitted"


def test_the_keyboard_alone_searches_on_a_narrow_screen_and_hears_how_many_are_found(new_reader):
    reader = new_reader(NARROW).open("/nl/recherche/")
    field(reader, "nl").focus()
    reader.page.keyboard.type("leefoon")
    expect(results(reader).first).to_have_attribute("href", "../revenus/ris/")
    said = "document.querySelector('[data-said]').textContent"
    until(reader.page, f"{said} === `Resultaten: ${{document.querySelectorAll('[data-found] a').length}}`")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert all(link.bounding_box()["height"] >= 44 for link in results(reader).all())
    reader.page.keyboard.press("Tab")
    expect(results(reader).first).to_be_focused()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/nl/revenus/ris/")


def test_where_nothing_is_found_other_ways_are_offered(reader):
    reader.open("/recherche/")
    ways = reader.page.locator("[data-ways]")
    expect(ways).to_be_hidden()
    field(reader).fill("xqzzyw")
    expect(reader.page.locator("[data-said]")).to_contain_text("Rien trouvé")
    hrefs = [way.get_attribute("href") for way in ways.get_by_role("link").all()]
    assert hrefs == ["../orientation/", "../#subjects", "../annuaire/", "../glossaire/"]
    field(reader).fill("")
    expect(ways).to_be_hidden()
    expect(reader.page.locator("[data-said]")).to_be_empty()


def test_what_a_reader_writes_is_never_read_as_html(reader):
    reader.open("/recherche/")
    field(reader).fill("<img src=x onerror=alert(1)> minimex")
    expect(results(reader).first).to_be_visible()
    assert reader.page.locator("[data-search] img").count() == 0


def test_a_lost_connection_is_said_and_the_next_word_is_searched(reader):
    reader.open("/recherche/")
    reader.page.route("**/search.*.json", lambda route: route.fulfill(status=200, body="not an index"))
    field(reader).fill("minimex")
    expect(reader.page.locator("[data-said]")).to_contain_text("n’a pas pu être chargée")
    expect(reader.page.locator("[data-ways]")).to_be_visible()
    reader.page.unroute("**/search.*.json")
    field(reader).fill("minimexe")
    expect(results(reader).first).to_have_attribute("href", "../revenus/ris/")


def test_a_result_leads_to_the_card_or_heading_that_answers(reader):
    reader.open("/recherche/")
    field(reader).fill("samusocial")
    results(reader).first.click()
    reader.page.wait_for_url("**/annuaire/#samusocial")
    expect(reader.page.locator("#samusocial .contact").first).to_be_visible()


@pytest.mark.parametrize("path", ["/recherche/", "/en/recherche/"])
def test_without_javascript_other_ways_stand_there_and_no_field_that_does_nothing(new_reader, path):
    reader = new_reader(java_script_enabled=False)
    reader.page.goto(reader.address + path)
    expect(reader.page.locator("input")).to_be_hidden()
    for way in reader.page.locator("[data-ways] a").all():
        expect(way).to_be_visible()
    assert reader.page.locator("[data-ways] a").count() == 4


def test_every_page_leads_to_the_search_of_its_language(reader):
    reader.open("/nl/revenus/ris/")
    reader.page.locator("a.find").click()
    reader.page.wait_for_url("**/nl/recherche/")
