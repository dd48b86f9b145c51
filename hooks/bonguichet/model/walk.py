"""Ways through the model: everything of one type below a value, found or changed, and names by language."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from .values import SOURCE_LANGUAGE, Names


def name_in(names: Names, language: str) -> str:
    """An official name in `language`, else in French, else in the first language it has."""
    return names[language_of(names, language)]


def language_of(names: Names, language: str) -> str:
    """The language in which `name_in` says a name."""
    return next((code for code in (language, SOURCE_LANGUAGE) if names.get(code)), next(iter(names)))


def find(value: Any, wanted: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Everything of the type `wanted` below `value`, keys included, with the path that leads to it."""
    if isinstance(value, wanted):
        yield at, value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from find(getattr(value, field), wanted, (*at, field))
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, wanted):
                yield (*at, key), key
            yield from find(item, wanted, (*at, key))
    elif isinstance(value, (tuple, list)):
        for index, item in enumerate(value):
            yield from find(item, wanted, (*at, index))


def changed(value: Any, wanted: Any, change: Callable[[Any], Any]) -> Any:
    """`value` with everything of the type `wanted` below it changed; itself where it holds nothing of the kind."""
    if isinstance(value, wanted):
        return change(value)
    if isinstance(value, BaseModel):
        before = {field: getattr(value, field) for field in type(value).model_fields}
        after = changed(before, wanted, change)
        return value if after is before else value.model_copy(update=after)
    if isinstance(value, dict):
        after = {key: changed(item, wanted, change) for key, item in value.items()}
        return value if all(after[key] is item for key, item in value.items()) else after
    if isinstance(value, tuple):
        after = tuple(changed(item, wanted, change) for item in value)
        return value if all(new is item for new, item in zip(after, value, strict=True)) else after
    return value
