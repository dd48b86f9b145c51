"""The list of pages for search engines, and how the versions of a page name each other.

Knows which page is written in which language. Must not know what a page says. A page that falls back to French, one of
a draft, and one made for frames of others are no versions. No `lastmod`: nobody knows the day on which a page last
changed its meaning, and a wrong one is worse than none.
"""

from collections.abc import Mapping
from html import escape

from .model import SOURCE_LANGUAGE, Model
from .pagefiles import prefix_of, url_of

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">"""
DEFAULT = "x-default"
"""The version for readers of any other language: the French one, which every page has."""


def versions(model: Model, path: str, site_url: str) -> dict[str, str]:
    """The absolute addresses of a page by language, the default last; nothing for a page made to stand inside others."""
    if model.pages[SOURCE_LANGUAGE][path].embedded:
        return {}
    written = [code for code in model.offered if path in model.pages[code]]
    found = {code: f"{site_url}{prefix_of(code)}{url_of(path)}" for code in written}
    return found | {DEFAULT: found[SOURCE_LANGUAGE]}


def sitemap(model: Model, site_url: str) -> str:
    """Every version of every page, each with all of them."""
    lines = [_HEAD]
    for path in sorted(model.pages[SOURCE_LANGUAGE]):
        known = versions(model, path, site_url)
        links = "".join(_link(code, address) for code, address in known.items())
        lines += [f"<url><loc>{escape(known[code])}</loc>{links}</url>" for code in known if code != DEFAULT]
    return "\n".join([*lines, "</urlset>", ""])


def _link(code: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'


def told_on(model: Model, path: str, language: str, site_url: str) -> Mapping[str, str]:
    """What the page in one language tells of its versions: nothing where it is none itself."""
    known = versions(model, path, site_url)
    return known if language in known else {}
