"""Letters to send are handed over: as a file, a copy or a paper, and nothing else keeps what was typed."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.letters import COURT, REQUEST, SILENCE, field, opened, sheet
from tests.conftest import TODAY

KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"


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
