"""Clocks: what starts them, how long they run; and how long one may stay abroad. As frozen typed values.

Knows the shape of content/deadlines.yml, triggers.yml and stays.yml. Must not know how days are counted.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..messages import say
from .values import AmountId, Dated, DeadlineId, Many, PagePath, Record, SourceId, Text, TriggerId


class Length(Record):
    """How long a deadline lasts: exactly one unit."""

    days: int | None = None
    months: int | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> "Length":
        if (self.days is None) == (self.months is None):
            raise ValueError(say("a length has either days or months."))
        return self


class Trigger(Record):
    """What happened that starts clocks: `ask` is the question for its day, `example` a day to show how one counts."""

    name: Text
    ask: Text
    hint: Text
    example: date


class Deadline(Dated):
    """A clock: what starts it, how long it runs, what to do once it has run out.

    It counts from the day of any of its `triggers`, or from the end of another deadline (`after`). `opens_after`: nothing can
    be done before the end of that one. `later_after`: other sources count from the end of that one, so later.
    `binds` says who must act; `besides` is what to do as well. `card_first`: what it says to do includes asking the CPAS for
    money, for which some residence cards need advice first."""

    name: Text
    triggers: Annotated[Many[TriggerId], Field(min_length=1)]
    after: DeadlineId | None = None
    opens_after: DeadlineId | None = None
    later_after: DeadlineId | None = None
    binds: Literal["reader", "desk"] = "reader"
    starts: Text
    length: Length
    shifts: Literal["none", "next-working-day"] = "none"
    source: SourceId
    article: str | None = None
    also: Many[SourceId] = ()
    besides: Text | None = None
    card_first: bool = False
    missed: Text


class Stay(Dated):
    """How many days a year one may be abroad with a right; `announce`: from how many days on a stay is announced,
    where a figure is sure."""

    name: Text
    limit: AmountId
    announce: AmountId | None = None
    counted: Text
    over: Text
    page: PagePath
    source: SourceId
    article: str | None = None
