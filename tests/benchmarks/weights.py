"""What a reader's browser fetches by itself, in a real Chromium: how much, how often, from where.

Knows the built site as it is served. Must not know how it is built.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Browser, Page

from tests.benchmarks import budgets, served
from tests.browser.conftest import ADULT

PAGE, HOME, QUESTIONS, SEARCH = "revenus/ris/", "", "orientation/", "recherche/"
LATER = "search-more"
"""What the search asks for once its first results stand there."""


class Reader:
    """A fresh browser at the served site, and the addresses that it asked for, below the root."""

    def __init__(self, browser: Browser, address: str, site: Path, script: bool = True):
        self.address, self.site = f"{address}/", site
        self.page: Page = browser.new_context(java_script_enabled=script).new_page()
        self.asked: dict[str, None] = {}
        self.missing: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("request", lambda request: self._ask(request.url))
        self.page.on("response", lambda got: self.missing.append(got.url) if got.status >= 400 else None)

    def _ask(self, url: str) -> None:
        if url.startswith(self.address):
            self.asked.setdefault(urlsplit(url.removeprefix(self.address)).path)
        elif urlsplit(url).scheme in ("http", "https"):
            self.elsewhere.append(url)

    def open(self, path: str) -> "Reader":
        """Open a page and wait until nothing more comes. A browser without windows leaves out icon and manifest: they count."""
        self.page.goto(self.address + path, wait_until="networkidle")
        for url in self.page.eval_on_selector_all("link[rel=icon], link[rel=manifest]", "all => all.map(e => e.href)"):
            self._ask(url)
        return self

    def weight(self, wanted: Callable[[str], bool] = lambda _: True) -> float:
        """What was asked for, in kB."""
        return kilobytes(self.site, filter(wanted, self.asked))


def kilobytes(site: Path, addresses: Iterable[str]) -> float:
    """Files of the site as sent, each for itself."""
    return sum(_sent(site / address) for address in addresses) / 1000


@cache
def _sent(path: Path) -> int:
    content = (path / "index.html" if path.is_dir() else path).read_bytes()
    return min(len(content), len(brotli.compress(content, quality=11)))


def first_loads(new: Callable[..., Reader]) -> dict[str, float]:
    """Pages, the questionnaire and the search: what comes by itself."""
    page, home = new().open(PAGE), new().open(HOME)
    plain, questions, search = new(script=False), new().open(QUESTIONS), new().open(SEARCH)
    plain.open(QUESTIONS)
    answerable = plain.page.locator("[data-question] input").first.is_enabled()
    before = sum(reader.weight(_of_search) for reader in (page, home, questions, search))
    result = new().open(f"{QUESTIONS}#{ADULT}")
    known = set(search.asked)
    search.page.locator("[data-search] input").fill("minimex")
    search.page.locator("[data-found] a").first.wait_for()
    readers = (page, home, questions, result, search)
    return {
        "page": page.weight(),
        "page-requests": len(page.asked),
        "home": home.weight(),
        "question": questions.weight((lambda address: not address.endswith((".js", ".json"))) if answerable else bool),
        "script": questions.weight(lambda address: address.endswith(".js")),
        "asking": questions.weight(lambda address: address.endswith(".json")),
        "rules": result.weight(lambda address: address.endswith(".json")),
        "search-before": before,
        "search": search.weight(lambda address: address not in known and LATER not in address),
        "missing": sum(len(reader.missing) for reader in readers),
        "elsewhere": sum(len(reader.elsewhere) for reader in readers),
    }


def _of_search(address: str) -> bool:
    return "search" in address


def offline(site: Path) -> float:
    """What a browser fetches to keep the French site: its list and the pack, in kB."""
    return kilobytes(site, ("hors-ligne/fr.json", "hors-ligne/fr.pack.json"))


def main() -> None:
    """Print the weights of the site as it stands."""
    with served.site() as (site, address), served.browser() as browser:
        found = first_loads(lambda **options: Reader(browser, address, site, **options))
        print(budgets.lines("What readers fetch", found | {"offline": offline(site)}), flush=True)


if __name__ == "__main__":
    main()
