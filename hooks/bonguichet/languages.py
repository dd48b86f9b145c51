"""A new language: written where languages are named, as a draft that readers are not offered yet.

Knows the two files that name the languages, and what Babel knows of each. Must not know what is translated.
"""

from pathlib import Path

from babel import Locale, UnknownLocaleError

from .messages import say

_NAMED = "        - {locale: "


class Refused(Exception):
    """The language cannot be added; the message is for the person who asked."""


def add(code: str, known: set[str], root: Path) -> str:
    """Name the language in `content/languages.yml` and `mkdocs.yml`. Returns its own name.

    `known` are the languages that exist. Raises Refused for one of these, and for a code that no language has."""
    if code in known:
        raise Refused(say("'{code}' is a language of the site already: see content/languages.yml.", code=code))
    locale = _locale(code)
    name = locale.get_display_name().capitalize()
    direction = ", direction: rtl" if locale.text_direction == "rtl" else ""
    languages, build = root / "content" / "languages.yml", root / "mkdocs.yml"
    written = languages.read_text(encoding="utf-8")
    languages.write_text(f"{written}{code}: {{name: {name}{direction}, scope: draft}}\n", encoding="utf-8")
    head, last, tail = build.read_text(encoding="utf-8").rpartition(_NAMED)
    line, end, rest = tail.partition("\n")
    build.write_text(f"{head}{last}{line}{end}{_NAMED}{code}, name: {name}}}\n{rest}", encoding="utf-8")
    return name


def _locale(code: str) -> Locale:
    """What Babel knows of a language. Raises Refused where it knows none, or where the code is not that of a language alone."""
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        sentence = say("'{code}' is the code of no language. Use two or three letters, such as uk or so.", code=code)
        raise Refused(sentence) from None
    if locale.language != code:
        raise Refused(
            say(
                "'{code}' names a country or a script too. Use the language alone: {language}.",
                code=code,
                language=locale.language,
            )
        )
    return locale
