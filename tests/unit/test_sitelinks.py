"""A finished site is told of every link that leads nowhere."""

import json

import pytest
from bonguichet import sitelinks

HOME = "https://site.example/here/"


@pytest.fixture
def site(tmp_path):
    """A small site without a fault."""
    write(tmp_path, "index.html", '<a href="a/#part">A</a><a href="#top" id="top">top</a><img src="pic.png">')
    write(tmp_path, "a/index.html", '<h2 id="part">A</h2><a href="../">home</a><a href="../nl/">nl</a>')
    write(tmp_path, "nl/index.html", '<a href="orientation/#age=18-24&amp;r=1">questions</a>')
    write(tmp_path, "nl/orientation/index.html", '<p id="q">…</p><a href="mailto:a@b.be">mail</a>')
    write(tmp_path, "404.html", '<a href="/here/">home</a>')
    write(tmp_path, "pic.png", "…")
    write(tmp_path, "assets/1/rules.nl.json", json.dumps({"a": [{"html": '<a href="../#x=1">x</a>'}]}))
    write(tmp_path, "assets/1/search.nl.json", json.dumps({"entries": [{"url": "orientation/#q"}]}))
    return tmp_path


def write(site, path: str, text: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")


def said(site, address: str | None = HOME) -> list[str]:
    return [str(problem) for problem in sitelinks.problems(site, address, "fr")]


def test_a_whole_site_is_not_spoken_of(site):
    assert said(site) == []


def test_a_site_that_does_not_know_its_address_is_looked_through_too(site):
    write(site, "404.html", "")
    assert said(site, None) == []
    write(site, "a/index.html", '<a href="../gone/">x</a>')
    assert len(said(site, None)) == 2, "the link, and the heading that home leads to"


@pytest.mark.parametrize(
    ("path", "text", "sentence"),
    [
        ("a/index.html", '<h2 id="part">\n<a href="b/">b</a>', "a/index.html:2: 'b/' leads to nothing in the site."),
        ("a/index.html", '<h2 id="parts">', "index.html:1: 'a/#part' leads to a page that has no 'part'. Did you mean 'parts'?"),
        ("nl/index.html", '<img src="../pic.jpg">', "nl/index.html:1: '../pic.jpg' leads to nothing in the site."),
        ("nl/index.html", '<div data-rules="../assets/2/rules.nl.json">', "nl/index.html:1: '../assets/2/rules.nl.json' leads to nothing in the site."),
        ("404.html", '<a href="/">x</a>', "404.html:1: '/' leads to nothing in the site."),
        ("assets/1/rules.nl.json", '{"a": "<a href=\\"../b/\\">b</a>"}', "assets/1/rules.nl.json:1: '../b/' leads to nothing in the site."),
        ("assets/1/search.nl.json", '{"entries": [{"url": "orientation/#z"}]}', "assets/1/search.nl.json:1: 'orientation/#z' leads to a page that has no 'z'."),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_said_with_its_place(site, path, text, sentence):
    write(site, path, text)
    assert [found for found in said(site) if found.startswith(sentence)], said(site)


def test_what_leads_to_other_sites_is_left_to_make_links(site):
    write(site, "a/index.html", '<h2 id="part"><a href="https://other.example/gone">x</a><a href="tel:112">112</a>')
    assert said(site) == []
