"""Letters to send: filled in with the keyboard, in the language of the desk, and nothing typed leaves the page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.conftest import TODAY

REQUEST, SILENCE, COURT = "request-help", "reminder-silence", "labour-court-application"
HTML = "<img src=x onerror=alert(1)> & <b>gras</b>"
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"


def opened(reader, id, prefix=""):
    """The letter, opened by its address."""
    reader.open(f"{prefix}/lettres/#send-{id}")
    letter = reader.page.locator(f"#send-{id}")
    expect(letter.locator("form")).to_be_visible()
    return letter


def field(letter, label):
    """A control of the letter's form, by its label."""
    return letter.locator("form").get_by_label(label)


def sheet(letter, language="fr"):
    return letter.locator(f"[data-version={language}] article")


def test_a_letter_is_filled_in_with_the_keyboard_alone(reader):
    letter = opened(reader, REQUEST)
    letter.locator("summary").first.focus()
    keys = reader.page.keyboard
    reader.page.keyboard.press("Tab")  # the link to the residence card
    for _ in range(8):
        if reader.page.evaluate("document.activeElement.name") == "choice":
            break
        keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")  # the language
    keys.press("Tab")
    assert reader.page.evaluate("document.activeElement.name") == "name"
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
        "Le jour où vous l’avez reçue",
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
    expect(sheet(letter)).to_contain_text("(ONEM), datée du 3 novembre 2026 et reçue le …")


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
    with_file = []
    reader.page.on("download", lambda file: with_file.append(file))
    letter.get_by_role("button", name="Enregistrer").click()
    expect(day).to_be_focused()
    expect(day).to_have_value("2026-12-24")
    expect(field(letter, "Votre nom et prénom")).to_have_value("Awa Diallo")
    assert with_file == []
    day.fill("2026-10-05")
    day.blur()
    expect(day).not_to_have_attribute("aria-invalid", "true")


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


def test_the_file_holds_the_letter_to_send_and_nothing_else(reader, tmp_path):
    letter = opened(reader, SILENCE, "/en")
    field(letter, "Yes, I have one").check()
    field(letter, "Your full name").fill("Awa Diallo")
    field(letter, "Your address").fill("Rue Haute 1\n1000 Bruxelles")
    field(letter, "The day of your request").fill("2026-10-01")
    with reader.page.expect_download() as download:
        letter.get_by_role("button", name="Save").click()
    assert download.value.suggested_filename == "letter-reminder-silence-fr.txt"
    download.value.save_as(tmp_path / "letter.txt")
    raw = Path(tmp_path / "letter.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert lines[:3] == ["Awa Diallo", "Rue Haute 1", "1000 Bruxelles"]
    assert (
        "Le 1er octobre 2026, j’ai demandé une aide à votre centre. Je n’ai pas encore reçu de décision écrite."
        in lines
    )
    assert "Je joins une copie de l’accusé de réception." in lines
    text = "\n".join(lines).replace("\u00a0", " ")
    assert "Téléphone" not in text and "☐" not in text and "Dear" not in text
    expect(letter.get_by_role("status").filter(has_text="downloads")).to_be_visible()


def test_the_address_of_a_file_is_withdrawn_after_a_minute(reader):
    reader.page.clock.install(time=f"{TODAY}T12:00:00")
    letter = opened(reader, SILENCE)
    reader.page.evaluate("() => { window.gone = []; URL.revokeObjectURL = (address) => gone.push(address) }")
    with reader.page.expect_download() as download:
        letter.get_by_role("button", name="Enregistrer").click()
    assert reader.page.evaluate("gone") == []
    reader.page.clock.fast_forward(60_000)
    assert reader.page.evaluate("gone") == [download.value.url]


def test_a_copy_is_the_letter_to_send_and_is_said(reader):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    letter = opened(reader, "see-file", "/nl")
    field(letter, "Uw voornaam en naam").fill("Awa Diallo")
    letter.get_by_role("button", name="Kopiëren").click()
    expect(letter.locator("[data-said]")).to_contain_text("gekopieerd")
    text = reader.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Awa Diallo") and "Hoogachtend," in text


def test_on_paper_the_letter_to_send_stands_alone(reader):
    letter = opened(reader, SILENCE)
    field(letter, "néerlandais").check()
    field(letter, "Votre nom et prénom").fill("Awa Diallo")
    reader.page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')) }")
    letter.get_by_role("button", name="Imprimer").click()
    reader.page.emulate_media(media="print")
    alone = reader.page.locator("body > article.sheet")
    expect(alone).to_be_visible()
    assert reader.page.evaluate("document.body.innerText.trim()") == alone.inner_text().strip()
    expect(alone).to_have_attribute("lang", "nl")
    expect(alone).to_contain_text("Awa Diallo")
    reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
    reader.page.emulate_media(media="screen")
    expect(alone).to_have_count(0)
    expect(letter.locator("form")).to_be_visible()


def test_with_a_letter_open_nothing_else_is_unfolded_for_paper(reader):
    opened(reader, SILENCE)
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert reader.page.locator("main details[open]").evaluate_all("all => all.map(({ id }) => id)") == [
        f"send-{SILENCE}"
    ]


def test_without_an_open_letter_the_whole_page_is_printed_and_folded_again(reader):
    letter = opened(reader, SILENCE)
    letter.locator("summary").first.click()
    for _ in range(2):
        reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(reader.page.locator("body > .sheet")).to_have_count(0)
        expect(sheet(reader.page.locator(f"#send-{COURT}"))).to_be_visible()
        reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(reader.page.locator("main details[open]")).to_have_count(0)


def test_a_letter_left_open_is_printed_when_the_one_used_last_is_closed(reader):
    opened(reader, SILENCE)
    other = reader.page.locator("#send-proxy summary").first
    other.click()
    other.click()
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(reader.page.locator("body > .sheet")).to_contain_text("accusé de réception")


def test_a_printed_letter_fits_on_one_sheet(reader):
    letter = opened(reader, COURT)
    field(letter, "Une décision du CPAS").check()
    field(letter, "Pourquoi n’êtes-vous pas d’accord ?").fill("Mes revenus sont plus bas.")
    pdf = reader.page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "20mm"))
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") == 1


