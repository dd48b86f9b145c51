"""Which files of a built site something refers to: pages, scripts, data, manifests, lists and feeds, from where readers come in.

Knows addresses and files. An address is found where it is written, whoever reads it then, so a bundler or another
attribute changes nothing here: any attribute that may hold one, any quoted text of a script, any text of data."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urldefrag, urljoin

from tests.build.html import Page

_ADDRESSES = ("href", "src", "srcset", "content", "action", "poster")
_QUOTED = re.compile(r"""["'`]([^"'`\n]{1,200})["'`]""")
_LANGUAGE = re.compile(r"\$\{[^{}]*\}")
_MARKED_UP = re.compile(r"""(?:href|src)=\\?["']([^"'\\]+)""")
_IN_XML = re.compile(r"(?:<loc>|<id>|href=\")([^<\"]+)")


class Site:
    """A built site that stands at `home`, in these `languages`; `pages` are those read before, by address."""

    def __init__(
        self, folder: Path, home: str, languages: Iterable[str], pages: Mapping[str, Page] = MappingProxyType({})
    ):
        self.home, self.languages, self.pages = home, tuple(languages), pages
        self.files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        self._resolved = cache(self._resolve)

    def unreached(self, entries: Iterable[str]) -> set[str]:
        """The files that cannot be come to from the `entries`, which are addresses below home."""
        waiting = [file for entry in entries if (file := self._resolved("", entry))]
        found = set(waiting)
        while waiting:
            file = waiting.pop()
            new = {there for there in self._referred(file) if there} - found
            found |= new
            waiting += new
        return set(self.files) - found

    def _referred(self, file: str) -> Iterator[str | None]:
        read: Callable[[str, str], Iterator[tuple[str, str]]] | None = self._READERS.get(Path(file).suffix)
        if read:
            for base, written in read(self, file, self.files[file].read_text(encoding="utf-8")):
                yield self._resolved(base[: base.rfind("/") + 1], written)

    def _resolve(self, base: str, written: str) -> str | None:
        """The file that an address means, written in a file or page at `base`; None for what is none, or of another site."""
        target = urldefrag(urljoin(f"{self.home}{base}", written)).url.partition("?")[0]
        if not target.startswith(self.home):
            return None
        path = unquote(target.removeprefix(self.home))
        return next((name for name in (path, f"{path}index.html") if name in self.files), None)

    def _in_page(self, file: str, html: str) -> Iterator[tuple[str, str]]:
        page = self.pages.get(file.removesuffix("index.html")) or Page(html)
        [assets] = page.values("html", "data-assets") or [""]
        modules = urljoin(f"/{file}", assets).lstrip("/")
        for attributes in page.all:
            for name, value in attributes.items():
                if name in _ADDRESSES or name.startswith("data-"):
                    yield file, value
                if name in ("data-module", "data-on-focus"):
                    yield modules, f"{value}.js"
        yield from ((modules, name) for name in re.findall(r'\bload\("([\w-]+\.js)"\)', page.text_of("script")))
        yield from self._in_script(file, page.text_of("script"))

    def _in_script(self, file: str, text: str) -> Iterator[tuple[str, str]]:
        """A script names files beside itself, or below the root; `${…}` in a name stands for any language."""
        for written in _QUOTED.findall(text):
            slots = _LANGUAGE.findall(written)
            for language in self.languages if slots else ("",):
                # `${assets}share.${language}.json`: what stands before the name is a folder known already
                name = _LANGUAGE.sub(language, re.sub(r"^\$\{[^{}]*\}", "", written))
                yield file, name
                yield "", name

    def _in_data(self, file: str, text: str) -> Iterator[tuple[str, str]]:
        for value in _texts(json.loads(text)):
            yield file, value
            yield "", value
            yield from ((file, href) for href in _MARKED_UP.findall(value))

    def _in_xml(self, file: str, text: str) -> Iterator[tuple[str, str]]:
        yield from ((file, address) for address in _IN_XML.findall(text))

    _READERS = {".html": _in_page, ".js": _in_script, ".json": _in_data, ".webmanifest": _in_data, ".xml": _in_xml}


def _texts(value: object) -> Iterator[str]:
    """Every text of some data, names of entries too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)
