"""What one build shares and publishes: the data, the files that scripts fetch, the files that are no page of docs/.

Knows which files there are and what each holds. Must not know which generator writes them, nor how a page looks.
"""

import hashlib
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import (
    bundle,
    export,
    feed,
    hosting,
    hsds,
    keeping,
    kept,
    offline,
    opendata,
    policy,
    search,
    shortpages,
    sitemap,
    social,
    styles,
)
from .load import ROOT, Data, is_of_another_time
from .macros import Macros
from .model import SOURCE_LANGUAGE, Model
from .pagefiles import prefix_of

SOCIAL = "social"
"""The folder of the pictures that other sites show beside our links."""
COMPONENTS = ROOT / "overrides" / "components"
STYLES = ROOT / "overrides" / "styles"
CLIENT = ROOT / "questionnaire" / "client"
PAGE_SCRIPT = ROOT / "overrides" / "page.js"
WORKER = ROOT / "overrides" / "service-worker.js"


@dataclass
class Build:
    """What one build knows; made anew when the data changes. `script` stands in every page, `modules` are our others as
    they are written; `assets` are what scripts fetch, by file name, in `folder`.
    `of_another_time`: SITE_DATE set a day far from today, and every page says so. `rest`: the fingerprint of all that the
    build is made from but the text of pages.

    As pages are made, `macros` keeps what each used, `shared` what those that stand alike say, `cards` the pictures of
    links."""

    data: Data
    sheets: tuple[styles.Sheet, ...]
    script: str
    modules: dict[str, str]
    assets: dict[str, str]
    folder: str
    version: str
    theme_colour: str
    rest: str
    of_another_time: bool = False
    macros: dict[str, Macros] = field(default_factory=dict)
    shared: dict[Hashable, dict] = field(default_factory=dict)
    cards: dict[str, social.Card] = field(default_factory=dict)


def begin(data: Data, serving: bool = False) -> Build:
    """A build of these data, before its first page. While serving the folder of assets keeps its name, and with it the pages
    stay as they are."""
    sheets = styles.load(STYLES)
    modules = {path.name: path.read_text(encoding="utf-8") for path in sorted(CLIENT.glob("*.js"))}
    rest = data.rest()
    assets = kept.again("assets", rest, lambda: bundle.files(modules) | _rules(data, sheets)) | _search(data)
    digest = hashlib.sha256("".join(f"{name}{assets[name]}" for name in sorted(assets)).encode()).hexdigest()
    folder = "assets/served" if serving else f"assets/{digest[:12]}"
    theme_colour, _ = offline.colours(_tokens())
    version, moved = export.sheet_version(data.model), is_of_another_time(data.model.day)
    script = bundle.small(PAGE_SCRIPT.read_text(encoding="utf-8"))
    return Build(data, sheets, script, modules, assets, folder, version, theme_colour, rest, moved)


def _rules(data: Data, sheets: tuple[styles.Sheet, ...]) -> dict[str, str]:
    """What scripts need in each language, by file name: rules, sources, places and the share sheet."""
    found = {}
    for language in data.model.languages:
        words = Macros(data.model, language, COMPONENTS, root="../")
        parts = export.parts(export.rules(data.model, words))
        parts["outcome"]["style"] = styles.alone(sheets, "results")
        for part, content in parts.items():
            found[f"{part}.{language}.json"] = export.dump(content)
        found[f"sources.{language}.json"] = export.dump(export.sources(data.model, words))
        sheet = f"<style>{styles.alone(sheets, 'share')}</style>{words.share_sheet()}"
        found[f"share.{language}.json"] = export.dump(sheet)
        found[f"places.{language}.json"] = export.dump(export.places(data.model, language))
    return found


def _search(data: Data) -> dict[str, str]:
    """What the search looks through in each language, by file name."""
    found = {}
    for language in data.model.languages:
        words = Macros(data.model, language, COMPONENTS, root="../")
        first, more = search.parts(search.index(data.model, words))
        found[f"search.{language}.json"] = export.dump(first)
        found[f"search-more.{language}.json"] = export.dump(more)
    return found


