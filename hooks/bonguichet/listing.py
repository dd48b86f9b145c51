"""How problems are printed: mistakes, then warnings, each with its place, and the recipe that helps with such a file.

Knows which passage of CONTRIBUTING.md speaks of which file. Must not know what can be wrong.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from .messages import say
from .problems import Problem, did_you_mean, relative

RECIPES = {
    "content/amounts/": "correct-an-amount",
    "content/benefits/": "correct-a-right-a-paper-or-a-word",
    "content/changes.yml": "say-what-changes",
    "content/deadlines.yml": "correct-a-deadline",
    "content/documents.yml": "correct-a-right-a-paper-or-a-word",
    "content/estimate-lines.yml": "add-a-worked-example-of-the-estimate",
    "content/events.yml": "announce-a-coming-amount",
    "content/facts/": "write-a-page",
    "content/glossary.yml": "correct-a-right-a-paper-or-a-word",
    "content/interface.yml": "correct-a-right-a-paper-or-a-word",
    "content/languages.yml": "add-a-language",
    "content/letter-fields.yml": "add-a-letter-to-send",
    "content/letters.yml": "add-a-question",
    "content/link-exceptions.yml": "when-a-link-is-dead",
    "content/model-letters.yml": "add-a-letter-to-send",
    "content/reviewers.yml": "sign-off-a-right-or-a-page",
    "content/revisions.lock": "write-a-page",
    "content/roles.yml": "correct-a-desk",
    "content/services/": "correct-a-desk",
    "content/sources/": "add-a-source",
    "content/stays.yml": "correct-a-deadline",
    "content/synonyms.yml": "add-a-word-that-people-say",
    "content/themes.yml": "correct-an-amount",
    "content/timelines/": "correct-a-right-a-paper-or-a-word",
    "content/translations/": "translate",
    "content/triggers.yml": "correct-a-deadline",
    "content/worked-examples.yml": "add-a-worked-example-of-the-estimate",
    "questionnaire/advice/": "add-a-piece-of-advice",
    "questionnaire/cases/": "tell-a-real-situation",
    "questionnaire/contradictions.yml": "add-a-piece-of-advice",
    "questionnaire/not-covered.yml": "add-a-piece-of-advice",
    "questionnaire/questions.yml": "add-a-question",
    "questionnaire/renamed.yml": "add-a-question",
    "questionnaire/warnings/": "add-a-piece-of-advice",
    "docs/fr/": "write-a-page",
    "docs/": "translate",
}
"""The heading of CONTRIBUTING.md for each beginning of a path; the first that fits counts."""
EVERY_WARNING = "--warnings"
_MOST = 20
"""So many lines of warnings leave a mistake in sight."""
_EDITED = ("content", "questionnaire", "docs")


class NoSuchFile(Exception):
    """A file was named that is not there; the message says so."""


def recipe_of(file: str) -> str | None:
    """Where CONTRIBUTING.md says how to change such a file."""
    return _passage(next((heading for beginning, heading in RECIPES.items() if file.startswith(beginning)), None))


def _passage(heading: str | None) -> str | None:
    return heading and f"CONTRIBUTING.md#{heading}"


def _recipe(problem: Problem) -> str | None:
    return _passage(problem.recipe) or recipe_of(problem.file)


def listed(problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem; below those of files of one kind, indented, where their recipe stands."""
    return _with_recipes((_recipe(problem), str(problem)) for problem in problems)


def report(found: Sequence[Problem], files: Collection[str], every_warning: bool) -> Iterator[str]:
    """What `check` prints of what it found: mistakes, then warnings, then how many. With `files`, those of these only."""
    mistakes = [problem for problem in found if not problem.warning]
    here = [problem for problem in mistakes if not files or problem.file in files]
    warnings = [problem for problem in found if problem.warning and (not files or problem.file in files)]
    yield from listed(here)
    yield from listed(warnings) if every_warning or len(warnings) <= _MOST else _briefly(warnings)
    if warnings:
        yield say("warnings: {count}.", count=len(warnings))
    if elsewhere := len(mistakes) - len(here):
        yield say("{count} to mend in other files: `make check` lists them.", count=elsewhere)
    if here:
        yield say("{count} to mend.", count=len(here))


def _briefly(warnings: Iterable[Problem]) -> Iterator[str]:
    """The first warning of each file, as far as there is room, and how to see them all."""
    lines = []
    for _, found in groupby(warnings, lambda problem: problem.file):
        first, *others = found
        more = " " + say("({count} more in this file.)", count=len(others)) if others else ""
        lines.append((_recipe(first), f"{first}{more}"))
    yield from _with_recipes(lines[:_MOST])
    yield say("`make warnings` lists all of them.")


def _with_recipes(lines: Iterable[tuple[str | None, str]]) -> Iterator[str]:
    for recipe, found in groupby(lines, lambda line: line[0]):
        yield from (line for _, line in found)
        if recipe:
            yield f"    → {recipe}"


def named(names: Iterable[str], root: Path) -> frozenset[str]:
    """The files as problems call them, from names relative to the project or absolute. Raises NoSuchFile."""
    return frozenset(_named(name, root) for name in names)


def _named(name: str, root: Path) -> str:
    path = (root / name).resolve()
    if path.is_file() and path.is_relative_to(root):
        return relative(path, root)
    known = (relative(path, root) for part in _EDITED for path in (root / part).rglob("*") if path.is_file())
    near = did_you_mean(relative(path, root), known)
    raise NoSuchFile(say("there is no file '{name}' in this project.", name=name) + near)
