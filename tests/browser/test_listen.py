"""Reading aloud: only with voices of the device, in order, marked where it reads; a stub stands for the device."""

from playwright.sync_api import expect

from tests.browser.conftest import ADULT
from tests.browser.waiting import until

DEVICE = """
window.said = [];
const voices = [
  { name: "Far", lang: "fr-FR", localService: false },
  { name: "Own", lang: "fr_BE", localService: true },
  { name: "Eigen", lang: "nl-BE", localService: true },
];
const spoken = { getVoices: () => voices, speak: (it) => { spoken.now = it; said.push(it); }, cancel() { spoken.now?.onerror?.(); },
  addEventListener() {} };
Object.defineProperty(window, "speechSynthesis", { value: spoken });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.goOn = () => spoken.now.onend();
"""
"""A device with a French and a Dutch voice of its own, and a better French one in the network. `goOn` ends an utterance."""
TEXTS = "said.map(({ text }) => text)"


def device(reader, path):
    reader.page.add_init_script(DEVICE)
    return reader.open(path).page


def listen(page):
    page.locator("[data-action=listen]").click()
    until(page, "said.length")


def read_to_the_end(page):
    page.evaluate("() => { for (let n = 0; document.querySelector('[data-reading]') && n < 2000; n += 1) goOn(); }")
    return page.evaluate(TEXTS)


def test_a_page_is_read_in_order_in_short_pieces_without_menu_or_sources(reader):
    page = device(reader, "/recours/refus/")
    listen(page)
    said = read_to_the_end(page)
    assert said[0] == page.locator("h1").inner_text()
    headings = [h.inner_text() for h in page.locator("article h2").all()]
    assert [text for text in said if text in headings] == headings
    assert max(map(len, said)) <= 200
    assert page.evaluate("said.every(({ voice }) => voice.name === 'Own')"), "never a voice of the network"
    whole = " ".join(said)
    assert page.locator(".menu summary").first.inner_text() not in said
    assert not any(text.isdigit() for text in said), "numbers of sources are not read"
    assert "Aller au contenu" not in whole
    expect(page.locator("[data-reading]")).to_have_count(0)
    expect(page.locator("[data-action=listen]")).to_have_text("Écouter")


def test_what_is_read_is_marked_and_can_be_paused_taken_up_and_stopped(reader):
    page = device(reader, "/recours/refus/")
    listen(page)
    page.evaluate("goOn()")
    marked = page.locator("[data-reading]")
    expect(marked).to_have_count(1)
    assert "underline" in marked.evaluate("block => getComputedStyle(block).textDecorationLine"), "not by colour alone"
    control = page.locator("[data-action=listen]")
    expect(control).to_have_text("Pause")
    control.click()
    expect(control).to_have_text("Reprendre")
    assert page.evaluate("said.length") == 2, "a pause is no end"
    control.click()
    expect(control).to_have_text("Pause")
    texts = page.evaluate(TEXTS)
    assert texts[2] == texts[1], "what was begun is said again"
    page.get_by_role("button", name="Arrêter la lecture").click()
    expect(control).to_be_focused()
    expect(marked).to_have_count(0)
    assert page.evaluate("said.length") == 3


def test_without_a_voice_of_the_device_the_page_says_so_and_nothing_is_read(reader):
    page = device(reader, "/en/recours/refus/")
    page.locator("[data-action=listen]").click()
    expect(page.locator("[data-listening] [role=status]")).to_contain_text(
        "no installed voice in this language: English"
    )
    assert page.evaluate("said.length") == 0


def test_without_a_voice_the_page_says_what_else_one_can_do_until_a_voice_is_there(reader):
    page = device(reader, "/en/recours/refus/")
    page.evaluate("speechSynthesis.addEventListener = (name, told) => { window.told = told; }")
    control = page.locator("[data-action=listen]")
    control.click()
    says = page.locator("[data-listening] [role=status]")
    for way in ("settings", "ask somebody", "phone the service"):
        expect(says).to_contain_text(way)
    page.evaluate(
        "() => { speechSynthesis.getVoices().push({ name: 'New', lang: 'en-GB', localService: true }); told(); }"
    )
    expect(says).to_have_text("")
    expect(control).to_be_enabled()
    listen(page)
    assert page.evaluate("said.every(({ voice }) => voice.name === 'New')")


def test_the_sentence_about_voices_leaves_with_the_question_it_was_said_for(reader):
    reader.page.add_init_script(DEVICE.replace("fr_BE", "pl-PL"))
    page = reader.open("/orientation/").page
    page.locator("[data-action=listen]").click()
    says = page.locator("[data-listening] [role=status]")
    expect(says).to_contain_text("réglages")
    reader.answer("situation", "debts")
    expect(says).to_have_text("")


def test_the_questionnaire_reads_the_question_with_its_answers_then_the_results(reader):
    page = device(reader, "/orientation/")
    listen(page)
    said = read_to_the_end(page)
    assert said[0] == page.locator("fieldset h2").inner_text().replace("\xa0", " ")
    labels = page.locator("fieldset .option").count()
    assert len(said) >= labels
    listen(page)
    reader.answer("situation", "debts")
    expect(page.locator("[data-action=listen]")).to_have_text("Écouter")
    before = page.evaluate("said.length")
    page.evaluate(f"location.hash = '{ADULT}'")
    reader.results()
    page.locator("[data-action=listen]").click()
    until(page, f"said.length > {before}")
    said = read_to_the_end(page)[before:]
    assert said[0] == page.locator("[data-results] > h2").first.inner_text()
    assert page.locator("[data-advice=leave-home-adult] h3").inner_text() in said


def test_leaving_the_page_ends_the_voice(reader):
    page = device(reader, f"/orientation/#{ADULT}")
    reader.results()
    listen(page)
    page.evaluate("speechSynthesis.cancel = () => { window.name = 'silent'; }")
    page.locator("[data-action=restart]").click()
    expect(page.locator("[data-action=listen]")).to_have_text("Écouter")
    assert page.evaluate("window.name") == "silent"


def test_a_text_of_another_language_is_read_with_a_voice_of_that_language(reader):
    page = device(reader, "/recours/refus/")
    dutch = "Object.assign(document.createElement('p'), { lang: 'nl', textContent: 'Goedendag.' })"
    page.evaluate(f"document.querySelector('article p').before({dutch})")
    listen(page)
    read_to_the_end(page)
    assert page.evaluate("said.find(({ text }) => text === 'Goedendag.').voice.name") == "Eigen"
