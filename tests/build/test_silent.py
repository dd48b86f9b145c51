"""Each page of the built site names by a hash whatever is inlined into it, and nothing else can run."""

import hashlib
import re
import zipfile
from base64 import b64encode
from functools import cache
from pathlib import Path

import pytest

from tests.build.html import Page

REFRESH = "http-equiv"
DATA = ("application/json", "application/ld+json")


class Inlined:
    """What browsers would run, wear or follow in one page, read as they read it: no pattern of ours decides."""

    def __init__(self, page: Page):
        self.elements = page.tags
        runs = [found for found in page.texts("script") if found[0].get("type") not in DATA]
        self.scripts = [text for attributes, text in runs if "src" not in attributes]
        self.styles = [text for _, text in page.texts("style")]
        self.policies = [
            {name: set(values) for name, *values in (part.split() for part in attributes["content"].split(";"))}
            for attributes in page.attributes("meta")
            if attributes.get(REFRESH, "").lower() == "content-security-policy"
        ]

    @property
    def policy(self) -> dict[str, set[str]]:
        assert len(self.policies) == 1, "one policy"
        return self.policies[0]


@cache
def named(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def inlined(pages) -> dict[str, Inlined]:
    """Every page of the site, by its address."""
    return {address: Inlined(page) for address, page in pages.items()}


@pytest.fixture(scope="module")
def copied(site) -> dict[str, Inlined]:
    """Every page of the French copy that opens from a folder."""
    with zipfile.ZipFile(site / "hors-ligne" / "fr.zip") as archive:
        return {
            name: Inlined(Page(archive.read(name).decode()))
            for name in archive.namelist()
            if Path(name).suffix == ".html"
        }


def faulty(pages, rule) -> list[str]:
    return [name for name, page in pages.items() if not rule(page)]


def test_whatever_a_page_inlines_is_named_by_its_hash_and_nothing_unsafe_is_allowed(inlined, copied):
    for found in (inlined, copied):
        assert len(found) > 50
        assert faulty(found, lambda page: {*map(named, page.scripts)} <= page.policy.get("script-src", set())) == []
        assert faulty(found, lambda page: {*map(named, page.styles)} <= page.policy["style-src"]) == []
        assert faulty(found, lambda page: page.policy["default-src"] == {"'none'"}) == []
        assert faulty(found, lambda page: not {v for values in page.policy.values() for v in values} & UNSAFE) == []


UNSAFE = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "'strict-dynamic'"}


def test_a_page_that_says_its_policy_says_it_before_anything_that_runs(inlined):
    def first(page: Inlined) -> bool:
        tags = [(tag, REFRESH in attributes) for tag, attributes in page.elements]
        return tags.index(("meta", True)) < next((n for n, (tag, _) in enumerate(tags) if tag in ACTIVE), len(tags))

    assert faulty(inlined, first) == []


ACTIVE = ("script", "style", "link", "base", "img")


def test_no_hash_stands_in_a_page_without_its_text(inlined):
    """But those of the results and of the sheet for sharing, whose styles come with them: a page that names more would let
    in more."""
    for page in inlined.values():
        left = page.policy["style-src"] - {*map(named, page.styles)}
        shares = any(attributes.get("data-module") == "share" for _, attributes in page.elements)
        results = any("data-outcome" in attributes for _, attributes in page.elements)
        assert len(left) == shares + results
        hashes = {value for value in page.policy.get("script-src", ()) if value.startswith("'sha")}
        assert hashes == {*map(named, page.scripts)}


def test_only_pages_with_scripts_may_ask_our_site_and_no_form_goes_anywhere(inlined, copied):
    assert faulty(inlined, lambda page: (page.policy.get("connect-src") == {"'self'"}) == bool(page.scripts)) == []
    assert faulty(copied, lambda page: "connect-src" not in page.policy) == []
    for found in (inlined, copied):
        assert faulty(found, lambda page: page.policy["form-action"] == page.policy["base-uri"] == {"'none'"}) == []
    assert {name.split("/")[0] for name in faulty(inlined, lambda page: page.scripts)} == {"404.html", "r"}


def test_no_element_carries_a_handler_a_style_or_an_address_that_runs(inlined, copied):
    for found in (inlined, copied):
        for name, page in found.items():
            for _, attributes in page.elements:
                assert not [key for key in attributes if key.startswith("on") or key == "style"], name
                assert not [v for v in attributes.values() if re.match(r"\s*(javascript|vbscript|data):", v, re.I)], (
                    name
                )


def test_texts_that_scripts_insert_carry_no_handler_no_style_and_no_script(site):
    for path in sorted(site.glob("assets/*/*.json")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<[^>]*\s(?:on\w+|style)=|<script|javascript:", text), path.name


def test_links_out_tell_the_other_site_nothing(inlined, site):
    for name, page in inlined.items():
        assert ("meta", {"name": "referrer", "content": "no-referrer"}) in page.elements, name
        for tag, attributes in page.elements:
            if tag == "a" and attributes.get("href", "").startswith("http"):
                assert "noreferrer" in attributes.get("rel", "").split(), (name, attributes["href"])
    for path in sorted([*site.glob("assets/*/outcome.*.json"), *site.glob("assets/*/sources.*.json")]):
        links = re.findall(r'<a href=\\"https?:[^>]*>', path.read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if "noreferrer" not in link] == []
