"""Keeping the site for a place without network: the controls, and the copy to download.

Knows the day until which a copy may be trusted. Must not know which files there are (`offline.py` counts them).
"""

from datetime import date
from types import SimpleNamespace

from markupsafe import Markup

from .. import freshness
from .words import Words

SIZES = SimpleNamespace(
    **{name: Markup(f"<bdi data-size={name}></bdi>") for name in ("kept", "sent", "pack")}
)  # filled in once every page is built; without quotes, which data files would escape


class Offline(Words):
    """The macros of the page on reading without network."""

    def offline(self) -> Markup:
        """The controls that keep the pages of this language on the device."""
        return self._block("offline", sizes=SIZES, words=self.embedded(self.plain_words("k-")))

    def offline_pack(self) -> Markup:
        """The copy to download, with the day until which to trust it."""
        until = freshness.trusted_until(self.model.amounts.values(), self.model.day)
        address = f"{self.top}hors-ligne/{self.language}.zip"
        return self._block("offline_pack", sizes=SIZES, address=address, day=self.model.day, until=until)

    def pack_notice(self, until: date) -> Markup:
        """The line that every page of the copy shows, and what to do once its day has passed."""
        return self._part("pack_notice", day=self.model.day, until=until)
