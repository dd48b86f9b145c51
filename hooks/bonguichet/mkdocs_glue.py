"""The only module that knows MkDocs and its language plugin.

Keeps what one build shares between hooks: the data, the published assets and what each page used.
Another site generator would need another module like this one, and nothing else.
"""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from . import (
    bundle,
    checks,
    completeness,
    export,
    formatting,
    freshness,
    keeping,
    offline,
    qr,
    search,
    shortpages,
    situationpages,
    social,
    styles,
)
from .branches import SITUATION
from .load import ROOT, Data, load
from .macros import Macros, opening, url_of
from .model import SOURCE_LANGUAGE, Model
from .problems import ProblemsFound

log = logging.getLogger("mkdocs.bonguichet")

SOCIAL = "social"
"""The folder of the pictures that other sites show beside our links."""
COMPONENTS = ROOT / "overrides" / "components"
WORKER = ROOT / "overrides" / "service-worker.js"
STYLES = ROOT / "overrides" / "styles"
CLIENT = ROOT / "questionnaire" / "client"
MODULES = tuple(sorted(path.name for path in CLIENT.glob("*.js")))
FOOTER = ("professionnels.md", "hors-ligne.md", "accessibilite.md", "a-propos.md")
"""What the foot of every page leads to: pages about the site itself."""


@dataclass
class Build:
    """What one build knows; made anew when the data changes."""

    data: Data
    assets: dict[str, str]
    folder: str
    version: str
    sheets: tuple[styles.Sheet, ...]
    theme_colour: str
    macros: dict[str, Macros] = field(default_factory=dict)
    written: dict[str, list[str]] = field(default_factory=dict)
    cards: dict[str, social.Card] = field(default_factory=dict)


_current: Build | None = None


def is_first_language(config: MkDocsConfig) -> bool:
    """Whether this is the build of the first language, before the plugin repeats it for the others."""
    return not config.plugins["i18n"].building


def build_language(config: MkDocsConfig) -> str:
    """The language being built: of the menu and the notices."""
    return config.plugins["i18n"].current_language


def text_language(page: Page) -> str:
    """The language of the text of a page: French where the page falls back."""
    return page.file.locale


def current() -> Build:
    """The build under way. Raises PluginError when no data could ever be loaded."""
    if _current is None:
        raise PluginError("the data could not be loaded: see the messages above.")
    return _current


def begin(serving: bool) -> None:
    """Load and check everything once. In a build mistakes end it; while serving the last good data stay."""
    global _current
    try:
        data = load()
        if found := checks.problems(data):
            raise ProblemsFound(found)
        sheets = styles.load(STYLES)
        assets = _assets(data, sheets)
    except ProblemsFound as error:
        listed = "\n".join(map(str, error.problems))
        if not serving or _current is None:
            raise PluginError(f"{len(error.problems)} to mend.\n{listed}") from None
        log.error("%d to mend; the pages still show the last good data.\n%s", len(error.problems), listed)
        return
    digest = hashlib.sha256("".join(f"{name}{assets[name]}" for name in sorted(assets)).encode()).hexdigest()
    theme_colour, _ = offline.colours(_tokens())
    version = export.sheet_version(data.model)
    _current = Build(data, assets, f"assets/{digest[:12]}", version, sheets, theme_colour)


def _assets(data: Data, sheets: tuple[styles.Sheet, ...]) -> dict[str, str]:
    """Everything that scripts need, by file name: modules, rules, places, the share sheet and what the search looks through."""
    found = {name: (CLIENT / name).read_text(encoding="utf-8") for name in MODULES}
    for language in data.model.languages:
        words = Macros(data.model, language, COMPONENTS, root="../")
        found[f"rules.{language}.json"] = export.dump(export.rules(data.model, words))
        sheet = f"<style>{styles.alone(sheets, 'share')}</style>{words.share_sheet()}"
        found[f"share.{language}.json"] = export.dump(sheet)
        found[f"places.{language}.json"] = export.dump(export.places(data.model, language))
        found[f"search.{language}.json"] = export.dump(search.index(data.model, words))
    return found


