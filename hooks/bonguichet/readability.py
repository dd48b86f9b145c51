"""How easily a text reads: sentence length, long words, and the index of its language.

Knows sentences, words and syllables (pyphen). Must not know which pages exist or what they say.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pyphen

from . import formatting
from .calls import CALL, CITED
from .messages import language_of_editor, say

_DICTIONARIES = {"fr": "fr", "nl": "nl_NL", "en": "en_GB", "de": "de_DE"}
_INDEX = {  # constant, per word of a sentence, per syllable of a word
    "fr": (207.0, 1.015, 73.6),  # Kandel-Moles
    "nl": (206.84, 0.93, 77.0),  # Flesch-Douma
    "en": (206.835, 1.015, 84.6),  # Flesch
    "de": (180.0, 1.0, 58.5),  # Flesch-Amstad
}
RULES = f"{Path(__file__).read_text(encoding='utf-8')} {version('pyphen')}"
"""All that a reading rests on, but its text."""
_LINK_ONLY = re.compile(r"^(?:[-*]|\d+\.)?\s*\*{0,2}\[[^\]]*\]\([^)]*\)\*{0,2}[.,;]?$")
_MARKS = re.compile(
    r"\[([^\]]*)\](?:\([^)]*\)|\{lang=\w+\})|\*\*|\{\s*#[\w-]+\s*\}|^\s*(?:[-*>]|\d+\.)\s+", re.MULTILINE
)
_END = re.compile(r"[.!?…](?=[\s»”\"')]|$)|:\n")
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-·][^\W\d_]+)*")
_LONG_SENTENCE = 20
_LONG_WORD = 9


@dataclass(frozen=True)
class Reading:
    """Figures of one text: words a sentence, shares of long sentences and long words (0–1), index of the language."""

    sentence_length: float
    long_sentences: float
    long_words: float
    index: float


LIMITS = {
    "fr": Reading(sentence_length=17.1, long_sentences=0.27, long_words=0.09, index=71.6),
    "nl": Reading(sentence_length=20, long_sentences=0.27, long_words=1, index=60),
    "en": Reading(sentence_length=20, long_sentences=0.27, long_words=1, index=60),
    "de": Reading(sentence_length=20, long_sentences=0.27, long_words=1, index=50),
}
"""What a page must better. The French limits are what an official page on the same subject reaches, measured here."""


def read(markdown: str, language: str) -> Reading | None:
    """How easily a page reads; None where it has no prose, or where the language has no measure."""
    if language not in _INDEX:
        return None
    split = [words for words in map(_WORD.findall, sentences(markdown)) if words]
    if not split:
        return None
    lengths, words = [len(sentence) for sentence in split], [word for sentence in split for word in sentence]
    constant, per_word, per_syllable = _INDEX[language]
    length, syllables = len(words) / len(lengths), sum(_syllables(w, language) for w in words) / len(words)
    return Reading(
        sentence_length=length,
        long_sentences=sum(n > _LONG_SENTENCE for n in lengths) / len(lengths),
        long_words=sum(len(word) > _LONG_WORD for word in words) / len(words),
        index=constant - per_word * length - per_syllable * syllables,
    )


def too_hard(reading: Reading, language: str) -> str | None:
    """What makes a text read too hard, in words; None where it reads well enough."""
    limit = LIMITS[language]
    length = formatting.number(round(reading.sentence_length, 1), language_of_editor())
    sentences, words = (round(share * 100) for share in (reading.long_sentences, reading.long_words))
    faults = (
        (reading.sentence_length >= limit.sentence_length, say("{number} words a sentence", number=length)),
        (reading.long_sentences >= limit.long_sentences, say("{share}% of its sentences are long", share=sentences)),
        (reading.long_words >= limit.long_words, say("{share}% of its words are long", share=words)),
        (
            reading.index <= limit.index,
            say("its index is {index}, not above {limit}", index=round(reading.index), limit=round(limit.index)),
        ),
    )
    return ", ".join(words for found, words in faults if found) or None


def sentences(markdown: str) -> list[str]:
    """The sentences of a page. Headings, tables and bare links are not prose; a line break ends no sentence,
    unless a colon stands before it."""
    lines = (line.strip() for line in _prose(markdown).splitlines())
    kept = (line for line in lines if line and not line.startswith(("#", "|")) and not _LINK_ONLY.match(line))
    text = "\n".join(_MARKS.sub(lambda match: match[1] or "", line) for line in kept)
    return [part.strip() for part in _END.split(text) if part.strip()]


def _prose(markdown: str) -> str:
    """Without references in brackets; a macro becomes what it says in a sentence, or nothing."""
    return CALL.sub(_said, CITED.sub("", markdown))


def _said(match: re.Match[str]) -> str:
    name, arguments = match["name"], match["arguments"]
    if name in ("plain", "term"):
        return arguments.split(",")[0].strip(" ()\"'")
    return "X" if name in ("amount", "deadline", "page", "source") else ""


@cache
def _syllables(word: str, language: str) -> int:
    return len(_dictionary(language).positions(word.lower())) + 1


@cache
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=_DICTIONARIES[language])


def forget() -> None:
    """Let go of the dictionaries and the words looked up in them: together a fifth of all that a build holds."""
    _syllables.cache_clear()
    _dictionary.cache_clear()
    pyphen.hdcache.clear()  # where the library keeps every dictionary it has opened
