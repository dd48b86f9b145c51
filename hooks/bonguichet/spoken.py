"""Words of another language inside a text: [accusé de réception]{lang=fr}, as Pandoc writes a span.

Knows the notation, and which languages never write in Latin letters. Must not know where a text is shown.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup

from .calls import CALL
from .messages import say
from .problems import did_you_mean

SPAN = re.compile(r"\[(?P<words>[^\[\]]+)\]\{lang=(?P<language>[a-z]+)\}")
_ATTRIBUTES = re.compile(r"\]\{(?![{#])(?P<written>[^}]*)\}")
_TOLD = re.compile(r"lang=(?P<language>[a-z]+)")
_QUOTED_AROUND = re.compile(rf"«\s?{SPAN.pattern}\s?»")
"""Over two lines, marks that are not of the words' own direction stand in the middle of them."""
_OTHER_SCRIPT = {"ar"}
_NOT_READ = re.compile(r"\]\([^)]*\)|\{[^}]*\}|\S+\.(?:be|brussels)\S*")
"""Addresses, placeholders and ids of headings."""
_LATIN = r"[A-Za-zÀ-ÖØ-öø-ÿŒœ][\w'’.-]*"
_ROW = re.compile(rf"{_LATIN}(?:[ ,:]+{_LATIN}){{2,}}")


def as_html(text: str, language: str, directions: Mapping[str, str]) -> str:
    """A text in `language`, its marked words in elements that tell their language, and their direction if another."""
    return SPAN.sub(lambda span: element(span["words"], span["language"], language, directions), text)


def element(words: str, spoken: str, language: str, directions: Mapping[str, str], name: str = "span") -> str:
    """Words that are HTML already, said to be of the language `spoken` inside a text in `language`."""
    return f"<{name}{attributes(spoken, language, directions)}>{words}</{name}>"


def attributes(spoken: str, language: str, directions: Mapping[str, str]) -> Markup:
    """What an element of the language `spoken` says inside a text in `language`."""
    turned = f' dir="{directions[spoken]}"' if directions[spoken] != directions[language] else ""
    return Markup(f' lang="{spoken}"{turned}')


def as_words(text: str) -> str:
    """The text alone, for where no element can stand."""
    return SPAN.sub(lambda span: span["words"], text)


def mistakes(text: str, language: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Words whose language is told wrongly, or not at all: the line in the text (1-based), and what to do.

    Where a language never writes in Latin letters, a name of two such words may stand as it is; more may not."""
    for found in _ATTRIBUTES.finditer(text):
        told = _TOLD.fullmatch(found["written"])
        if not told:
            sentence = say("'{written}' is not understood: write [words]{{lang=fr}}.", written=found[0])
            yield _line(text, found), sentence
        elif told["language"] not in known:
            sentence = say("'{language}' is no language of the site.", language=told["language"])
            yield _line(text, found), sentence + did_you_mean(told["language"], known)
    if language in _OTHER_SCRIPT:
        for quoted in _QUOTED_AROUND.finditer(text):
            sentence = say("'{written}': write the quotation marks inside, [« words »]{{lang=fr}}.", written=quoted[0])
            yield _line(text, quoted), sentence
        bare = text
        for left_out in (SPAN, CALL, _NOT_READ):
            bare = left_out.sub(lambda found: "\n" * found[0].count("\n") + "§", bare)
        for row in _ROW.finditer(bare):
            sentence = say(
                "'{words}' does not say its language: write [{words}]{{lang=fr}}, or the code of another.", words=row[0]
            )
            yield _line(bare, row), sentence


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
