"""The macros that show amounts: in a sentence, and over time as a table and a picture.

Knows amounts, their dates and how sure they are. Must not know any other fact (`facts.py`).
"""

from datetime import date
from typing import Any

from markupsafe import Markup

from .. import formatting, freshness
from ..changes import FIGURES
from ..messages import say
from ..model import Amount, Event, Value
from ..pagefiles import url_of
from ..problems import did_you_mean
from . import charts
from .citations import Citations
from .words import MacroError


class Amounts(Citations):
    """Every macro that a page or a text may call to show an amount."""

    def amount(self, id: str, form: str = "long", day: str | None = None) -> Markup:
        """An amount with its unit, date and certainty; `form="short"`: without these two.

        In force on the day of the build, or on `day` (2030-02-01) where a text speaks of another."""
        amount = self._entry("amounts", id)
        if form not in ("long", "short"):
            raise MacroError(
                say("'{form}' is not a form of an amount.", form=form) + did_you_mean(form, ("long", "short"))
            )
        state = freshness.state(amount, self.model.day)
        if state == "hidden":
            return self.word("amount-hidden", desk=self._who_tells(amount))
        try:
            current = freshness.in_force(amount, date.fromisoformat(day) if day else self.model.day)
        except ValueError:
            raise MacroError(say("'{day}' is not a day: write it as 2030-02-01.", day=day)) from None
        except freshness.NoValue as error:
            raise MacroError(say("'{id}' cannot be shown: {error}.", id=id, error=error)) from None
        self._use(current.value.source)
        if current.published:
            self._use(current.published[1].source)
        return self._span(amount, id, self._amount_words(amount, current, form), state)

    def _span(self, amount: Any, id: str, words: Markup, state: str) -> Markup:
        late = self.word("to-check", day=formatting.day(amount.review_by, self.language))
        hidden = Markup("") if state == "to-check" else Markup(" hidden")
        return Markup(
            '<span data-amount="{}" data-review-by="{}" data-hide-after="{}">{}<small data-late{}> ({})</small>{}</span>'
        ).format(id, amount.review_by, freshness.hide_after(amount), words, hidden, late, self._too_old(amount))

    def _too_old(self, amount: Amount) -> Markup:
        """What takes the place of an amount in the browser on the day on which a build would leave it out."""
        return Markup("<small data-too-old hidden>{}</small>").format(
            self.word("amount-hidden", desk=self._who_tells(amount))
        )

    def _amount_words(self, amount: Any, current: freshness.InForce, form: str) -> Markup:
        value = Markup("<b>{}</b>").format(self._quantity(amount, current.value.value))
        if not current.known:
            until, desk = formatting.day(current.value.until, self.language), self._who_tells(amount)
            return self.word(f"amount-ended-{form}", value=value, until=until, desk=desk)
        if not amount.unit.startswith("EUR"):
            return value
        if current.value.status == "published":
            note = self.word("amount-since", day=formatting.day(current.since, self.language))
            return value if form == "short" else Markup("{} ({})").format(value, note)
        about = self.word("amount-about", value=value)
        if form == "short":
            return about
        return Markup("{} ({})").format(about, self._doubt(amount, current))

    def _who_tells(self, amount: Amount) -> Markup:
        return self.text(self.model.roles[amount.ask].name)

    def _doubt(self, amount: Amount, current: freshness.InForce) -> Markup:
        """That a figure is computed or announced, with the last published one if there was one."""
        since, note = formatting.day(current.since, self.language), f"amount-note-{current.value.status}"
        if not current.published:
            return self.word(f"{note}-alone", day=since)
        published_day, published = current.published
        return self.word(
            note,
            day=since,
            published=self._quantity(amount, published.value),
            published_day=formatting.day(published_day, self.language),
        )

    def _quantity(self, amount: Any, value: Any) -> Markup | str:
        match amount.unit:
            case "EUR":
                return formatting.money(value, self.language)
            case "EUR/month" | "EUR/year":
                per = amount.unit.split("/")[1]
                return self.word(f"per-{per}", value=formatting.money(value, self.language))
            case "days/year":
                return self.word("per-year", value=formatting.count(int(value), "days", self.language))
            case "hours/week":
                return self.word("per-week", value=formatting.count(int(value), "hours", self.language))
            case "working-days":
                return self.word("working-days", value=formatting.number(value, self.language))
            case "times":
                return formatting.number(value, self.language)
            case "percent":
                return formatting.percent(value, self.language)
        return formatting.count(int(value), amount.unit, self.language)

    def amount_history(self, *ids: str) -> Markup:
        """Amounts over time as a table, newest first, and as a picture; how sure each is, and what may change it."""
        if not ids:
            raise MacroError(say("{macro}() needs at least one amount.", macro="amount_history"))
        amounts = {id: self._entry("amounts", id) for id in ids}
        days = sorted({day for amount in amounts.values() for day in amount.values}, reverse=True)
        for amount in amounts.values():
            for value in amount.values.values():
                self._use(value.source)
        coming = dict.fromkeys(
            event for id in ids for event in freshness.pending(self.model.events, id, self.model.day)
        )
        self.used.events |= coming
        events = [self.event(event) for event in coming]
        return self._block(
            "amount_history",
            amounts=amounts,
            name_of=self.amount_name,
            days=days,
            events=events,
            figure=self._figure,
            chart=self._chart(amounts),
            review_by=min(amount.review_by for amount in amounts.values()),
        )

    def amount_name(self, id: str) -> Markup:
        """The name of an amount, leading to its history."""
        name = self.text(self._entry("amounts", id).name)
        return Markup('<a href="{}#{}">{}</a>').format(self.root + url_of(FIGURES), id, name)

    def _chart(self, amounts: dict[str, Amount]) -> Markup | None:
        lines = charts.lines(amounts, self.model.day)
        hide_after = min(map(freshness.hide_after, amounts.values()))
        if (
            not lines
            or self.model.day > hide_after
            or not all(amount.unit.startswith("EUR") for amount in amounts.values())
        ):
            return None
        return self._part(
            "chart",
            amounts=amounts,
            lines=lines,
            sheet=charts.SHEET,
            names=self.commas(self.text(amount.name) for amount in amounts.values()),
            short=self._short_figure,
            hide_after=hide_after,
            first=min(line.first for line in lines.values()),
            last=max(line.until for line in lines.values()),
        )

    def _short_figure(self, value: Value) -> str:
        about = "" if value.status == "published" else "≈ "
        return about + formatting.euros(value.value, self.language)

    def event(self, id: str) -> Markup:
        """What is known to come, or known to be unsure, and when we look again."""
        event = self._entry("events", id)
        self._use(event.source)
        again = self.word("looked-at-again", day=formatting.day(event.review_by, self.language))
        return Markup("{} {} {}").format(self._when_expected(event), self.text(event.about), again)

    def _when_expected(self, event: Event) -> Markup:
        day = freshness.awaited(event)
        if day and day > self.model.day:
            return self.word("event-expected", day=formatting.day(day, self.language))
        return self.word("may-change")

    def _figure(self, amount: Amount, value: Value) -> Markup | str:
        quantity = self._quantity(amount, value.value)
        said = quantity if value.status == "published" else self.word("amount-about", value=quantity)
        if value is not amount.values[max(amount.values)]:
            return said  # it was so, and stays so
        if freshness.state(amount, self.model.day) == "hidden":
            return self.word("amount-hidden", desk=self._who_tells(amount))
        return Markup('<span data-hide-after="{}">{}{}</span>').format(
            freshness.hide_after(amount), said, self._too_old(amount)
        )
