"""A page of a real Chromium in which the questionnaire's modules run, with no site around them."""

import json
import re

import pytest
from bonguichet.load import ROOT

CLIENT = ROOT / "questionnaire" / "client"
PLACE = "http://engine.test/"
MODULES = ("logic", "deadlines", "derived", "directory", "fragment", "reasons", "steps", "case-file")
MODULES += ("stays", "calendar", "exact", "amount-field", "estimate", "estimate-amounts")
MODULES += ("letter", "qr", "search", "share-link", "counter-rows", "results-view", "answers-view")


class Engine:
    """The pure modules of questionnaire/client/, loaded from a folder that a test may change."""

    def __init__(self, page):
        self.page = page
        self.changed: dict[str, str] = {}
        page.route(f"{PLACE}**", self._serve)
        page.goto(PLACE)

    def _serve(self, route):
        name = route.request.url.removeprefix(PLACE)
        if not name:
            return route.fulfill(body="<!doctype html><title>engine</title>", content_type="text/html")
        *_, file = name.split("/")
        body = self.changed.get(name) or (CLIENT / file).read_text(encoding="utf-8")
        return route.fulfill(body=body, content_type="text/javascript")

    def run(self, code: str, argument, folder: str = "as-written"):
        """Call `code`, a function of the argument and the modules, in the browser. What it takes and gives goes as one
        text: value by value, the whole rules take a second to send."""
        imports = ",".join(f"import('/{folder}/{name}.js')" for name in MODULES)
        names = ",".join(re.sub(r"-(.)", lambda found: found[1].upper(), name) for name in MODULES)
        return json.loads(
            self.page.evaluate(
                f"async (text) => {{ const [{names}] = await Promise.all([{imports}]);"
                f" const modules = {{ {names} }}; const made = await ({code})(JSON.parse(text), modules);"
                " return JSON.stringify(made ?? null, (_, value) => value ?? null); }",
                json.dumps(argument),
            )
        )


@pytest.fixture(scope="session")
def engine(browser):
    page = browser.new_page()
    yield Engine(page)
    page.close()
