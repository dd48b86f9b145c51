"""Writes into the built site what a reader may keep of one language: its pack and list, and the copy to download.

Knows the order in which these need each other: the sizes that a page tells are known once the others are made.
Must not know MkDocs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markupsafe import Markup

from . import bundle, export, formatting, freshness, offline, pack
from .load import ROOT
from .macros import Macros, url_of
from .model import SOURCE_LANGUAGE
from .pagefiles import is_page

_FRAME = ROOT / "overrides" / "pack.js"


@dataclass(frozen=True)
class Place:
    """Where one language stands: the built `site`, the language's `prefix` below it, the folder of its `assets`, and the
    `address` of the site where it is known."""

    site: Path
    prefix: str
    assets: str
    address: str | None


def one_script(modules: Mapping[str, str]) -> str:
    """Every module in one classic script, the same for the copy of each language."""
    return bundle.bundle(modules, _FRAME.read_text(encoding="utf-8"))


def write(place: Place, words: Macros, script: str) -> None:
    """Write the zip, the pack and the list of the language of `words`, and their sizes into the page that offers them."""
    model, language = words.model, words.language
    page = place.prefix + offline.PAGE
    pages = [place.prefix + url_of(path) for path in model.pages[SOURCE_LANGUAGE]]
    files = offline.files(place.site, language, model.languages, pages, place.assets)
    until = freshness.trusted_until(model.amounts.values(), model.day)
    (place.site / offline.FOLDER).mkdir(exist_ok=True)
    zipped = (place.site / offline.copy(language)).write_bytes(
        _copy(place, words, files, until, script).zipped(model.day)
    )
    pack = offline.packed(files)
    sizes = {"kept": offline.stored(files), "sent": offline.sent(pack), "pack": zipped}
    offering, pack = (offline.fill_sizes(content, sizes, language) for content in (files[page].encode(), pack))
    listing = offline.listing(language, page, files, pack, model.day, until, words.plain_words("k-"))
    (place.site / page / "index.html").write_bytes(offering)
    (place.site / offline.pack_name(language)).write_bytes(pack)
    (place.site / offline.list_name(language)).write_text(export.dump(listing), encoding="utf-8")


def _copy(place: Place, words: Macros, files: Mapping[str, str], until: date, script: str) -> pack.Copy:
    """The copy of a language to open from a folder."""
    language, day = words.language, words.model.day
    days = {"day": formatting.day(day, language), "until": formatting.day(until, language)}
    lines = [words.word("pack-copy", **days), words.word("pack-open")]
    lines += [words.word("pack-newer", url=place.address + place.prefix + offline.PAGE)] if place.address else []
    text = "".join(f"{Markup(line).unescape()}\r\n" for line in lines)
    return pack.Copy(
        language=language,
        root=place.prefix,
        pages=[name for name in files if is_page(name) and name != place.prefix + offline.PAGE],
        files=files,
        icon=offline.ICON,
        script=script,
        notice=str(words.pack_notice(until)),
        readme=(words.plainly(words.model.interface["pack-readme"]), text),
    )
