"""What must hold before anything is shown, all at once.

Knows every capability that can find a mistake. Must not know MkDocs.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from . import (
    cases,
    changes,
    completeness,
    early,
    figures,
    kept,
    links,
    parity,
    readability,
    references,
    spoken,
    translations,
    wording,
)
from .load import ROOT, Data
from .macros.tried import Tried
from .messages import say
from .model import SOURCE_LANGUAGE, Page
from .parity import HEADING
from .passed import Passed
from .problems import Problem, did_you_mean

CLIENT = ROOT / "questionnaire" / "client"


def problems(data: Data, root: Path = ROOT) -> list[Problem]:
    """Everything wrong with the data, the translations and the pages, in file order."""
    rest = data.rest(root)
    held = kept.recall("checks", rest)  # then nothing can be wrong but in the text of a page
    found = [] if held else [*references.problems(data), *changes.problems(data)]
    found = found or list(early.problems(data))
    if not found:  # macros and translations rely on references that hold
        # One language tries every call: a page calls the same macros in all, and their words are checked on their own.
        macros = Tried(data.model, SOURCE_LANGUAGE, root / "overrides/components")
        if not held:
            found += _beside_pages(data, macros, root)
            kept.keep("checks", rest, not found)
        found += [*_pages(data, macros, root, rest), *_places(data)]
    return sorted(set(found))


def _beside_pages(data: Data, macros: Tried, root: Path) -> Iterator[Problem]:
    yield from translations.problems(data, root)
    yield from _texts(data, macros)
    yield from cases.problems(data)


def _texts(data: Data, macros: Tried) -> Iterator[Problem]:
    """Macros that cannot be filled in and verdicts, in the French texts and their translations."""
    written = list(data.texts())
    for language in data.model.languages:
        where = "" if language == SOURCE_LANGUAGE else " " + say("(In the {language} translation.)", language=language)
        for kind, id, path, text in written:
            said = data.model.text(text, language)
            told = spoken.mistakes(said, language, data.model.languages) if language == SOURCE_LANGUAGE else ()
            for _, sentence in [*macros.mistakes(said), *wording.verdicts(said, language), *told]:
                yield data.problem(kind, id, sentence + where, *path)


def _pages(data: Data, macros: Tried, root: Path, rest: str) -> Iterator[Problem]:
    easy = Passed(root / ".build" / "easy.json", readability.RULES)
    for language, record in data.model.languages.items():
        pages = data.model.pages[language]
        promised = {"full": data.model.pages[SOURCE_LANGUAGE], "core": record.pages, "draft": ()}
        for path in promised[record.scope]:
            if path not in pages:
                text = say("this page is missing: {language} promises it. Translate it.", language=language)
                yield Problem(f"docs/{language}/{path}", 1, text)
        for path in record.titles:
            if path in pages:
                text = say(
                    "{path} has its own title in {language} by now: take it out here.", path=path, language=language
                )
                yield data.problem("languages", language, text, "titles", path)
        anchors = {path: _anchors(page) for path, page in (data.model.pages[SOURCE_LANGUAGE] | pages).items()}
        for path, page in pages.items():
            if data.is_made(language, path):  # made of words that are checked where they stand
                continue
            source = data.model.pages[SOURCE_LANGUAGE].get(path)
            made_from = kept.fingerprint(rest, page.body_line, page.body, source and source.body)
            found = _page(data, macros, language, path, page)
            yield from kept.again(f"check {language}/{path}", made_from, list, found)
            yield from _reading(language, path, page, easy)
            yield from _links(language, path, page, anchors)
    easy.keep()
    readability.forget()


def _places(data: Data) -> Iterator[Problem]:
    """Every researched fact is told, and every synonym leads, to a page or heading that exists."""
    pages = data.model.pages[SOURCE_LANGUAGE]
    headings = {f"{path}{anchor}" for path, page in pages.items() for anchor in _anchors(page)}
    named = [("facts", id, "at", fact.at) for id, fact in data.model.facts.items()]
    named += [("synonyms", id, "leads", synonym.leads) for id, synonym in data.model.synonyms.items()]
    for kind, id, field, places in named:
        for index, place in enumerate(places):
            if place not in headings and place not in pages:
                text = say("there is no '{place}' in {folder}.", place=place, folder=f"docs/{SOURCE_LANGUAGE}")
                yield data.problem(kind, id, text + did_you_mean(place, [*headings, *pages]), field, index)


def _page(data: Data, macros: Tried, language: str, path: str, page: Page) -> Iterator[Problem]:
    file = f"docs/{language}/{path}"
    found = [*macros.mistakes(page.body), *figures.typed(page.body, language), *wording.verdicts(page.body, language)]
    found += spoken.mistakes(page.body, language, data.model.languages)
    for line, sentence in found:
        yield Problem(file, page.body_line + line - 1, sentence)
    for match in _parts(page):
        if match[2] is None:
            line = page.body_line + page.body.count("\n", 0, match.start())
            text = say("this heading has no id: end it with {{ #a-short-id }}, the same in every language.")
            yield Problem(file, line, text)
    ids = [match[2] for match in _parts(page) if match[2]]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield Problem(file, page.body_line, say("two headings have the id '{id}': give one of them another.", id=id))
    if page.script and not (CLIENT / f"{page.script}.js").is_file():
        yield Problem(file, 1, say("there is no module '{name}' in questionnaire/client.", name=page.script))
    source = data.model.pages[SOURCE_LANGUAGE].get(path)
    if language == SOURCE_LANGUAGE:
        if page.revision is None:
            text = say("'revision' is missing: write revision: 1, and raise it when the meaning changes.")
            yield Problem(file, 2, text)
        if not (page.compared and page.review_by):
            text = say(
                "'compared' and 'review_by' are missing: write the day on which you compared the page with its sources, and "
                "the day by which somebody must look again, at most a year later."
            )
            yield Problem(file, 2, text)
    elif source is None:
        text = say("there is no page {path} in French: a translation needs its source.", path=path)
        yield Problem(file, 1, text)
    else:
        yield from _translation(file, page, source)


def _reading(language: str, path: str, page: Page, easy: Passed) -> Iterator[Problem]:
    def fault() -> str | None:
        reading = readability.read(page.body, language)
        return reading and readability.too_hard(reading, language)

    if not page.reference and (found := easy.examine(f"{language}\0{page.body}", fault)):
        text = say("this page reads too hard ({fault}): shorten sentences, use plain words.", fault=found)
        yield Problem(f"docs/{language}/{path}", page.body_line, text)


def _links(language: str, path: str, page: Page, anchors: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Links to pages and headings that do not exist; `anchors` holds those of every page, French where untranslated."""
    for match in links.LINK.finditer(page.body):
        aim, heading = links.aim(match, path), match["heading"] or match["here"]
        line = page.body_line + page.body.count("\n", 0, match.start())
        if aim not in anchors:
            text = say("there is no page '{path}'.", path=aim) + did_you_mean(aim, anchors)
            yield Problem(f"docs/{language}/{path}", line, text)
        elif heading and f"#{heading}" not in anchors[aim]:
            text = say("'{path}' has no heading '{heading}'.", path=aim, heading=heading)
            yield Problem(f"docs/{language}/{path}", line, text + did_you_mean(f"#{heading}", anchors[aim]))


