"""Says a sentence to whoever works on the site, in French or in English.

Knows how the person's system is set, and the French of every sentence (`messages.fr.po`). Must not know who says what.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

FRENCH = Path(__file__).with_name("messages.fr.po")
_fixed: ContextVar[str | None] = ContextVar("language", default=None)
_SET_BY = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of_editor() -> str:
    """`fr` or `en`: the first of LC_ALL, LC_MESSAGES and LANG that says anything decides, as on every POSIX system."""
    if language := _fixed.get():
        return language
    locale = next(filter(None, map(os.environ.get, _SET_BY)), "")
    return "fr" if re.match(r"fr(?![a-z])", locale) else "en"


@contextmanager
def said_in(language: str) -> Iterator[None]:
    """Say everything in `language`, however the system is set: for what is written into files."""
    token = _fixed.set(language)
    try:
        yield
    finally:
        _fixed.reset(token)


def say(sentence: str, /, **values: object) -> str:
    """The English sentence in the person's language, its {placeholders} filled. It is written in full where it is said:
    a test reads it there and looks for its French."""
    if language_of_editor() == "fr":
        sentence = _french().get(sentence, sentence)
    return sentence.format(**values)


@cache
def _french() -> Mapping[str, str]:
    with FRENCH.open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}
