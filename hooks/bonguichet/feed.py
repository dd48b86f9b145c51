"""The feed of what changes, one a language, as Atom (RFC 4287).

Knows changes and addresses. Must not know how a change reads: its words are handed in. Without the address of the site
there is no feed: its links are absolute.
"""

import uuid
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

from . import changes
from .model import Model
from .pagefiles import prefix_of, url_of

ATOM = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
MOST = 30
"""So many entries: readers of feeds fetch the whole file each time."""
PAGE = "a-propos/changements.md"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "bon-guichet")

Told = Callable[[changes.Happening], str]


def name(language: str) -> str:
    """The file of a language, at the root of the site."""
    return f"feed.{language}.xml"


def id_of(language: str, change: str = "") -> str:
    """What a feed, or an entry of it, is called for ever, wherever the site moves."""
    return uuid.uuid5(_NAMESPACE, f"{language}/{change}").urn


def chosen(model: Model) -> list[changes.Happening]:
    """The changes of the feed: those of which readers learned last."""
    return sorted(changes.known(model), key=lambda change: (change.told, change.since), reverse=True)[:MOST]


def atom(model: Model, language: str, title_of: Told, html_of: Told, site_url: str) -> str:
    """The feed of a language; `title_of` gives a change in plain words, `html_of` whole, with absolute links."""
    found, home = chosen(model), site_url + prefix_of(language)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"xml:lang": language})
    brand = model.word("site-name", language)
    _add(feed, "id", id_of(language))
    _add(feed, "title", f"{brand} – {model.pages[model.written_in(PAGE, language)][PAGE].title}")
    _add(feed, "updated", _moment(max((change.told for change in found), default=model.day)))
    _link(feed, "self", site_url + name(language), TYPE)
    _link(feed, "alternate", home + url_of(PAGE))
    _add(_add(feed, "author"), "name", brand)
    for change in found:
        entry = _add(feed, "entry")
        _add(entry, "id", id_of(language, change.id))
        _add(entry, "title", title_of(change))
        _add(entry, "updated", _moment(change.told))
        _link(entry, "alternate", f"{home}{url_of(PAGE)}#{change.id}")
        for path in change.pages:
            _link(entry, "related", home + url_of(path))
        entry.append(ElementTree.Element(f"{{{ATOM}}}category", {"term": change.kind}))
        _add(entry, "content", html_of(change), type="html")
    ElementTree.register_namespace("", ATOM)
    return ElementTree.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    element.text = None if text is None else str(text)  # HTML that knows it is HTML would escape itself
    return element


def _link(parent: ElementTree.Element, rel: str, href: str, type: str = "text/html") -> None:
    _add(parent, "link", rel=rel, type=type, href=href)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
