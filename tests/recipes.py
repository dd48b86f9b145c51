"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the project.

Knows where an editor puts what a recipe shows. Must not know what comes of it.
"""

import re
from pathlib import Path

from babel.messages.pofile import read_po, write_po
from bonguichet.load import ROOT

from tests.conftest import Project

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", CONTRIBUTING, re.DOTALL))
"""What each recipe shows, by the file it is written into."""
_ENTRY = re.compile(r"^(?:- id: )?([^\s#:-][^\s:]*):?.*\n(?:(?:[ ].*)?\n)*", re.MULTILINE)


def follow(project: Project, file: str) -> None:
    """Write what a recipe shows where it says: as the head of a page, as the whole of a desk, below a right, else as an entry of the
    file, in the place of the one that bears its id or below the others."""
    path = project.root / file
    if file.startswith("docs/"):
        _, _, body = path.read_text(encoding="utf-8").split("---\n", 2)
        path.write_text(f"---\n{RECIPES[file]}---\n{body}", encoding="utf-8")
    elif file.startswith("content/services/"):
        path.write_text(RECIPES[file], encoding="utf-8")
    elif file.startswith("content/benefits/"):
        path.write_text(path.read_text(encoding="utf-8") + RECIPES[file], encoding="utf-8")
    else:
        path.write_text(_with_entry(path.read_text(encoding="utf-8"), RECIPES[file]), encoding="utf-8")


def _with_entry(text: str, entry: str) -> str:
    id = entry.removeprefix("- id: ").split(": ")[0].split(":\n")[0].split("\n")[0]
    for found in _ENTRY.finditer(text):
        if found[1] == id:
            return text[: found.start()] + entry + text[found.end() :]
    return f"{text.rstrip()}\n\n{entry}"


def translate(root: Path) -> None:
    """Fill what `make po` left empty. The words stay French: whether a translation is a good one is not tried here."""
    for path in sorted((root / "content/translations").glob("*.po")):
        with path.open("rb") as stream:
            catalog = read_po(stream, locale=path.stem)
        for message in catalog:
            if message.id and (message.fuzzy or not message.string):
                message.flags.discard("fuzzy")
                message.string = f"[{message.id}]{{lang=fr}}" if path.stem == "ar" else message.id
        with path.open("wb") as stream:
            write_po(stream, catalog, width=110)