def _tokens() -> str:
    return (STYLES / "10-tokens.css").read_text(encoding="utf-8")


def files(build: Build, short_template: Callable[..., str], site_url: str | None) -> Iterator[tuple[str, str]]:
    """Every file that is no page of a language, by its address: assets, short addresses, the worker, the manifests,
    open data."""
    model = build.data.model
    for name, content in build.assets.items():
        yield f"{build.folder}/{name}", content
    made_from = kept.fingerprint(build.rest, build.of_another_time, site_url)
    yield from kept.again("short addresses", made_from, lambda: list(_short(build, short_template, site_url)))
    yield hosting.NETLIFY, hosting.netlify()
    yield WORKER.name, WORKER.read_text(encoding="utf-8")
    tokens = _tokens()
    for language, entry in model.languages.items():
        words = {id: model.word(id, language) for id in ("site-name", "tagline", "information-only")}
        manifest = offline.manifest(language, entry.direction, prefix_of(language), words, tokens)
        yield offline.manifest_name(language), export.dump(manifest)
    yield from kept.again(
        "open data", build.rest, lambda: [(address, export.dump(content)) for address, content in _open_data(model)]
    )
    if site_url:
        yield from _feeds(model, site_url)


def _short(build: Build, template: Callable[..., str], site_url: str | None) -> Iterator[tuple[str, str]]:
    """The pages of short addresses, by their own."""
    model = build.data.model
    languages = {code: Macros(model, code, COMPONENTS, f"../../{prefix_of(code)}") for code in model.offered}
    style = styles.alone(build.sheets, "short")
    for id, content in shortpages.pages(languages, template, style, site_url, build.of_another_time):
        yield f"r/{id}/index.html", policy.secured(content)


def _feeds(model: Model, site_url: str) -> Iterator[tuple[str, str]]:
    """What changes, for readers of feeds, by its address."""
    for language in model.offered:
        words = Macros(model, language, COMPONENTS, site_url + prefix_of(language), top=site_url)
        yield feed.name(language), feed.atom(model, language, words.title_in_words, words.change, site_url)


def _open_data(model: Model) -> Iterator[tuple[str, Any]]:
    """The data that others may use, by their address."""
    languages = {code: Macros(model, code, COMPONENTS) for code in model.offered}
    for name, content in opendata.files(model, languages).items():
        yield f"{opendata.FOLDER}/{name}.json", content
    for name, schema in opendata.schemas().items():
        yield f"{opendata.FOLDER}/schemas/{name}.json", schema
    french = languages[SOURCE_LANGUAGE]
    desks = hsds.services(model, lambda text: opendata.said(text, french))
    yield f"{opendata.FOLDER}/{hsds.FILE}.json", {"licence": opendata.licence(model)} | desks


def secured(build: Build, html: str) -> str:
    """A finished page with its policy; the results and the sheet for sharing bring their style along when they are fetched."""
    later = {"results": "data-outcome=", "share": 'data-module="share"'}
    return policy.secured(html, [styles.alone(build.sheets, name) for name, mark in later.items() if mark in html])


def write(build: Build, site: Path, short_template: Callable[..., str], site_url: str | None) -> None:
    """Write every file that is no page. One after the other: together they would take as much room as all that pages need."""
    for address, content in files(build, short_template, site_url):
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())


def finish(build: Build, site: Path, site_url: str | None) -> None:
    """After the last page, what only a published site needs: what may be kept for a place without network; where the site
    knows its address, the list of pages for search engines and the pictures of links. It is the end of the build, which
    lets go of what is written."""
    build.assets.clear()
    script = keeping.one_script(build.modules)
    for language in build.data.model.languages:
        place = keeping.Place(site, prefix_of(language), build.folder, site_url)
        keeping.write(place, Macros(build.data.model, language, COMPONENTS), script)
    if site_url:
        _draw_cards(build, site / SOCIAL)
        (site / "sitemap.xml").write_text(sitemap.sitemap(build.data.model, site_url), encoding="utf-8")


def _draw_cards(build: Build, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, card in build.cards.items():
        (folder / name).write_bytes(social.draw(card, ROOT / ".build" / SOCIAL))
