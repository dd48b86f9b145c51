"""What was written otherwise in one entry, field by field.

Knows no kind of entry. Leaves out conditions: what they change is told in situations (`outcomes.py`).
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from ..messages import say
from ..model import Record, Text
from ..model.expressions import All, Any_, Is, Not

_UNSAID = ("values", "value")
"""Fields that need no name: « 2026-03-01: 1340.47 »."""

_CONDITIONS = (Is, Not, All, Any_)


def changes(old: Any, new: Any, *at: str) -> Iterator[str]:
    """One line for each thing that is written otherwise below `at`."""
    if old == new or isinstance(old, _CONDITIONS) or isinstance(new, _CONDITIONS):
        return
    old, new = _by_id(old), _by_id(new)
    if isinstance(old, Record) and type(old) is type(new):
        for field in type(new).model_fields:
            name = () if field in _UNSAID else (_name(field),)
            yield from changes(getattr(old, field), getattr(new, field), *at, *name)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _entries(old, new, at)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _items(old, new, at)
    else:
        yield _line(at, f"{said(old)} → {said(new)}")


def said(value: Any) -> str:
    """A value in words: texts in French quotes, entries by what is written in them."""
    if isinstance(value, Text):
        return f"« {value} »"
    if isinstance(value, Record):
        return said(
            tuple(getattr(value, field) for field in type(value).model_fields if field in value.model_fields_set)
        )
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {said(item)}" for key, item in value.items())
    if isinstance(value, tuple):
        return ", ".join(said(item) for item in value if not isinstance(item, _CONDITIONS))
    return say("nothing") if value is None else str(value)


def _name(field: str) -> str:
    """What an editor calls a field; its own name where that says enough."""
    return {
        "advice_first": say("advice first"),
        "ask": say("question"),
        "counted_from": say("counted from"),
        "documents": say("papers"),
        "instead": say("other ways"),
        "options": say("answers"),
        "roles": say("desks"),
        "review_by": say("to look at again by"),
    }.get(field, field.replace("_", " "))


def _entries(old: Mapping[Any, Any], new: Mapping[Any, Any], at: tuple[str, ...]) -> Iterator[str]:
    for key in old:
        if key not in new:
            yield _line(at, say("removed {key}: {value}", key=key, value=said(old[key])))
    for key in new:
        if key not in old:
            yield _line(at, say("added {key}: {value}", key=key, value=said(new[key])))
        else:
            yield from changes(old[key], new[key], *at, str(key))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield _line(at, say("in another order: {list}", list=", ".join(map(str, new))))


def _items(old: tuple, new: tuple, at: tuple[str, ...]) -> Iterator[str]:
    before, after = list(map(said, old)), list(map(said, new))
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "replace" and b - a == d - c:
            yield from (_line(at, f"{x} → {y}") for x, y in zip(before[a:b], after[c:d], strict=True))
        elif what != "equal":
            yield from (_line(at, say("removed {value}", value=x)) for x in before[a:b])
            yield from (_line(at, say("added {value}", value=y)) for y in after[c:d])


def _by_id(value: Any) -> Any:
    """Entries that bear an id, by their id."""
    if isinstance(value, tuple) and value and all(hasattr(item, "id") for item in value):
        return {item.id: item for item in value}
    return value


def _line(at: tuple[str, ...], what: str) -> str:
    return f"{', '.join(at)}: {what}" if at else what
