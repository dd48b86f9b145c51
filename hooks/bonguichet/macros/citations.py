"""The macro that cites a law or a page, and the list of what a page rests on.

Knows sources. Must not know any other fact.
"""

from markupsafe import Markup

from ..calls import CITED, SOURCE
from ..model import name_in
from .words import Words


class Citations(Words):
    """Sources in full, as numbers, and as the list below a page."""

    HIDDEN = ("note",)

    def page_text(self, markdown: str) -> str:
        """A page as `render` gives it, where sources in brackets are numbers that lead to the list below the page."""
        return self.render(CITED.sub(lambda cited: SOURCE.sub("{{ note(", cited[1]), markdown))

    def source(self, id: str, article: str | None = None) -> Markup:
        """A law or a page by its title, linked, with the article if given."""
        source = self._entry("sources", id)
        self._use(id, article)
        title = name_in(source.title, self.language)
        place = self.word("comma") + self.word("article", number=article) if article else ""
        if not source.url:
            return Markup("<cite>{}</cite>{}").format(title, place)
        return Markup('<a href="{}" rel="external">{}</a>{}').format(source.url, title, place)

    def note(self, id: str, article: str | None = None) -> Markup:
        """The number of a source in the list below the page, leading there; its title is told to who cannot see it."""
        title = self.source(id, article).striptags()
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
