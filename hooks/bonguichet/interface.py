"""The words of the interface, which the program asks for by name: one that is missing or does not fit is said to the editor.

Knows where each word stands. Must not know who asks for it, nor in which language.
"""

from collections.abc import Mapping
from typing import Any

from .messages import say
from .problems import Problem, ProblemsFound

FILE = "content/interface.yml"


class Interface(dict[str, str]):
    """The French words by their id. Raises ProblemsFound, with the line, where a plain mapping would raise KeyError."""

    def __init__(self, words: Mapping[str, str], lines: Mapping[str, int]):
        super().__init__(words)
        self._lines = lines

    def __missing__(self, id: str) -> str:
        raise ProblemsFound([Problem(FILE, 1, say("the word '{id}' is missing, and a page shows it: add it.", id=id))])

    def filled(self, id: str, said: Any, values: Mapping[str, Any]) -> Any:
        """`said`, the word `id` in some language, with its {placeholders} filled."""
        if "{" not in said and "}" not in said:
            return said
        try:
            return said.format(**values)
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            known = ", ".join(f"{{{name}}}" for name in values) or say("none")
            text = say(
                "the braces of the word '{id}' hold what nobody fills in. Known here: {known}.", id=id, known=known
            )
            raise ProblemsFound([Problem(FILE, self._lines.get(id, 1), text)]) from None