def test_html_that_is_typed_stays_text(reader):
    letter = opened(reader, REQUEST)
    field(letter, "Pourquoi en avez-vous besoin ?").fill(HTML)
    field(letter, "Votre nom et prénom").fill(HTML)
    expect(sheet(letter).locator("[data-gap=reason]")).to_have_text(HTML)
    assert sheet(letter).locator("img, [data-gap] b").count() == 0


def test_what_is_typed_stands_in_no_link_no_storage_and_no_request(reader):
    letter = opened(reader, COURT)
    asked = len(reader.requests)
    field(letter, "Une décision du CPAS").check()
    field(letter, "Votre nom et prénom").fill("Zorglub")
    field(letter, "Votre numéro de registre national").fill("85073003328")
    field(letter, "Votre nom et prénom").press("Enter")
    assert "Zorglub" not in reader.page.evaluate(KEPT) and "8507" not in reader.page.evaluate(KEPT)
    reader.page.get_by_role("link", name="Nederlands").click()
    reader.page.wait_for_url("**/nl/lettres/#send-labour-court-application")
    expect(reader.page.locator(f"#send-{COURT} [name=name]")).to_have_value("")
    assert not [url for url in reader.requests[asked:] if "Zorglub" in url or "8507" in url]


def test_a_reload_forgets_what_was_typed_as_the_page_says(reader):
    letter = opened(reader, REQUEST)
    expect(letter.locator("form .notice")).to_contain_text("Tout s’efface si vous rechargez la page")
    field(letter, "Votre nom et prénom").fill("Awa Diallo")
    reader.page.reload()
    expect(field(letter, "Votre nom et prénom")).to_have_value("")


@pytest.fixture
def asked(reader):
    """What the browser asks before it leaves the page; the answer is to leave."""
    found = []
    reader.page.on("dialog", lambda dialog: (found.append(dialog.type), dialog.accept()))
    return found


def leave(reader):
    reader.page.get_by_role("link", name="Nederlands").click()
    reader.page.wait_for_url("**/nl/lettres/**")


def test_who_typed_nothing_leaves_unasked(reader, asked):
    opened(reader, REQUEST)
    leave(reader)
    assert asked == []


@pytest.mark.parametrize("prepare", ["", "print", "copy"])
def test_what_is_neither_copied_nor_saved_is_not_left_unasked(reader, asked, prepare):
    """A paper that may not have come out and a copy that failed count for nothing."""
    letter = opened(reader, REQUEST)
    field(letter, "Votre nom et prénom").fill("Awa Diallo")
    reader.page.evaluate(
        "() => { window.print = () => {}; navigator.clipboard.writeText = () => Promise.reject(new Error()) }"
    )
    if prepare:
        letter.locator(f"[data-action={prepare}]").click()
    if prepare == "copy":
        expect(letter.locator("[data-said]")).to_contain_text("n’a pas marché")
    leave(reader)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(("action", "said"), [("copy", "copiée"), ("save", "téléchargements")])
def test_what_was_copied_or_saved_is_left_unasked_until_more_is_typed(reader, asked, action, said):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for more, expected in ((False, []), (True, ["beforeunload"])):
        letter = opened(reader, REQUEST)
        field(letter, "Votre nom et prénom").fill("Awa Diallo")
        letter.locator(f"[data-action={action}]").click()
        expect(letter.locator("[data-said]")).to_contain_text(said)
        if more:
            field(letter, "Votre adresse").fill("Rue Haute 1")
        leave(reader)
        assert asked == expected


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
    assert letter.locator("article").first.get_attribute("lang") == (prefix.strip("/") or "fr")
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
