"""Pages as every reader meets them: narrow screens, no script, paper, accessibility rules, two themes."""

from itertools import product

import pytest
from bonguichet.macros import url_of
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, DESKTOP, NARROW, PHONE, faults_of

EVERY_RULE = "/orientation/regles/"
"""By far the longest page: its parts are looked at on the page of one right, the whole in the long part."""
KINDS = [
    "/",
    "/revenus/ris/",
    "/recours/refus/",
    "/cpas/trouver/",
    "/revenus/montants/",
    "/revenus/estimation/",
    "/recours/remboursement/",
    "/chomage/reforme/",
    "/annuaire/",
    "/annuaire/tribunaux/",
    "/glossaire/",
    "/recherche/",
    "/hors-ligne/",
    "/situations/no-home/",
    "/lettres/",
    "/lettres/#send-labour-court-application",
    "/recours/delais/",
    "/recours/delais/#from=request&day=2026-10-05",
    "/a-propos/traductions/",
    "/orientation/",
    "/orientation/#situation=no-money",
    EVERY_RULE,
    "/orientation/regles/ris/",
    f"/orientation/#{ADULT}",
    f"/orientation/embed/#{ADULT}",
    "/professionnels/",
    "/accessibilite/",
]
LANGUAGES = ("fr", "nl", "en", "ar", "de")
EVERYWHERE = [f"/{language}{kind}".replace("/fr/", "/") for language in LANGUAGES for kind in KINDS]
VIEWPORTS = {"narrow": NARROW, "phone": PHONE, "desktop": DESKTOP}
DRESSES = tuple(product(VIEWPORTS, ("light", "dark")))


def look(new_reader, path, viewport, scheme):
    reader = new_reader(VIEWPORTS[viewport], color_scheme=scheme).open(path)
    return reader.page


@pytest.mark.parametrize(
    ("path", "viewport", "scheme"),
    [
        (language + kind, viewport, scheme)
        for language, viewport, scheme in (("", "phone", "light"), ("/ar", "desktop", "dark"))
        for kind in KINDS
        if kind != EVERY_RULE
    ],
)
def test_a_page_breaks_no_accessibility_rule(new_reader, path, viewport, scheme):
    assert faults_of(look(new_reader, path, viewport, scheme)) == []


@pytest.mark.long
@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_page_in_every_dress_breaks_no_accessibility_rule(reader, path):
    page = reader.open(path).page
    found = {}
    for viewport, scheme in DRESSES:
        page.set_viewport_size(VIEWPORTS[viewport])
        page.emulate_media(color_scheme=scheme)
        found[viewport, scheme] = faults_of(page)
    assert found == dict.fromkeys(DRESSES, [])


@pytest.mark.parametrize(
    "folder", ["fr", *(pytest.param(name, marks=pytest.mark.long) for name in (*LANGUAGES[1:], "r"))]
)
def test_no_page_of_the_site_sticks_out_at_320_pixels(new_reader, site, folder):
    """`r` holds the short addresses, which speak every language."""
    reader = new_reader(NARROW)
    wide = []
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        first = path.split("/")[0]
        if folder != (first if first in (*LANGUAGES, "r") else "fr"):
            continue
        reader.page.goto(f"{reader.address}/{path}/")
        if reader.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


@pytest.mark.parametrize("path", ["/", "/chomage/lettre-onem/", "/nl/recours/refus/", "/en/orientation/regles/"])
def test_a_page_is_whole_without_javascript(new_reader, path):
    reader = new_reader(java_script_enabled=False)
    reader.page.goto(reader.address + path)
    expect(reader.page.locator("h1")).to_be_visible()
    reader.page.locator(".menu summary").first.click()
    expect(reader.page.locator(".menu a").first).to_be_visible()


def test_without_javascript_the_questionnaire_leads_to_the_whole_list(new_reader):
    reader = new_reader(java_script_enabled=False)
    reader.page.goto(reader.address + "/orientation/")
    reader.page.locator("noscript p a").click()
    expect(reader.page.locator("h1")).to_have_text("Tous les conseils et leurs règles")
    expect(reader.page.locator("#leave-home-adult ol")).to_be_visible()


def test_a_figure_whose_review_is_overdue_says_so_in_an_old_page(new_reader):
    """The page was built in time; its reader opens it later, but not so late that the figure gives way."""
    reader = new_reader()
    reader.page.clock.set_fixed_time("2027-03-01T12:00:00")
    reader.open("/revenus/ris/")
    expect(reader.page.locator("[data-amount=ris-single] [data-late]").first).to_be_visible()


def test_a_figure_in_time_says_nothing_of_a_review(reader):
    reader.open("/revenus/ris/")
    expect(reader.page.locator("[data-amount=ris-single] [data-late]").first).to_be_hidden()


def test_the_script_of_a_page_is_one_file(new_reader, model):
    """Modules that ask for modules would cost one journey each."""
    scripted = {path: page.script for path, page in model.pages["fr"].items() if page.script}
    assert len(scripted) >= 5
    for path, script in ({"orientation.md": "main"} | scripted).items():
        reader = new_reader()
        reader.page.goto(f"{reader.address}/{url_of(path)}")
        assert [url.rsplit("/", 1)[1] for url in reader.requests if url.endswith(".js")] == [f"{script}.js"], path


def test_on_paper_the_controls_are_gone_and_links_are_written_out(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("[data-action=share]")).to_be_hidden()
    expect(reader.page.locator("[data-advice=leave-home-adult]")).to_be_visible()
    after = "getComputedStyle(document.querySelector('main a[rel~=external]:not(.contact a)'), '::after').content"
    assert "http" in reader.page.evaluate(after)
