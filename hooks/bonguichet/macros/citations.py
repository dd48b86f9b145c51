"""The macro that cites a law or a page, and the list of what a page rests on.

Knows sources. Must not know any other fact.
"""

import re
from typing import Any

from markupsafe import Markup

from ..calls import CITED, SOURCE
from ..model import name_in
from .words import Words

_FINISHED = re.compile(r"^<(?:article|details|div|dl|figure|form|h3|nav|ol|p|section|ul)\b.{200,}>$", re.MULTILINE)
"""A block as components write it: one line of HTML."""
_MARK = '<p data-finished="{}"></p>'


class Citations(Words):
    """Sources in full, as numbers, and as the list below a page."""

    HIDDEN = ("note",)

    def __init__(self, *known: Any, **more: Any):
        super().__init__(*known, **more)
        self._aside: list[str] = []

    def page_text(self, markdown: str) -> str:
        """A page as `render` gives it, where sources in brackets are numbers that lead to the list below the page.

        Finished blocks are put aside, and a mark in their place: Markdown would read them at length to change nothing.
        `whole` puts them back."""
        text = self.render(CITED.sub(lambda cited: SOURCE.sub("{{ note(", cited[1]), markdown))
        return _FINISHED.sub(self._put_aside, text)

    def _put_aside(self, block: re.Match[str]) -> str:
        self._aside.append(block[0])
        return _MARK.format(len(self._aside) - 1)

    def whole(self, html: str) -> str:
        """A page that Markdown has turned into HTML, with the blocks that were put aside."""
        for number, block in enumerate(self._aside):
            html = html.replace(_MARK.format(number), block)
        return html

    def source(self, id: str, article: str | None = None) -> Markup:
        """A law or a page by its title, linked, with the article if given: first where the title runs the other way,
        since it then stands in lines of its own."""
        return self._once(("source", id, article), self._source, id, article)

    def _source(self, id: str, article: str | None) -> Markup:
        source = self._entry("sources", id)
        self._use(id, article)
        title = name_in(source.title, self.language)
        spoken = self.lang_of(source.title)
        if source.url:
            named = Markup('<a href="{}" rel="external noreferrer"{}>{}</a>').format(source.url, spoken, title)
        else:
            named = Markup("<cite{}>{}</cite>").format(spoken, title)
        if not article:
            return named
        place = self.word("article", number=article)
        return self.word("q-labelled", label=place, value=named) if "dir=" in spoken else self.commas([named, place])

    def note(self, id: str, article: str | None = None) -> Markup:
        """The number of a source in the list below the page, leading there; its title is told to who cannot see it."""
        title = self._once(("title", id, article), lambda: self.source(id, article).striptags())
        number = self.number(id)
        name = self.word("note", number=number)
        return Markup('<sup class="note"><a href="#source-{}" title="{}" aria-label="{}">{}</a></sup>').format(
            number, title, name, number
        )

    def number(self, id: str) -> int:
        """The place of a source in the list below the page: the next one where it is new there."""
        self._use(id)
        self.used.noted.setdefault(id)
        return list(self.used.noted).index(id) + 1

    def sources(self) -> list[Markup]:
        """What the page rests on, each with the articles cited: first the numbered ones, then the others as met."""
        return [
            self.source(id, self.commas(self.used.sources[id]) or None) for id in self.used.noted | self.used.sources
        ]
