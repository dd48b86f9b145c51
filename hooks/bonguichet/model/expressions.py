"""The closed language of conditions: `all`, `any`, `not`, and `{question: option-or-list}`; in a list, the name of a set
of answers stands for each of them.

Knows how a test is written. Must not know how it is judged (`logic.py`, `client/logic.js`)
nor which questions exist (`references.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..messages import say

OPERATORS = ("all", "any", "not")
WrittenAt = tuple[str | int, ...]


@dataclass(frozen=True)
class Is:
    """The answer to `question` is one of `options`."""

    question: str
    options: tuple[str, ...]
    at: WrittenAt = field(default=(), compare=False)


@dataclass(frozen=True)
class Not:
    """The test does not hold."""

    test: "Test"


@dataclass(frozen=True)
class All:
    """Every test holds."""

    tests: tuple["Test", ...]


@dataclass(frozen=True)
class Any_:
    """At least one test holds."""

    tests: tuple["Test", ...]


Test = Is | Not | All | Any_


def parse_test(raw: Any, at: WrittenAt = ()) -> Test:
    """The test written as `raw`. Raises ValueError with a sentence for the editor."""
    if isinstance(raw, Test):
        return raw
    if not isinstance(raw, dict) or not raw:
        raise ValueError(say("a test is a mapping such as {{age: [18-24, 25-64]}}, or one of all, any, not."))
    parts = tuple(_parse_part(key, value, (*at, key)) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _parse_part(key: str, value: Any, at: WrittenAt) -> Test:
    if key == "not":
        return Not(parse_test(value, at))
    if key in ("all", "any"):
        if not isinstance(value, list) or not value:
            raise ValueError(say("'{name}' takes a list of at least one test.", name=key))
        tests = tuple(parse_test(item, (*at, index)) for index, item in enumerate(value))
        return All(tests) if key == "all" else Any_(tests)
    options = [value] if isinstance(value, str) else value
    if not isinstance(options, list) or not options or not all(isinstance(o, str) for o in options):
        raise ValueError(
            say("'{name}' takes an option or a list of options, as they are written in questions.yml.", name=key)
        )
    return Is(key, tuple(options), at)


def leaves(test: Test | None) -> Iterator[Is]:
    """Every comparison in the test, in the order written."""
    match test:
        case Is():
            yield test
        case Not(inner):
            yield from leaves(inner)
        case All(tests) | Any_(tests):
            for part in tests:
                yield from leaves(part)


def spread(test: Test, sets: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Test:
    """The test with every set of answers that it names in the place of the name; `sets`: by question, then by name."""
    match test:
        case Is(question, options):
            named = sets.get(question, {})
            answers = (answer for option in options for answer in named.get(option, (option,)))
            return replace(test, options=tuple(dict.fromkeys(answers)))
        case Not(inner):
            return Not(spread(inner, sets))
        case All(tests):
            return All(tuple(spread(part, sets) for part in tests))
        case Any_(tests):
            return Any_(tuple(spread(part, sets) for part in tests))


def to_json(test: Test | None) -> Any:
    """The test as the browser reads it: one operator a mapping, comparisons as {"is": [question, options]}."""
    match test:
        case None:
            return None
        case Is(question, options):
            return {"is": [question, list(options)]}
        case Not(inner):
            return {"not": to_json(inner)}
        case All(tests):
            return {"all": [to_json(part) for part in tests]}
        case Any_(tests):
            return {"any": [to_json(part) for part in tests]}
