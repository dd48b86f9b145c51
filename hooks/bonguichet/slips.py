"""What is possible, but more likely a slip of an editor: a figure that leaps, a postal code of another place.

Knows what is usual. Must not refuse anything (`references.py`).
"""

from collections.abc import Iterator
from itertools import pairwise

from .load import Data
from .messages import say
from .model import Service
from .problems import Problem

_LEAP = 2
"""Benefits follow prices and laws: between two of their values none has ever doubled or halved."""


def problems(data: Data) -> Iterator[Problem]:
    """Everything that wants a second look of whoever wrote it."""
    yield from _leaps(data)
    for id, desk in data.model.services.items():
        if ("services", id) in data.origins:
            yield from _elsewhere(data, id, desk)
            yield from _unheard(data, id, desk)


def _leaps(data: Data) -> Iterator[Problem]:
    for id, amount in data.model.amounts.items():
        for (_, before), (day, value) in pairwise(amount.values.items()):
            if not 1 / _LEAP <= value.value / before.value <= _LEAP:
                text = say(
                    "this is {value}, after {before}: more than twice or less than half. Read the source again.",
                    value=value.value,
                    before=before.value,
                )
                yield data.problem("amounts", id, text, "values", day, "value")


def _elsewhere(data: Data, id: str, desk: Service) -> Iterator[Problem]:
    """A postal code of another municipality than the one named; of villages and quarters the data know nothing."""
    if not desk.address:
        return
    towns, code = data.model.municipalities, desk.address.postal_code
    named = {town for town, entry in towns.items() if set(entry.names.values()) & set(desk.address.place.values())}
    there = data.model.postal_codes.get(code, ())
    if named and not named & set(there):
        places = ", ".join(sorted(name for town in there for name in towns[town].names.values())) or say("no place")
        text = say("the postal code {code} is that of {places}: read the address again.", code=code, places=places)
        yield data.problem("services", id, text, "address", "postal_code")


def _unheard(data: Data, id: str, desk: Service) -> Iterator[Problem]:
    if desk.phones and not (desk.email or desk.website or desk.websites or desk.address):
        text = say(
            "whoever cannot hear does not reach this desk: add an email, a website or an address, if a source has one."
        )
        yield data.problem("services", id, text, "phones")
