"""The links of the finished site: every page, heading, picture, script and file that one names is there.

Knows the built files, as they are served. Must not know what they were made from.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import kept
from .messages import say
from .pagefiles import joined
from .problems import Problem, did_you_mean

NOWHERE = "https://site.invalid/"
"""Stands for the address of a site that does not know its own."""
QUESTIONS = "orientation/"
"""The page, below the root of a language, into which the HTML of the rules is put."""
_NAMED = re.compile(
    r'\s(?:href|src|poster|action|data-(?:rules|outcome|places|sources|search|search-more|host))="([^"]*)"'
)
_ID = re.compile(r'id="(?<=\sid=")([^"]*)"')
_DATA = re.compile(r"(rules|outcome|sources|search)\.(\w+)\.json")


def problems(site: Path, address: str | None, source_language: str, coming: Collection[str] = ()) -> list[Problem]:
    """Every link of the built site that leads nowhere, in the order of its files; `address`: that of the site, if known;
    `coming`: files that it does not have yet."""
    return sorted(_Site(site, address or NOWHERE, source_language, coming).problems())


@dataclass(frozen=True)
class _Site:
    folder: Path
    address: str
    source_language: str
    coming: Collection[str]

    def problems(self) -> Iterator[Problem]:
        for place, html in self._pages():
            for href, target in self._targets(place, html):
                if why := self._missing(unescape(href), *target):
                    line = html.count("\n", 0, html.index(f'"{href}"')) + 1
                    yield Problem(self._file(place), line, why)
        for path in sorted(self.folder.glob("assets/*/*.json")):
            for place, href in self._in_data(path):
                if (target := self._target(place, href)) and (why := self._missing(href, *target)):
                    yield Problem(path.relative_to(self.folder).as_posix(), 1, why)

    def _pages(self) -> Iterator[tuple[str, str]]:
        """Every page with its address below the root: read when its turn comes, since all at once fill the memory."""
        for path in sorted(self.folder.rglob("*.html")):
            address = path.relative_to(self.folder).as_posix().removesuffix("index.html")
            yield address, path.read_text(encoding="utf-8")

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """Every page, with whatever a link can name on it."""
        return {place: kept.again(f"ids {place}", kept.fingerprint(html), _ids, html) for place, html in self._pages()}

    def _targets(self, place: str, html: str) -> list[tuple[str, tuple[str, str]]]:
        """Every link of a page to the site, as it is written there, with its target."""
        return kept.again(f"links {place}", kept.fingerprint(self.address, html), self._named, place, html)

    def _named(self, place: str, html: str) -> list[tuple[str, tuple[str, str]]]:
        hrefs = sorted(set(_NAMED.findall(html)))
        return [(href, target) for href in hrefs if (target := self._target(place, unescape(href)))]

    def _target(self, place: str, href: str) -> tuple[str, str] | None:
        """Where in the site a link of the page at `place` leads, and to which heading there; None for another site."""
        link, _, fragment = href.partition("#")
        if ":" in link and _host(link) != _host(self.address):
            return None
        target = joined(self.address + place, link)
        if not target.startswith(self.address) and _host(target) != _host(self.address):
            return None
        return unquote(target.removeprefix(self.address).partition("?")[0]), fragment

    def _missing(self, href: str, inside: str, fragment: str) -> str | None:
        """What is wrong with a link to the site, if anything."""
        page = inside.removesuffix("index.html")
        if page in self.ids:
            if not fragment or "=" in fragment or unquote(fragment) in self.ids[page]:  # answers stand behind the =
                return None
            text = say("'{link}' leads to a page that has no '{id}'.", link=href, id=fragment)
            return text + did_you_mean(fragment, self.ids[page])
        if inside in self.coming or (self.folder / inside).is_file():
            return None
        return say("'{link}' leads to nothing in the site.", link=href)

    def _in_data(self, path: Path) -> Iterator[tuple[str, str]]:
        """The links in what scripts put into pages, each with the page that shows it."""
        if not (found := _DATA.fullmatch(path.name)):
            return
        prefix = "" if found[2] == self.source_language else f"{found[2]}/"
        data = json.loads(path.read_text(encoding="utf-8"))
        if found[1] == "search":
            yield from ((prefix, entry["url"]) for entry in data["entries"])
        else:
            yield from ((prefix + QUESTIONS, href) for href in sorted(set(_links_in(data))))

    def _file(self, place: str) -> str:
        return place if place.endswith(".html") else f"{place}index.html"


@cache
def _host(address: str) -> str:
    """The host that a whole address names: the same ones stand on many pages."""
    return urlsplit(address).netloc


def _ids(html: str) -> set[str]:
    return {unescape(id) for id in _ID.findall(html)}


def _links_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from map(unescape, _NAMED.findall(value)) if "<" in value else ()
    elif isinstance(value, dict):
        for part in value.values():
            yield from _links_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _links_in(part)
