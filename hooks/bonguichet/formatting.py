"""Numbers, money, dates, lengths and telephones, as each language writes them.

The only module that formats. Knows languages through Babel. Must not know what a figure means.
"""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from babel import Locale, dates, lists, numbers, units

from .model import WEEK, Length

_LOCALES = {"en": "en_GB", "ar": "ar_MA"}
"""Arabic takes the digits and signs of Morocco, which are those of letters in Belgium."""
_MONTHS = {"ar": ("ar", "ar_SY")}
"""Where readers of one language name the months in two ways: both, as newspapers for all of them do."""
_SECONDS = {"hours": 3_600, "days": 86_400, "weeks": 604_800, "months": 2_592_000, "years": 31_536_000}
_PREFIX = "+32"
_WRITTEN_PHONE = re.compile(r"(?:0(?<!\d0)(?<!\d 0)\d{1,3}(?: \d{2,3})+|1(?<!\d1)(?<!\d 1)16 \d{3})(?! ?\d)")
"""No-break spaces inside also keep its groups in their order where the text runs from right to left. No digit comes before
it; its own first digit is looked for first, since a page is long."""
_TWO_AFTER_PREPOSITION = re.compile(r"(\b(?:خلال|لمدة|مدة|بعد|قبل|منذ|من|في|كل) (?:<[^>]*>)*(?:يوم|أسبوع|شهر|سنت))ان\b")
_AREA_CODES_OF_ONE_DIGIT = ("2", "3", "4", "9")


def locale(language: str) -> str:
    """The locale whose habits a language of the site follows."""
    return _LOCALES.get(language, language)


def locale_of_belgium(language: str) -> str:
    """A language with its territory, as other sites ask for it: Belgium, unless its habits are those of another place."""
    known = locale(language)
    return known if "_" in known else f"{known}_BE"


def money(value: Decimal | int, language: str) -> str:
    """Euros to the cent: « 1 340,47 € »."""
    return numbers.format_currency(value, "EUR", locale=locale(language))


def euros(value: Decimal | int, language: str) -> str:
    """Euros without cents, where there is little room: « 1 340 € »."""
    return numbers.format_currency(
        value,
        "EUR",
        "#,##0 ¤" if language in ("fr", "de") else "¤ #,##0",
        locale=locale(language),
        currency_digits=False,
    )


def number(value: Decimal | int, language: str) -> str:
    """A bare number, grouped and with the decimal sign of the language."""
    return numbers.format_decimal(value, locale=locale(language))


def percent(value: Decimal | int, language: str) -> str:
    """A percentage given as 2 for two per cent."""
    return numbers.format_percent(Decimal(value) / 100, locale=locale(language))


def megabytes(value: int, language: str) -> str:
    """A number of bytes as people read the size of a download: « 4,3 Mo »."""
    return units.format_unit(Decimal(value) / 1_000_000, "megabyte", "short", format="#,##0.0", locale=locale(language))


def day(value: date, language: str) -> str:
    """A day in words: « 1er mars 2026 »."""
    if language in _MONTHS:
        months = (dates.get_month_names("wide", locale=named)[value.month] for named in _MONTHS[language])
        return f"{value.day} {'/'.join(months)} {value.year}"
    words = dates.format_date(value, "long", locale=locale(language))
    return words.replace("1 ", "1er ", 1) if language == "fr" and value.day == 1 else words


def count(value: int, unit: str, language: str) -> str:
    """A number of days, months or years with its noun: « 28 jours »."""
    whole = timedelta(seconds=value * _SECONDS[unit])
    return dates.format_timedelta(whole, granularity=unit[:-1], threshold=10_000, locale=locale(language))


def length(value: Length, language: str) -> str:
    """How long a deadline lasts: « 3 mois »."""
    if value.days is not None:
        return count(value.days, "days", language)
    return count(value.months, "months", language)


def language_name(code: str, language: str) -> str:
    """The name of a spoken language in `language`; its code where Babel does not know it."""
    return Locale(locale(language)).languages.get(code, code)


def hour(value: str, language: str) -> str:
    """An hour of the day given as 09:30; 24:00 stays as it is."""
    if value == "24:00":
        return value
    return dates.format_time(time.fromisoformat(value), "short", locale=locale(language))


def weekday(value: str, language: str) -> str:
    """A day of the week given as mon, tue, …"""
    index = WEEK.index(value)
    return dates.get_day_names("wide", locale=locale(language))[index]


def weekday_of(value: date, language: str) -> str:
    """The day of the week of a date."""
    return weekday(WEEK[value.weekday()], language)


def typeset(text: str, language: str) -> str:
    """A telephone stays on one line; French keeps « », colons and question marks on that of their word, and Arabic
    puts two days or months in the genitive after a preposition."""
    text = _WRITTEN_PHONE.sub(lambda number: number[0].replace(" ", "\u00a0"), text)
    if language == "ar":
        return _TWO_AFTER_PREPOSITION.sub(r"\1ين", text)
    if language != "fr":
        return text
    for mark in ":;?!»":
        text = text.replace(f" {mark}", f"\u00a0{mark}")
    return text.replace("« ", "«\u00a0")


def listed(items: Sequence[str], language: str, style: str = "standard") -> str:
    """Words in a row: « a, b et c »; `style="or"`: « a, b ou c »."""
    return lists.format_list(items, style=style, locale=locale(language))


def bare_url(url: str) -> str:
    """A web address as people read it, without https://."""
    return url.removeprefix("https://").removeprefix("http://")


def phone(value: str, abroad: bool = False) -> str:
    """A number as it is dialled in Belgium: 02 209 61 61, 0800 99 340, 112, 116 000; foreign ones with their +.
    `abroad`: as it is dialled from elsewhere, +32 2 212 30 00."""
    if not value.startswith(_PREFIX):
        return f"{value[:3]} {value[3:]}" if re.fullmatch(r"\d{6}", value) else value
    national = value.removeprefix(_PREFIX)
    if national.startswith("800"):
        return f"0800 {national[3:5]} {national[5:]}"
    if len(national) == 9:
        area = national[:3]
    else:
        area = national[:1] if national.startswith(_AREA_CODES_OF_ONE_DIGIT) else national[:2]
    return " ".join([f"{_PREFIX} {area}" if abroad else f"0{area}", *_grouped(national[len(area) :])])


def _grouped(digits: str) -> list[str]:
    """Digits in pairs, the first group taking three when their number is odd."""
    start = 3 if len(digits) % 2 else 2
    return [digits[:start], *(digits[i : i + 2] for i in range(start, len(digits), 2))]
