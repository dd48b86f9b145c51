"""CHANGELOG.md, for who follows the project: every change in English, the last to count first.

Knows what a change says. Must not know the day of the build: the file is the same on every day.
"""

from collections.abc import Iterator
from itertools import groupby

from . import changes
from .model import Model
from .pagefiles import url_of
from .spoken import as_words

FILE = "CHANGELOG.md"
_LANGUAGE = "en"
_HEAD = """# Changelog

Written by `make changelog` from `content/changes.yml`, the figures of `content/amounts/` and the dates of `content/timelines/`:
change those, never this file. Each entry says from which day it counts, what kind of change it is, whom it touches and which
pages. Addresses, ids and open data change only with a redirect and a note here.
"""


def written(model: Model) -> str:
    """The whole file."""
    lines = [_HEAD]
    for day, found in groupby(changes.every(model), key=lambda change: change.since):
        lines += [f"## {day.isoformat()}\n", *(line for change in found for line in _entry(model, change)), ""]
    return "\n".join(lines)


def _entry(model: Model, change: changes.Happening) -> Iterator[str]:
    kind, about = model.word(f"change-kind-{change.kind}", _LANGUAGE), _said(model, change.about)
    if change.amounts:
        about = model.word("change-figures", _LANGUAGE, theme=about)
    pages = ", ".join(f"`{url_of(path) or '/'}`" for path in change.pages)
    yield f"- *{kind}.* {about.rstrip('.')}. {model.word('change-affects', _LANGUAGE)} {_said(model, change.affects)} ({pages})"
    for id in change.amounts:
        amount = model.amounts[id]
        value = amount.values[change.since]
        sure = "" if value.status == "published" else f", {value.status}"
        yield f"    - `{id}`: {value.value} {amount.unit}{sure}"


def _said(model: Model, text: str) -> str:
    return as_words(model.text(text, _LANGUAGE))
