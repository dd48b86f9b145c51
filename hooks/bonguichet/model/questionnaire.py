"""The questions of questionnaire/, and where they lead, as frozen typed values.

Knows the shape of everything written there. Must not know how a test is judged.
"""

from datetime import date
from typing import Any, Literal

from .values import (
    NONE,
    SKIP,
    UNKNOWN,
    AdviceId,
    AsOf,
    BenefitId,
    Condition_,
    DeadlineId,
    DocumentListId,
    Id,
    LanguageCode,
    LetterId,
    Many,
    ModelLetterId,
    PagePath,
    QuestionId,
    Record,
    RoleId,
    ServiceId,
    SourceId,
    Text,
    WarningId,
)

FREE_KINDS = ("date", "postal-code", "municipality")
"""Kinds of questions that take more than their listed answers."""


class Option(Record):
    """One answer to a question, worded in the first person. `group` begins a group of answers; `letter` is
    the letter that the answer names; `fact` is what it tells, where another question could ask the same;
    `sensitive` answers could harm who gives them in the wrong hands: a link that holds them says so first; `unclear` ones
    say that the reader does not know well: nobody is told them unasked; after an `urgent` one the numbers to call stay in
    view."""

    id: Id
    label: Text
    hint: Text | None = None
    group: Text | None = None
    letter: LetterId | None = None
    fact: Id | None = None
    sensitive: bool = False
    unclear: bool = False
    urgent: bool = False


class AnswerSet(Record):
    """Answers to one question that conditions name together, by its `id`."""

    id: Id
    answers: Many[Id]


class Question(Record):
    """One question; a `derived` one is computed from earlier answers and never asked. `name` says in two words
    what it is about, `letters_of` the question whose letters show where the day asked for stands. A condition may name one
    of `sets` in the place of its answers."""

    id: Id
    name: Text
    kind: Literal["choice", "many", "date", "postal-code", "municipality", "derived"]
    ask: Text
    hint: Text | None = None
    why: Text | None = None
    when: Condition_ | None = None
    options: Many[Option] = ()
    sets: Many[AnswerSet] = ()
    none: Text | None = None
    unknown: Text | None = None
    skip: bool = False
    derived: str | None = None
    uses: Many[QuestionId] = ()
    deadline: DeadlineId | None = None
    letters_of: QuestionId | None = None

    def values(self) -> tuple[str, ...]:
        """Everything a test may compare this question with."""
        reserved = (
            (UNKNOWN,) * (self.unknown is not None or self.kind == "derived")
            + (SKIP,) * self.skip
            + (NONE,) * (self.none is not None)
        )
        return tuple(option.id for option in self.options) + reserved


class Advice(Record):
    """What to do in a situation: how urgent, in which steps, at which desks and why there, with which letters ready to
    send, and `asked`, what one asks such a desk for: it follows « I would like to ask for ». Where `safety` is at stake it comes first; where `pressing` holds (a term about to end), right after. Pieces with
    the same `visit` are told at one appointment with that role: only the first that shows names its desks."""

    when: Condition_ | None = None
    fallback: bool = False
    urgency: Literal["today", "deadline", "soon", "info"]
    safety: bool = False
    pressing: Condition_ | None = None
    title: Text
    steps: Many[Text]
    roles: dict[RoleId, Text]
    asked: dict[RoleId, Text] = {}
    visit: RoleId | None = None
    letters: Many[ModelLetterId] = ()
    documents: DocumentListId | None = None
    deadline: DeadlineId | None = None
    counted_from: QuestionId | None = None
    benefit: BenefitId | None = None
    warnings: Many[WarningId] = ()
    page: PagePath | None = None
    sources: Many[SourceId]


class Warning_(Record):
    """What one must know when following a piece of advice; shown unless it surely does not apply. `first`: it may mean
    not asking yet, and stands before the steps."""

    when: Condition_ | None = None
    first: bool = False
    text: Text
    sources: Many[SourceId]


class NotCovered(Record):
    """A right that the questionnaire does not look at, and who can."""

    when: Condition_ | None = None
    text: Text
    roles: Many[RoleId]


class Contradiction(Record):
    """Pieces of advice that must never stand together: any of `one` with any of `other`, and why."""

    why: str
    one: Many[AdviceId]
    other: Many[AdviceId]


class Warned(Record):
    """How the results say something that they must say: what shows, and the words that carry it in each language."""

    advice: Many[AdviceId] = ()
    warnings: Many[WarningId] = ()
    says: dict[LanguageCode, str]


class Forbidden(Record):
    """What the results must not say: ids that must not show, phrases that must not be read in each language, and
    `absent`, the advice whose absence would be the fault."""

    advice: Many[AdviceId] = ()
    absent: Many[AdviceId] = ()
    warnings: Many[WarningId] = ()
    roles: Many[RoleId] = ()
    benefits: dict[BenefitId, Literal["ask", "check", "other-route"]] = {}
    phrases: dict[LanguageCode, Many[str]] = {}


class Case(Record):
    """A real situation told at `as_of`: the answers, and what must and must not come out."""

    story: str
    source: str
    as_of: AsOf
    today: date
    answers: dict[QuestionId, Any]
    roles: Many[RoleId]
    not_roles: Many[RoleId] = ()
    desks: Many[ServiceId] = ()
    not_desks: Many[ServiceId] = ()
    advice: Many[AdviceId] = ()
    not_advice: Many[AdviceId] = ()
    warnings: Many[WarningId] = ()
    benefits: dict[BenefitId, Literal["ask", "check", "other-route"]] = {}
    must_warn: dict[str, Warned] = {}
    must_not: dict[str, Forbidden] = {}

    def given(self) -> dict[str, Any]:
        """The answers as they stand in a link: days as text."""
        return {id: answer.isoformat() if isinstance(answer, date) else answer for id, answer in self.answers.items()}
