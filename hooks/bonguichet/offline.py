"""What a reader may keep for a place without network: the files of one language, their fingerprints, and the manifest.

Knows addresses and bytes of the built site. Must not know what a page says, nor how it becomes a copy (`pack.py`).
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from . import formatting

FOLDER = "hors-ligne"
ICON = "assets/icon.svg"
PAGE = f"{FOLDER}/"
"""Below the root of the language: the page that offers all this."""
ICON_SIZES = (192, 512)
_BRAND = re.compile(r"--go:\s*(#[0-9a-f]{3,6})")
_NAMED_DATA = re.compile(r'\sdata-[\w-]+="[^"]*?([\w.-]+\.json)"')
_PAPER = re.compile(r"--paper:\s*(#[0-9a-f]{3,6})")


def icon(size: int) -> str:
    """The address of the icon drawn `size` pixels wide."""
    return f"assets/icon-{size}.png"


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


def files(site: Path, language: str, languages: Iterable[str], pages: Iterable[str], assets: str) -> dict[str, bytes]:
    """Everything of one language in the built site, by its address below the root: its `pages`, what lies in the folder
    `assets` but data of other languages (rules.nl.json) that no page of it names, icons and manifest."""
    others = set(languages) - {language}
    found = {page: (site / page / "index.html").read_bytes() for page in pages}
    named = set(_NAMED_DATA.findall(b"".join(found.values()).decode()))
    files = [path.name for path in (site / assets).iterdir()]
    wanted = [f"{assets}/{name}" for name in files if name in named or name.split(".")[-2] not in others]
    wanted += [ICON, *map(icon, ICON_SIZES), manifest_name(language)]
    found |= {address: (site / address).read_bytes() for address in wanted}
    return dict(sorted(found.items()))


def listing(
    language: str, page: str, kept: Mapping[str, bytes], day: date, until: date, words: Mapping[str, str]
) -> dict[str, Any]:
    """The list by which a browser keeps one version: every file with its fingerprint, and what to say of a newer one.

    `page` is the address of the page that offers it."""
    prints = {
        address: f"sha256-{b64encode(hashlib.sha256(content).digest()).decode()}" for address, content in kept.items()
    }
    version = hashlib.sha256("".join(f"{address} {mark}\n" for address, mark in prints.items()).encode()).hexdigest()
    return {
        "language": language,
        "version": version[:12],
        "day": day,
        "until": until,
        "page": page,
        "bytes": sum(map(len, kept.values())),
        "words": words,
        "files": prints,
    }


def fill_sizes(html: str, sizes: Mapping[str, int], language: str) -> str:
    """Write the sizes, in bytes, into the places that the page holds ready for them."""
    for name, size in sizes.items():
        html = html.replace(f'<bdi data-size="{name}"></bdi>', f"<bdi>{formatting.megabytes(size, language)}</bdi>")
    return html