def publish(files: Files, config: MkDocsConfig) -> Files:
    """Take out the theme's own files, which no page uses, and pages not loaded yet; add the questionnaire's files, and
    the pages that the data make."""
    ours = Path(config.docs_dir)
    known = {f"{language}/{path}" for language, pages in current().data.model.pages.items() for path in pages}
    for file in list(files):
        foreign = file.abs_src_path and not Path(file.abs_src_path).is_relative_to(ours)
        if foreign or (file.is_documentation_page() and file.src_uri not in known):
            files.remove(file)
    if is_first_language(config):
        model = current().data.model
        for name, content in current().assets.items():
            files.append(File.generated(config, f"{current().folder}/{name}", content=content))
        languages = {code: Macros(model, code, COMPONENTS, f"../../{_prefix(code)}") for code in model.offered}
        template = config.theme.get_env().get_template("short.html").render
        style = styles.alone(current().sheets, "short")
        for id, content in shortpages.pages(languages, template, style, config.site_url):
            files.append(File.generated(config, f"r/{id}/index.html", content=content))
        files.append(File.generated(config, WORKER.name, content=WORKER.read_text(encoding="utf-8")))
        for language in current().data.model.languages:
            files.append(File.generated(config, offline.manifest_name(language), content=_manifest(language)))
    for option in current().data.model.questions[SITUATION].options:
        files.append(_made(situationpages.path(option.id), config))
    return files


def _manifest(language: str) -> str:
    model = current().data.model
    words = {id: model.word(id, language) for id in ("site-name", "tagline", "information-only")}
    direction = model.languages[language].direction
    return export.dump(offline.manifest(language, direction, _prefix(language), words, _tokens()))


def _tokens() -> str:
    return (STYLES / "10-tokens.css").read_text(encoding="utf-8")


