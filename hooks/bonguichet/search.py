"""What the search of one language looks through: pages and their parts, desks, terms, letters, situations.

Knows the model and, through the words it is handed, one language. Must not know how words are compared: case, accents
and spelling are the matter of `questionnaire/client/search.js`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from markupsafe import Markup

from .calls import CALL
from .model import LABOUR_COURT, SOURCE_LANGUAGE, Model, Page, Service, name_in
from .pagefiles import url_of

LEADS_ON = ("index.md", "recherche.md")
"""Pages that answer nothing themselves."""
DIRECTORY, COURTS, GLOSSARY = "annuaire.md", "annuaire/tribunaux.md", "glossaire.md"
LETTERS, QUESTIONS = "lettres.md", "orientation.md"

_HEADING = re.compile(r"^##+ +(?P<title>.*?) *\{ ?#(?P<id>[\w-]+) ?\}\s*$", re.MULTILINE)
_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_MARKS = re.compile(r"\]\([^)]*\)|\{[^}]*\}|·\w+")
"""Addresses of links, attributes, and the ending that inclusive French adds: nobody types them."""
_WORD = re.compile(r"[^\W_]{3,}")
_QUOTED = re.compile(r"""["'](.*?)["']""")
_COMMON = 0.3
"""A word that stands on a larger share of the pages tells none of them from the others."""


class Words(Protocol):
    """What the index needs from the macros of one language."""

    language: str

    def text(self, french: str) -> Markup: ...


def index(model: Model, words: Words) -> list[dict[str, Any]]:
    """Every address that may answer: its `title`, its `url` below the root of the language, where it lies (`in`, or
    the number of its `page`), one `line`, what people call it here (`said`) and in other languages (`other`), and
    the words of its `text`. Fields that would be empty are left out."""
    pages = {path: page for path, page in model.pages[words.language].items() if path not in LEADS_ON}
    entries = [*_pages(model, words, pages), *_desks(model, words), *_terms(model, words)]
    entries += [*_letters(model, words), *_situations(model, words)]
    return [{key: value for key, value in entry.items() if value not in ("", [])} for entry in entries]


def _pages(model: Model, words: Words, pages: dict[str, Page]) -> Iterator[dict[str, Any]]:
    """Each page, followed by its parts."""
    texts = {path: _text(model, words.language, page.body) for path, page in pages.items()}
    stands_on = Counter(word for text in texts.values() for word in text)
    place = 0
    for path, page in pages.items():
        yield {
            "title": page.title,
            "url": url_of(path),
            "in": _section(model, words.language, path),
            "line": page.description,
            **_called(model, words.language, path),
            "text": " ".join(sorted(word for word in texts[path] if stands_on[word] <= _COMMON * len(pages))),
        }
        parts = list(_HEADING.finditer(page.body))
        for part in parts:
            title = words.text(part["title"]).striptags()
            called = _called(model, words.language, f"{path}#{part['id']}")
            yield {"title": title, "url": f"{url_of(path)}#{part['id']}", "page": place, **called}
        place += 1 + len(parts)


def _lies_in(model: Model, language: str, path: str) -> str:
    """The title of a page, in French where the language lacks it."""
    return model.pages[language].get(path, model.pages[SOURCE_LANGUAGE][path]).title


def _section(model: Model, language: str, path: str) -> str:
    """The section of the menu in which a page lies; none for a page beside the sections."""
    id = f"section-{path.split('/')[0]}"
    return model.word(id, language) if id in model.interface else ""


def _text(model: Model, language: str, body: str) -> set[str]:
    """The words of a page, headings aside, in small letters; each once."""
    spoken = CALL.sub(lambda call: _spoken(model, language, call), _TITLE.sub("", _HEADING.sub("", body)))
    return set(_WORD.findall(_MARKS.sub("", spoken).casefold()))


def _spoken(model: Model, language: str, call: re.Match[str]) -> str:
    """What a macro says that is looked for on this page: terms and plain words. Desks and sources are found elsewhere."""
    first = _QUOTED.search(call["arguments"])
    if call["name"] == "plain" and first:
        return first[1]
    if call["name"] == "term" and first:
        term = model.glossary[first[1]]
        return f"{name_in(term.short, language)} {name_in(term.long, language)}"
    return ""


def _desks(model: Model, words: Words) -> Iterator[dict[str, Any]]:
    for id, desk in model.services.items():
        path = COURTS if LABOUR_COURT in desk.roles else DIRECTORY
        called = _called(model, words.language, id, desk.names.values())
        yield {
            "title": name_in(desk.names, words.language),
            "url": f"{url_of(path)}#{id}",
            "in": _lies_in(model, words.language, path),
            "line": words.text(desk.helps).striptags() if desk.helps else "",
            **called | {"said": [*called["said"], *_postal_codes(model, desk)]},
        }


def _postal_codes(model: Model, desk: Service) -> list[str]:
    """The postal codes of a desk of one municipality."""
    if len(desk.serves.municipalities) != 1:
        return []
    return [code for code, towns in model.postal_codes.items() if desk.serves.municipalities[0] in towns]


def _terms(model: Model, words: Words) -> Iterator[dict[str, Any]]:
    for id, term in model.glossary.items():
        names = [*term.short.values(), *term.long.values()]
        yield {
            "title": name_in(term.short, words.language),
            "url": f"{url_of(GLOSSARY)}#{id}",
            "in": _lies_in(model, words.language, GLOSSARY),
            "line": words.text(term.plain).striptags(),
            **_called(model, words.language, None, names, [name_in(term.long, words.language)]),
        }


def _letters(model: Model, words: Words) -> Iterator[dict[str, Any]]:
    """Letters that people receive, then those to send."""
    received = {id: (letter.name, letter.recognise) for id, letter in model.letters.items()}
    to_send = {f"send-{id}": (letter.name, letter.use) for id, letter in model.model_letters.items()}
    for id, (name, line) in (received | to_send).items():
        yield {
            "title": words.text(name).striptags(),
            "url": f"{url_of(LETTERS)}#{id}",
            "in": _lies_in(model, words.language, LETTERS),
            "line": words.text(line).striptags(),
        }


def _situations(model: Model, words: Words) -> Iterator[dict[str, Any]]:
    """The answers to the first question: a way into the questions with that answer given."""
    first = next(iter(model.questions.values()))
    for option in first.options:
        yield {
            "title": words.text(option.label).striptags(),
            "url": f"{url_of(QUESTIONS)}#{first.id}={option.id}",
            "in": _lies_in(model, words.language, QUESTIONS),
            "line": words.text(option.hint).striptags() if option.hint else "",
        }


def _called(
    model: Model, language: str, target: str | None, names: Iterable[str] = (), own: Iterable[str] = ()
) -> dict[str, list[str]]:
    """What people call a page, a part of one or a desk: in this language, and in the others."""
    found = [synonym.said for synonym in model.synonyms.values() if target in (*synonym.leads, *synonym.desks)]
    said = [*own, *(word for said in found for word in said.get(language, ()))]
    other = [*names, *(word for said in found for code in said for word in said[code])]
    return {"said": list(dict.fromkeys(said)), "other": [word for word in dict.fromkeys(other) if word not in said]}
