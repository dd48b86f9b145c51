"""Everything that is true and everything that is asked, on one day, as one frozen value.

Knows the shape of content/, questionnaire/ and the front matter of docs/. Must not know where it
was read from, how a test is judged, or how anything is shown.
"""

from datetime import date
from functools import cached_property
from typing import Any

from ..interface import Interface
from .content import (
    Amount,
    Benefit,
    Change,
    Condition,
    Document,
    Event,
    Fact,
    Instead,
    Language,
    Letter,
    LinkException,
    Municipality,
    Page,
    Reviewer,
    Source,
    Synonym,
    Term,
    Theme,
    Timeline,
    Value,
)
from .deadlines import Deadline, Length, Stay, Trigger
from .desks import LABOUR_COURT, NEEDS, Address, Checked, Opening, PhoneLine, Role, Serves, Service
from .examples import MOST_CHILDREN, EstimateLine, WorkedExample
from .modelletters import FRAME, SLOT, LetterField, ModelLetter, Paragraph
from .questionnaire import FREE_KINDS, Advice, Case, Contradiction, Forbidden, NotCovered, Option, Question, Warning_
from .values import (
    NONE,
    RESERVED_KEYS,
    RESERVED_VALUES,
    SKIP,
    SOURCE_LANGUAGE,
    UNKNOWN,
    WEEK,
    Dated,
    DocumentId,
    FactId,
    Id,
    Many,
    Names,
    PagePath,
    QuestionId,
    Record,
    Reference,
    Reviewed,
    RoleId,
    SourceId,
    Text,
    Url,
)
from .walk import changed, find, language_of, name_in

__all__ = [
    "Address",
    "Advice",
    "Amount",
    "Benefit",
    "Case",
    "Forbidden",
    "Change",
    "Checked",
    "Condition",
    "Contradiction",
    "Dated",
    "Deadline",
    "Document",
    "DocumentId",
    "EstimateLine",
    "Event",
    "FRAME",
    "FREE_KINDS",
    "Fact",
    "FactId",
    "Id",
    "Instead",
    "Language",
    "Length",
    "Letter",
    "LetterField",
    "LinkException",
    "MOST_CHILDREN",
    "Many",
    "ModelLetter",
    "Municipality",
    "LABOUR_COURT",
    "NEEDS",
    "NONE",
    "Names",
    "NotCovered",
    "Opening",
    "Option",
    "Page",
    "PagePath",
    "Paragraph",
    "Question",
    "QuestionId",
    "RESERVED_KEYS",
    "RESERVED_VALUES",
    "Record",
    "Reference",
    "Reviewed",
    "Reviewer",
    "PhoneLine",
    "Role",
    "RoleId",
    "Serves",
    "SKIP",
    "SLOT",
    "SOURCE_LANGUAGE",
    "Service",
    "Source",
    "SourceId",
    "Stay",
    "Synonym",
    "Term",
    "Theme",
    "Timeline",
    "Text",
    "Trigger",
    "UNKNOWN",
    "Url",
    "WEEK",
    "Value",
    "Warning_",
    "WorkedExample",
    "changed",
    "find",
    "language_of",
    "name_in",
    "Model",
]


class Model(Record):
    """Everything that is true and everything that is asked, on one day. `theme_of`: the theme of each amount and time line."""

    day: date
    languages: dict[str, Language]
    reviewers: dict[str, Reviewer]
    sources: dict[str, Source]
    amounts: dict[str, Amount]
    triggers: dict[str, Trigger]
    deadlines: dict[str, Deadline]
    stays: dict[str, Stay]
    holidays: tuple[date, ...]
    benefits: dict[str, Benefit]
    roles: dict[str, Role]
    services: dict[str, Service]
    letters: dict[str, Letter]
    model_letters: dict[str, ModelLetter]
    letter_fields: dict[str, LetterField]
    documents: dict[str, Document]
    document_lists: dict[str, Many[DocumentId]]
    events: dict[str, Event]
    glossary: dict[str, Term]
    synonyms: dict[str, Synonym]
    timelines: dict[str, Timeline]
    themes: dict[str, Theme]
    changes: dict[str, Change]
    facts: dict[str, Fact]
    link_exceptions: dict[str, LinkException]
    estimate_lines: dict[str, EstimateLine]
    worked_examples: dict[str, WorkedExample]
    interface: Interface
    questions: dict[str, Question]
    advice: dict[str, Advice]
    warnings: dict[str, Warning_]
    not_covered: dict[str, NotCovered]
    contradictions: dict[str, Contradiction]
    renamed: dict[str, dict[Id, dict[QuestionId, Id]]]
    cases: dict[str, Case]
    municipalities: dict[str, Municipality]
    postal_codes: dict[str, tuple[str, ...]]
    theme_of: dict[str, str]
    translations: dict[str, dict[str, str]]
    outdated: dict[str, frozenset[str]]
    pages: dict[str, dict[str, Page]]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every French text, once."""
        return tuple(dict.fromkeys(text for _, text in find(self, Text)))

    @property
    def offered(self) -> dict[str, Language]:
        """The languages that readers can choose: all but drafts."""
        return {code: language for code, language in self.languages.items() if language.scope != "draft"}

    def written_in(self, path: str, language: str) -> str:
        """The language in which a page can be read: `language`, else French."""
        return language if path in self.pages[language] else SOURCE_LANGUAGE

    def title(self, path: str, language: str) -> tuple[str, str]:
        """What a page is called for readers of `language`, and the language of these words."""
        written = self.written_in(path, language)
        if known := self.languages[language].titles.get(path) if written != language else None:
            return known, language
        return self.pages[written][path].title, written

    def nearest(self, path: str, language: str) -> str | None:
        """The page on the same subject that a language has, where it lacks this one; None where there is none."""
        near = self.pages[SOURCE_LANGUAGE][path].nearest if path not in self.pages[language] else None
        return near if near in self.pages[language] else None

    def text(self, text: str, language: str) -> str:
        """A French text in `language`; French where the translation is missing or outdated (checks name those)."""
        return self.translations.get(language, {}).get(text, text)

    def text_language(self, text: str, language: str) -> str:
        """The language in which `text` says a French text."""
        return language if text in self.translations.get(language, {}) else SOURCE_LANGUAGE

    def word(self, id: str, language: str, **values: Any) -> str:
        """A word or sentence of the interface, its {placeholders} filled. Raises ProblemsFound if unknown."""
        return self.interface.filled(id, self.text(self.interface[id], language), values)
