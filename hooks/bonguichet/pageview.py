"""What the templates may know of one page, and of the site around it.

Knows the model, what the macros of the page used, and addresses. Must not know which generator makes the page.
"""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from . import (
    completeness,
    feed,
    formatting,
    freshness,
    kept,
    links,
    offline,
    qr,
    reviews,
    sitemap,
    social,
    structured,
    styles,
)
from .calls import CALL
from .macros import Macros, opening
from .model import SOURCE_LANGUAGE, Page
from .pagefiles import prefix_of, url_of
from .publishing import COMPONENTS, SOCIAL, Build

FOOTER = ("professionnels.md", "hors-ligne.md", "accessibilite.md", "a-propos.md")
"""What the foot of every page leads to: pages about the site itself."""
OF_ALL_PAGES = {"changes", "freshness_state", "translation_state"}
"""The macros that look into the text of every page."""
_QUESTIONNAIRE = "orientation.html"
_DIRECTORIES = {"directory", "courts"}
"""The components whose desks search engines are told of: once is enough, and other pages stay light."""


@dataclass(frozen=True)
class Shown:
    """One page of the built site: `path` below docs/<language>/, the language of its `text` (French where the page falls
    back), the language of the `menu` around it, and the address of the site where that is known."""

    build: Build
    path: str
    text: str
    menu: str
    site_url: str | None

    @property
    def record(self) -> Page:
        """The page as it was loaded."""
        return self.build.data.model.pages[self.text][self.path]

    @property
    def address(self) -> str:
        """Its address below the root of the site."""
        return prefix_of(self.menu) + url_of(self.path)

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of its language; to MkDocs only that of the whole site is one."""
        return self.path == "index.md"

    @property
    def root(self) -> str:
        """The way back to the first page of its language."""
        return _back(url_of(self.path))

    @property
    def top(self) -> str:
        """The way back to the root of the site."""
        return _back(self.address)

    @property
    def assets(self) -> str:
        """The way to the folder of what scripts fetch."""
        return f"{self.top}{self.build.folder}/"

    @property
    def macros(self) -> Macros:
        """The words of the page, and what they used."""
        return self.build.macros[self.address]


def _back(address: str) -> str:
    return "../" * address.count("/") or "./"


def made_from(page: Shown) -> str:
    """The fingerprint of all that a page is made from. The text of other pages counts where it shows what they say."""
    build, text = page.build, page.record.body
    others = ()
    if any(call["name"] in OF_ALL_PAGES for call in CALL.finditer(text)):
        others = [entry.body for pages in build.data.model.pages.values() for entry in pages.values()]
    return kept.fingerprint(
        build.rest, build.of_another_time, page.site_url, page.path, page.text, page.menu, text, others
    )


def fill(page: Shown) -> str:
    """The Markdown of the page with its macros filled in."""
    build = page.build
    address = page.site_url + prefix_of(page.menu) if page.site_url else ""
    alike = (page.text, page.root, page.assets, page.top, address)
    shared = build.shared.setdefault(alike, {})
    macros = Macros(
        build.data.model, page.text, COMPONENTS, page.root, page.assets, build.version, page.top, address, shared
    )
    for source in page.record.sources:
        macros.source(source)
    build.macros[page.address] = macros
    return macros.page_text(_told(page, macros))


def _told(page: Shown, macros: Macros) -> str:
    """The Markdown of the page, where a link to a page that its language lacks says so."""
    model = page.build.data.model

    def end(link: re.Match[str]) -> str:
        written = model.written_in(links.aim(link, page.path), page.text)
        return link[0] if written == page.text else f"{macros.in_french()}{link[0]}{{ hreflang={written} }}"

    return links.LINK.sub(end, page.record.body)


def whole(page: Shown, html: str) -> str:
    """The page as Markdown made it, with the blocks that its macros had finished."""
    return page.macros.whole(links.told_nothing(html))


def site(page: Shown, html: str) -> dict[str, Any]:
    """Everything the templates may know of the page and the site; `html` is the text of the page."""
    build, record, macros = page.build, page.record, page.macros
    model = build.data.model
    fallback = page.text != page.menu
    menu = Macros(model, page.menu, COMPONENTS, page.root) if fallback else macros
    questionnaire = _questionnaire(page) if record.template == _QUESTIONNAIRE else None
    return {
        "language": page.menu,
        "direction": model.languages[page.menu].direction,
        "text_language": page.text,
        "text_language_name": model.languages[page.text].name,
        "text_direction": model.languages[page.text].direction,
        "fallback": fallback,
        "draft": page.menu not in model.offered,
        "older": completeness.is_older(record, model.pages[SOURCE_LANGUAGE].get(page.path)),
        "review": reviews.of(model, page.path, record),
        **_looked_at_again(page),
        "is_home": page.is_home,
        "title": record.title,
        "description": record.description,
        "word": menu.word,
        "bare": lambda id, **values: escape(menu.bare(id, **values)),
        "in_french": menu.in_french(),
        "nearest": menu.page(near) if (near := model.nearest(page.path, page.menu)) else None,
        "root": page.root,
        "about": page.root + url_of("a-propos.md"),
        "icon": page.top + offline.ICON,
        "manifest": page.top + offline.manifest_name(page.menu),
        "theme_colour": build.theme_colour,
        "version": build.version,
        "day": formatting.day(model.day, page.menu),
        "as_of": menu.as_of() if build.of_another_time else None,
        "feed": page.top + feed.name(page.menu) if page.site_url and page.menu in model.offered else None,
        "feed_type": feed.TYPE,
        "told": menu.reviewed,
        "versions": _versions(page),
        "footer": _footer(page),
        "opening": opening.split(opening.marked(opening.framed(html, macros.word("table")))),
        "assets": page.assets,
        "embedded": record.embedded,
        "questionnaire": questionnaire,
        "style": styles.worn(build.sheets, {*macros.used.components, model.languages[page.menu].direction}),
        "script": build.script,
        **_addresses(page),
        **_rests_on(page),
        "partly_french": macros.used.in_french or bool(questionnaire and model.outdated.get(page.text)),
    }


def _looked_at_again(page: Shown) -> dict[str, Any]:
    """By when the page is to be looked at again: a translation with its French page."""
    model = page.build.data.model
    source = model.pages[SOURCE_LANGUAGE].get(page.path)
    if not (source and source.review_by):
        return {"review_by": None}
    day = formatting.day(source.review_by, page.menu)
    return {"review_by": source.review_by, "review_day": day, "late": model.day > source.review_by}


def _addresses(page: Shown) -> dict[str, Any]:
    """Where the page stands on the web; nothing where the site does not know its address."""
    if not page.site_url:
        return {"address": None, "code": None, "canonical": None, "alternates": {}, "social": None, "graph": None}
    address = page.site_url + page.address
    canonical = None if page.record.embedded else page.site_url + prefix_of(page.text) + url_of(page.path)
    alternates = sitemap.told_on(page.build.data.model, page.path, page.menu, page.site_url)
    return {
        "address": address,
        "code": qr.svg(address),
        "canonical": canonical,
        "alternates": alternates,
        "social": _social(page),
        "graph": _graph(page) if alternates else None,
    }


def _graph(page: Shown) -> Markup | None:
    """What the page tells to search engines, to stand inside a <script>."""
    used = page.macros.used
    shown = used.desks if _DIRECTORIES & set(used.components) else ()
    found = structured.graph(page.build.data.model, page.path, page.text, page.site_url, shown)
    return page.macros.embedded(found) if found else None


def _rests_on(page: Shown) -> dict[str, Any]:
    """What the page rests on: its sources, the days on which they were read, and what may change."""
    model, used = page.build.data.model, page.macros.used
    compared = [fact.compared for fact in used.facts.values()] + [model.sources[id].seen for id in used.sources]
    touching = dict.fromkeys(event for id in used.facts for event in freshness.pending(model.events, id, model.day))
    return {
        "events": [page.macros.event(event) for event in touching if event not in used.events],
        "sources": page.macros.sources(),
        "oldest": formatting.day(min(compared), page.menu) if compared else None,
        "newest": formatting.day(max(compared), page.menu) if compared else None,
    }


def _versions(page: Shown) -> list[dict[str, Any]]:
    """The same page in every language; a language that lacks it shows the French one."""
    model = page.build.data.model
    inside = url_of(page.path)
    return [
        {
            "code": code,
            "name": entry.name,
            "direction": entry.direction,
            "url": page.top + prefix_of(code) + inside,
            "current": code == page.menu,
        }
        for code, entry in (model.offered | {page.menu: model.languages[page.menu]}).items()
    ]


def _social(page: Shown) -> dict[str, Any]:
    """What other sites show beside a link to the page, in the language of its text."""
    model, record, language = page.build.data.model, page.record, page.build.data.model.languages[page.text]
    brand, tagline = (page.macros.plainly(model.interface[id]) for id in ("site-name", "tagline"))
    title, description = (brand, tagline) if page.is_home else (record.title, record.description)
    card = social.Card(brand, title, description, language.name, language.direction)
    page.build.cards[card.name()] = card
    return {
        "title": title,
        "image": f"{page.site_url}{SOCIAL}/{card.name()}",
        "width": social.WIDTH,
        "height": social.HEIGHT,
        "locale": formatting.locale_of_belgium(page.text),
    }


def _footer(page: Shown) -> list[dict[str, str]]:
    """The pages about the site itself."""
    return [listed(page, path) for path in FOOTER]


def listed(page: Shown, path: str) -> dict[str, str]:
    """A page of the site as menus name it: its address and language, its title, and the language of these words."""
    model = page.build.data.model
    title, spoken = model.title(path, page.menu)
    written = model.written_in(path, page.menu)
    return {"title": title, "spoken": spoken, "url": page.root + url_of(path), "language": written}


def _questionnaire(page: Shown) -> dict[str, Any]:
    macros, build = page.macros, page.build
    return {
        "main": f"{page.assets}main.js",
        "data": {part: f"{page.assets}{part}.{page.text}.json" for part in ("rules", "outcome", "places", "sources")},
        "first": macros.question(next(iter(build.data.model.questions))),
        "danger": macros.danger(),
        "language_help": macros.language_help(),
        "ways_out": macros.ways_out() if page.record.embedded else None,
        "host": f"{page.assets}embed.js",
        "situations": macros.situations(),
        "all_advice": page.root + url_of("orientation/regles.md"),
    }


def not_found(build: Build, base: str) -> dict[str, Any]:
    """What the page for unknown addresses says, in every language; `base` is the way to the root of the site."""
    model = build.data.model
    languages = [
        {
            "code": code,
            "direction": entry.direction,
            "sentence": model.word("not-found", code),
            "home": model.word("back-home", code),
            "url": f"{base.rstrip('/')}/{prefix_of(code)}",
        }
        for code, entry in model.offered.items()
    ]
    return {"not_found": languages, "style": styles.worn(build.sheets, {entry["direction"] for entry in languages})}