def _anchors(page: Page) -> set[str]:
    return {f"#{match[2]}" for match in HEADING.finditer(page.body) if match[2]}


def _parts(page: Page) -> list[re.Match[str]]:
    """The headings below the title of a page."""
    return [match for match in HEADING.finditer(page.body) if len(match[1]) > 1]


def _translation(file: str, page: Page, source: Page) -> Iterator[Problem]:
    """A translation says which revision it follows, and is built as its source."""
    for field in ("compared", "review_by"):
        if getattr(page, field):
            text = say(
                "'{field}' stands in the French page only: a translation follows it. Remove the line.", field=field
            )
            yield Problem(file, 2, text)
    if page.translated_from is None:
        text = say(
            "'translated_from' is missing: write the revision of the French page, {revision}.", revision=source.revision
        )
        yield Problem(file, 2, text)
    elif source.revision and page.translated_from > source.revision:
        text = say(
            "'translated_from' is {followed}, but the French page is at {revision}.",
            followed=page.translated_from,
            revision=source.revision,
        )
        yield Problem(file, 2, text)
    if not completeness.is_older(page, source):  # else readers are told, and so are we: `reminders.py`
        for line, sentence in parity.differences(page.body, source.body):
            yield Problem(file, page.body_line + line - 1, sentence)
