"""The facts of content/, as frozen typed values.

Knows the shape of everything written there. Must not know where it was read from, what day it
is, or how it is shown.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..messages import say
from .values import (
    AmountId,
    Condition_,
    Dated,
    DeadlineId,
    DocumentListId,
    FactId,
    Figure,
    Id,
    LanguageCode,
    Many,
    Misplaced,
    Names,
    PagePath,
    Place_,
    Record,
    Region,
    Reviewed,
    RoleId,
    ServiceId,
    SourceId,
    Text,
    Url,
    WarningId,
    looked_at_again,
)

Unit = Literal[
    *("EUR", "EUR/month", "EUR/year", "percent"),
    *("hours/week", "days", "days/year", "working-days", "weeks", "months", "years", "times"),
]


class Language(Reviewed):
    """A language of the site, and how complete it is; a draft promises nothing yet and is not offered to readers.

    `titles`: how its readers know the pages that it leaves to French."""

    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    scope: Literal["full", "core", "draft"]
    pages: Many[PagePath] = ()
    titles: dict[PagePath, str] = Field(default={})


class Reviewer(Record):
    """A person who has reviewed something. Nobody else is ever named."""

    name: str


class Source(Record):
    """A law, decree or page that facts rest on."""

    title: Names
    url: Url | None = None
    kind: Literal["law", "decree", "official", "guide", "association", "press"]
    dated: date | None = None
    seen: date


class Value(Record):
    """What an amount is worth from one date on; `until`: the last day we know it held, when no later figure is known."""

    value: Figure
    source: SourceId
    status: Literal["published", "computed", "announced"] = "published"
    until: date | None = None


class Amount(Dated):
    """A figure with its history; `values` maps the first day to the figure. `ask`: who can tell it."""

    name: Text
    unit: Unit
    values: Annotated[dict[date, Value], Field(min_length=1)]
    ask: RoleId = RoleId("cpas")
    hide_after: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Amount":
        days = list(self.values)
        if days != sorted(days):
            raise ValueError(say("the values stand in order: the oldest first."))
        for first, following in zip(days, [*days[1:], date.max], strict=True):
            until = self.values[first].until
            if until and not first <= until < following:
                text = say(
                    "'until' of the value of {day} lies outside it: write that day or a later one, before the next value.",
                    day=first,
                )
                raise Misplaced(text, "values", first, "until")
        return self


class Condition(Record):
    """One condition of a right: a sentence and, where a machine can judge it, a test."""

    id: Id
    text: Text
    source: SourceId
    article: str | None = None
    test: Condition_ | None = None


class Instead(Record):
    """Another way, for those whom a condition stops."""

    when: Condition_ | None = None
    text: Text


class Benefit(Dated):
    """One right: its conditions, what it pays, who decides, how to ask. Where `advice_first` holds, asking comes
    after advice on the residence, and `ask_first` is told before `ask`; `instead` is shown where a condition is not met."""

    name: Text
    summary: Text
    amounts: Many[AmountId] = ()
    decides: RoleId
    ask_first: Text | None = None
    ask: Text
    documents: DocumentListId | None = None
    when: Condition_ | None = None
    conditions: Many[Condition]
    advice_first: Condition_ | None = None
    instead: Many[Instead] = ()
    appeal: DeadlineId | None = None
    warnings: Many[WarningId] = ()
    page: PagePath | None = None
    estimate: PagePath | None = None
    sources: Many[SourceId]


class Letter(Record):
    """A letter people receive: how to know it, where the key date stands, what it starts."""

    name: Text
    recognise: Text
    key_date: Text
    starts: DeadlineId | None = None
    sources: Many[SourceId]


class Document(Record):
    """A paper to bring: why it is asked, and what to do without it; the results leave it out where `when` is *no*."""

    name: Text
    when: Condition_ | None = None
    why: Text
    without: Text


class Event(Record):
    """Something known to come, and the facts it touches; `resolved` once it has come and these are compared again.
    `every: year`: it comes back on that day each year, after it was resolved. `told: false`: editors are asked to look,
    readers are told nothing."""

    about: Text
    expected: date | None = None
    every: Literal["year"] | None = None
    told: bool = True
    touches: Many[FactId]
    source: SourceId
    review_by: date
    resolved: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Event":
        if self.expected and self.resolved and self.resolved < self.expected:
            raise ValueError(
                say("'resolved' must not come before 'expected': if it came early, write that day in both.")
            )
        if self.every and self.expected is None:
            raise ValueError(say("'every' needs 'expected': the first day on which it comes."))
        if self.every and self.expected and (self.expected.month, self.expected.day) == (2, 29):
            raise ValueError(say("29 February does not come each year: write another day in 'expected'."))
        return self


class Term(Record):
    """An official term in each official language, with a plain sentence; `english` explains it, and is not official."""

    short: Names
    long: Names
    english: str | None = None
    plain: Text


class Synonym(Record):
    """What people say, by language, and what answers it: pages, headings of pages (page.md#heading) or desks."""

    leads: Many[Place_] = ()
    desks: Many[ServiceId] = ()
    said: Annotated[dict[LanguageCode, Annotated[Many[str], Field(min_length=1)]], Field(min_length=1)]

    @model_validator(mode="after")
    def _somewhere(self) -> "Synonym":
        if not (self.leads or self.desks):
            raise ValueError(say("what people say leads somewhere: name a page in 'leads', or a desk in 'desks'."))
        return self


class Step(Record):
    """One date of a time line: since when, until when if it lasts, what happens, to whom."""

    id: Id
    since: date
    until: date | None = None
    title: Text
    text: Text
    source: SourceId

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> "Step":
        if self.until and self.until < self.since:
            raise ValueError(say("'until' must not come before 'since'."))
        return self


class Timeline(Dated):
    """Dates that follow each other, told in order."""

    steps: Annotated[Many[Step], Field(min_length=1)]

    @model_validator(mode="after")
    def _in_order(self) -> "Timeline":
        days = [step.since for step in self.steps]
        if days != sorted(days):
            raise ValueError(say("the steps stand in order of 'since': the oldest first."))
        return self


class Theme(Record):
    """A theme of figures and time lines, named as their files are: how readers know it, and whom a change touches."""

    title: Text
    affects: Text


class Change(Record):
    """Something that changed, told to readers: what (without macros, whose figures change), from when it counts
    (`since`), when it was written (`told`), whom it touches, and on which pages it stands."""

    kind: Literal["rights", "correction", "translation", "technical"]
    since: date
    told: date
    about: Text
    affects: Text
    pages: Annotated[Many[PagePath], Field(min_length=1)]


class Fact(Record):
    """A researched fact: the headings of pages (page.md#heading) that tell it, or why the site leaves it out."""

    at: Many[Place_] = ()
    left_out: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Fact":
        if bool(self.at) == bool(self.left_out):
            raise ValueError(say("a fact has either 'at' (pages that tell it) or 'left_out' (why the site does not)."))
        return self


class LinkException(Record):
    """An address that a program cannot check, or not yet: why, and since when somebody knows that it is right."""

    reason: str
    since: date


class Municipality(Record):
    """A municipality of Belgium, by its REFNIS code."""

    names: Names
    region: Region


class Page(Reviewed):
    """The front matter of one page in one language, and its Markdown.

    `revision` (source language) rises when the meaning changes; a translation says which one it follows.
    `compared` and `review_by` (source language): when the page was compared with its sources, and by when to look again.
    `nearest` (source language): the page on its subject that a language reads instead while it lacks this one.
    `reference`: a page to look things up in, not to read; its ease of reading is not measured.
    `script`: the module of questionnaire/client/ that the template `lists.html` loads.
    `embedded`: made to stand inside pages of others: no header, no footer, and not for search engines.
    """

    title: str
    description: str
    revision: int | None = None
    translated_from: int | None = None
    nearest: PagePath | None = None
    compared: date | None = None
    review_by: date | None = None
    sources: Many[SourceId] = ()
    template: str | None = None
    script: str | None = None
    embedded: bool = False
    reference: bool = False
    body: str
    body_line: int

    @model_validator(mode="after")
    def _looked_at_again(self) -> "Page":
        if self.compared and self.review_by:
            looked_at_again(self.compared, self.review_by)
        return self
