"""The pages of the situations: one for each answer to the first question, put together from the words of the data.

Knows their addresses and headings. Must not know what stands below a heading (`macros/situations.py`).
"""

from collections.abc import Mapping

from .interface import Interface
from .model import SOURCE_LANGUAGE, Page, Question

PARTS = ("first", "answers", "advice", "abroad", "desks")
"""What such a page has, in its order: each the id of a heading and the end of a word `situation-part-<part>`."""


def path(option: str) -> str:
    """The path of the page of a situation, the same in every language."""
    return f"situations/{option}.md"


def pages(question: Question, words: Interface, language: str, translated: Mapping[str, str]) -> dict[str, Page]:
    """The page of every option, by its path; `words` are those of the interface, in French, as are the options. What is
    not translated into `language` stays French, and the text of the page says so."""

    def said(french: str) -> str:
        return translated.get(french, french)

    def told(french: str) -> str:
        own = language == SOURCE_LANGUAGE or french in translated
        return said(french) if own else f"[{french}]{{lang={SOURCE_LANGUAGE}}}"

    found = {}
    for option in question.options:
        title = said(option.label)
        way_out = ["{{ leave() }}"] if option.urgent else []
        headed = (
            f'## {told(words[f"situation-part-{part}"])} {{ #{part} }}\n\n{{{{ situation("{option.id}", "{part}") }}}}'
            for part in PARTS
        )
        found[path(option.id)] = Page(
            title=title,
            description=words.filled(
                "situation-description", said(words["situation-description"]), {"situation": title}
            ),
            revision=1,
            translated_from=1,
            reference=True,
            body="\n\n".join(
                [f"# {told(option.label)} {{ #situation }}", *way_out, told(words["situation-how"]), *headed]
            )
            + "\n",
            body_line=1,
        )
    return found
