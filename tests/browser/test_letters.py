"""Letters to send are filled in: with the keyboard, in the language of the desk, and what is typed stays text."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.browser.letters import COURT, REQUEST, SILENCE, field, opened, sheet

HTML = "<img src=x onerror=alert(1)> & <b>gras</b>"


def test_a_letter_is_filled_in_with_the_keyboard_alone(reader):
    letter = opened(reader, REQUEST)
    letter.locator("summary").first.focus()
    keys = reader.page.keyboard

    def tab_to(name):
        passed = []
        while not passed or passed[-1] != name:
            assert len(passed) < 9, passed
            keys.press("Tab")
            passed.append(reader.page.evaluate("document.activeElement.name"))
        return list(filter(None, passed))

    tab_to("choice")  # past the links of the warnings
    keys.press("Space")
    assert tab_to("name") == ["language", "name"]
    keys.type("Awa Diallo")
    expect(sheet(letter).locator(".from")).to_contain_text("Awa Diallo")
    expect(sheet(letter).locator(".signed")).to_contain_text("Awa Diallo")
    expect(sheet(letter)).to_contain_text("Je demande le revenu d’intégration et, à défaut, une aide sociale.")
    expect(sheet(letter).locator("[data-tick]:visible")).to_have_count(0)


def test_every_control_has_a_name_and_the_sentence_that_helps(reader):
    letter = opened(reader, COURT)
    field(letter, "Une décision du CPAS").check()
    for label in (
        "Votre nom et prénom",
        "Votre adresse",
        "À quel tribunal ?",
        "Quel CPAS ?",
        "La date écrite sur la décision",
    ):
        expect(field(letter, label)).to_be_visible()
    expect(field(letter, "À quel tribunal ?")).to_have_accessible_description("L’adresse se trouve dans la décision.")
    for action in ("Imprimer", "Copier", "Enregistrer"):
        expect(letter.get_by_role("button", name=action)).to_be_visible()


def test_a_choice_asks_only_for_what_its_letter_needs(reader):
    letter = opened(reader, COURT)
    field(letter, "Le silence du CPAS").check()
    expect(field(letter, "Le jour de votre demande")).to_be_visible()
    expect(field(letter, "La date écrite sur la décision")).to_be_hidden()
    field(letter, "Une décision de l’ONEM").check()
    expect(field(letter, "Quel CPAS ?")).to_be_hidden()
    field(letter, "La date écrite sur la décision").fill("2026-11-03")
    expect(sheet(letter)).to_contain_text("(ONEM), datée du 3 novembre 2026.")


def test_the_cpas_that_was_chosen_gives_its_address_in_the_language_of_the_letter(reader):
    letter = opened(reader, SILENCE)
    field(letter, "Quel CPAS ?").select_option(label="CPAS d’Ixelles")
    expect(sheet(letter).locator(".to")).to_contain_text("Rue Jean Paquot 63B")
    field(letter, "néerlandais").check()
    expect(sheet(letter, "nl").locator(".to")).to_contain_text("OCMW Elsene")


def test_another_desk_is_written_by_hand(reader):
    letter = opened(reader, COURT)
    field(letter, "Le silence du CPAS").check()
    field(letter, "Quel CPAS ?").select_option("other")
    letter.locator("[name=cpas-other]").fill("CPAS de Namur\nRue de Dave 165\n5100 Namur")
    expect(sheet(letter)).to_contain_text("Le CPAS de Namur n’a pas répondu")


def test_the_language_of_the_reader_stands_beside_the_letter_where_it_differs(reader):
    letter = opened(reader, SILENCE)
    assert letter.locator("article:visible").count() == 1
    field(letter, "néerlandais").check()
    first, own = letter.locator("[data-version]:visible").all()
    expect(first.locator("h4:visible")).to_have_text("La lettre à envoyer : néerlandais")
    expect(own.locator("h4:visible")).to_have_text("Pour vous, ne pas envoyer : français")
    expect(first.locator("article")).to_have_attribute("lang", "nl")
    field(letter, "Le jour de votre demande").fill("2026-10-05")
    expect(first).to_contain_text("Op 5 oktober 2026 heb ik hulp gevraagd")
    expect(own).to_contain_text("Le 5 octobre 2026, j’ai demandé une aide")


@pytest.mark.parametrize(("prefix", "sent", "shown"), [("/nl", "nl", 1), ("/en", "fr", 2)])
def test_a_letter_begins_in_a_language_of_the_desk(reader, prefix, sent, shown):
    letter = opened(reader, REQUEST, prefix)
    assert letter.locator("article:visible").count() == shown
    expect(letter.locator("article:visible").first).to_have_attribute("lang", sent)


def test_what_is_not_filled_in_stays_a_line_to_write_on_and_what_is_optional_goes(reader):
    letter = opened(reader, REQUEST)
    expect(sheet(letter).locator("[data-gap=name]").first).to_have_text("……………………………… (nom et prénom)")
    expect(sheet(letter).locator("[data-gap=reason]")).to_contain_text("………")
    expect(sheet(letter).locator("[data-gap=urgent]")).to_be_hidden()
    field(letter, "Votre nom et prénom").fill("Awa")
    field(letter, "Votre nom et prénom").fill("")
    expect(sheet(letter).locator("[data-gap=name]").first).to_have_text("……………………………… (nom et prénom)")
    field(letter, "C’est urgent ?").fill("plus rien à manger")
    expect(sheet(letter)).to_contain_text(
        "aide urgente du président de votre centre. Si je dois attendre : plus rien à manger"
    )


def test_a_day_to_come_is_refused_at_its_field_and_nothing_is_lost(reader):
    letter = opened(reader, SILENCE)
    day = field(letter, "Le jour de votre demande")
    field(letter, "Votre nom et prénom").fill("Awa Diallo")
    day.fill("2026-12-24")
    day.blur()
    expect(day).to_have_attribute("aria-invalid", "true")
    expect(day).to_have_accessible_description(
        re.compile(r"^Ce jour est écrit sur l’accusé de réception\. .* Cette date est dans le futur\. Vérifiez le jour")
    )
    expect(sheet(letter)).not_to_contain_text("décembre")
    files = []
    reader.page.on("download", lambda file: files.append(file))
    letter.get_by_role("button", name="Enregistrer").click()
    expect(day).to_be_focused()
    expect(day).to_have_value("2026-12-24")
    expect(field(letter, "Votre nom et prénom")).to_have_value("Awa Diallo")
    day.fill("2026-10-05")
    day.blur()
    expect(day).not_to_have_attribute("aria-invalid", "true")
    with reader.page.expect_download():
        letter.get_by_role("button", name="Enregistrer").click()
    assert len(files) == 1, "no file came while the day was wrong"


def test_a_number_that_looks_wrong_is_to_be_checked_and_blocks_nothing(reader):
    letter = opened(reader, COURT)
    number = field(letter, "Votre numéro de registre national")
    number.fill("85.07.30-033.29")
    number.blur()
    expect(letter.locator("[data-field=national-number] [data-error]")).to_contain_text("Vérifiez ce numéro.")
    expect(sheet(letter)).to_contain_text("85.07.30-033.29")
    with reader.page.expect_download():
        letter.get_by_role("button", name="Enregistrer").click()


def test_a_court_of_another_language_than_the_letter_is_said(reader):
    letter = opened(reader, COURT)
    field(letter, "À quel tribunal ?").select_option("arbeidsrechtbank-brussel-nl")
    expect(letter.locator("[data-field=court] [data-error]")).to_contain_text("ne travaille pas dans la langue")
    field(letter, "néerlandais").check()
    expect(letter.locator("[data-field=court] [data-error]")).to_be_empty()


def test_html_that_is_typed_stays_text(reader):
    letter = opened(reader, REQUEST)
    field(letter, "Pourquoi en avez-vous besoin ?").fill(HTML)
    field(letter, "Votre nom et prénom").fill(HTML)
    expect(sheet(letter).locator("[data-gap=reason]")).to_have_text(HTML)
    assert sheet(letter).locator("img, [data-gap] b").count() == 0


def test_a_name_is_typed_once_for_every_letter_of_the_page(reader):
    letter = opened(reader, REQUEST)
    field(letter, "Votre nom et prénom").fill("Awa Diallo")
    other = reader.page.locator("#send-proxy")
    other.locator("summary").first.click()
    expect(field(other, "Votre nom et prénom")).to_have_value("Awa Diallo")
    expect(sheet(other)).to_contain_text("Awa Diallo")


@pytest.mark.parametrize("prefix", ["", "/nl", "/en"])
def test_without_javascript_each_letter_stands_there_as_text_with_lines_to_fill_in(new_reader, prefix):
    reader = new_reader(NARROW, java_script_enabled=False)
    reader.page.goto(f"{reader.address}{prefix}/lettres/")
    letter = reader.page.locator(f"#send-{REQUEST}")
    letter.locator("summary").first.click()
    expect(letter.locator("form")).to_be_hidden()
    expect(letter.locator("button").first).to_be_hidden()
    expect(letter.locator("article").first).to_contain_text("………")
    sent = {"": "fr", "/nl": "nl", "/en": "fr"}[prefix]
    assert letter.locator("article").first.get_attribute("lang") == sent, "what can be sent stands before what cannot"
    letter.locator("[data-versions] > details summary").first.click()
    expect(letter.locator("[data-versions] > details article").first).to_be_visible()


def test_a_letter_that_is_open_fits_the_smallest_screen(new_reader):
    reader = new_reader(NARROW)
    for id in (REQUEST, COURT, "proxy"):
        letter = opened(reader, id)
        field(letter, "néerlandais").check()
        field(letter, "Votre nom et prénom").fill("Awa-Maria-Josephina-Wilhelmina-Alexandrina-Konstantinopolska")
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320, id


def test_results_lead_to_the_letter_which_is_open(reader):
    reader.open(
        "/orientation/#situation=letter&letter=cpas-silence&cpas-request-date=2026-08-24&postal-code=1070&age=25-64&residence=belgian&housing=tenant&income=none-at-all"
    )
    reader.results()
    reader.page.locator("[data-advice=cpas-silence] .ready a").first.click()
    reader.page.wait_for_url("**/lettres/#send-reminder-silence")
    expect(reader.page.locator("#send-reminder-silence form")).to_be_visible()
    expect(reader.page.locator("#send-reminder-silence h3")).to_be_in_viewport()


def test_the_address_of_a_letter_opens_it_on_the_page_itself(reader):
    reader.open("/lettres/")
    expect(reader.page.locator("#send-proxy form")).to_be_hidden()
    reader.page.evaluate("location.hash = '#send-proxy'")
    expect(reader.page.locator("#send-proxy form")).to_be_visible()
