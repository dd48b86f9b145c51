"""Tries the macros that a text calls.

Knows how to name a call that cannot be filled in. Must not know any macro.
"""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import jinja2
from jinja2 import nodes
from markupsafe import Markup

from ..calls import CALL
from ..messages import say
from ..problems import did_you_mean
from . import Macros
from .words import CALLS, MacroError, given

_ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Call, nodes.Name, nodes.Const, nodes.Keyword)
_MARK = re.compile(r"\{[{%#]")


class Tried(Macros):
    """Macros that are called to see whether they can be. The texts inside them are tried where they are written."""

    def __init__(self, *known: Any, **more: Any):
        super().__init__(*known, **more)
        self._tried: dict[str, tuple[tuple[int, str], ...]] = {}

    def text(self, french: str) -> Markup:
        return Markup(french)

    def mistakes(self, markdown: str) -> Iterator[tuple[int, str]]:
        """Every macro that cannot be filled in: line in the text (1-based), and what to do."""
        if "{" not in markdown:
            return
        if _MARK.search(CALL.sub("", markdown)):  # more than calls: the whole text says what
            yield from self._mistakes(markdown)
            return
        for call in CALL.finditer(markdown):  # the same calls stand in many texts: each is read and tried once
            if call[0] not in self._tried:
                self._tried[call[0]] = tuple(self._mistakes(call[0]))
            for line, sentence in self._tried[call[0]]:
                yield markdown.count("\n", 0, call.start()) + line, sentence

    def _mistakes(self, markdown: str) -> Iterator[tuple[int, str]]:
        try:
            tree = CALLS.parse(markdown)
        except jinja2.TemplateSyntaxError as error:
            yield error.lineno, say("this macro is not written as it should: {error}.", error=error.message)
            return
        for node in tree.iter_child_nodes():
            yield from self._not_a_call(node)
        called = {id(call.node) for call in tree.find_all(nodes.Call)}
        for name in tree.find_all(nodes.Name):
            if name.name not in self.NAMES:
                sentence = say("there is no macro '{name}'.", name=name.name)
                yield name.lineno, sentence + did_you_mean(name.name, self.NAMES)
            elif id(name) not in called:
                yield name.lineno, say("'{name}' needs its parentheses: {{{{ {name}(…) }}}}.", name=name.name)
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in self.NAMES:
                yield from self._mistake(call)

    def _not_a_call(self, node: nodes.Node) -> Iterator[tuple[int, str]]:
        """Whatever is more than text and calls of macros: filters, conditions, includes."""
        if not isinstance(node, _ALLOWED):
            yield (
                node.lineno,
                say('only macros such as {{{{ amount("ris-single") }}}} are used here: no filter, no {{% … %}}.'),
            )
            return
        for child in node.iter_child_nodes():
            yield from self._not_a_call(child)

    def _mistake(self, call: nodes.Call) -> Iterator[tuple[int, str]]:
        name = call.node.name
        try:
            positional, named = given(call)
        except nodes.Impossible:
            yield call.lineno, say("'{name}' takes ids and texts between quotes.", name=name)
            return
        if sentence := self._try(name, positional, named):
            yield call.lineno, sentence

    def _try(self, name: str, positional: list[Any], named: dict[str, Any]) -> str | None:
        """Call a macro. What is wrong with the call, for an editor."""
        try:
            self._called[name](*positional, **named)
        except MacroError as error:
            return str(error)
        except TypeError:
            takes = _as_written(inspect.signature(self._called[name]))
            return say("'{name}' is not called as it should: it takes {takes}.", name=name, takes=takes)
        except Exception as error:  # a word or a placeholder that is gone: still a line and a sentence
            return say("'{id}' cannot be shown: {error}.", id=name, error=f"{type(error).__name__}: {error}")
        return None


def _as_written(takes: inspect.Signature) -> str:
    """What a macro takes, as one writes it: (id, form=…, day=…), or () if nothing."""

    def one(given: inspect.Parameter) -> str:
        many = given.kind in (given.VAR_POSITIONAL, given.VAR_KEYWORD)
        return f"{given.name}, …" if many else given.name if given.default is given.empty else f"{given.name}=…"

    return f"({', '.join(map(one, takes.parameters.values()))})"
