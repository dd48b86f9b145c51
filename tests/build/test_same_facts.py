"""Numbers, dates, telephones and sources are the same in every language, on every page and in the questionnaire."""

import json
import re
from collections import Counter
from datetime import date
from html import unescape
from itertools import chain

import pytest
from bonguichet import formatting
from bonguichet.pagefiles import prefix_of, url_of

from tests.conftest import real

MODEL = real().model
OTHERS = tuple(language for language in MODEL.offered if language != "fr")
MARK = re.compile(
    r"\b(datetime|data-(?:amount|length|deadline|review-by|value|service|role|benefit|condition|advice|warning|document))"
    r'="([^"]*)"|\bhref="((?:tel|mailto|https?):[^"]+)"'
)
"""What tells a fact to a program."""
FIGURE = re.compile(r'<span data-(?:amount|length)="[^"]*"[^>]*>(.*?)</(?:small|span)>', re.DOTALL)
"""What tells an amount or a delay to a reader."""
WITHOUT = {"a-propos/traductions.md", "glossaire.md", "recherche.md"}
"""Pages that tell no fact."""
GROUPED = re.compile(r"(?<=\d)[.,\u202f\xa0](?=\d{3}(?!\d))")
TURNS = re.compile(r"[\u200e\u200f\u2066-\u2069]")
SITES = {site: desk.website for desk in MODEL.services.values() for site in desk.websites.values()}
"""The sites of desks in other languages, each with the one that stands for them all."""
ROLES_AT = {
    phone.number: frozenset().union(
        *(desk.roles for desk in MODEL.services.values() if phone.number in {each.number for each in desk.phones})
    )
    for desk in MODEL.services.values()
    for phone in desk.phones
}


def months() -> dict[str, int]:
    """The months as dates write them, in every language: a page names some laws in the language of their title."""
    days = ((month, formatting.day(date(2000, month, 15), code)) for code in MODEL.offered for month in range(1, 13))
    return {re.sub(r"15\.?|2000", "", TURNS.sub("", said)).strip(): month for month, said in days}


MONTHS = months()
DATE = re.compile(
    rf"(\d{{1,2}})(?:er|\.)?\s({'|'.join(map(re.escape, sorted(MONTHS, key=len, reverse=True)))})\s(\d{{4}})"
)


def words(html: str) -> str:
    """What a reader can read, without marks of direction."""
    bare = re.sub(r"<(script|style|svg)\b.*?</\1>", "", html, flags=re.DOTALL)
    return TURNS.sub("", unescape(re.sub(r"<[^>]+>", " ", bare)))


def facts(html: str) -> Counter[tuple[str, str]]:
    """Every fact in a piece of HTML, however the language writes it: what programs read, figures, whole dates."""
    marks = ((name, value) if name else ("href", SITES.get(href, href)) for name, value, href in MARK.findall(html))
    figures = (
        ("figure", number.replace(",", "."))
        for found in FIGURE.findall(html)
        for number in re.findall(r"\d+(?:[.,]\d+)?", GROUPED.sub("", words(found)))
        if number not in ("1", "2")  # Arabic has words for one month and for two
    )
    dates = {  # once each: a letter is told in the reader's language beside those in which it is sent
        ("date", f"{year}-{MONTHS[month]:02}-{int(day):02}") for day, month, year in DATE.findall(words(html))
    }
    return Counter(chain(marks, figures, dates))


def other_desk(left: Counter, right: Counter) -> bool:
    """Whether two counts differ by the telephones of desks only that share a role: a reader is given the line that
    speaks their language."""
    gone, come = (list((one - other).elements()) for one, other in ((left, right), (right, left)))
    if not all(value.startswith("tel:") for _, value in gone + come):
        return False
    for _, number in gone:
        same = (each for each in come if ROLES_AT.get(each[1][4:], set()) & ROLES_AT.get(number[4:], set()))
        if (found := next(same, None)) is None:
            return False
        come.remove(found)
    return not come


def text_of(site, language: str, path: str) -> str:
    html = (site / prefix_of(language) / url_of(path) / "index.html").read_text(encoding="utf-8")
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_has_the_same_facts_in_every_language(site, language):
    for path in MODEL.pages[language]:
        here, french = facts(text_of(site, language, path)), facts(text_of(site, "fr", path))
        assert french or path in WITHOUT, path
        assert here == french or other_desk(here, french), (path, here - french, french - here)


def leaves(value, at=()):
    """Every value below, with the way to it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inside is None:
        yield at, value
    for key, part in inside or ():
        yield from leaves(part, (*at, key))


@pytest.mark.parametrize("language", OTHERS)
def test_the_questionnaire_has_the_same_facts_in_every_language(site, language):
    def read(code: str) -> dict:
        files = [path for part in ("rules", "outcome") for path in site.glob(f"assets/*/{part}.{code}.json")]
        assert len(files) == 2
        return dict(leaf for file in files for leaf in leaves(json.loads(file.read_text(encoding="utf-8"))))

    here, french = read(language), read("fr")
    assert here.keys() == french.keys()
    for at, value in french.items():
        if isinstance(value, str):
            left, right = facts(here[at]), facts(value)
            assert left == right or other_desk(left, right), (at, left - right, right - left)
        else:
            assert here[at] == value, at


@pytest.mark.parametrize(
    ("french", "other"),
    [
        ('<time datetime="2026-12-01">', '<time datetime="2026-12-02">'),
        ('<a href="tel:+3222096161">', '<a href="tel:+3222096162">'),
        (
            '<span data-amount="ris-single"><b>1\u202f340,47 €</b></span>',
            '<span data-amount="ris-single"><b>€ 1.340,74</b></span>',
        ),
        ("le 1er mars 2026", "op 1 april 2026"),
        ("le 1er mars 2026", "op 1 maart 2027"),
        ('<a href="https://example.org/a">', '<a href="https://example.org/b">'),
    ],
)
def test_a_fact_that_differs_is_seen(french, other):
    here, there = facts(other), facts(french)
    assert here != there and not other_desk(here, there)


def test_a_fact_written_otherwise_is_the_same():
    french = '<span data-amount="a"><b>1\u202f340,47\xa0€</b> (depuis le 1er mars 2026)</span>'
    dutch = '<span data-amount="a"><b>€\xa01.340,47</b> (sinds 1 maart 2026)</span>'
    assert facts(french) == facts(dutch)
    assert ("date", "2026-03-01") in facts(french)
