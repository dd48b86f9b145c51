"""The HTML of a page, prepared for its skeleton: its answer first, its tables in a frame, links that are all of a point marked.

Knows HTML as Markdown makes it. Must not know what a page says.
"""

import re

from markupsafe import Markup, escape

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
"""A table written in Markdown; those of components stand in a frame of their own."""
_REST = re.compile(r"<(?:h2|ol|ul|div|dl|section|form)\b")
_LINK_ALONE = re.compile(r"(<li>\s*<a )(?![^>]*\bclass=)(?=[^>]*>(?:(?!</a>|</li>).)*</a>\s*</li>)", re.DOTALL)


def framed(html: str, name: str) -> str:
    """Every table in a frame called `name` that scrolls by itself, so that a narrow page does not."""
    frame = Markup('<div class="scroll" tabindex="0" role="region" aria-label="{}">').format(escape(name))
    return _TABLE.sub(lambda table: f"{frame}{table[0]}</div>", html)


def marked(html: str) -> str:
    """Every link that is all of its point of a list marked as such: a style sheet sees no words around a link."""
    return _LINK_ALONE.sub(r'\1class="link-alone" ', html)


def split(html: str) -> tuple[str, str]:
    """The title and first paragraphs of a page, and the rest."""
    cut = _REST.search(html)
    return (html[: cut.start()], html[cut.start() :]) if cut else (html, "")
