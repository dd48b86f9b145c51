"""Mistakes that nobody thought of: files changed at random, but the same for the same seed."""

import random
from collections.abc import Iterator
from pathlib import Path

from bonguichet.load import ROOT

NASTY = (
    *("yes", "0471", "null", "~", "[]", "{}", "- x", "[a, [b]]", "{a: {b: c}}", "*a", "&a [*a]", "&a {b: *a}", "<<: *a", "? a"),
    *("!!python/object/apply:os.getcwd []", "!!binary x", "!!timestamp 1", "!!set {a}", '"', "'", "|", ">-", "%", "@", "`", "---", "..."),
    *("9" * 5000, "-0", "1e999", ".inf", ".nan", "2026-02-30", "9999-12-31", "0001-01-01", "12:30:45", "1_000", "0x1F", "1.", "+3"),
    *('{{ amount("x") }}', "{{", "{{ }}", "{% for %}", "{{ x.__class__ }}", "{{ 1/0 }}", "{# #}", "{a}", "{}", "{0}", "{a!r:>9}"),
    *("\u202e", "\u2028", "\x85", "\ufeff", "\x00", "\x1b[31m", "\ud7ff\U0010ffff", "<script>alert(1)</script>", "a: b: c", "\t", "# x"),
    *("__proto__", "constructor", "../../etc/passwd", "x" * 70_000, "[" * 3000, "{a: " * 1000, "https://", "https://[", "tel:", "//"),
)  # fmt: skip
"""What a value or a key becomes: what YAML, numbers, days, macros, addresses and markup could stumble over."""


def files(root: Path = ROOT) -> list[Path]:
    """Every YAML file that editors write."""
    return sorted(path for part in ("content", "questionnaire") for path in (root / part).rglob("*.yml"))


def mutated(count: int, seed: int, root: Path = ROOT) -> Iterator[tuple[Path, bytes, str]]:
    """So many files, each with what it becomes and what was done to it."""
    dice = random.Random(seed)
    every = files(root)
    for _ in range(count):
        path = dice.choice(every)
        how = dice.choice((_value, _value, _value, _key, _line, _lines, _bytes))
        yield path, how(path.read_bytes(), dice), f"{path.relative_to(root)} by {how.__name__}"


def _value(held: bytes, dice: random.Random) -> bytes:
    lines = held.split(b"\n")
    places = [number for number, line in enumerate(lines) if b": " in line]
    number = dice.choice(places)
    lines[number] = lines[number].split(b": ")[0] + b": " + _bad(dice)
    return b"\n".join(lines)


def _key(held: bytes, dice: random.Random) -> bytes:
    lines = held.split(b"\n")
    number = dice.choice([number for number, line in enumerate(lines) if b":" in line])
    before, after = lines[number].split(b":", 1)
    inset = before[: len(before) - len(before.lstrip(b" -"))]
    lines[number] = inset + _bad(dice) + b":" + after
    return b"\n".join(lines)


def _line(held: bytes, dice: random.Random) -> bytes:
    """One line goes, comes twice, moves in or out, or changes places with the next."""
    lines = held.split(b"\n")
    number = dice.randrange(max(1, len(lines) - 1))
    line = lines[number]
    lines[number : number + 1] = dice.choice(
        ([], [line, line], [b"  " + line], [line[2:]], [line, b"- " + line.strip()], [b"#" + line], [line.strip()])
    )
    return b"\n".join(lines)


def _lines(held: bytes, dice: random.Random) -> bytes:
    """A part goes, or stands somewhere else too; the file may be cut in mid-line."""
    first, second = sorted(dice.randrange(len(held)) for _ in range(2))
    return dice.choice((held[:first], held[:first] + held[second:], held + held[first:second], b"", held[first:]))


def _bytes(held: bytes, dice: random.Random) -> bytes:
    changed = bytearray(held)
    for _ in range(dice.choice((1, 1, 4))):
        at = dice.randrange(len(changed))
        changed[at : at + dice.randrange(2)] = bytes([dice.choice((dice.randrange(256), 0, 9, 13, 34, 58, 123, 255))])
    return bytes(changed)


def _bad(dice: random.Random) -> bytes:
    return dice.choice(NASTY).encode("utf-8", "surrogatepass")
