"""Reads the pages of docs/: front matter and Markdown.

Knows where pages stand. Must not judge them (`checks.py`) nor render them (`macros.py`).
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from . import kept
from .messages import say
from .model import SOURCE_LANGUAGE
from .problems import Problem, ProblemsFound, relative
from .yamlfiles import YamlFile, parse

_FENCE = "---\n"
_PLAIN = re.compile(r"((?:\.\./)*)((?:\w[\w.-]*/)*(?:\w[\w.-]*)?)", re.ASCII)
"""A link as nearly all are: up some folders, then down, and nothing else."""


def paths(root: Path, language: str) -> list[Path]:
    """Every page of a language, in a stable order."""
    return sorted((root / "docs" / language).rglob("*.md"))


def read(path: Path, root: Path) -> tuple[YamlFile, dict[str, Any]]:
    """The front matter of a page as a file of its own, and its fields with `body` and `body_line`.

    Raises ProblemsFound when the front matter is not YAML or is missing."""
    name = relative(path, root)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ProblemsFound([Problem(name, 1, say("this page is not UTF-8 text: save it as UTF-8."))]) from None
    if not text.startswith(_FENCE) or (end := text.find(f"\n{_FENCE}", len(_FENCE) - 1)) < 0:
        hint = say("a page begins with a line ---, then title: and description:, then a second line ---.")
        raise ProblemsFound([Problem(name, 1, hint)])
    head, body = text[len(_FENCE) : end + 1], text[end + 1 + len(_FENCE) :]
    file = kept.again(name, kept.fingerprint(head), parse, head, name, 2)
    if not isinstance(file.data, dict):
        hint = say("the front matter maps words to values: title: …, description: ….")
        raise ProblemsFound([file.problem(hint)])
    return file, {**file.data, "body": body, "body_line": head.count("\n") + 3}


def prefix_of(language: str) -> str:
    """What stands before every address of a language: nothing for French, « nl/ » for Dutch."""
    return "" if language == SOURCE_LANGUAGE else f"{language}/"


def url_of(path: str) -> str:
    """The address of a page below its language's root: revenus/ris.md → revenus/ris/."""
    return (
        ""
        if path == "index.md"
        else path.removesuffix("index.md").removesuffix(".md") + ("" if path.endswith("/index.md") else "/")
    )


def is_page(address: str) -> bool:
    """Whether a page stands at an address below a root, and no other file."""
    return address.endswith("/") or not address


def file_of(address: str) -> str:
    """The file that a server hands out at an address below a root."""
    return f"{address}index.html" if is_page(address) else address


def joined(page: str, link: str) -> str:
    """Where a link leads from a page, both as `urljoin` takes them; `page` is a whole address (https://…/).

    A site has some hundred thousand links: the plain ones are joined by hand, in a fifth of the time."""
    if not link or not (plain := _PLAIN.fullmatch(link)):
        return urljoin(page, link)
    folders = page.split("/")[:-1]
    kept = folders[: max(3, len(folders) - plain[1].count("/"))]
    return "/".join([*kept, plain[2]])
