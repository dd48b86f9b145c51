"""The questionnaire in a page of somebody else: with the code that we give them, on another host."""

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, PHONE
from tests.build.html import Page
from tests.conftest import TODAY

HEARD = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));"
FRAME = """(url) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.onload = done;
  frame.src = url;
  document.querySelector("iframe").replaceWith(frame);
})"""
"""In a frame of its own: that of the page may still be loading, and would say so in its place."""
FITS = """() => {
  const [frame, last] = [document.querySelector("iframe"), heard[heard.length - 1]];
  return last && frame.style.height === `${last.bonGuichet.height}px`;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def host(site, address, tmp_path_factory):
    """The address of a page on another host, made with the code that the page for professionals gives."""
    folder = tmp_path_factory.mktemp("host")
    page = Page((site / "professionnels" / "index.html").read_text(encoding="utf-8"))
    code = re.search(r"<iframe.*</script>", page.words, re.DOTALL)[0].replace("https://bon-guichet.example", address)
    (folder / "index.html").write_text(f"<!doctype html><html lang=fr><title>Une AMO</title><h1>AMO</h1>{code}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def visitor(browser, host, address):
    """Somebody who reads that page; at the end nothing was asked from elsewhere, nothing is stored, and only heights were told."""
    context = browser.new_context(viewport=PHONE)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page = context.new_page()
    page.add_init_script(HEARD)
    requests, faults = [], []
    context.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(host)
    yield page
    assert faults == []
    assert [url for url in requests if not url.startswith((host, address))] == []
    assert context.storage_state() == {"cookies": [], "origins": []}
    context.close()


def inside(page):
    """The frame, once its script has taken over."""
    frame = page.frames[1]
    expect(frame.locator("[data-action=next]")).to_be_enabled(timeout=30_000)
    return frame


def answer(frame, question, value):
    expect(frame.locator("fieldset[data-question]")).to_have_attribute("data-question", question)
    box = frame.locator(f"input[value='{value}']")
    if box.count():
        box.check()
    else:
        frame.locator("[data-free]").fill(value)
    frame.locator("[data-action=next]").click()


def results(page):
    frame = inside(page)
    frame.evaluate(f"location.hash = '{ADULT}'")
    expect(frame.locator("[data-view]")).to_have_attribute("data-view", "results")
    return frame


def test_the_frame_is_as_high_as_what_it_shows_and_tells_nothing_else(visitor):
    frame = inside(visitor)
    visitor.wait_for_function(FITS)
    first = visitor.locator("iframe").bounding_box()["height"]
    frame = results(visitor)
    whole = frame.evaluate("document.documentElement.offsetHeight")
    assert whole > first + 500
    visitor.wait_for_function(f"parseInt(document.querySelector('iframe').style.height) >= {whole}")
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight"), "no scroll bar of its own"
    heard = visitor.evaluate("heard")
    assert all(list(told) == ["bonGuichet"] and list(told["bonGuichet"]) == ["height"] for told in heard)
    assert all(isinstance(told["bonGuichet"]["height"], int) for told in heard)


def test_the_language_changes_in_the_frame_and_the_answers_stay(visitor):
    frame = inside(visitor)
    answer(frame, "situation", "debts")
    answer(frame, "postal-code", "1070")
    frame.locator("[data-action=language][lang=nl]").click()
    expect(visitor.locator("iframe")).to_be_attached()
    expect(visitor.frame_locator("iframe").locator("html")).to_have_attribute("lang", "nl")
    frame = inside(visitor)
    assert "/nl/orientation/embed/#situation=debts&postal-code=1070" in frame.url
    expect(frame.locator("fieldset[data-question]")).not_to_have_attribute("data-question", "situation")
    assert len(visitor.context.pages) == 1


def test_links_open_beside_the_host_and_lead_to_pages_that_exist(visitor, site, address):
    frame = results(visitor)
    links = frame.locator("[data-results] a").evaluate_all("links => links.map(({ href, target }) => [href, target])")
    pages = {href.removeprefix(address).split("#")[0] for href, _ in links if href.startswith(address)}
    assert len(pages) > 3
    assert [path for path in pages if not (site / path.strip("/") / "index.html").is_file()] == []
    with visitor.context.expect_page() as opened:
        frame.locator("[data-results] a[href*='/jeunes/']").first.click()
    assert "/jeunes/" in opened.value.url
    assert visitor.frames[1].url.endswith(frame.url.split("/orientation/")[1])
    call = frame.locator("[data-danger] a").first
    call.evaluate("link => link.addEventListener('click', (event) => event.preventDefault())")
    call.click()
    assert call.get_attribute("target") == "_self", "a call opens no tab"


def test_opened_in_full_it_keeps_the_answers(visitor, address):
    frame = results(visitor)
    expect(frame.locator("[data-action=share]")).to_be_hidden()
    with visitor.context.expect_page() as opened:
        frame.locator("[data-action=full]").click()
    assert opened.value.url.startswith(f"{address}/orientation/#{ADULT}")
    expect(opened.value.locator("[data-view]")).to_have_attribute("data-view", "results")


def test_leaving_leaves_the_page_of_the_host_too_and_takes_the_answers_along(visitor, host):
    frame = inside(visitor)
    answer(frame, "situation", "debts")
    answer(frame, "postal-code", "1070")
    expect(frame.locator("[data-danger] a[href='tel:112']")).to_be_visible()
    frame.locator("[data-action=leave]").click()
    visitor.wait_for_url("about:blank")
    visitor.go_back()
    assert visitor.url == host
    frame = inside(visitor)
    assert "=" not in frame.url
    expect(frame.locator("fieldset[data-question]")).to_have_attribute("data-question", "situation")
    assert frame.locator("input:checked").count() == 0
    visitor.go_forward()
    assert visitor.url == "about:blank"


def test_a_host_that_takes_the_frame_out_meets_no_fault(visitor):
    visitor.evaluate("""() => new Promise((heard) => {
      document.querySelector("iframe").remove();
      addEventListener("message", () => setTimeout(heard));
      postMessage("from somebody else", "*");
    })""")


def test_only_the_page_for_it_can_be_shown_in_a_page_of_somebody_else(visitor, address):
    """The server of the tests says what hooks/bonguichet/hosting.py has servers say."""
    for path, shown in (("/orientation/", False), ("/recours/refus/", False), ("/nl/orientation/embed/", True)):
        visitor.evaluate(FRAME, address + path)
        assert (visitor.frames[1].locator("h1, h2").count() > 0) == shown, path
