"""The sheet of each right: one page to print, annotate and sign, made of the words of the data.

Knows their addresses. Must not know what a sheet shows (`macros/rulesheet.py`).
"""

from collections.abc import Mapping

from .interface import Interface
from .model import Benefit, Page

PARTS = ("signature", "right", "advice", "warnings", "deadlines")
"""What a sheet has, in its order: each the id of a heading and the end of a word `sign-part-<part>`."""


def path(right: str) -> str:
    """The path of the sheet of a right, the same in every language."""
    return f"orientation/regles/{right}.md"


def is_made(path: str) -> bool:
    """Whether a page is the sheet of a right."""
    return path.startswith("orientation/regles/")


def pages(rights: Mapping[str, Benefit], words: Interface, translated: Mapping[str, str]) -> dict[str, Page]:
    """The sheet of every right, by its path; `words` are those of the interface, in French, as are the rights."""

    def said(french: str) -> str:
        return translated.get(french, french)

    found = {}
    for id, right in rights.items():
        headed = (
            f'## {said(words[f"sign-part-{part}"])} {{ #{part} }}\n\n{{{{ right_sheet("{id}", "{part}") }}}}'
            for part in PARTS
        )
        title = words.filled("sign-title", said(words["sign-title"]), {"right": said(right.name)})
        found[path(id)] = Page(
            title=title,
            description=said(words["sign-description"]),
            revision=1,
            translated_from=1,
            reference=True,
            body="\n\n".join([f"# {title} {{ #sign }}", said(words["sign-description"]), *headed]) + "\n",
            body_line=1,
        )
    return found
