"""The picture of the questions: one box each from top to bottom, and a curve from each question to those it decides.

Knows questions and a sheet of fixed width. Must not know languages: names arrive in words, and leave in lines.
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Question
from ..model.expressions import leaves

WIDTH = 320
RIGHT = 250
"""Where every box ends; the curves stand beyond."""
INDENT = 16
DEEPEST = 3
GAP = 12
PADDING = 9
LINE = 17
TEXT = 35
"""From the left side of a box to its words; its number stands before them."""
LETTER = 7.8
"""Room for one letter of the wider system fonts, at the size of the style sheet."""


@dataclass(frozen=True)
class Box:
    """A question, or the end: its number (none at the end), its name in lines, its place; `always`: asked of everybody."""

    id: str
    number: int | None
    lines: tuple[str, ...]
    left: float
    top: float
    height: float
    always: bool

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.top + self.height

    @property
    def width(self) -> float:
        """From the left side to where every box ends."""
        return RIGHT - self.left

    def baselines(self) -> list[tuple[float, str]]:
        """Each line of the name with the height at which it is written."""
        return [(self.top + PADDING + LINE * (index + 0.76), words) for index, words in enumerate(self.lines)]


@dataclass(frozen=True)
class Curve:
    """From a question to one that it decides: two points on the right sides of their boxes, and how far it bends."""

    source: str
    target: str
    start: float
    end: float
    bend: float

    @property
    def path(self) -> str:
        """The curve as an SVG path."""
        return f"M{RIGHT} {self.start:g}C{self.bend:g} {self.start:g} {self.bend:g} {self.end:g} {RIGHT} {self.end:g}"


@dataclass(frozen=True)
class Step:
    """The straight line from a box to the next: upright, at one distance from the left."""

    x: float
    start: float
    end: float


@dataclass(frozen=True)
class Diagram:
    """Everything to draw, on a sheet of this height."""

    boxes: tuple[Box, ...]
    steps: tuple[Step, ...]
    curves: tuple[Curve, ...]
    height: float


def draw(questions: Mapping[str, Question], names: Mapping[str, str], end: str) -> Diagram:
    """The picture: `names` are short names in one language, `end` is the name of what follows the last question."""
    asked = [question for question in questions.values() if question.kind != "derived"]
    deciding = {question.id: deciders(question, questions) for question in asked}
    boxes: list[Box] = []
    for number, question in enumerate(asked, start=1):
        boxes.append(_box(boxes, question.id, number, names[question.id], _depth(question.id, deciding)))
    boxes.append(_box(boxes, "", None, end, 0))
    steps = tuple(
        Step(max(above.left, below.left) + 12, above.bottom, below.top)
        for above, below in zip(boxes, boxes[1:], strict=False)
    )
    return Diagram(tuple(boxes), steps, _curves(boxes, deciding), boxes[-1].bottom + 2)


def deciders(question: Question, questions: Mapping[str, Question]) -> tuple[str, ...]:
    """The questions that decide whether this one is asked: where an answer is derived, those it is derived from."""
    found = (source for leaf in leaves(question.when) for source in _asked(questions[leaf.question], questions))
    return tuple(dict.fromkeys(found))


def _asked(question: Question, questions: Mapping[str, Question]) -> tuple[str, ...]:
    """The question itself; for a derived one, the asked questions below it."""
    if question.kind != "derived":
        return (question.id,)
    used = tuple(source for id in question.uses for source in _asked(questions[id], questions))
    return (*used, *deciders(question, questions))


def _depth(id: str, deciding: Mapping[str, tuple[str, ...]]) -> int:
    """How many questions stand above this one, each deciding the next: 0 for those asked of everybody."""
    above = [_depth(source, deciding) for source in deciding[id]]
    return min(1 + max(above), DEEPEST) if above else 0


def _box(above: list[Box], id: str, number: int | None, name: str, depth: int) -> Box:
    left = 1 + INDENT * depth
    lines = tuple(textwrap.wrap(name, int((RIGHT - left - TEXT - PADDING) / LETTER)))
    top = above[-1].bottom + GAP if above else 1
    return Box(id, number, lines, left, top, 2 * PADDING + LINE * len(lines), always=depth == 0)


def _curves(boxes: list[Box], deciding: Mapping[str, tuple[str, ...]]) -> tuple[Curve, ...]:
    """One curve for each question and each that decides it; the farther apart they stand, the wider it bends."""
    place = {box.id: index for index, box in enumerate(boxes)}
    pairs = [(source, target) for target, sources in deciding.items() for source in sources]
    farthest = max((place[target] - place[source] for source, target in pairs), default=1)

    def curve(source: str, target: str) -> Curve:
        first, last = boxes[place[source]], boxes[place[target]]
        bend = RIGHT + 14 + 76 * (place[target] - place[source]) / farthest
        return Curve(source, target, first.top + first.height * 0.7, last.top + last.height * 0.35, round(bend, 1))

    return tuple(curve(source, target) for source, target in pairs)
