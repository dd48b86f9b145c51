"""How old a fact is: which figure is in force on a day, and whether it may still be shown.

Knows dates only. Must not know how a figure is written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .messages import say
from .model import Amount, Checked, Dated, Event, Service, Value

_HIDE_AFTER = timedelta(days=183)
_OLD_COPY = timedelta(days=183)
_LOOK_AGAIN = {"high": timedelta(days=365), "medium": timedelta(days=183), "low": timedelta(days=91)}
"""Contacts are compared again after a year, half a year or a quarter: the surer they are, the later. A rule, since nothing
but the day and the sureness of the last look decides it; a day typed beside each desk would only repeat them."""
State = Literal["fresh", "to-check", "hidden"]


class NoValue(LookupError):
    """An amount was asked for on a day before its first value."""


@dataclass(frozen=True)
class InForce:
    """The value of an amount on a day, since when, and the last published one when it is not itself published.

    `known` is false once the last value has ended and no later one is known."""

    since: date
    value: Value
    published: tuple[date, Value] | None
    known: bool


def in_force(amount: Amount, day: date) -> InForce:
    """The value on `day`. Raises NoValue before the first one: no value is ever guessed."""
    started = sorted((since, value) for since, value in amount.values.items() if since <= day)
    if not started:
        raise NoValue(say("it has no value on {day}; the first is of {first}", day=day, first=min(amount.values)))
    since, value = started[-1]
    known = value.until is None or day <= value.until
    if value.status == "published":
        return InForce(since, value, None, known)
    published = [(when, v) for when, v in started if v.status == "published"]
    return InForce(since, value, published[-1] if published else None, known)


def state(fact: Dated, day: date) -> State:
    """Whether a fact may be shown as it is, must be marked « to be checked », or must give way (amounts only)."""
    if day <= fact.review_by:
        return "fresh"
    if isinstance(fact, Amount) and day > hide_after(fact):
        return "hidden"
    return "to-check"


def hide_after(amount: Amount) -> date:
    """The day after which an amount gives way to « ask here »."""
    return amount.hide_after or amount.review_by + _HIDE_AFTER


def trusted_until(amounts: Iterable[Amount], day: date) -> date:
    """The last day on which a copy of the pages made on `day` may be trusted.

    On the next day a new build would show another figure: one that is already known to start, one whose last known day
    has passed, one too old to be shown. A copy cannot change; what it can do itself is to mark a fact past `review_by`.
    Half a year at most: what nobody announced changes too."""
    known = [day + _OLD_COPY]
    for amount in amounts:
        known += [since - timedelta(days=1) for since in amount.values]
        known += [value.until for value in amount.values.values() if value.until]
        known.append(hide_after(amount))
    return min(last for last in known if last >= day)


def sureness(desk: Service, day: date) -> str:
    """How sure the contacts of a desk are on `day`: low once somebody should have compared them again."""
    return "low" if day > review_by(desk.checked) else desk.checked.confidence


def review_by(checked: Checked) -> date:
    """The day by which contacts are compared again."""
    return checked.on + _LOOK_AGAIN[checked.confidence]


def pending(events: Mapping[str, Event], id: str, day: date) -> tuple[str, ...]:
    """The events open on `day` that touch the fact `id`, and of which readers are told."""
    return tuple(name for name, event in events.items() if id in event.touches and event.told and is_open(event, day))


def is_open(event: Event, day: date) -> bool:
    """Whether an event still asks for a look: a `resolved` that lies ahead settles nothing, and a yearly one comes back."""
    return event.every is not None or event.resolved is None or event.resolved > day


def awaited(event: Event) -> date | None:
    """The day on which an open event is expected; a yearly one on the first time after it was last resolved."""
    if event.expected is None or event.every is None or event.resolved is None:
        return event.expected
    coming = event.expected.replace(year=event.resolved.year)
    return coming if coming > event.resolved else coming.replace(year=coming.year + 1)
