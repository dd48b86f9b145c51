"""The macro that shows the search, and the ways beside it.

Knows where the index of a language is published. Must not know what it holds (`search.py`).
"""

from markupsafe import Markup

from .facts import Facts


class Finder(Facts):
    """The search of the reader's language."""

    def search(self) -> Markup:
        """A field that finds pages, desks, terms and letters; without a script, or where it finds nothing, other ways."""
        return self._block(
            "search",
            index=f"{self.assets}search.{self.language}.json",
            more=f"{self.assets}search-more.{self.language}.json",
            root=self.root,
            ways=[
                self.page("orientation.md"),
                Markup('<a href="{}#subjects">{}</a>').format(self.root, self.word("search-subjects")),
                self.page("annuaire.md"),
                self.page("glossaire.md"),
            ],
        )
