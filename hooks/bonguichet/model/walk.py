"""Ways through the model: everything of one type below a value, and names by language."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from .values import SOURCE_LANGUAGE, Names


def name_in(names: Names, language: str) -> str:
    """An official name in `language`, else in French, else in the first language it has."""
    return names.get(language) or names.get(SOURCE_LANGUAGE) or next(iter(names.values()))


def find(value: Any, wanted: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Everything of the type `wanted` below `value`, keys included, with the path that leads to it."""
    if isinstance(value, wanted):
        yield at, value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from find(getattr(value, field), wanted, (*at, field))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, wanted):
                yield (*at, key), key
            yield from find(item, wanted, (*at, key))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from find(item, wanted, (*at, index))
