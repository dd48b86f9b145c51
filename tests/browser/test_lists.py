"""The directory and the labour courts: narrowed by a script, whole without it, and nothing is sent."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.browser.waiting import until

DESKS = "[data-serves]:visible"


def shown(reader) -> set[str]:
    return {desk.get_attribute("data-service") for desk in reader.page.locator(f"li[data-service]{DESKS}").all()}


def test_the_directory_narrows_to_a_need_and_says_how_many_are_left(reader):
    reader.open("/annuaire/")
    everything = shown(reader)
    reader.page.get_by_label("Pour quel besoin ?").select_option("home")
    left = shown(reader)
    assert "samusocial" in left < everything
    assert "pensions-1765" not in left
    expect(reader.page.locator("[data-count]")).to_have_text(f"Services trouvés : {len(left)}")


def test_a_municipality_leaves_its_own_cpas_and_ombudsman_only(reader):
    reader.open("/annuaire/")
    reader.page.get_by_label("Où dormez-vous ?").select_option(label="Ixelles")
    left = shown(reader)
    assert {"cpas-ixelles", "ombuds-ixelles", "samusocial"} <= left
    assert not left & {"cpas-anderlecht", "ombuds-bruxelles"}


def test_outside_brussels_no_desk_of_brussels_alone_is_left(reader):
    reader.open("/annuaire/")
    reader.page.get_by_label("Où dormez-vous ?").select_option("flanders")
    assert not shown(reader) & {"cpas-ixelles", "samusocial", "sdj-bruxelles", "ombuds-bruxelles"}
    assert "pensions-1765" in shown(reader)


def test_a_language_leaves_desks_that_speak_it_or_do_not_say(reader):
    reader.open("/nl/annuaire/")
    reader.page.get_by_label("In welke taal?").select_option("nl")
    left = shown(reader)
    assert "arbeidsrechtbank-brussel-nl" in left
    assert "tribunal-travail-bruxelles-fr" not in left
    expect(reader.page.locator("[data-not-told]")).to_be_visible()


def test_a_choice_that_leaves_nothing_says_what_to_do(reader):
    reader.open("/annuaire/#need=listening&place=21009")
    reader.page.evaluate("document.querySelectorAll('[data-needs]').forEach((desk) => (desk.dataset.needs = ''))")
    reader.page.get_by_label("Pour quel besoin ?").select_option("home")
    assert not shown(reader)
    expect(reader.page.locator("[data-nothing]")).to_be_visible()
    reader.page.reload()
    reader.page.get_by_role("button", name="Tout montrer").click()
    expect(reader.page.locator("[data-nothing]")).to_be_hidden()
    assert len(shown(reader)) > 80


def test_what_was_chosen_can_be_handed_on_as_a_link_and_nothing_is_asked_of_a_server(reader):
    reader.open("/annuaire/")
    asked = len(reader.requests)
    reader.page.get_by_label("Pour quel besoin ?").select_option("debts")
    assert reader.page.url.endswith("/annuaire/#need=debts")
    assert not [url for url in reader.requests[asked:] if not url.endswith("icon.svg")]
    left = shown(reader)
    reader.page.goto("about:blank")
    reader.open("/annuaire/#need=debts&place=nowhere")
    assert shown(reader) == left, "what the address holds is chosen again; what makes no sense is left out"


def test_the_address_of_a_desk_opens_its_card(reader):
    reader.open("/annuaire/#adde")
    expect(reader.page.locator("#adde")).to_have_attribute("open", "")
    expect(reader.page.locator("#adde a[href^='tel:']").first).to_be_visible()


@pytest.mark.parametrize("typed", ["5000", "٥٠٠٠"])
def test_a_postal_code_finds_the_labour_court_and_stays_here(reader, typed):
    reader.open("/annuaire/tribunaux/")
    reader.page.get_by_label("Votre code postal").fill(typed)
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("[data-found]")).to_have_text("Tribunal du travail pour Namur :")
    assert {desk.get_attribute("data-service") for desk in reader.page.locator("li[data-service]:visible").all()} == {
        "labour-court-liege-namur",
        "labour-court-liege-dinant",
    }
    assert not [url for url in reader.requests if "5000" in url or quote(typed) in url]


@pytest.mark.parametrize(
    ("typed", "sentence"), [("50", "quatre chiffres"), ("", "quatre chiffres"), ("9999", "pas dans notre liste")]
)
def test_a_postal_code_that_is_none_is_said_at_the_field_and_shows_every_court(reader, typed, sentence):
    reader.open("/annuaire/tribunaux/")
    reader.page.get_by_label("Votre code postal").fill(typed)
    reader.page.get_by_role("button", name="Chercher").click()
    expect(reader.page.locator("[data-error]")).to_contain_text(sentence)
    expect(reader.page.get_by_label("Votre code postal")).to_be_focused()
    assert reader.page.locator("li[data-service]:visible").count() > 30


@pytest.mark.parametrize("path", ["/annuaire/", "/en/annuaire/tribunaux/"])
def test_without_javascript_every_desk_stands_there_and_no_control_that_does_nothing(new_reader, path):
    reader = new_reader(NARROW, java_script_enabled=False)
    reader.page.goto(reader.address + path)
    expect(reader.page.locator("form")).to_be_hidden()
    assert reader.page.locator("li[data-service]:visible").count() > 30
    reader.page.locator("li[data-service] summary").first.click()
    expect(reader.page.locator("li[data-service] .contact").first).to_be_visible()


def test_in_wallonia_the_way_to_what_brussels_desks_do_is_named(reader):
    reader.open("/annuaire/#need=debts&place=wallonia")
    ways = reader.page.locator("section:has(#outside) li:visible").count()
    assert ways > 0
    expect(reader.page.locator("[data-count]")).to_have_text(f"Services trouvés : {ways + len(shown(reader))}")
    expect(reader.page.locator("[data-nothing]")).to_be_hidden()


def test_a_link_to_a_desk_shows_it_whatever_was_chosen_before(reader):
    reader.open("/annuaire/#need=home")
    expect(reader.page.locator("#adde")).to_be_hidden()
    reader.page.evaluate("location.hash = '#adde'")
    expect(reader.page.locator("#adde .contact").first).to_be_visible()


def test_desks_that_speak_the_language_come_first_and_the_order_comes_back(reader):
    reader.open("/annuaire/")
    order = "[...document.querySelectorAll('[data-group] li[data-service]')].map((desk) => desk.dataset.service)"
    before = reader.page.evaluate(order)
    reader.page.get_by_label("En quelle langue ?").select_option("nl")
    assert reader.page.evaluate(order) != before
    reader.page.get_by_role("button", name="Tout montrer").click()
    until(reader.page, f"JSON.stringify({order}) === JSON.stringify({before})")


def test_the_language_switch_keeps_what_was_chosen(reader):
    reader.open("/annuaire/#need=debts")
    reader.page.get_by_role("link", name="Nederlands").click()
    reader.page.wait_for_url("**/nl/annuaire/#need=debts")
    expect(reader.page.get_by_label("Waarvoor?")).to_have_value("debts")


def test_a_lost_connection_is_said_and_the_next_search_works(reader):
    reader.open("/annuaire/tribunaux/")
    reader.page.route("**/places.*.json", lambda route: route.fulfill(status=200, body="not a list"))
    reader.page.get_by_label("Votre code postal").fill("5000")
    reader.page.get_by_role("button", name="Chercher").click()
    expect(reader.page.locator("[data-error]")).to_contain_text("n’a pas pu être chargée")
    reader.page.unroute("**/places.*.json")
    reader.page.get_by_role("button", name="Chercher").click()
    expect(reader.page.locator("[data-found]")).to_have_text("Tribunal du travail pour Namur :")
    first = reader.page.locator("li[data-service]:visible").first
    assert first.get_attribute("data-service") == "labour-court-liege-namur", "the division that sits there first"


def test_the_address_of_a_court_opens_its_card(reader):
    reader.open("/annuaire/tribunaux/#labour-court-leuven")
    expect(reader.page.locator("#labour-court-leuven .contact").first).to_be_visible()
