"""The links to other sites: where each stands, which of them no longer lead where they should, and which we know of.

Knows what is written. Must not know the network: what became of each address is handed in (`web.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from . import situationpages
from .load import Data
from .model import SOURCE_LANGUAGE, Page, find
from .problems import Problem
from .web import Answer

_WHOLE = re.compile(r"https?://\S+")
_INSIDE = re.compile(r"""https?://(?:[^\s()<>"'\]]|\([^\s()]*\))+""")
_ENDING = ".,;:!?…"

SENTENCES = {
    "gone": "{address} is gone ({detail}): look for the page anew, or remove the link.",
    "moved": "{address} has moved for good: write {detail} if that page says the same.",
    "refused": "{address} refuses a program ({detail}): look yourself. If it is there, add it to content/link-exceptions.yml.",
    "late": "{address} did not answer in time: try again later, then look yourself.",
    "broken": "{address} does not answer as it should ({detail}): try again later, then look yourself.",
}
"""What is said of an address that is not fine."""


def collected(data: Data) -> dict[str, list[Problem]]:
    """Every address of another site, in the order met, with each place where it stands (a Problem without words)."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for address, place in _written(data):
        if place not in found[address]:
            found[address].append(place)
    return dict(found)


def _written(data: Data) -> Iterator[tuple[str, Problem]]:
    for kind, id, entry in data.entries():
        if kind == "link_exceptions":
            continue
        if isinstance(entry, Page):
            language = kind.split()[-1]
            if not situationpages.is_made(id):
                yield from _on_page(f"docs/{language}/{id}", entry)
            continue
        for path, text in find(entry, str):
            for address in _addresses(text):
                yield address, data.problem(kind, id, "", *path)
    for language in data.model.languages:
        for kind, id, path, text in data.texts():
            said = data.model.text(text, language)
            if language != SOURCE_LANGUAGE and said != text:
                for address in set(_addresses(said)) - set(_addresses(text)):
                    yield address, data.problem(kind, id, f" (in the {language} translation)", *path)


def _on_page(file: str, page: Page) -> Iterator[tuple[str, Problem]]:
    for number, line in enumerate(page.body.splitlines()):
        for address in _addresses(line):
            yield address, Problem(file, page.body_line + number, "")


def _addresses(text: str) -> list[str]:
    """The addresses in a text; one that is nothing else is taken whole."""
    if _WHOLE.fullmatch(text):
        return [str(text)]
    return [found.rstrip(_ENDING) for found in _INSIDE.findall(text)]


def problems(data: Data, answers: Mapping[str, Answer]) -> list[Problem]:
    """Everything to look at, in file order: links that fail without a known reason, and exceptions that have none left."""
    found, known = [], data.model.link_exceptions
    places = collected(data)
    for address, answer in answers.items():
        if answer.kind == "fine" or address in known:
            continue
        sentence = SENTENCES[answer.kind].format(address=address, detail=answer.detail)
        found += [Problem(place.file, place.line, f"{sentence[:-1]}{place.text}.") for place in places[address]]
    for address in known:
        if address not in places:
            found.append(_needless(data, address, "nothing links to it any more"))
        elif address in answers and answers[address].kind == "fine":
            found.append(_needless(data, address, "it answers again"))
    return sorted(found)


def _needless(data: Data, address: str, why: str) -> Any:
    return data.problem("link_exceptions", address, f"{address} needs no exception: {why}. Remove it.")
