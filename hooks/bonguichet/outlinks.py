"""The links to other sites: where each stands, which of them no longer lead where they should, and which we know of.

Knows what is written. Must not know the network: what became of each address is handed in (`web.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .load import Data
from .messages import say
from .model import SOURCE_LANGUAGE, Page, find
from .problems import Problem

if TYPE_CHECKING:
    from .web import Answer

_WHOLE = re.compile(r"https?://\S+")
_INSIDE = re.compile(r"""https?://(?:[^\s()<>"'\]]|\([^\s()]*\))+""")
_ENDING = ".,;:!?…"


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
            yield from _on_page(f"docs/{kind.split()[-1]}/{id}", entry)
            continue
        for path, text in find(entry, str):
            for address in _addresses(text):
                yield address, data.problem(kind, id, "", *path)
    for language in data.model.languages:
        for kind, id, path, text in data.texts():
            said = data.model.text(text, language)
            if language != SOURCE_LANGUAGE and said != text:
                for address in set(_addresses(said)) - set(_addresses(text)):
                    yield (
                        address,
                        data.problem(kind, id, " " + say("(In the {language} translation.)", language=language), *path),
                    )


def _on_page(file: str, page: Page) -> Iterator[tuple[str, Problem]]:
    for number, line in enumerate(page.body.splitlines()):
        for address in _addresses(line):
            yield address, Problem(file, page.body_line + number, "")


def _addresses(text: str) -> list[str]:
    """The addresses in a text; one that is nothing else is taken whole."""
    if _WHOLE.fullmatch(text):
        return [str(text)]
    return [found.rstrip(_ENDING) for found in _INSIDE.findall(text)]


def problems(data: Data, answers: "Mapping[str, Answer]") -> list[Problem]:
    """Everything to look at, in file order: links that fail without a known reason, and exceptions that have none left."""
    found, known = [], data.model.link_exceptions
    places = collected(data)
    for address, answer in answers.items():
        if answer.kind == "fine" or address in known:
            continue
        found += [Problem(place.file, place.line, _sentence(address, answer) + place.text) for place in places[address]]
    for address in known:
        if address not in places:
            text = say("{address} needs no exception: nothing links to it any more. Remove it.", address=address)
        elif address in answers and answers[address].kind == "fine":
            text = say("{address} needs no exception: it answers again. Remove it.", address=address)
        else:
            continue
        found.append(data.problem("link_exceptions", address, text))
    return sorted(found)


def _sentence(address: str, answer: "Answer") -> str:
    """What is said of an address that is not fine."""
    detail = _detail(answer)
    match answer.kind:
        case "gone":
            return say(
                "{address} is gone ({detail}): look for the page anew, or remove the link.",
                address=address,
                detail=detail,
            )
        case "moved":
            return say(
                "{address} has moved for good: write {new} if that page says the same.",
                address=address,
                new=answer.moved_to,
            )
        case "refused":
            return say(
                "{address} refuses a program ({detail}): look yourself. If it is there, add it to content/link-exceptions.yml.",
                address=address,
                detail=detail,
            )
        case "late":
            return say("{address} did not answer in time: try again later, then look yourself.", address=address)
    return say(
        "{address} does not answer as it should ({detail}): try again later, then look yourself.",
        address=address,
        detail=detail,
    )


def _detail(answer: "Answer") -> str:
    """Why an address is not fine, in a few words."""
    match answer.why:
        case "status":
            return say("answers {status}", status=answer.status)
        case "host":
            return say("no such host")
        case "circle":
            return say("it redirects in a circle")
        case "certificate":
            return say("its certificate is not in order")
    return say("it broke off")
