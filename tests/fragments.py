"""What could stand after the # of a link that somebody else wrote: answers, nonsense and malice, the same for the same seed."""

import random
from collections.abc import Iterator, Mapping, Sequence

MALICE = (
    *("<b data-injected>x</b>", '"><img src=x onerror=ran()><b data-injected>', "<script>ran()</script>", "';ran();//", "</p><b data-injected>"),
    *("javascript:ran()", "{{7*7}}", "${ran()}", "&lt;b data-injected&gt;", "<svg onload=ran()>", "%3Cb%20data-injected%3E", "<!--"),
    *("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "__proto__[x]", "length", "undefined", "null", "NaN"),
    *("%", "%%", "%E0%A4%A", "%00", "%u0041", "%ff", "%c3%28", "%2526", "+", "\u202e", "\u200f\u2067", "\ufeff", "\u2028", "🜁", "é\u0301" * 40),
    *("", "=", "==", "&", ",", ",,,", " ", "#", "##", "?x=1", "/../", "\\", "'", '"', "`", "\t", "0", "-1", "1e999", "9" * 400, "x" * 5000),
    *("2026-02-30", "9999-99-99", "0000-00-00", "2027-01-01", "1989-12-31", "1070", "01070", "10700", "unknown", "skip", "none"),
)  # fmt: skip
"""What no question asks and no answer says. Run or shown as HTML, it would tell: `ran()` and elements with `data-injected`."""


def fragments(count: int, seed: int, asked: Mapping[str, Sequence[str]], whole: str) -> Iterator[str]:
    """So many fragments; `asked` are the questions with their possible answers; some begin
    with a `whole` set of answers, and lead to the results."""
    dice = random.Random(seed)
    for _ in range(count):
        parts = [_part(dice, asked) for _ in range(dice.choice((0, 1, 1, 2, 5, 9, 15)))]
        if dice.random() < 0.3:
            parts.insert(0, whole)
        if dice.random() < 0.02:
            parts *= 60
        written = dice.choice(("&", "&", "&", "&", "&&", ";", "=")).join(parts)
        yield f"#{_spoilt(written, dice)}"


def _part(dice: random.Random, asked: Mapping[str, Sequence[str]]) -> str:
    id = dice.choice([*asked]) if dice.random() < 0.85 else dice.choice((*MALICE, "at", "r"))
    known = [*asked.get(id, ()), *asked]
    values = [dice.choice(known if dice.random() < 0.75 else MALICE) for _ in range(dice.choice((1, 1, 1, 2, 6)))]
    return f"{id}={','.join(values)}"


def _spoilt(written: str, dice: random.Random) -> str:
    """As it is, or with one character lost, another in its place, or cut."""
    if not written or dice.random() < 0.7:
        return written
    at = dice.randrange(len(written))
    return dice.choice(
        (written[:at], written[:at] + written[at + 1 :], written[:at] + dice.choice(MALICE) + written[at:])
    )
