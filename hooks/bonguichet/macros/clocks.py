"""The macros that count days: the calculator of deadlines, their rules with worked examples, stays abroad.

Knows clocks, triggers and stays. Must not know how days are counted (`deadlines.py`, `stays.py`).
"""

from datetime import date
from typing import Any

from markupsafe import Markup

from .. import deadlines, formatting, freshness
from ..messages import say
from ..model import Deadline, Stay
from ..pagefiles import url_of
from ..problems import did_you_mean
from .facts import Facts
from .words import MacroError


class Clocks(Facts):
    """Every macro that shows dates counted from a day."""

    def deadlines(self) -> Markup:
        """The calculator: what happened, on which day, and every date that follows."""
        triggers = {
            id: {"ask": self.text(trigger.ask), "hint": self.text(trigger.hint), "deadlines": list(self._started(id))}
            for id, trigger in self.model.triggers.items()
        }
        counted = {id: deadlines.as_data(deadline) for id, deadline in self.model.deadlines.items()}
        rules = {"language": self.language, "triggers": triggers, "deadlines": counted} | self.clocks()
        return self._block("deadlines", triggers=self.model.triggers, rules=self.embedded(rules))

    def deadline_rules(self) -> Markup:
        """Every clock by what starts it: its rule, its law, what to do once it has passed, a worked example."""
        return self._block(
            "deadline_rules",
            started={id: self._started(id) for id in self.model.triggers},
            triggers=self.model.triggers,
            example=self.deadline_example,
            length=self.deadline,
            law=lambda deadline: self.source(deadline.source, deadline.article),
        )

    def deadline_example(self, trigger: str, *only: str) -> Markup:
        """The dates that follow from the example day of a trigger, the nearest first; `only`: of these deadlines."""
        day = self._entry("triggers", trigger).example
        started = self._started(trigger)
        if wrong := [id for id in only if id not in started]:
            sentence = say("'{id}' does not start with '{trigger}'.", id=wrong[0], trigger=trigger)
            raise MacroError(sentence + did_you_mean(wrong[0], started))
        found = {id: deadlines.reckon(self.model.deadlines, self.model.holidays, id, day) for id in only or started}
        return self._block(
            "deadline_example",
            day=day,
            found=dict(sorted(found.items(), key=lambda entry: entry[1].last)),
            deadlines=self.model.deadlines,
            closed=self._closed,
        )

    def stays(self) -> Markup:
        """How long one may be abroad with each right, and the calculator of days."""
        stays = {id: self._entry("stays", id) for id in self.model.stays}
        limits = {id: limit for id, stay in stays.items() if (limit := self._limit(stay))}
        counted = {id: stays[id] for id in limits}
        rules = {
            "language": self.language,
            "limits": limits,
            "hideAfter": {id: freshness.hide_after(self.model.amounts[stay.limit]) for id, stay in counted.items()},
            "over": {id: self.text(stay.over) for id, stay in counted.items()},
            "words": self.plain_words("stay-", "d-day-wrong"),
        }
        return self._block(
            "stays",
            stays=stays,
            counted=counted,
            rules=self.embedded(rules),
            amount=self.amount,
            law=lambda stay: self.source(stay.source, stay.article),
        )

    def _limit(self, stay: Stay) -> int | None:
        """The days of a year that are known today; nothing once the figure is too old to be shown."""
        amount = self.model.amounts[stay.limit]
        if freshness.state(amount, self.model.day) == "hidden":
            return None
        try:
            current = freshness.in_force(amount, self.model.day)
        except freshness.NoValue as error:
            raise MacroError(say("'{id}' cannot be shown: {error}.", id=stay.limit, error=error)) from None
        return int(current.value.value) if current.known else None

    def clocks(self) -> dict[str, Any]:
        """What a script needs to say of deadlines: their words, and the days on which courts are closed."""
        return {
            "holidays": [day.isoformat() for day in self.model.holidays],
            "built": self.model.day.isoformat(),
            "deadlineWords": {id: self._clock_words(id, entry) for id, entry in self.model.deadlines.items()},
            "words": self.plain_words("d-", "q-labelled"),
        }

    def _clock_words(self, id: str, deadline: Deadline) -> dict[str, Any]:
        found = {
            "name": self.text(deadline.name),
            "starts": self.text(deadline.starts),
            "besides": self.text(deadline.besides) if deadline.besides else None,
            "cardFirst": deadline.card_first,
            "missed": self.text(deadline.missed),
            "length": self.deadline(id),
            "where": self.reckoner(id),
            "reviewBy": deadline.review_by.isoformat(),
            "desk": deadline.binds == "desk",
        }
        return {key: value for key, value in found.items() if value}

    def reckoner(self, id: str) -> str:
        """The address at which a deadline is counted, once the day is given."""
        return f"{self.root}{url_of('recours/delais.md')}#from={self.model.deadlines[id].triggers[0]}"

    def _started(self, trigger: str) -> dict[str, Deadline]:
        """The clocks that a trigger starts."""
        return {id: deadline for id, deadline in self.model.deadlines.items() if trigger in deadline.triggers}

    def _closed(self, day: date) -> Markup:
        """Why the courts are closed on a day: « dimanche », « jour férié, vendredi »."""
        weekday = formatting.weekday_of(day, self.language)
        return self.word("d-holiday", weekday=weekday) if day in self.model.holidays else Markup(weekday)
