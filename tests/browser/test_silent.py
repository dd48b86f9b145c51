"""Nobody is told anything: every kind of page and a whole questionnaire, heard by a server that writes down what it gets."""

import json
import re
import threading
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser.test_listen import DEVICE
from tests.browser.waiting import until
from tests.conftest import _Quiet, _Server

WATCH = "document.addEventListener('securitypolicyviolation', (event) => console.error('refused', event.violatedDirective, event.blockedURI))"
TYPED = "Zorglub"
ANSWERS = [
    ("situation", "danger"),
    ("postal-code", "1070"),
    ("age", "18-24"),
    ("residence", "no-papers"),
    ("student", "no"),
    ("housing", "parents"),
    ("income", "none-at-all"),
]
TOLD = (TYPED.lower(), "=danger", "1070", "18-24", "no-papers", "none-at-all", "851.07", "851,07", "5000", "2026-10-05")
"""What is answered and typed here: none of it may be heard."""
KEPT = """async () => ({
  theme: { ...localStorage }, session: sessionStorage.length, cookie: document.cookie, name: window.name, caches: (await caches.keys()).length,
  databases: (await indexedDB.databases()).length, workers: (await navigator.serviceWorker.getRegistrations()).length })"""
WORKER = "GET /service-worker.js "
"""Asked for again by the browser itself, which names the worker as the one that asks."""
NOTHING = {"theme": {}, "session": 0, "cookie": "", "name": "", "caches": 0, "databases": 0, "workers": 0}


@pytest.fixture
def heard():
    """Every request that the server of the test gets: its first line, and the headers that could tell something."""
    return []


@pytest.fixture
def address(site, heard) -> str:
    class Listening(_Quiet):
        def log_request(self, *_):
            tell = ("Referer", "Cookie", "Authorization")
            heard.append((self.requestline, {name: self.headers[name] for name in tell if name in self.headers}))

    server = _Server(("127.0.0.1", 0), partial(Listening, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def visitor(new_reader, heard):
    """A reader whose browser tells what pages were refused; at the end, nothing was told to the server."""
    reader = new_reader(accept_downloads=True)
    reader.page.add_init_script(WATCH)
    reader.page.add_init_script(DEVICE.replace("nl-BE", "ar-EG"))
    reader.page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    yield reader
    assert len(heard) > 1
    assert [line for line, _ in heard if not re.fullmatch(r"(GET|HEAD) /[\w./-]* HTTP/1\.[01]", line)] == []
    assert [line for line, _ in heard if any(told in line.lower() for told in TOLD)] == []
    assert [(line, named) for line, named in heard if named and WORKER not in line] == []
    assert reader.page.context.cookies() == []


def kinds(site, prefix: str) -> list[str]:
    """One page for each set of styles and scripts in a language: the address of the first that wears and runs it."""
    found = {}
    for path in sorted((site / prefix).rglob("index.html")):
        inside = path.relative_to(site / prefix).parts
        if not prefix and inside[0] in ("nl", "en", "ar", "de"):
            continue
        html = path.read_text(encoding="utf-8")
        worn = (
            re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1],
            *re.findall(r'src="([^"]*\.js)"', html),
        )
        found.setdefault(worn, f"/{prefix}{'/'.join(inside[:-1])}/".replace("//", "/"))
    return list(found.values())


@pytest.mark.long
@pytest.mark.parametrize("prefix", ["", "ar/"], ids=["fr", "ar"])
def test_no_kind_of_page_asks_elsewhere_is_refused_anything_or_keeps_anything(visitor, site, prefix):
    found = kinds(site, prefix)
    assert len(found) >= 15
    for path in found:
        visitor.open(path)
        visitor.page.wait_for_load_state("networkidle")
        assert visitor.page.evaluate(KEPT) == NOTHING, path
        share = visitor.page.locator("article [data-action=share]")
        if share.count() and share.first.is_visible():
            share.first.click()
            visitor.page.locator("[data-share-draw]").click()
            expect(visitor.page.locator("[data-share-code] svg")).to_be_visible()


@pytest.mark.parametrize("prefix", ["/", pytest.param("/ar/", marks=pytest.mark.long)], ids=["fr", "ar"])
def test_a_whole_questionnaire_with_all_that_its_results_offer_tells_nobody_anything(visitor, prefix):
    page = visitor.open(f"{prefix}orientation/").page
    for id, *values in ANSWERS:
        visitor.answer(id, *values)
    visitor.results()
    page.locator("[data-action=listen]").click()
    until(page, "said.length")
    page.locator("[data-results] [data-action=share]").click()
    page.locator("[data-share] [value=all]").check()
    page.locator("[data-share-draw]").click()
    expect(page.locator("[data-share-code] svg, [data-share-done]:not(:empty)").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-results] [data-action=print]").click()
    until(page, "window.printed === 1")
    page.locator("[data-action=counter]").click()
    expect(page.locator("[data-counter] h2").first).to_be_visible()
    page.go_back()
    with page.expect_download():
        page.locator("[data-action=download-case]").click()
    page.locator("a[data-action=language][lang=nl]").evaluate("(link) => link.click()")
    page.wait_for_url("**/nl/orientation/#situation=danger*")
    visitor.ready()
    visitor.results()
    assert page.evaluate(KEPT) == NOTHING


@pytest.mark.long
@pytest.mark.parametrize("prefix", ["/", "/ar/"], ids=["fr", "ar"])
def test_what_is_typed_and_chosen_on_the_other_pages_tells_nobody_anything(visitor, prefix):
    page = visitor.open(f"{prefix}recherche/").page
    page.locator("[data-search] input").fill(TYPED)
    expect(page.locator("[data-said]")).not_to_be_empty()
    visitor.open(f"{prefix}revenus/estimation/")
    page.locator("[name=category]").select_option(index=1)
    page.locator("[name=work]").fill("851,07")
    page.locator("[data-estimate-form] button:not([type=button])").click()
    expect(page.locator("[data-result]")).to_be_visible()
    visitor.open(f"{prefix}annuaire/tribunaux/")
    page.locator("#court-code").fill("5000")
    page.keyboard.press("Enter")
    expect(page.locator("[data-found]")).not_to_be_empty()
    visitor.open(f"{prefix}recours/delais/#from=request&day=2026-10-05")
    expect(page.locator("time[data-deadline=ris-payment]")).to_be_visible()
    visitor.open(f"{prefix}lettres/#send-request-help")
    page.locator("#send-request-help form [name=name]").fill(TYPED)
    expect(page.locator("#send-request-help [data-version] article").first).to_contain_text(TYPED)
    visitor.open(f"{prefix}orientation/embed/#situation=debts")
    visitor.asked("postal-code")
    assert page.evaluate(KEPT) == NOTHING


@pytest.mark.long
def test_a_kept_site_tells_nothing_more_and_what_was_kept_and_chosen_is_all_that_is_stored(visitor, heard):
    page = visitor.open("/hors-ligne/").page
    page.locator("[data-action=save]").click()
    expect(page.locator("[data-state]")).to_contain_text("22 novembre 2026", timeout=60_000)
    page.locator("[data-action=theme]").click()
    page.context.set_offline(True)
    before = len(heard)
    visitor.open("/orientation/")
    for id, *values in ANSWERS:
        visitor.answer(id, *values)
    visitor.results()
    assert [line for line, _ in heard[before:] if WORKER not in line] == []
    kept = page.evaluate(KEPT)
    assert kept == NOTHING | {"theme": {"theme": kept["theme"]["theme"]}, "caches": 2, "workers": 1}
    assert TYPED not in json.dumps(kept)
