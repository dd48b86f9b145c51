"""Figures, telephones and addresses typed in prose, where only data may hold them.

Knows what a figure looks like in each language. Must not know which figures are right.
"""

import re
from collections.abc import Iterator

from .calls import CALL
from .messages import say

_NUMBER_WORDS = {
    "fr": "deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quarante cinquante soixante cent mille",
    "nl": "twee drie vier vijf zes zeven acht negen tien twaalf vijftien twintig dertig veertig vijftig zestig honderd duizend",
    "en": "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty hundred thousand",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig hundert tausend",
    "ar": "ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين مئة ألف",
}
_UNITS = {
    "fr": r"euros?|jours?|semaines?|mois|ans?|années?|heures?|pour cent",
    "nl": r"euro|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren)|u(?:ur|ren)|procent",
    "en": r"euros?|days?|weeks?|months?|years?|hours?|per ?cent",
    "de": r"Euro|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Stunden?|Prozent",
    "ar": r"يورو|أيام|يوما|يومًا|أسابيع|أسبوعا|أشهر|شهرا|شهرًا|سنوات|سنة|عاما|ساعات|ساعة|بالمئة|في المئة",
}
_PHONE = re.compile(r"(?<![\w/=#.-])(?:\+32|0)[ ./]?\d{1,3}(?:[ ./]\d{2,3}){2,4}(?!\d)")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.\w+")
_ADDRESS = re.compile(
    r"\b(?:rue|avenue|boulevard|chaussée|place|quai)\s[^.\n]{2,40}?\d+|\b\w+(?:straat|laan|plein|steenweg)\s\d+",
    re.IGNORECASE,
)
_LINK = re.compile(r"\]\([^)]*\)")
_NO_DIGIT = re.compile(r"^[^\d\n]+$(?!\n[^\n]*\d)", re.MULTILINE)
"""Lines without a digit, but not the one before it: an address may break there."""


def typed(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Every figure, telephone, e-mail or address typed in `text`: its line (1-based), and what to do."""
    bare = _LINK.sub(_blank, CALL.sub(_blank, text))
    with_digits = _NO_DIGIT.sub("", bare)  # few lines have one, and looking for an address anywhere takes long
    for pattern, where, what in (
        (_quantity(language), bare, say("the figure")),
        (_PHONE, with_digits, say("the telephone")),
        (_EMAIL, bare if "@" in bare else "", say("the e-mail address")),
        (_ADDRESS, with_digits, say("the address")),
    ):
        for match in pattern.finditer(where):
            sentence = say(
                "{what} '{typed}' is typed here: take it from the data with a macro, "
                'or say why not with plain("…", "reason").',
                what=what,
                typed=match[0].strip(),
            )
            yield where.count("\n", 0, match.start()) + 1, sentence


def _quantity(language: str) -> re.Pattern[str]:
    words = "|".join(_NUMBER_WORDS.get(language, "").split())
    units = _UNITS.get(language, r"euros?")
    number = rf"(?:\d[\d.,\s\u00a0\u202f]*{'|' + words if words else ''})"
    return re.compile(rf"(?<![\w-]){number}[\s\u00a0\u202f-]*(?:€|%|(?:{units})(?!\w))|€\s?\d[\d.,\s]*", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    """As many lines as before, without the words."""
    return "\n" * match[0].count("\n") + " "
