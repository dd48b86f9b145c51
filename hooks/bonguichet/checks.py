"""What must hold before anything is shown, all at once.

Knows every capability that can find a mistake. Must not know MkDocs.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from . import figures, links, readability, references, situationpages, spoken, translations, wording
from .calls import CALL
from .load import ROOT, Data
from .macros import Macros
from .model import SOURCE_LANGUAGE, Page
from .problems import Problem, did_you_mean

CLIENT = ROOT / "questionnaire" / "client"

_HEADING = re.compile(r"^(#{1,6}) (?:.*?)(?:\{ ?#([a-z0-9-]+) ?\})?\s*$", re.MULTILINE)


def problems(data: Data, root: Path = ROOT) -> list[Problem]:
    """Everything wrong with the data, the translations and the pages, in file order."""
    found = list(references.problems(data))
    if not found:  # macros and translations rely on references that hold
        macros = {code: Macros(data.model, code, root / "overrides/components") for code in data.model.languages}
        found += [*translations.problems(data, root), *_texts(data, macros), *_pages(data, macros), *_places(data)]
    return sorted(set(found))


def _texts(data: Data, macros: Mapping[str, Macros]) -> Iterator[Problem]:
    """Macros that cannot be filled in and verdicts, in the French texts and their translations."""
    for language in data.model.languages:
        where = "" if language == SOURCE_LANGUAGE else f" (in the {language} translation)"
        for kind, id, path, text in data.texts():
            said = data.model.text(text, language)
            told = spoken.mistakes(said, language, data.model.languages) if language == SOURCE_LANGUAGE else ()
            for _, sentence in [*macros[language].mistakes(said), *wording.verdicts(said, language), *told]:
                yield data.problem(kind, id, sentence + where, *path)


def _pages(data: Data, macros: Mapping[str, Macros]) -> Iterator[Problem]:
    for language, record in data.model.languages.items():
        pages = data.model.pages[language]
        promised = {"full": data.model.pages[SOURCE_LANGUAGE], "core": record.pages, "draft": ()}
        for path in promised[record.scope]:
            if path not in pages:
                yield Problem(
                    f"docs/{language}/{path}", 1, f"this page is missing: {language} promises it. Translate it."
                )
        anchors = {path: _anchors(page) for path, page in (data.model.pages[SOURCE_LANGUAGE] | pages).items()}
        for path, page in pages.items():
            if situationpages.is_made(path):  # made of words that are checked where they stand
                continue
            yield from _page(data, macros[language], language, path, page)
            yield from _links(language, path, page, anchors)


def _places(data: Data) -> Iterator[Problem]:
    """Every researched fact is told, and every synonym leads, to a page or heading that exists."""
    pages = data.model.pages[SOURCE_LANGUAGE]
    headings = {f"{path}{anchor}" for path, page in pages.items() for anchor in _anchors(page)}
    named = [("facts", id, "at", fact.at) for id, fact in data.model.facts.items()]
    named += [("synonyms", id, "leads", synonym.leads) for id, synonym in data.model.synonyms.items()]
    for kind, id, field, places in named:
        for index, place in enumerate(places):
            if place not in headings and place not in pages:
                text = f"there is no '{place}' in docs/{SOURCE_LANGUAGE}.{did_you_mean(place, [*headings, *pages])}"
                yield data.problem(kind, id, text, field, index)


def _page(data: Data, macros: Macros, language: str, path: str, page: Page) -> Iterator[Problem]:
    file = f"docs/{language}/{path}"
    found = [*macros.mistakes(page.body), *figures.typed(page.body, language), *wording.verdicts(page.body, language)]
    found += spoken.mistakes(page.body, language, data.model.languages)
    for line, sentence in found:
        yield Problem(file, page.body_line + line - 1, sentence)
    reading = None if page.reference else readability.read(page.body, language)
    if reading and (fault := readability.too_hard(reading, language)):
        yield Problem(file, page.body_line, f"this page reads too hard ({fault}): shorten sentences, use plain words.")
    for match in _parts(page):
        if match[2] is None:
            line = page.body_line + page.body.count("\n", 0, match.start())
            yield Problem(
                file, line, "this heading has no id: end it with { #a-short-id }, the same in every language."
            )
    ids = [match[2] for match in _parts(page) if match[2]]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield Problem(file, page.body_line, f"two headings have the id '{id}': give one of them another.")
    if page.script and not (CLIENT / f"{page.script}.js").is_file():
        yield Problem(file, 1, f"there is no module '{page.script}' in questionnaire/client.")
    source = data.model.pages[SOURCE_LANGUAGE].get(path)
    if language == SOURCE_LANGUAGE:
        if page.revision is None:
            yield Problem(file, 2, "'revision' is missing: write revision: 1, and raise it when the meaning changes.")
    elif source is None:
        yield Problem(file, 1, f"there is no page {path} in {SOURCE_LANGUAGE}: a translation needs its source.")
    else:
        yield from _translation(file, page, source)


def _links(language: str, path: str, page: Page, anchors: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Links to pages and headings that do not exist; `anchors` holds those of every page, French where untranslated."""
    for match in links.LINK.finditer(page.body):
        aim, heading = links.aim(match, path), match["heading"] or match["here"]
        line = page.body_line + page.body.count("\n", 0, match.start())
        if aim not in anchors:
            yield Problem(f"docs/{language}/{path}", line, f"there is no page '{aim}'.{did_you_mean(aim, anchors)}")
        elif heading and f"#{heading}" not in anchors[aim]:
            yield Problem(
                f"docs/{language}/{path}",
                line,
                f"'{aim}' has no heading '{heading}'.{did_you_mean(f'#{heading}', anchors[aim])}",
            )


def _anchors(page: Page) -> set[str]:
    return {f"#{match[2]}" for match in _HEADING.finditer(page.body) if match[2]}


def _parts(page: Page) -> list[re.Match[str]]:
    """The headings below the title of a page."""
    return [match for match in _HEADING.finditer(page.body) if len(match[1]) > 1]


def _translation(file: str, page: Page, source: Page) -> Iterator[Problem]:
    """A translation says which revision it follows, and has the headings and macros of its source."""
    if page.translated_from is None:
        text = f"'translated_from' is missing: write the revision of the French page, {source.revision}."
        yield Problem(file, 2, text)
    elif source.revision and page.translated_from > source.revision:
        yield Problem(
            file, 2, f"'translated_from' is {page.translated_from}, but the French page is at {source.revision}."
        )
    ids, wanted = ([match[2] for match in _parts(each)] for each in (page, source))
    if ids != wanted:
        first = next((id for id in wanted if id not in ids), None) or next(
            (id for id in ids if id not in wanted), "order"
        )
        yield Problem(file, 1, f"the headings differ from the French page (see '{first}'): same ids, same order.")
    calls, expected = (_calls(body) for body in (page.body, source.body))
    for call in expected - calls:
        yield Problem(file, 1, f"{{{{ {call} }}}} stands in the French page but not here: add it.")
    for call in calls - expected:
        yield Problem(file, 1, f"{{{{ {call} }}}} does not stand in the French page: remove it, or add it there first.")


def _calls(body: str) -> set[str]:
    """The macros a page calls, as written; plain() aside, whose words change with the language."""
    return {re.sub(r"\s+", " ", found["call"]) for found in CALL.finditer(body) if found["name"] != "plain"}
