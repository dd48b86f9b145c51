"""Checks raw values against a shape of the model, and says what is wrong to an editor.

Knows pydantic's errors and schemas, so that nobody else has to. Must not know any particular entry.
"""

import re
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from .messages import say
from .model.values import SOURCE_LANGUAGE, form_of
from .problems import did_you_mean

Path = tuple[Any, ...]
_DAY = re.compile(r"datetime\.date\((\d+), (\d+), (\d+)\)")


def validate(shape: Any, raw: Any) -> tuple[Any, list[tuple[Path, str]]]:
    """The value of that shape and no mistakes, or None and every mistake: its path in `raw`, and a sentence."""
    try:
        return _adapter(shape).validate_python(raw), []
    except ValidationError as error:
        return None, [(_path(e), _sentence(e, shape)) for e in error.errors()]


def json_schema(shape: Any) -> dict[str, Any]:
    """The JSON Schema of what may be written for that shape; what it refers to stands in its `$defs`."""
    return _adapter(shape).json_schema()


@cache
def _adapter(shape: Any) -> TypeAdapter:
    return TypeAdapter(shape)


def _path(error: Any) -> Path:
    """The path of a pydantic error inside the entry: without pydantic's own marks, days as they are written."""
    marks = ("[key]", "function-")
    shown_by = getattr(error.get("ctx", {}).get("error"), "at", ())
    return tuple(_written(part) for part in (*error["loc"], *shown_by) if not str(part).startswith(marks))


def _written(part: str | int) -> str | int:
    day = _DAY.fullmatch(str(part))
    return f"{int(day[1]):04}-{int(day[2]):02}-{int(day[3]):02}" if day else part


def _sentence(error: Any, shape: Any) -> str:
    """A pydantic error, said to an editor."""
    path, given = _path(error), error.get("input")
    name = ".".join(map(str, path)) or say("this entry")
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return say("'{name}' is missing: add it.", name=name) + _allowed(shape, path)
        case "extra_forbidden" if str(path[-1]).isdigit():
            return say("a comma splits this line: write a number with a point, such as 1340.47.")
        case "extra_forbidden":
            comma = " " + say("A text with a comma stands between quotes.") if given is None else ""
            way_out = did_you_mean(path[-1], _fields(shape, path[:-1]))
            return say("unknown field '{name}'.", name=path[-1]) + comma + way_out
        case "literal_error":
            allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
            return say("'{name}' cannot be '{given}'.", name=name, given=given) + did_you_mean(given, allowed)
        case "string_pattern_mismatch":
            return say("'{name}' is '{given}': {way_out}.", name=name, given=given, way_out=form_of(context["pattern"]))
        case "string_type" if isinstance(given, dict):
            return say("'{name}': a colon followed by a space splits this sentence: put it between quotes.", name=name)
        case "string_type":
            return say("'{name}' is read as {given}, not as a text: write it between quotes.", name=name, given=given)
        case "date_type" | "date_from_datetime_parsing" | "date_parsing":
            return say("'{name}' is '{given}': write a day as 2027-01-31, without quotes.", name=name, given=given)
        case "decimal_type" | "int_type" | "is_instance_of":
            return say(
                "'{name}' is '{given}': write a number with a point, as 1314.20, without quotes or spaces.",
                name=name,
                given=given,
            )
        case "greater_than" | "too_short":
            return say("'{name}' is empty or not above zero: write at least one value, greater than 0.", name=name)
        case "greater_than_equal":
            return say("'{name}' is {given}: write {limit} or more.", name=name, given=given, limit=context["ge"])
        case "less_than_equal":
            return say("'{name}' is {given}: write {limit} or less.", name=name, given=given, limit=context["le"])
        case "tuple_type":
            return say("'{name}' is '{given}': it is a list, such as [{given}].", name=name, given=given)
        case "model_type" | "dict_type":
            fields = _example(shape, path)
            return say(
                "'{name}' is '{given}': write its fields below it, or between braces, such as {fields}.",
                name=name,
                given=given,
                fields=fields,
            )
        case "value_error" if error["loc"] and not hasattr(context["error"], "at"):
            return say("'{name}': {error}", name=name, error=context["error"])
        case "value_error":
            return str(context["error"])
        case "string_too_short":
            return say("'{name}' is empty: write it or remove the field.", name=name)
    return say("'{name}': {error}", name=name, error=f"{error['msg'][0].lower()}{error['msg'][1:]}.")


def _example(shape: Any, path: tuple[Any, ...]) -> str:
    """The fields that must stand at `path`, as an editor writes them; of a mapping, one key: a day or a language."""
    for part in path:
        shape = _inside(shape, part)
    record = _record(shape)
    fields = record.model_fields if record else {}
    names = [name for name, field in fields.items() if field.is_required()] or list(fields)
    if not record:
        names = ["2027-01-31" if get_args(_plain(shape))[:1] == (date,) else SOURCE_LANGUAGE]
    return "{" + ", ".join(f"{name}: …" for name in names) + "}"


def _fields(shape: Any, path: tuple[Any, ...]) -> list[str]:
    """The fields allowed at `path` inside `shape`."""
    for part in path:
        shape = _inside(shape, part)
    shape = _record(shape)
    return list(shape.model_fields) if shape else []


def _allowed(shape: Any, path: tuple[Any, ...]) -> str:
    """What may be written into a missing field that takes one of a few words, after a space."""
    for part in path:
        shape = _inside(shape, part)
    words = get_args(shape) if get_origin(shape) is Literal else ()
    return " " + say("Use one of: {words}.", words=", ".join(words)) if words else ""


def _inside(shape: Any, part: Any) -> Any:
    record = _record(shape)
    if record and part in record.model_fields:
        return record.model_fields[part].annotation
    return get_args(_plain(shape))[-1] if get_args(_plain(shape)) else None


def _plain(shape: Any) -> Any:
    """The shape without Optional; a tuple's item comes first so that `[-1]` of its arguments is its item."""
    if get_origin(shape) in (Union, UnionType):
        return next(arg for arg in get_args(shape) if arg is not type(None))
    if get_origin(shape) is tuple:
        return list[get_args(shape)[0]]
    return shape


def _record(shape: Any) -> type[BaseModel] | None:
    shape = _plain(shape)
    return shape if isinstance(shape, type) and issubclass(shape, BaseModel) else None
