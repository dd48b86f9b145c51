"""Amounts that the site shows but of which nobody knows the figure yet, on a day before their first value.

Knows what is shown and since when it is known. Must not know how a figure is written.
"""

from collections.abc import Iterator

from . import shown
from .estimate import AMOUNTS
from .load import Data
from .messages import say
from .model import Model, Reference, find
from .problems import Problem


def problems(data: Data) -> Iterator[Problem]:
    """One mistake for each amount in use that has no value on the day of the data, at its values."""
    model = data.model
    if all(min(amount.values) <= model.day for amount in model.amounts.values()):
        return
    firsts = {id: min(model.amounts[id].values) for id in _needed(model) if id in model.amounts}
    for id, first in firsts.items():
        if first > model.day:
            text = say(
                "'{id}' has no value on {day}; the first is of {first}. Add the older figure with its source, "
                "or build the site as of {known} or a later day (SITE_DATE={known}): from then on every amount has one.",
                id=id,
                day=model.day,
                first=first,
                known=max(firsts.values()),
            )
            yield data.problem("amounts", id, text, "values")


def _needed(model: Model) -> Iterator[str]:
    """The amounts whose figure of the day somebody reads or counts with."""
    yield from shown.amounts_in_force(model)
    yield from AMOUNTS
    for kind in ("benefits", "stays"):
        for _, reference in find(getattr(model, kind), Reference):
            if reference.kind == "amounts":
                yield reference
