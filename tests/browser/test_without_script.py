"""The site without JavaScript: every situation leads to a telephone, and nothing pretends to work."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW

SHOWN_CONTROLS = """
  document.querySelectorAll("details").forEach((box) => box.open = true);
  [...document.querySelectorAll("button, input, select, textarea, form")]
    .filter((control) => control.checkVisibility()).map((control) => control.outerHTML.slice(0, 100))
"""
CALLS = "a[href^='tel:']:visible"


def controls_of(page, address):
    """What a reader sees on a page that only a script could serve, everything unfolded."""
    page.goto(address)
    return page.evaluate(SHOWN_CONTROLS)


def choose(page, situation):
    """Take a situation on the home page, unfolding all of them where it is not among the first. Returns the taps."""
    first = page.locator(f".choices a[data-situation={situation}]")
    if first.count():
        first.click()
        return 1
    page.locator("details.all summary").click()
    page.locator(f"details.all a[data-situation={situation}]").click()
    return 2


def test_every_situation_reaches_a_desk_with_a_telephone_in_three_taps(new_reader, model):
    reader = new_reader(NARROW, java_script_enabled=False)
    page = reader.page
    for option in model.questions["situation"].options:
        reader.open("/")
        taps = choose(page, option.id)
        page.wait_for_url(f"**/situations/{option.id}/")
        if page.locator(f".short {CALLS}").count() == 0:
            answers = [link.get_attribute("href") for link in page.locator("#main .doors a[href^='#']").all()]
            call = next(answer for answer in answers if page.locator(f"{answer} {CALLS}").count())
            page.locator(f".doors a[href='{call}']").first.click()
            taps += 1
            expect(page.locator(f"{call} {CALLS}").first).to_be_in_viewport()
        assert taps <= 3, option.id
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], option.id


@pytest.mark.long
def test_no_page_shows_a_control_that_does_nothing(new_reader, site, model):
    reader = new_reader(NARROW, java_script_enabled=False)
    paths = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    french = [path for path in paths if path.split("/")[0] not in model.languages]
    found = {path: controls_of(reader.page, f"{reader.address}/{path}/") for path in french}
    assert {path: shown for path, shown in found.items() if shown} == {}
    scripted = new_reader()
    assert controls_of(scripted.page, f"{scripted.address}/annuaire/"), "with its script the same page has controls"


def test_pages_of_each_kind_show_no_control_that_does_nothing(new_reader):
    reader = new_reader(NARROW, java_script_enabled=False)
    kinds = (
        "/",
        "/orientation/",
        "/annuaire/",
        "/lettres/",
        "/recours/delais/",
        "/revenus/estimation/",
        "/hors-ligne/",
    )
    for path in (*kinds, "/recherche/", "/professionnels/", "/situations/letter/"):
        assert controls_of(reader.page, reader.address + path) == [], path


def test_the_questions_lead_to_the_situations_and_to_the_rules(new_reader):
    reader = new_reader(java_script_enabled=False)
    page = reader.page
    page.goto(f"{reader.address}/orientation/")
    expect(page.locator("a[data-situation=letter]")).to_be_visible()
    expect(page.locator("a[href$='orientation/regles/#advice'], a[href$='regles/#advice']").first).to_be_visible()
    page.locator("a[data-situation=letter]").click()
    assert page.url.endswith("/situations/letter/")


def test_with_a_script_a_situation_opens_the_questions_with_this_answer(new_reader):
    reader = new_reader().open("/en/")
    reader.page.locator(".choices a[data-situation=left-home]").click()
    reader.ready()
    assert reader.fragment["situation"] == "left-home" and "/en/orientation/" in reader.page.url


def test_the_first_card_says_its_term_and_for_whom_it_is_not(new_reader, model):
    reader = new_reader(NARROW, java_script_enabled=False).open("/situations/job-lost/")
    card = reader.page.locator("h2#first ~ .short").first
    expect(card).to_have_attribute("data-advice", "job-lost")
    expect(card.locator("[data-term]")).to_contain_text(model.deadlines["jobseeker-registration"].name)
    papers = next(each.label for each in model.questions["residence"].options if each.id == "no-papers")
    expect(card.locator("[data-without]")).to_contain_text(papers)
    assert "nous ne le savons pas" not in reader.page.locator("main").inner_text()
    for heading in reader.page.locator(".branch h3:has(br), .branch summary:has(br)").all():
        assert "," in heading.text_content()
    assert all(label.locator("br").count() < 3 for label in reader.page.locator(".branch summary").all())
    expect(reader.page.locator("[data-fork=region] h3").first).to_have_text("Bruxelles, Je ne sais pas")
