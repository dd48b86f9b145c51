"""Reads YAML strictly: the only module that does.

Knows what plain YAML gets wrong (yes/no as booleans, 0471 as octal, 12:30 as seconds, a key
written twice) and the line of every value. Must not know what the values mean.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from . import kept
from .messages import say
from .problems import Problem, ProblemsFound, relative

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DEEPEST = 100
"""So many lists and mappings one inside the other are a slip, and more than the reader of YAML bears."""
_BRACKET = re.compile(r"[][{}]")
_DASHES = re.compile(rf"^ *(?:[-?]\s+){{{_DEEPEST}}}", re.MULTILINE)
_QUOTED = ("'", '"', "|", ">")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_Composer = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """One YAML file: its data as plain Python values, and the line of every value by its path."""

    file: str
    data: Any
    lines: dict[Where, int] = field(repr=False)

    def line(self, *path: Any) -> int:
        """The line of the value at `path`, or of its nearest parent that stands in the file."""
        where = tuple(part if isinstance(part, int) else str(part) for part in path)
        for end in range(len(where), -1, -1):
            if where[:end] in self.lines:
                return self.lines[where[:end]]
        return 1

    def problem(self, text: str, *path: Any) -> Problem:
        """A mistake at the value that `path` leads to."""
        return Problem(self.file, self.line(*path), text)


def read(path: Path, root: Path) -> YamlFile:
    """Read one file. Raises ProblemsFound with every mistake of form in it, FileNotFoundError without it."""
    name = relative(path, root)
    try:
        text = path.read_text(encoding="utf-8")
        return kept.again(name, kept.fingerprint(text), parse, text, name)
    except UnicodeDecodeError:
        raise ProblemsFound([Problem(name, 1, say("this file is not UTF-8 text: save it as UTF-8."))]) from None


def parse(text: str, name: str, first_line: int = 1) -> YamlFile:
    """Read YAML that begins on `first_line` of the file `name`. Raises ProblemsFound."""
    if line := _too_deep(text):
        raise ProblemsFound([Problem(name, line + first_line - 1, _nested())])
    try:
        node = yaml.compose(text, Loader=_Composer)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        text = say("this line holds an invisible character: type it anew.")
        raise ProblemsFound([Problem(name, line, text)]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "mapping values" in str(error.problem):
            text = say('not YAML: a text that holds ": " stands between quotes. Check the indentation too.')
        else:
            text = say("not YAML: check the indentation, quotes and colons of this line and the one above.")
        raise ProblemsFound([Problem(name, mark.line + first_line, text)]) from None
    builder = _Builder(name, first_line)
    data = builder.build(node, ()) if node else {}
    if builder.problems:
        raise ProblemsFound(builder.problems)
    return YamlFile(name, data, builder.lines)


def _nested() -> str:
    return say("too many lists and mappings stand one inside the other: close a bracket.")


def _too_deep(text: str) -> int:
    """The line on which too many brackets or lists are open, or 0."""
    if dashes := _DASHES.search(text):
        return text.count("\n", 0, dashes.start()) + 1
    depth = 0
    for mark in _BRACKET.finditer(text):
        depth = max(0, depth + (1 if mark[0] in "[{" else -1))
        if depth > _DEEPEST:
            return text.count("\n", 0, mark.start()) + 1
    return 0


class _Builder:
    """Turns composed YAML nodes into plain values, keeping lines and collecting mistakes."""

    def __init__(self, file: str, first_line: int):
        self.file = file
        self.first_line = first_line
        self.lines: dict[Where, int] = {(): first_line}
        self.problems: list[Problem] = []
        self._built: set[int] = set()

    def build(self, node: yaml.Node, path: Where) -> Any:
        self.lines.setdefault(path, node.start_mark.line + self.first_line)
        if id(node) in self._built:
            self._problem(node, say("'&' and '*' repeat another part of the file: write it out here too."))
            return None
        self._built.add(id(node))
        if len(path) > _DEEPEST:
            self._problem(node, _nested())
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Where) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(key_node, say("a key must be one word or text, not a list or a mapping."))
                continue
            name, at = key_node.value, (*path, key_node.value)
            if at in self.lines:
                text = say(
                    "the key '{name}' is written twice (first on line {line}). Keep one.",
                    name=name,
                    line=self.lines[at],
                )
                self._problem(key_node, text)
                continue
            self.lines[at] = key_node.start_mark.line + self.first_line
            key = self._scalar(key_node) if _DATE.fullmatch(name) else name
            result[key] = self.build(value_node, at)
        return result

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text = node.value
        if node.style in _QUOTED:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._problem(node, say("{day} is not a day of the calendar.", day=text))
        return text

    def _problem(self, node: yaml.Node, text: str) -> None:
        self.problems.append(Problem(self.file, node.start_mark.line + self.first_line, text))
