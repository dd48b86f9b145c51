"""Calendar files (RFC 5545) of whole days.

Knows the format only; `questionnaire/client/calendar.js` is its twin in the browser. Must not know what the days are for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_LINE = 75  # octets, as the standard wants


@dataclass(frozen=True)
class Entry:
    """A whole day with a title and a text; the same `id` is the same entry when the file is imported again."""

    id: str
    day: date
    title: str
    text: str


def calendar(entries: Iterable[Entry], stamp: date) -> str:
    """The file, its lines ended as the standard wants; `stamp` is the day on which it was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bon Guichet//Freshness//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", *(line for entry in entries for line in _lines(entry, stamp)), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _lines(entry: Entry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@bon-guichet"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    yield f"DESCRIPTION:{_escaped(entry.text)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return re.sub(r"\r?\n", r"\\n", re.sub(r"[\\;,]", r"\\\g<0>", text))


def _folded(line: str) -> str:
    """Long lines go on with a space; no character is cut in two."""
    done, current, size = [], [], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            done.append("".join(current))
            current, size = [" "], 1
        current.append(character)
        size += octets
    return "\r\n".join([*done, "".join(current)])
