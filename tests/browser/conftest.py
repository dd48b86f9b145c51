"""A reader's browser, with the clock of the tests, that notices every request and every fault."""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.conftest import TODAY

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}

ADULT = "situation=left-home&postal-code=1070&age=18-24&residence=belgian&student=no&housing=parents&income=none-at-all"


NOTHING = r"(?!)"
NETWORK = (
    r"Failed to (load resource|fetch|find a valid digest)|Fetch API cannot load|^\d{3} http"
    r"|unsupported MIME type|fetching the script"
)
"""What a browser itself notes of a fault of the network; anything else is a fault of ours."""


NOTE_MOVE = """() => {
  window.moved = new Promise((tell) => addEventListener("hashchange", () => setTimeout(tell), { once: true }));
}"""
"""A link within the page that stands there is no new page: what it shows comes after a browser says that it is there."""


@dataclass
class Reader:
    """One page of a browser at the built site; `faults` collects what must never happen, beside what a test provokes and
    the browser `may_note`: a pattern, and not a list emptied at the end, since it may note that later than it shows it."""

    page: Page
    address: str
    may_note: str
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str = "/orientation/") -> "Reader":
        url = self.address + path
        stays = "#" in url and self.page.url != url and self.page.url.split("#")[0] == url.split("#")[0]
        if stays:
            self.page.evaluate(NOTE_MOVE)
        self.page.goto(url)
        if stays:
            self.page.evaluate("window.moved")
        if "orientation/" in path and "regles" not in path:
            self.ready()
        return self

    def ready(self) -> None:
        """Wait until the script has taken over, and what it shows is there whole."""
        expect(self.page.locator("[data-action=next]")).to_be_enabled(timeout=30_000)
        expect(self.page.locator("[data-first-screen]")).to_have_count(0)

    @property
    def view(self) -> str:
        return self.page.locator("[data-view]").get_attribute("data-view")

    @property
    def fragment(self) -> dict[str, str]:
        pairs = (pair.split("=", 1) for pair in urlsplit(self.page.url).fragment.split("&") if pair)
        return {key: value for key, value in pairs if key != "r"}

    def asked(self, id: str) -> None:
        """The question shown is `id`, and focus is on its heading."""
        expect(self.page.locator("fieldset[data-question]")).to_have_attribute("data-question", id)

    def answer(self, id: str, *values: str) -> None:
        """Answer the question `id` and go on."""
        self.asked(id)
        fields = self.page.locator(f"fieldset[data-question={id}]")
        for value in values:
            box = fields.locator(f"input[value='{value}']")
            if box.count():
                box.check()
            else:
                fields.locator("[data-free]").fill(value)
        self.page.locator("[data-action=next]").click()

    def results(self) -> None:
        """The results are shown, whole: their first screen comes before the rest."""
        expect(self.page.locator("[data-view]")).to_have_attribute("data-view", "results")
        expect(self.page.locator("[data-first-screen]")).to_have_count(0)

    def met(self, benefit: str = "ris") -> dict[str, str]:
        """How each condition of a right is judged."""
        lines = self.page.locator(f"[data-benefit={benefit}] [data-condition]").all()
        return {line.get_attribute("data-condition"): line.get_attribute("data-met") for line in lines}


def faults_of(page, part=None):
    """The accessibility rules that a page, or the `part` of it that a selector names, breaks, each with the first place.
    What holds is not listed: that takes as long again."""
    found = Axe().run(page, context=part, options={"resultTypes": ["violations"]}).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in found]


@pytest.fixture
def folder(site, tmp_path) -> Path:
    """The built site, to change: files are replaced, never written over, since they are shared with the other tests."""
    return shutil.copytree(site, tmp_path / "site", copy_function=os.link)


@pytest.fixture
def new_reader(browser, address):
    """Make readers: each on a machine of its own. At the end none may have met a fault."""
    contexts, readers = [], []

    def make(viewport=PHONE, may_note=NOTHING, **options) -> Reader:
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = context.new_page()
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(f"{TODAY}T12:00:00")
        reader = Reader(page, address, may_note)
        page.on("pageerror", lambda error: reader.faults.append(str(error)))
        page.on("console", lambda line: reader.faults.append(line.text) if line.type in ("error", "warning") else None)
        page.on("request", lambda request: reader.requests.append(request.url))
        page.on("response", lambda got: reader.faults.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        readers.append(reader)
        return reader

    yield make
    for context in contexts:
        context.close()
    for reader in readers:
        assert [fault for fault in reader.faults if not re.search(reader.may_note, fault)] == []
        assert [url for url in reader.requests if not re.match(re.escape(address), url)] == [], "no request leaves"


@pytest.fixture
def reader(new_reader) -> Reader:
    """A reader with a phone."""
    return new_reader()
