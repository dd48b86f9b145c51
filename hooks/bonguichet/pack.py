"""The copy of one language to open from a folder, as a zip: no server, no module, no request.

Knows the pages as they were built, as text. Must not know what they say. From a folder a browser opens files only, so
each link names one; data stand in the page that asks for them; one classic script holds every module.
"""

import json
import posixpath
import re
import zipfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from . import policy
from .pagefiles import file_of, joined

SCRIPT = "assets/pack.js"
_HOST = "https://copy.invalid/"
_ONLINE = re.compile(r"<(\w+)\b[^>]*\sdata-online\b[^>]*>.*?</\1>", re.DOTALL)
_LINK = re.compile(r'<link\b[^>]*?\brel="([^"]*)"[^>]*>\n?')
_HREF = re.compile(r'(\shref=")([^"]*)(")')
_ANCHOR = re.compile(r'<a\b[^>]*?\shref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_EMBEDDED = re.compile(r'(<script type="application/json"[^>]*>)(.*?)(</script>)', re.DOTALL)
_MODULE = re.compile(r'<script type="module" src="([^"]*)"[^>]*></script>')
_DATA = re.compile(r'\sdata-[\w-]+="([^"]+\.json)"')
_HELD = '<script type="application/json" data-file="{}">{}</script>'
"""Data in a page, under the name by which its script asks for them."""
_MAIN = re.compile(r"<main\b[^>]*>")


@dataclass(frozen=True)
class Copy:
    """Everything that one copy is made of; addresses are those below the root of the site.

    `files` are those of the site, of which the copy takes `pages`, `icon` and the data that pages ask for. `root`: of the language (« nl/ »). `notice`: the line that every page shows. `script`: every module.
    `readme`: the name and the text of the file that says where to begin."""

    language: str
    root: str
    pages: Collection[str]
    files: Mapping[str, str]
    icon: str
    script: str
    notice: str
    readme: tuple[str, str]

    def zipped(self, day: date) -> bytes:
        """The zip: the same bytes for the same content on the same day."""
        pages = {self._place(address): address for address in self.pages}
        others = {self.icon: self.files[self.icon], SCRIPT: self.script, self.readme[0]: self.readme[1]}
        held = BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted([*pages, *others]):
                entry = zipfile.ZipInfo(f"bon-guichet-{self.language}/{name}", (day.year, day.month, day.day, 0, 0, 0))
                entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
                archive.writestr(entry, others[name] if name in others else self._page(pages[name]))
        return held.getvalue()

    def _place(self, address: str) -> str:
        """Where a page or file of the site stands in the copy."""
        return file_of(address.removeprefix(self.root))

    def _page(self, address: str) -> str:
        """A page as it stands in the copy."""
        html = self.files[address]
        here = posixpath.dirname(self._place(address))
        way = cache(lambda href: self._way(address, here, href))
        html = _ONLINE.sub("", html)
        html = _LINK.sub(lambda tag: tag[0] if tag[1] == "icon" else "", html)
        html = _EMBEDDED.sub(lambda found: found[1] + _dump(_in_texts(json.loads(found[2]), way)) + found[3], html)
        html = _relinked(html, way)
        script = posixpath.relpath(SCRIPT, here or ".")
        classic = f'<script defer src="{script}"{{}}></script>'
        run = _MODULE.search(html)
        html = _MODULE.sub(lambda found: classic.format(f' data-run="{posixpath.basename(found[1])}"'), html)
        data = {name: self._data(address, name, way) for name in dict.fromkeys(_DATA.findall(html))}
        held = "".join(_HELD.format(name, _dump(content)) for name, content in data.items())
        if not run and "data-module" in html:
            held += classic.format("")
        top = _MAIN.search(html)
        html = html[: top.end()] + self.notice + html[top.end() :]
        later = [content["style"] for content in data.values() if "style" in content]
        return policy.secured(html.replace("</body>", f"{held}</body>"), later, ours="file:")

    def _data(self, address: str, name: str, way: Callable[[str], str | None]) -> Any:
        """Data that a script of the page would fetch."""
        return _in_texts(json.loads(self.files[joined(_HOST + address, name).removeprefix(_HOST)]), way)

    def _way(self, address: str, here: str, href: str) -> str | None:
        """A link as the copy needs it; None where it leads to a part of the site that the copy leaves out."""
        if href.startswith("#"):
            return href
        link, _, fragment = href.partition("#")
        target = joined(_HOST + address, link)
        if not target.startswith(_HOST):
            return href
        wanted = target.removeprefix(_HOST).partition("?")[0]
        if wanted not in self.pages and wanted != self.icon:
            return None
        return _way_from(here, self._place(wanted)) + (fragment and f"#{fragment}")


def _way_from(folder: str, file: str) -> str:
    """`posixpath.relpath` of two places of the copy, which would ask each time where the program runs."""
    above, below = folder.split("/") if folder else [], file.split("/")
    same = len(posixpath.commonprefix([above, below]))
    return "/".join([*[".."] * (len(above) - same), *below[same:]])


def _relinked(html: str, way: Callable[[str], str | None]) -> str:
    """Every link led where the copy has it; one that leads out of the copy stays as words."""
    ways = {href: way(href) for href in {found[2] for found in _HREF.finditer(html)}}
    if None in ways.values():
        html = _ANCHOR.sub(lambda found: f"<span>{found[2]}</span>" if ways[found[1]] is None else found[0], html)
    return _HREF.sub(lambda found: f"{found[1]}{ways[found[2]]}{found[3]}", html)


def _in_texts(value: Any, way: Callable[[str], str | None]) -> Any:
    """The links inside every text of some data, relinked."""
    if isinstance(value, str):
        return _relinked(value, way) if "<a" in value else value
    if isinstance(value, dict):
        return {key: _in_texts(entry, way) for key, entry in value.items()}
    if isinstance(value, list):
        return [_in_texts(entry, way) for entry in value]
    return value


def _dump(value: Any) -> str:
    """JSON that may stand inside a <script>."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
