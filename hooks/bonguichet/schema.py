"""JSON Schemas of the files that editors write, so that their program completes, explains and underlines.

Knows which file holds which shape (`load.py`), and the line by which a file names its schema. Must not know any entry:
ids change every day and are not listed.
"""

import json
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .load import KINDS, Kind
from .messages import said_in
from .model.values import form_of
from .problems import relative
from .validation import json_schema
from .writing import put

FOLDER = "content/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema, by the place of the files that it describes: `content/amounts`, `content/deadlines.yml` …"""
    found: dict[str, dict[str, Any]] = {}
    for kind in KINDS.values():
        schema = found.setdefault(kind.place, {"$schema": DIALECT, "title": kind.place, "$defs": {}})
        shape = simplified(json_schema(kind.shape))
        schema["$defs"] |= shape.pop("$defs", {})
        whole = _whole(kind, shape)
        if kind.section:
            schema |= {"type": "object", "additionalProperties": False}
            schema.setdefault("properties", {})[kind.section] = whole
        else:
            schema |= whole | {"title": kind.place}
    return found


def _whole(kind: Kind, shape: dict[str, Any]) -> dict[str, Any]:
    """The shape of a whole file (or section), from that of one entry."""
    if kind.layout == "one":
        return shape
    if kind.layout == "list":
        return {"type": "array", "items": shape}
    return {
        "type": "object",
        "additionalProperties": shape,
        "propertyNames": simplified(json_schema(kind.id_shape)),
    }


def simplified(schema: Any, named: bool = False) -> Any:
    """A schema as pydantic writes it, as editors read it: without `null`, which is the absence of a field, nor the names
    of fields repeated as titles; with words for each form. `named`: its keys are names of fields or shapes."""
    if isinstance(schema, list):
        return [simplified(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if named:
        return {name: simplified(part) for name, part in schema.items()}
    found = {
        key: simplified(part, key in ("properties", "$defs", "patternProperties"))
        for key, part in schema.items()
        if key != "title"
    }
    if "default" in found and found["default"] in (None, [], {}):
        del found["default"]
    if "anyOf" in found:
        left = [part for part in found["anyOf"] if part != {"type": "null"}]
        found |= {"anyOf": left}
        if len(left) == 1:
            del found["anyOf"]
            found |= left[0]
    if "patternProperties" in found:  # a key of another form is a mistake
        found["additionalProperties"] = False
    if "pattern" in found:
        with said_in("en"):  # the same files on every machine
            words = form_of(found["pattern"])
        found = {"description": words} | found | {"patternErrorMessage": words}
    return found


def name(place: str) -> str:
    """The schema of a place, from the root of the project."""
    return f"{FOLDER}/{Path(place).stem}.json"


def modeline(file: str, place: str) -> str:
    """The first line of a file of that place, by which an editor's program finds the schema."""
    return f"# yaml-language-server: $schema={posixpath.relpath(name(place), posixpath.dirname(file))}\n"


def files(root: Path) -> Iterator[tuple[Path, str]]:
    """Every YAML file that a schema describes, and its place."""
    for place in dict.fromkeys(kind.place for kind in KINDS.values()):
        path = root / place
        for file in [path] if path.suffix else sorted(path.rglob("*.yml")):
            yield file, place


def written() -> dict[str, str]:
    """Every schema as it stands in its file, by the path of that file from the root of the project."""
    return {name(place): json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for place, schema in schemas().items()}


def write(root: Path) -> list[str]:
    """Write every schema, and the first line of files that lack it. Returns the files that changed."""
    changed = []
    for path, text in written().items():
        if put(root / path, text):
            changed.append(path)
    for file, place in files(root):
        text, line = file.read_text(encoding="utf-8"), modeline(relative(file, root), place)
        if not text.startswith(line) and put(file, line + text):
            changed.append(relative(file, root))
    return changed
