"""Every figure with its history, and what changes, from which day, for whom.

Knows figures and changes. Must not know which changes there are (`../changes.py`).
"""

from datetime import date

from markupsafe import Markup

from .. import feed, formatting
from ..changes import Happening, coming, past
from ..messages import say
from ..model import Value
from ..problems import did_you_mean
from .facts import Facts
from .words import MacroError

_PARTS = {"coming": coming, "past": past}


class Histories(Facts):
    """The macros that show facts by their dates."""

    def amounts(self) -> Markup:
        """Every amount once, by theme: its figure of today, and all figures that we know, the newest first."""
        themes = {
            theme: {id: self._entry("amounts", id) for id in self.model.amounts if self.model.theme_of[id] == theme}
            for theme in self.model.themes
        }
        return self._block(
            "amounts",
            themes={theme: found for theme, found in themes.items() if found},
            titles=self.model.themes,
            amount=self.amount,
            figure=self._figure,
            begins=self._begins,
            source=self.note,
        )

    def changes(self, part: str) -> Markup:
        """What is to come, the nearest first, or what counts already, the newest first."""
        if part not in _PARTS:
            raise MacroError(say("'{part}' is not a part of the changes.", part=part) + did_you_mean(part, _PARTS))
        found = _PARTS[part](self.model)
        return self._block("changes", found=found, change=self.change)

    def change(self, change: Happening) -> Markup:
        """One change: from when, what, for whom, and where to read on."""
        figures = {id: self.model.amounts[id] for id in change.amounts}
        return self._part(
            "change",
            change=change,
            title=self.title_of(change),
            figures={id: (amount, amount.values[change.since]) for id, amount in figures.items()},
            figure=self._figure,
            law=self.source(change.step.source) if change.step else None,
            name_of=self.amount_name,
            page=self.page,
        )

    def title_of(self, change: Happening) -> Markup:
        """A change in a few words."""
        about = self.text(change.about)
        return self.word("change-figures", theme=about) if change.amounts else about

    def title_in_words(self, change: Happening) -> str:
        """Its first sentence, where no markup can stand."""
        return str(self.title_of(change).striptags()).partition(". ")[0].rstrip(".")

    def changes_feed(self) -> Markup:
        """The way to the feed of the changes; nothing where the site does not know its own address."""
        if not self.address:
            return Markup("")
        name = feed.name(self.language)
        link = Markup('<a href="{0}{1}" type="{2}" dir="ltr">{1}</a>').format(self.top, name, feed.TYPE)
        return Markup("{} {}").format(self.word("change-feed"), link)

    def as_of(self) -> Markup:
        """That the site is shown as of another day."""
        return self.word("as-of-notice", day=formatting.day(self.model.day, self.language))

    def _begins(self, since: date, value: Value) -> Markup:
        """Since when a figure counts, until when, and how sure it is."""
        word = "amount-since" if since <= self.model.day else "amount-from"
        said = [self.word(word, day=formatting.day(since, self.language))]
        if value.until:
            said.append(self.word("until", day=formatting.day(value.until, self.language)))
        if value.status != "published":
            said.append(self.word(f"status-{value.status}"))
        return self.commas(said)
