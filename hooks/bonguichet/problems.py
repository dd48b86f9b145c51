"""What is wrong with the data, said to an editor: `file:line: sentence`, all at once.

Knows how to word a mistake. Must not know any particular file or rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from .messages import say


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, at one line (1-based) of one file (relative to the project). A `warning` stops nothing: what it
    names is no mistake yet, and somebody must look at it. `recipe`: the heading of CONTRIBUTING.md that helps, where it
    is not that of the file."""

    file: str
    line: int
    text: str
    warning: bool = False
    recipe: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        mark = say("warning: ") if self.warning else ""
        return f"{self.file}:{self.line}: {mark}{self.text}"


class ProblemsFound(Exception):
    """The data cannot be used; `problems` says everything that is wrong, in file order."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The way out of a misspelt word, after a space: the nearest known one, else the whole list when it is short."""
    choices = sorted(known)
    near = get_close_matches(str(word), choices, n=1, cutoff=0.6)
    if near:
        return " " + say("Did you mean '{word}'?", word=near[0])
    if not choices:
        return " " + say("None is defined yet.")
    return " " + say("Use one of: {words}.", words=", ".join(choices)) if len(choices) <= 20 else ""


def relative(path: Path, root: Path) -> str:
    """The path as an editor knows it: from the project's folder, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
