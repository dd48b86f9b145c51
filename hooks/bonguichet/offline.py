"""What a reader may keep for a place without network: the files of one language, packed into one, and the manifest.

Knows addresses and bytes of the built site. Must not know what a page says, nor how it becomes a copy to open from a
folder (`pack.py`). `questionnaire/client/offline.js` unpacks.
"""

import hashlib
import json
import re
import zlib
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from . import formatting
from .pagefiles import file_of, is_page

FOLDER = "hors-ligne"
ICON = "assets/icon.svg"
PAGE = f"{FOLDER}/"
"""Below the root of the language: the page that offers all this."""
ICON_SIZES = (192, 512)
_BRAND = re.compile(r"--go:\s*(#[0-9a-f]{3,6})")
_NAMED_DATA = re.compile(r'\sdata-[\w-]+="[^"]*?([\w.-]+\.json)"')
_PAPER = re.compile(r"--paper:\s*(#[0-9a-f]{3,6})")
_FOR_OTHERS = re.compile(
    r'<link rel="(?:canonical|alternate)"[^>]*>\n?|<meta (?:property|name="(?:description|twitter:card)")[^>]*>\n?'
    r'|<script type="application/ld\+json".*?</script>\n?|<div class="code"><svg.*?</svg>.*?</div>\n?',
    re.DOTALL,
)
"""What a page says to search engines, feed readers and other sites, and the QR code of its address, which stands beside it
in words: who reads a kept page needs none of them."""
_TYPES = {
    "": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}
"""What a file is, by the ending of its address."""
_LINES, _PIECES = re.compile(r"[^\n}]*[\n}]?"), re.compile(r"<[^>]*>?|[^<]+")
"""How a file is cut, and how a line: what several pages share is then the same line or the same piece. Style sheets stand
in one line, so a rule counts as one."""


def icon(size: int) -> str:
    """The address of the icon drawn `size` pixels wide."""
    return f"assets/icon-{size}.png"


def list_name(language: str) -> str:
    """The address of the list of what is kept of a language."""
    return f"{FOLDER}/{language}.json"


def pack_name(language: str) -> str:
    """The address of a language's pack."""
    return f"{FOLDER}/{language}.pack.json"


def manifest_name(language: str) -> str:
    """The address of a language's manifest."""
    return f"manifest.{language}.webmanifest"


def copy(language: str) -> str:
    """The address of a language's copy to download."""
    return f"{FOLDER}/{language}.zip"


def colours(css: str) -> tuple[str, str]:
    """The colour of the brand and of the paper, from the sheet of tokens (the first of each: in daylight)."""
    return _BRAND.search(css)[1], _PAPER.search(css)[1]


def manifest(language: str, direction: str, start: str, words: Mapping[str, str], css: str) -> dict[str, Any]:
    """What a browser needs to install the site; `start` is the address of the first page below the root."""
    brand, paper = colours(css)
    drawn = [
        {"src": icon(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size in ICON_SIZES
    ]
    return {
        "name": f"{words['site-name']} – {words['tagline']}",
        "short_name": words["site-name"],
        "description": words["information-only"],
        "lang": language,
        "dir": direction,
        "start_url": f"./{start}",
        "scope": "./",
        "display": "standalone",
        "theme_color": brand,
        "background_color": paper,
        "icons": [{"src": ICON, "sizes": "any", "type": "image/svg+xml"}, *drawn],
    }


class Files(Mapping[str, str]):
    """Files of the built site by their address below its root. Each is read when it is asked for: all of a language at once
    would fill the memory."""

    def __init__(self, site: Path, addresses: Iterable[str]):
        self._site, self._addresses = site, sorted(addresses)

    def __getitem__(self, address: str) -> str:
        return (self._site / file_of(address)).read_bytes().decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)


def files(site: Path, language: str, languages: Iterable[str], pages: Collection[str], assets: str) -> Files:
    """Everything of one language in the built site: its `pages`, what lies in the folder `assets` but data of other
    languages (rules.nl.json) that no page of it names, the sign and the manifest. The icons of an installed site are left
    out: a browser fetches them as it installs, with a network.

    Raises FileNotFoundError where a page was not built."""
    others = set(languages) - {language}
    named = {name for html in Files(site, pages).values() for name in _NAMED_DATA.findall(html)}
    found = [path.name for path in (site / assets).iterdir()]
    wanted = [f"{assets}/{name}" for name in found if name in named or name.split(".")[-2] not in others]
    return Files(site, [*pages, *wanted, ICON, manifest_name(language)])


def for_readers(address: str, text: str) -> str:
    """A file as it is kept: a page without what only others read."""
    return _FOR_OTHERS.sub("", text) if is_page(address) else text


def content_type(address: str) -> str:
    """What a file says that it is, once it is unpacked."""
    return f"{_TYPES[address.rpartition('/')[2].rpartition('.')[2]]}; charset=utf-8"


def packed(kept: Mapping[str, str]) -> bytes:
    """All files in one, as readers need them. In it nothing is said twice: each is a list of `lines`, and each line one of
    `pieces`. Servers compress each file for itself, most of them looking back no further than 32 kB: they would not find it
    by themselves."""
    lines, files = _told_once(_LINES.findall(for_readers(*file)) for file in kept.items())
    pieces, lines = _told_once(map(_PIECES.findall, lines))
    found = {"pieces": pieces, "lines": lines, "files": dict(zip(kept, files, strict=True))}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _told_once(texts: Iterable[list[str]]) -> tuple[list[str], list[list[int]]]:
    """The different parts in the order in which they come, and each text as their numbers, counted from 1. The first time
    that a part comes, 0 stands for it: the next one."""
    known: dict[str, int] = {}
    told = []
    for parts in texts:
        numbers = []
        for part in filter(None, parts):
            numbers.append(known.get(part, 0))
            known.setdefault(part, len(known) + 1)
        told.append(numbers)
    return list(known), told


def sent(pack: bytes) -> int:
    """How many bytes a server sends of it: compressed as the plainest ones do."""
    return len(zlib.compress(pack))


def stored(kept: Mapping[str, str]) -> int:
    """How many bytes the files of a pack take once they are unpacked."""
    return sum(len(for_readers(*file).encode()) for file in kept.items())


def listing(
    language: str, page: str, kept: Iterable[str], pack: bytes, day: date, until: date, words: Mapping[str, str]
) -> dict[str, Any]:
    """The list by which a browser keeps one version: every file with its type, the `pack` that holds them, by its
    fingerprint and its `length` in bytes, and what to say of a newer one.

    `page` is the address of the page that offers it."""
    digest = hashlib.sha256(pack)
    return {
        "language": language,
        "version": digest.hexdigest()[:12],
        "day": day,
        "until": until,
        "page": page,
        "words": words,
        "pack": pack_name(language),
        "length": len(pack),
        "sha256": b64encode(digest.digest()).decode(),
        "files": {address: content_type(address) for address in kept},
    }


def fill_sizes(content: bytes, sizes: Mapping[str, int], language: str) -> bytes:
    """Write the sizes, in bytes, into the places that a page, or the pack that holds it, keeps ready for them."""
    for name, size in sizes.items():
        said = formatting.megabytes(size, language)
        content = content.replace(f"<bdi data-size={name}>".encode(), f"<bdi>{said}".encode())
    return content
