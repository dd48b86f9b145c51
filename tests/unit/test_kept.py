"""What a process keeps from one build to the next cannot be older than what it was made from."""

import sys

import pytest
from bonguichet import checks, kept, pageview, publishing
from bonguichet.calls import CALL
from bonguichet.load import load
from bonguichet.model import Page, Text

from tests.conftest import Project


@pytest.fixture
def keeping(monkeypatch):
    """A process that keeps what it makes, until the test ends."""
    monkeypatch.setattr(kept, "_kept", {})


def test_the_same_is_made_once_and_anything_else_anew(keeping):
    made = []
    for made_from in ("a", "a", "b", "a"):
        kept.again("thing", kept.fingerprint(made_from), _made, made, made_from)
    assert made == ["a", "b", "a"]


def _made(made: list[str], made_from: str) -> str:
    made.append(made_from)
    return made_from


def test_a_process_that_does_not_serve_keeps_nothing():
    made = [kept.again("thing", "a", object) for _ in range(2)]
    assert made[0] is not made[1]


CHANGES = {
    "a figure": ("content/amounts/ris.yml", "value: 893.65", "value: 893.66"),
    "a translation": ("content/translations/nl.po", "Leeftijd vanaf wanneer", "Leeftijd waarop"),
    "a template": ("overrides/components/call.html", "<span>", '<span class="x">'),
    "a style": ("overrides/styles/10-tokens.css", ":root", ":root "),
    "a script": ("questionnaire/client/share.js", "const ", "const  "),
    "the head of a page": ("docs/fr/revenus/ris.md", "revision: 2", "revision: 3"),
}


def test_every_change_but_in_the_text_of_a_page_is_one_for_all_pages(project, keeping):
    before = load(project.root).rest(project.root)
    project.change("docs/fr/revenus/ris.md", "Vous n’avez pas assez d’argent", "Il vous manque de l’argent")
    assert load(project.root).rest(project.root) == before
    for what, change in CHANGES.items():
        project.change(*change)
        after = load(project.root).rest(project.root)
        assert after != before, what
        before = after


def test_no_page_reads_the_text_of_another_but_those_made_anew_whenever_one_changes(data, monkeypatch):
    """Nor do the checks that are kept, nor the files that are no page. `find` walks through it and takes other texts only."""
    build, own, read = publishing.begin(data), None, []

    def noted(page, field):
        if field == "body" and page is not own and sys._getframe(1).f_code.co_name != "find":
            read.append(page.title)
        return object.__getattribute__(page, field)

    pages = data.model.pages["fr"]
    assert not any(isinstance(page.body, Text) for page in pages.values()), "`find` would take it"
    of_all = {path for path, page in pages.items() if _calls(page.body) & pageview.OF_ALL_PAGES}
    monkeypatch.setattr(Page, "__getattribute__", noted)
    for path in pages.keys() - of_all:
        shown = pageview.Shown(build, path, "fr", "fr", "https://bon-guichet.example/")
        own = shown.record
        pageview.fill(shown)
        pageview.site(shown, "<h1>…</h1><p>…</p>")
        assert not read, f"{path} reads {read}: its macro belongs to pageview.OF_ALL_PAGES"
    own = None
    publishing._rules(data, build.sheets)
    list(publishing._open_data(data.model))
    list(publishing._short(build, lambda *_, **__: '<meta charset="utf-8">\n', None))
    list(checks._beside_pages(data, checks.Tried(data.model, "fr", publishing.COMPONENTS), publishing.ROOT))
    list(checks.references.problems(data))
    list(checks.changes.problems(data))
    assert not read


def _calls(text: str) -> set[str]:
    return {call["name"] for call in CALL.finditer(text)}


def test_a_mistake_is_said_again_until_it_is_mended(keeping, project: Project):
    project.change("docs/fr/revenus/ris.md", 'amount("ris-single")', 'amont("ris-single")')
    said = [checks.problems(load(project.root), project.root) for _ in range(2)]
    assert said[0] == said[1] != []
    project.change("docs/fr/revenus/ris.md", 'amont("ris-single")', 'amount("ris-single")')
    assert checks.problems(load(project.root), project.root) == []
