"""On which pages an amount or a time line is shown, by the calls that stand there.

Knows how a call names an entry. Must not know what the call gives.
"""

import re
from collections.abc import Iterator

from .calls import CALL
from .model import SOURCE_LANGUAGE, Model, Text, find

_NAMED = re.compile(r"""(["'])([a-z0-9-]+)\1""")
_OTHER_DAY = re.compile(r"\bday\s*=")


def pages(model: Model) -> dict[str, tuple[str, ...]]:
    """The pages that call each entry, by its id, in the order of the pages."""
    found: dict[str, dict[str, None]] = {}
    for path, page in model.pages[SOURCE_LANGUAGE].items():
        for call in CALL.finditer(page.body):
            for id in named(call):
                found.setdefault(id, {}).setdefault(path)
    return {id: tuple(paths) for id, paths in found.items()}


def named(call: re.Match[str]) -> tuple[str, ...]:
    """The ids that a call names."""
    return tuple(found[2] for found in _NAMED.finditer(call["arguments"]))


def calls(text: str, id: str) -> bool:
    """Whether a text calls the entry `id`."""
    return any(id in named(call) for call in CALL.finditer(text))


def amounts_in_force(model: Model) -> Iterator[str]:
    """Every amount of which a page or a text shows the figure of the day of the build; some more than once."""
    bodies = [page.body for page in model.pages[SOURCE_LANGUAGE].values()]
    for text in (*bodies, *(text for _, text in find(model, Text))):
        for call in CALL.finditer(text) if "{{" in text else ():
            if call["name"] == "amount" and not _OTHER_DAY.search(call["arguments"]):
                yield from named(call)[:1]
