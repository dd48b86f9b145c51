"""What a page shows first is painted in one piece: while it is still on its way, nothing stands where it will not stay."""

import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.waiting import until
from tests.conftest import _Quiet, serve

ROUNDS = 30
"""Questions to a page, one after the other: a browser that is free to paint has painted by then."""


class InTwo(_Quiet):
    """Sends a page in two pieces; the second, from the last `cut` on, when the test lets it `go`."""

    cut: str
    go: threading.Event

    def do_GET(self):
        if self.path.endswith("/"):
            self.send_in_two(Path(self.translate_path(self.path), "index.html").read_text(encoding="utf-8"))
        else:
            super().do_GET()

    def send_in_two(self, html):
        first, cut, second = html.rpartition(self.cut)
        assert cut, f"{self.cut} is in {self.path}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(first.encode())
        self.wfile.flush()
        self.go.wait(30)
        self.wfile.write((cut + second).encode())


def sent_in_two(cut):
    """A host that cuts its pages there."""
    return type("Cut", (InTwo,), {"cut": cut, "go": threading.Event()})


@pytest.mark.parametrize(
    ("path", "cut"),
    [
        ("/revenus/ris/", '<nav class="menu"'),
        ("/ar/", "situations/pension/"),
        ("/orientation/", 'data-action="next"'),
        ("/ar/orientation/", 'data-action="next"'),
        ("/orientation/embed/", 'data-action="next"'),
        ("/nl/recherche/", '<nav class="menu"'),
    ],
)
def test_nothing_is_painted_before_what_stands_first_is_there_whole(browser, site, path, cut):
    handler = sent_in_two(cut)
    with serve(site, handler) as address:
        page = browser.new_page(viewport=PHONE)
        page.goto(address + path, wait_until="commit")
        expect(page.locator("[data-skip]")).to_have_count(1)
        painted = [page.evaluate("performance.getEntriesByType('paint').length") for _ in range(ROUNDS)]
        assert page.locator("footer.bottom").count() == 0, "the rest has not come"
        handler.go.set()
        until(page, "performance.getEntriesByType('paint').length")
        page.close()
    assert painted == [0] * ROUNDS


WATCH_MOVES = """
  window.moves = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) window.moves.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("path", ["/", "/ar/", "/revenus/ris/", "/orientation/", "/recherche/"])
def test_nothing_moves_when_the_script_at_the_end_of_a_page_comes_after_it_was_seen(browser, site, path):
    handler = sent_in_two("<script")
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(WATCH_MOVES)
    with serve(site, handler) as address:
        page.goto(address + path, wait_until="commit")
        until(page, "performance.getEntriesByName('first-contentful-paint').length > 0")
        handler.go.set()
        page.wait_for_load_state()
        painted = "new Promise((tell) => requestAnimationFrame(() => setTimeout(() => tell(window.moves))))"
        moves = page.evaluate(painted)
    page.close()
    assert moves == []
