"""What a page shows first is painted in one piece: while it is still on its way, nothing stands where it will not stay."""

import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import until
from tests.conftest import _Quiet, serve

ROUNDS = 30
"""Questions to a page, one after the other: a browser that is free to paint has painted by then."""


class InTwo(_Quiet):
    """Sends a page in two pieces; the second, from `cut` on, when the test lets it go."""

    cut = ""
    go = threading.Event()

    def do_GET(self):
        if self.path.endswith("/"):
            self.send_in_two(Path(self.translate_path(self.path), "index.html").read_text(encoding="utf-8"))
        else:
            super().do_GET()

    def send_in_two(self, html):
        first, cut, second = html.partition(self.cut)
        assert cut, f"{self.cut} is in {self.path}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(first.encode())
        self.wfile.flush()
        self.go.wait(30)
        self.wfile.write((cut + second).encode())


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
    handler = type("Half", (InTwo,), {"cut": cut, "go": threading.Event()})
    with serve(site, handler) as address:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(address + path, wait_until="commit")
        expect(page.locator("[data-skip]")).to_have_count(1)
        painted = [page.evaluate("performance.getEntriesByType('paint').length") for _ in range(ROUNDS)]
        assert page.locator("footer.bottom").count() == 0, "the rest has not come"
        handler.go.set()
        until(page, "performance.getEntriesByType('paint').length")
        page.close()
    assert painted == [0] * ROUNDS