def _made(path: str, config: MkDocsConfig) -> File:
    """A page that stands in no file, as the language plugin would present it; home leads to it, and no menu."""
    language = build_language(config)
    body = current().data.model.pages[language][path].body
    file = File.generated(config, f"{language}/{path}", content=body, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = f"{_prefix(language)}{url_of(path)}index.html"
    file.locale = language
    return file


def title_sections(nav: Navigation, config: MkDocsConfig) -> Navigation:
    """Name the sections of the menu in the language being built."""
    model = current().data.model
    for item in nav.items:
        if isinstance(item, Section):
            item.title = model.word(f"section-{item.title}", build_language(config))
    return nav


def fill(page: Page, config: MkDocsConfig) -> str:
    """The page as it was loaded and checked, with its macros filled in, in the language of its text."""
    build = current()
    inside, language = _inside(page), text_language(page)
    top = _top(page, config)
    assets = f"{top}{build.folder}/"
    macros = Macros(build.data.model, language, COMPONENTS, _root(inside), assets, build.version, top)
    if config.site_url:
        macros.address = config.site_url + _prefix(build_language(config))
    record = build.data.model.pages[language][_path(page)]
    for source in record.sources:
        macros.source(source)
    build.macros[page.file.dest_uri] = macros
    return macros.page_text(record.body)


def whole(html: str, page: Page) -> str:
    """The page as Markdown made it, with the blocks that its macros had finished."""
    return current().macros[page.file.dest_uri].whole(html)


def _path(page: Page) -> str:
    """The path of the page below docs/<language>/."""
    return page.file.src_uri.split("/", 1)[1]


def _inside(page: Page) -> str:
    """The address of the page below its language's root."""
    return url_of(_path(page))


def _root(inside: str) -> str:
    """The way back from an address to the root it is counted from."""
    return "../" * inside.count("/") or "./"


def _top(page: Page, config: MkDocsConfig) -> str:
    """The way back from the page to the root of the site."""
    return _root(_prefix(build_language(config)) + _inside(page))


def _prefix(language: str) -> str:
    return "" if language == SOURCE_LANGUAGE else f"{language}/"


def site(page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Everything the templates may know of the page and the site."""
    build, language = current(), build_language(config)
    model, text, path = build.data.model, text_language(page), _path(page)
    record, source = model.pages[text][path], model.pages[SOURCE_LANGUAGE].get(path)
    macros = build.macros[page.file.dest_uri]
    root, top = _root(_inside(page)), _top(page, config)
    fallback = text != language
    address = config.site_url + _prefix(language) + _inside(page) if config.site_url else None
    if not fallback and language in model.offered and not record.embedded:
        build.written.setdefault(path, []).append(language)
    read = [model.sources[id].seen for id in macros.used.sources]
    compared = sorted([*(fact.compared for fact in macros.used.facts.values()), *read])
    touching = dict.fromkeys(e for id in macros.used.facts for e in freshness.pending(model.events, id))
    coming = [event for event in touching if event not in macros.used.events]
    asked = record.template == "orientation.html"
    questionnaire = _questionnaire(build, macros, top, root, record.embedded) if asked else None
    return {
        "language": language,
        "direction": model.languages[language].direction,
        "text_language": text,
        "text_language_name": model.languages[text].name,
        "text_direction": model.languages[text].direction,
        "fallback": fallback,
        "draft": language not in model.offered,
        "older": bool(source and completeness.is_older(record, source)),
        "reviewed_by": record.reviewed_by,
        "title": record.title,
        "description": record.description,
        "word": Macros(model, language, COMPONENTS, root).word if fallback else macros.word,
        "root": root,
        "about": root + url_of("a-propos.md"),
        "icon": f"{top}{offline.ICON}",
        "manifest": f"{top}{offline.manifest_name(language)}",
        "theme_colour": build.theme_colour,
        "canonical": config.site_url + _prefix(text) + _inside(page)
        if config.site_url and not record.embedded
        else None,
        "social": _social(build, config, page) if config.site_url else None,
        "address": address,
        "code": qr.svg(address) if address else None,
        "version": build.version,
        "day": formatting.day(model.day, language),
        "versions": _versions(build, config, path, language, top),
        "menu": _menu(nav, page, root),
        "footer": _footer(model, language, root),
        "opening": opening.split(opening.framed(page.content, macros.word("table"))),
        "events": [macros.event(event) for event in coming],
        "sources": macros.sources(),
        "oldest": formatting.day(compared[0], text) if compared else None,
        "newest": formatting.day(compared[-1], text) if compared else None,
        "assets": f"{top}{build.folder}/",
        "style": styles.worn(build.sheets, macros.used.components),
        "embedded": record.embedded,
        "questionnaire": questionnaire,
        "modules": _imported(f"{record.script}.js", build.assets) if record.script else [],
    }


def _versions(build: Build, config: MkDocsConfig, path: str, language: str, top: str) -> list[dict[str, Any]]:
    """The same page in every language; a language that lacks it shows the French one."""
    model = build.data.model
    return [
        {
            "code": code,
            "name": entry.name,
            "direction": entry.direction,
            "url": top + _prefix(code) + url_of(path),
            "absolute": (config.site_url or "") + _prefix(code) + url_of(path),
            "current": code == language,
            "fallback": path not in model.pages[code],
        }
        for code, entry in (model.offered | {language: model.languages[language]}).items()
    ]


def _social(build: Build, config: MkDocsConfig, page: Page) -> dict[str, Any]:
    """What other sites show beside a link to the page, in the language of its text."""
    model, text, path = build.data.model, text_language(page), _path(page)
    record, language = model.pages[text][path], model.languages[text]
    words = build.macros[page.file.dest_uri]
    brand, tagline = (words.plainly(model.interface[id]) for id in ("site-name", "tagline"))
    title, description = (brand, tagline) if path == "index.md" else (record.title, record.description)
    card = social.Card(brand, title, description, language.name, language.direction)
    build.cards[card.name()] = card
    return {
        "title": title,
        "image": f"{config.site_url}{SOCIAL}/{card.name()}",
        "width": social.WIDTH,
        "height": social.HEIGHT,
        "locale": formatting.locale_of_belgium(text),
        "others": [
            formatting.locale_of_belgium(code) for code in model.languages if code != text and path in model.pages[code]
        ],
    }


def _menu(nav: Navigation, page: Page, root: str) -> list[dict[str, Any]]:
    def entry(item: Any) -> dict[str, Any]:
        if isinstance(item, Section):
            return {"title": item.title, "children": [entry(child) for child in item.children]}
        return {
            "title": item.title,
            "url": root + _inside(item),
            "current": item is page,
            "children": [],
            "language": text_language(item),
        }

    return [entry(item) for item in nav.items]


def _footer(model: Model, language: str, root: str) -> list[dict[str, str]]:
    """The pages about the site itself: by title, in French where the language has none."""
    found = []
    for path in FOOTER:
        written = language if path in model.pages[language] else SOURCE_LANGUAGE
        found.append({"title": model.pages[written][path].title, "url": root + url_of(path), "language": written})
    return found


def _questionnaire(build: Build, macros: Macros, top: str, root: str, embedded: bool) -> dict[str, Any]:
    first = next(iter(build.data.model.questions))
    folder = f"{top}{build.folder}/"
    return {
        "main": f"{folder}main.js",
        "modules": [folder + name for name in _imported("main.js", build.assets)],
        "rules": f"{folder}rules.{macros.language}.json",
        "places": f"{folder}places.{macros.language}.json",
        "first": macros.question(first),
        "danger": macros.danger(),
        "ways_out": macros.ways_out() if embedded else None,
        "host": f"{folder}embed.js",
        "situations": macros.situations(),
        "all_advice": root + url_of("orientation/regles.md"),
    }


def _imported(module: str, modules: Mapping[str, str]) -> list[str]:
    """Every module that one needs, by name, itself aside: so that the page can ask for all of them at once."""
    found, waiting = set(), [module]
    while waiting:
        needed = set(bundle.imported(modules[waiting.pop()])) - found
        found |= needed
        waiting += needed
    return sorted(found)


def not_found(config: MkDocsConfig, base: str) -> list[dict[str, str]]:
    """What the page for unknown addresses says, in every language."""
    model = current().data.model
    return [
        {
            "code": code,
            "direction": entry.direction,
            "sentence": model.word("not-found", code),
            "home": model.word("back-home", code),
            "url": f"{base.rstrip('/')}/{_prefix(code)}",
        }
        for code, entry in model.offered.items()
    ]


def plain_style() -> str:
    """The style of a page without components."""
    return styles.worn(current().sheets, ())


def finish(config: MkDocsConfig) -> None:
    """After the last language: what may be kept for a place without network; where the site knows its address, the list
    of pages for search engines and the pictures of links."""
    site = Path(config.site_dir)
    build = current()
    scripts = {name: text for name, text in build.assets.items() if name.endswith(".js")}
    for language in build.data.model.languages:
        place = keeping.Place(site, _prefix(language), build.folder, config.site_url)
        keeping.write(place, Macros(build.data.model, language, COMPONENTS), scripts)
    if not config.site_url:
        return
    pictures = site / SOCIAL
    pictures.mkdir(exist_ok=True)
    for name, card in build.cards.items():
        (pictures / name).write_bytes(social.draw(card, ROOT / ".build" / SOCIAL))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for path, languages in sorted(current().written.items()):
        for language in languages:
            lines.append(f"<url><loc>{config.site_url}{_prefix(language)}{url_of(path)}</loc></url>")
    (Path(config.site_dir) / "sitemap.xml").write_text("\n".join([*lines, "</urlset>", ""]), encoding="utf-8")
