"""Every set of answers, as choices: one variable a question.

Knows which answers exist, in one version of the questions or in several put together. Must not know which question is
asked when, nor any rule.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cache

from ..derived import SOMETHING
from ..messages import say
from ..model import FREE_KINDS, NONE, SKIP, UNKNOWN, Question
from .diagrams import Diagram, Node, at

Answer = str | tuple[str, ...]
"""An option id, a reserved value or SOMETHING; several option ids where several may be chosen."""

Answers = tuple[tuple["Variable", Answer], ...]

Kind = tuple[str, str]
"""What makes a question one variable: its id and whether one, several or computed answers are meant."""


def kind_of(question: Question) -> Kind:
    """The variable of a question: the same for every version that asks for the same kind of answer."""
    return question.id, question.kind if question.kind in ("many", "derived") else "one"


@dataclass(frozen=True)
class Variable:
    """One question as choices. At `level`: the answer; where several options may be chosen, the first of them, and at
    each level that follows whether the next option is chosen too. So every series of choices is an answer."""

    versions: tuple[Question, ...]
    level: int
    values: tuple[str, ...]
    options: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """The question, in its last version."""
        return self.versions[0]

    @property
    def computed(self) -> bool:
        """Whether nobody is asked: the answer comes from others."""
        return self.question.kind == "derived"

    @property
    def free(self) -> bool:
        """Whether a day, a postal code or a municipality is the usual answer, the first of `values`."""
        return self.values[0] == SOMETHING

    @property
    def levels(self) -> range:
        """The levels at which this question is decided."""
        return range(self.level, self.level + max(len(self.options), 1))

    def answer(self, choices: tuple[int, ...]) -> Answer:
        """The answer that choices at each level make; levels without a choice add nothing."""
        first = self.values[choices[0]]
        if first not in self.options:
            return first
        return (first, *(self.options[n] for n, chosen in enumerate(choices) if n > choices[0] and chosen))

    def label(self, answer: Answer) -> str:
        """The words of an answer."""
        if isinstance(answer, tuple):
            return " + ".join(map(self.label, answer))
        words = {option.id: option.label for question in reversed(self.versions) for option in question.options}
        words |= {UNKNOWN: self.question.unknown or UNKNOWN, NONE: self.question.none or NONE, SKIP: say("(skipped)")}
        return _given(self.question) if answer == SOMETHING else words.get(answer, answer)

    def choices(self, answer: Answer) -> dict[int, int]:
        """The choices that make an answer, by level: the other way round."""
        chosen = (answer,) if isinstance(answer, str) else answer
        index = min(map(self.values.index, chosen))
        later = {self.level + n: int(option in chosen) for n, option in enumerate(self.options) if n > index}
        return {self.level: index} | later


class Variables:
    """The variables of one version of the questions, or of several; the last version gives order and words."""

    def __init__(self, *versions: tuple[Question, ...]):
        found: dict[Kind, list[Question]] = {}
        for questions in reversed(versions):
            for question in questions:
                found.setdefault(kind_of(question), []).append(question)
        self._by_kind: dict[Kind, Variable] = {}
        self._of_level: dict[int, Variable] = {}
        for kind, same in found.items():
            options = dict.fromkeys(option.id for question in same for option in question.options)
            reserved = dict.fromkeys(v for question in same for v in question.values() if v not in options)
            given = (SOMETHING,) * any(question.kind in FREE_KINDS for question in same)
            variable = Variable(
                tuple(same),
                level=len(self._of_level),
                values=(*given, *options, *reserved),
                options=tuple(options) if same[0].kind == "many" else (),
            )
            self._by_kind[kind] = variable
            self._of_level |= dict.fromkeys(variable.levels, variable)

    def of_question(self, question: Question) -> Variable:
        """The variable of a question of one of the versions."""
        return self._by_kind[kind_of(question)]

    def of(self, node: Node) -> Variable:
        """The question that a diagram looks at first."""
        return self._of_level[node.level]

    def after(self, variable: Variable, *state: Diagram) -> dict[tuple[Diagram, ...], Answer]:
        """What can be left of the diagrams once the question is answered, each with the plainest answer that leads there."""
        found: dict[tuple[Diagram, ...], tuple[int, ...]] = {state: ()}
        for level in variable.levels:
            after: dict[tuple[Diagram, ...], tuple[int, ...]] = {}
            for before, choices in found.items():
                width = max((len(d.below) for d in before if isinstance(d, Node) and d.level == level), default=1)
                for value in range(width):
                    rest, longer = tuple(at(d, level, value) for d in before), (*choices, value)
                    if rest not in after or _ticked(variable, longer) < _ticked(variable, after[rest]):
                        after[rest] = longer
            found = after
        return {rest: variable.answer(choices) for rest, choices in found.items()}

    def classes(self, diagram: Diagram) -> Counter[Hashable]:
        """How many classes of situations end in each way: answers that the diagram cannot tell apart are one class."""
        counted: dict[Diagram, Counter[Hashable]] = {}

        def count(diagram: Diagram) -> Counter[Hashable]:
            if not isinstance(diagram, Node):
                return Counter({diagram: 1})
            if diagram not in counted:
                counted[diagram] = sum((count(rest) for (rest,) in self.after(self.of(diagram), diagram)), Counter())
            return counted[diagram]

        return count(diagram)

    def example(self, diagram: Diagram, wanted: Callable[[Hashable], bool]) -> Answers | None:
        """The first of `examples`, if there is one."""
        return next(self.examples(diagram, wanted), None)

    def examples(self, diagram: Diagram, wanted: Callable[[Hashable], bool]) -> Iterator[Answers]:
        """One example for each class of situations that ends as `wanted`: the answers that decide it."""

        @cache
        def hopeful(diagram: Diagram) -> bool:
            return any(map(hopeful, diagram.below)) if isinstance(diagram, Node) else wanted(diagram)

        def ways(diagram: Diagram) -> Iterator[Answers]:
            if not isinstance(diagram, Node):
                yield ()
                return
            variable = self.of(diagram)
            for (rest,), answer in self.after(variable, diagram).items():
                if hopeful(rest):
                    for further in ways(rest):
                        yield ((variable, answer), *further)

        return ways(diagram) if hopeful(diagram) else iter(())


def _given(question: Question) -> str:
    """Any day, code or municipality, in words."""
    match question.kind:
        case "date":
            return say("(any date)")
        case "postal-code":
            return say("(any postal code)")
        case "municipality":
            return say("(any municipality)")
    return SOMETHING


def _ticked(variable: Variable, choices: tuple[int, ...]) -> int:
    """How many options are chosen, where several may be: an example with fewer is plainer, and one with none most of all."""
    answer = variable.answer(choices) if variable.options else NONE
    return len(answer) if isinstance(answer, tuple) else int(answer != NONE)


def in_words(answers: Answers) -> str:
    """Answers as the reader meets them."""
    return "; ".join(f"{variable.question.name}: {variable.label(answer)}" for variable, answer in answers)
