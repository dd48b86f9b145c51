"""The questionnaire inside pages of others: what it says there, and the code with which they show it.

Knows addresses only. Must not know questions (`parts.py`).
"""

from markupsafe import Markup, escape

from ..pagefiles import url_of
from .words import Words

_PLACEHOLDER = "https://VOTRE-ADRESSE/"
"""Stands for the address of the site where the build does not know it."""


class Embedding(Words):
    """Words for those who show the questionnaire in their own page."""

    def embed_code(self) -> Markup:
        """The code that shows the questionnaire in another page, with a button to copy it."""
        address = (self.address or _PLACEHOLDER) + url_of("orientation/embed.md")
        snippet = self._components.get_template("embed_snippet.html").render(self._shown | {"address": address})
        lines = Markup(str(escape(snippet)).replace("\n", "&#10;"))  # a block of a page keeps no line ends of its own
        return self._block("embed_code", lines=lines, unknown=not self.address)

    def ways_out(self) -> Markup:
        """What the questionnaire says inside a page of others: where its links lead, and the way to the whole site."""
        return self._part("ways_out", href=self.root + url_of("orientation.md"))
