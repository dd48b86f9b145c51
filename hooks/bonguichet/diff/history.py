"""An earlier version of the data, taken out of git and read by today's program.

Knows git. Must not know what is compared.
"""

import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ..load import Data, load
from ..messages import say
from ..problems import Problem, ProblemsFound

_FOLDERS = ("content", "questionnaire", "docs")


class Unreadable(Exception):
    """The version cannot be had; the sentence says why, and the way out."""


def version_at(ref: str, root: Path, day: date) -> Data:
    """The data as they stood in the version `ref` of git, on `day`. Raises Unreadable."""
    with TemporaryDirectory() as folder:
        _take_out(ref, root, folder)
        try:
            return load(Path(folder), day)
        except ProblemsFound as error:
            raise unreadable(ref, error.problems) from None


def unreadable(ref: str, problems: Sequence[Problem]) -> Unreadable:
    """Today's program stumbles over data that were right when they were written."""
    first = f"{problems[0].file}:{problems[0].line}"
    return Unreadable(
        say(
            "the data of '{version}' cannot be read by today's program ({count} to mend there, the first in {first}). "
            "Compare with another version.",
            version=ref,
            count=len(problems),
            first=first,
        )
    )


def _take_out(ref: str, root: Path, folder: str) -> None:
    try:
        if _run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode:
            raise Unreadable(
                say(
                    "git knows no version '{version}' here: give a branch, a tag or a commit, such as BASE=main.",
                    version=ref,
                )
            )
        archive = _run(root, "archive", "--format=tar", ref, *_FOLDERS)
        if archive.returncode:
            error = archive.stderr.decode().strip()
            raise Unreadable(
                say("the version '{version}' cannot be taken out of git: {error}.", version=ref, error=error)
            )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
    except FileNotFoundError as error:
        sentence = say("{program} is needed to look at an earlier version: install it.", program=error.filename)
        raise Unreadable(sentence) from None


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True)
