"""Decision diagrams: a function of many choices, kept as small as it can be.

Knows levels (the earlier choice first), choices by number, and ends. Must not know what they stand for. Functions
that always end the same are one and the same diagram (Bryant, 1986): whether two rules ever differ, or one can
ever hold, is read from it, not searched for.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A choice at one level, and the diagram below each of its values."""

    level: int
    below: tuple["Diagram", ...]


Diagram = Node | Hashable
"""A choice, or an end: yes, no, unknown, or whatever a function of ours gives."""

OPEN = object()
"""What a function of ends gives when it must look further down."""


class Diagrams:
    """Makes diagrams: the same one whenever the same function is asked for."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[int, tuple[Diagram, ...]], Node] = {}
        self._combined: dict[tuple[Any, ...], Diagram] = {}

    def __len__(self) -> int:
        """How many choices were made so far: a measure of the work done."""
        return len(self._nodes)

    def node(self, level: int, below: tuple[Diagram, ...]) -> Diagram:
        """The choice at `level`; where every value leads to the same, there is no choice."""
        if all(part == below[0] for part in below):
            return below[0]
        key = (level, below)
        return self._nodes.get(key) or self._nodes.setdefault(key, Node(level, below))

    def combine(self, judge: Callable[..., Diagram], *parts: Diagram) -> Diagram:
        """The diagram that ends as `judge` says of the ends of `parts`.

        `judge` may decide from some ends alone (no and anything: no), and gives OPEN while it cannot."""
        if (found := judge(*parts)) is not OPEN:
            return found
        key = (judge, *parts)
        if key not in self._combined:
            first = min((part for part in parts if isinstance(part, Node)), key=lambda node: node.level)
            below = (
                self.combine(judge, *(at(part, first.level, value) for part in parts))
                for value in range(len(first.below))
            )
            self._combined[key] = self.node(first.level, tuple(below))
        return self._combined[key]


def at(diagram: Diagram, level: int, value: int) -> Diagram:
    """What is left of a diagram, none of whose choices comes before `level`, once `value` is chosen there."""
    return diagram.below[value] if isinstance(diagram, Node) and diagram.level == level else diagram


def ends(diagram: Diagram) -> set[Hashable]:
    """Everything that the diagram can end as."""
    met, todo = {diagram}, [diagram]
    while todo:
        node = todo.pop()
        fresh = set(node.below) - met if isinstance(node, Node) else ()
        met.update(fresh)
        todo.extend(fresh)
    return {found for found in met if not isinstance(found, Node)}
