"""What the search of one language looks through: pages and their parts, desks, terms, letters.

Knows the model and, through the words it is handed, one language. Must not know how words are compared: case, accents
and spelling are the matter of `questionnaire/client/search.js`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from markupsafe import Markup

from . import rightpages
from .calls import CALL
from .model import LABOUR_COURT, SOURCE_LANGUAGE, Model, Page, Service, name_in
from .pagefiles import url_of

LEADS_ON = ("index.md", "recherche.md")
"""Pages that answer nothing themselves."""
DIRECTORY, COURTS, GLOSSARY = "annuaire.md", "annuaire/tribunaux.md", "glossaire.md"
LETTERS = "lettres.md"

_HEADING = re.compile(r"^##+ +(?P<title>.*?) *\{ ?#(?P<id>[\w-]+) ?\}\s*$", re.MULTILINE)
_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_MARKS = re.compile(r"\]\([^)]*\)|\{[^}]*\}|·\w+")
"""Addresses of links, attributes, and the ending that inclusive French adds: nobody types them."""
_WORD = re.compile(r"[^\W_]{3,}")
_QUOTED = re.compile(r"""["'](.*?)["']""")
_END = re.compile(r"(?<=[.!?؟])\s+(?=\w)")
_RANGE = re.compile(r"\b(?P<first>\d+)…(?P<last>\d+)\b")
"""« 18…24 ans » in what people say: each number of the range is a way of saying it."""
_COMMON_WORD = 0.1
"""A word that stands on a larger share of the pages tells none of them from the others."""
_COMMON_HEADING = 2
"""A heading that more pages than these bear tells none of them from the others."""

Entry = dict[str, Any]


class Words(Protocol):
    """What the index needs from the macros of one language."""

    language: str

    def text(self, french: str) -> Markup: ...


def index(model: Model, words: Words) -> dict[str, Any]:
    """What one language can answer, as data for its search.

    `entries`: every address that may answer, with its `title`, its `url` below the root of the language, where it lies
    (`in`, or for a part the number of its `page`), one `line`, and names that its title lacks: of this language
    (`said`) or of another (`other`). `headings`: more entries, numbered after these: parts of pages. `synonyms`: what
    people say here (`said`, the plain word first, then the French ones, which all of Brussels says) and in the other
    languages (`other`), and the numbers of the entries that answer (`at`), the best first. `words`: the words of the
    texts, each with the numbers of the pages that hold it. Fields that would be empty are left out."""
    pages = {path: page for path, page in model.pages[words.language].items() if _answers(path, page)}
    parts = _parts(model, words, pages)
    led_to = {_place_url(place) for synonym in model.synonyms.values() for place in synonym.leads}
    entries = {
        **_pages(model, words.language, pages),
        **_desks(model, words),
        **_terms(model, words),
        **_letters(model, words),
        **{url: part for url, part in parts.items() if url in led_to},
    }
    headings = {url: part for url, part in parts.items() if url not in led_to}
    number = {url: place for place, url in enumerate([*entries, *headings])}
    return {
        "entries": [_numbered(url, entry, number) for url, entry in entries.items()],
        "headings": [_numbered(url, entry, number) for url, entry in headings.items()],
        "synonyms": list(_synonyms(model, words.language, number)),
        "words": _texts(model, words.language, {number[url_of(path)]: page for path, page in pages.items()}),
    }


def parts(index: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The index in two files: what answers at once, and what a slow connection brings later: the names of other languages,
    by the number of their entry or synonym, the headings of pages, and the words of the texts."""
    kinds = ("entries", "synonyms")
    first = {kind: [{key: entry[key] for key in entry if key != "other"} for entry in index[kind]] for kind in kinds}
    other = {kind: {n: entry["other"] for n, entry in enumerate(index[kind]) if "other" in entry} for kind in kinds}
    return first, other | {"headings": index["headings"], "words": index["words"]}


def _answers(path: str, page: Page) -> bool:
    return path not in LEADS_ON and not page.embedded and not rightpages.is_made(path)


def _numbered(url: str, entry: Entry, number: dict[str, int]) -> Entry:
    """An entry with its address, and the number of its page, where the language has that page."""
    return _filled(entry | {"url": url, "page": number.get(entry.get("page"), "")})


def _filled(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if value not in ("", [])}


def _pages(model: Model, language: str, pages: dict[str, Page]) -> dict[str, Entry]:
    return {
        url_of(path): {
            "title": page.title,
            "in": _section(model, language, path),
            "line": "" if page.description.endswith(page.title) else page.description,
            "other": _others([model.pages[SOURCE_LANGUAGE][path].title], page.title),
        }
        for path, page in pages.items()
    }


def _parts(model: Model, words: Words, pages: dict[str, Page]) -> dict[str, Entry]:
    """The parts of pages that a heading names."""
    parts = [(path, part) for path, page in pages.items() for part in _HEADING.finditer(page.body)]
    borne = Counter(part["title"] for _, part in parts)
    led_to = {place for synonym in model.synonyms.values() for place in synonym.leads}
    return {
        f"{url_of(path)}#{part['id']}": {"title": words.text(part["title"]).striptags(), "page": url_of(path)}
        for path, part in parts
        if borne[part["title"]] <= _COMMON_HEADING or f"{path}#{part['id']}" in led_to
    }


def _section(model: Model, language: str, path: str) -> str:
    """The section of the menu in which a page lies; none for a page beside the sections."""
    id = f"section-{path.split('/')[0]}"
    return model.word(id, language) if id in model.interface else ""


def _lies_in(model: Model, language: str, path: str) -> str:
    """The title of a page, in French where the language has none for it."""
    return model.title(path, language)[0]


def _desk_url(desk: Service, id: str) -> str:
    return f"{url_of(COURTS if LABOUR_COURT in desk.roles else DIRECTORY)}#{id}"


def _desks(model: Model, words: Words) -> dict[str, Entry]:
    return {
        _desk_url(desk, id): {
            "title": name_in(desk.names, words.language),
            "in": _lies_in(model, words.language, COURTS if LABOUR_COURT in desk.roles else DIRECTORY),
            "line": _first_sentence(words.text(desk.helps)) if desk.helps else "",
            "said": _postal_codes(model, desk),
            "other": _others(desk.names.values(), name_in(desk.names, words.language)),
        }
        for id, desk in model.services.items()
    }


def _postal_codes(model: Model, desk: Service) -> list[str]:
    """The postal codes of a desk of one municipality."""
    if len(desk.serves.municipalities) != 1:
        return []
    return [code for code, towns in model.postal_codes.items() if desk.serves.municipalities[0] in towns]


def _terms(model: Model, words: Words) -> dict[str, Entry]:
    found = {}
    for id, term in model.glossary.items():
        title, full = (name_in(names, words.language) for names in (term.short, term.long))
        found[f"{url_of(GLOSSARY)}#{id}"] = {
            "title": title,
            "page": url_of(GLOSSARY),
            "line": _first_sentence(words.text(term.plain)),
            "said": _others([full], title),
            "other": _others([*term.short.values(), *term.long.values()], title, full),
        }
    return found


def _letters(model: Model, words: Words) -> dict[str, Entry]:
    """Letters that people receive, then those to send."""
    received = {id: (letter.name, letter.recognise) for id, letter in model.letters.items()}
    to_send = {f"send-{id}": (letter.name, letter.use) for id, letter in model.model_letters.items()}
    return {
        f"{url_of(LETTERS)}#{id}": {
            "title": words.text(name).striptags(),
            "in": _lies_in(model, words.language, LETTERS),
            "line": _first_sentence(words.text(line)),
        }
        for id, (name, line) in (received | to_send).items()
    }


def _others(names: Any, *known: str) -> list[str]:
    """Names beside those that are known already, each once."""
    return [name for name in dict.fromkeys(names) if name not in known]


def _first_sentence(html: Markup) -> str:
    return _END.split(html.striptags())[0]


def _synonyms(model: Model, language: str, number: dict[str, int]) -> Iterator[Entry]:
    """What people say, and what answers it in this language; last the pages nearest to those that it lacks."""
    for synonym in model.synonyms.values():
        urls = [_place_url(place) for place in synonym.leads]
        urls += [_desk_url(model.services[id], id) for id in synonym.desks]
        near = (model.nearest(place.partition("#")[0], language) for place in synonym.leads)
        urls += [url_of(path) for path in near if path]
        spoken = (*synonym.said.get(language, ()), *synonym.said.get(SOURCE_LANGUAGE, ()))
        said = list(dict.fromkeys(_each(spoken)))
        other = _others(_each(word for words in synonym.said.values() for word in words), *said)
        if at := list(dict.fromkeys(number[url] for url in urls if url in number)):
            yield _filled({"said": said, "other": other, "at": at})


def _each(words: Iterable[str]) -> list[str]:
    """What people say, with a range of numbers told number by number."""
    return [one for word in words for one in _numbers(word)]


def _numbers(word: str) -> Iterator[str]:
    if not (found := _RANGE.search(word)):
        yield word
        return
    for number in range(int(found["first"]), int(found["last"]) + 1):
        yield word.replace(found[0], str(number))


def _place_url(place: str) -> str:
    """The address of page.md or page.md#heading."""
    path, mark, heading = place.partition("#")
    return url_of(path) + mark + heading


def _texts(model: Model, language: str, pages: dict[int, Page]) -> dict[str, list[int]]:
    """Every word of the texts, with the numbers of its pages, in the order of the alphabet."""
    found: dict[str, list[int]] = {}
    for number, page in pages.items():
        for word in _text(model, language, page):
            found.setdefault(word, []).append(number)
    return {word: numbers for word, numbers in sorted(found.items()) if len(numbers) <= _COMMON_WORD * len(pages)}


def _text(model: Model, language: str, page: Page) -> set[str]:
    """The words of a page in small letters, those aside that its title, description and headings say already."""
    headings = (part["title"] for part in _HEADING.finditer(page.body))
    text = CALL.sub(lambda call: _spoken(model, language, call), _TITLE.sub("", _HEADING.sub("", page.body)))
    return _words(text) - _words(" ".join([page.title, page.description, *headings]))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_MARKS.sub("", text).casefold()))


def _spoken(model: Model, language: str, call: re.Match[str]) -> str:
    """What a macro says that is looked for on this page: terms and plain words. Desks and sources are found elsewhere."""
    first = _QUOTED.search(call["arguments"])
    if call["name"] == "plain" and first:
        return first[1]
    if call["name"] == "term" and first:
        term = model.glossary[first[1]]
        return f"{name_in(term.short, language)} {name_in(term.long, language)}"
    return ""
