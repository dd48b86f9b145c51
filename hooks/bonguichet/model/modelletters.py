"""Letters that a reader sends, and what they fill in, as frozen typed values.

Knows how such a letter is written down. Must not know how it is shown or filled in.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..messages import say
from .values import Id, LetterFieldId, Many, PagePath, Record, RoleId, SourceId, Text, WarningId

SLOT = re.compile(r"\{([a-z0-9-]+)\}")
"""The place of a field in a text of a letter: {request-date}."""
FRAME = ("send-dated",)
"""The words of the interface that stand in every letter and hold fields."""


class LetterField(Record):
    """Something the writer of a letter fills in; an `optional` one that stays empty takes its paragraph with it.

    `line`: how it stands in the head of a letter. `blank`: what stands on paper instead of bare dots. `role`: whose
    desks a field of kind `desk` offers. `future`: a day that may lie ahead.
    """

    label: Text
    hint: Text | None = None
    kind: Literal["line", "text", "date", "national-number", "desk"]
    optional: bool = False
    line: Text | None = None
    role: RoleId | None = None
    blank: Text | None = None
    future: bool = False

    @model_validator(mode="after")
    def _of_its_kind(self) -> "LetterField":
        if (self.kind == "desk") != bool(self.role):
            raise ValueError(say("a field of kind 'desk' has a 'role', and only such a field."))
        if self.future and self.kind != "date":
            raise ValueError(say("'future' belongs to a field of kind 'date'."))
        return self


class Paragraph(Record):
    """One paragraph of a letter, its fields in braces; `only`: the choices for which it stands; `whole`: a desk that
    it names stands there with its address."""

    text: Text
    only: Many[Id] = ()
    whole: bool = False


class Enclosure(Record):
    """A paper to join; `only`: the choices for which it is joined."""

    text: Text
    only: Many[Id] = ()


class Choice(Record):
    """What decides between paragraphs: a question and its answers."""

    ask: Text
    options: Annotated[dict[Id, Text], Field(min_length=2)]


class ModelLetter(Record):
    """A letter to send: when to use it, what to know first, its text, what to join, how to send it and keep proof.

    `sender`: the fields of its head, `to`: the field that names the desk; a paper without `to` is handed over.
    """

    name: Text
    use: Text
    warnings: Many[WarningId] = ()
    sender: Many[LetterFieldId]
    to: LetterFieldId | None = None
    subject: Text
    choice: Choice | None = None
    paragraphs: Annotated[Many[Paragraph], Field(min_length=1)]
    enclose: Many[Enclosure] = ()
    send: Annotated[Many[Text], Field(min_length=1)]
    page: PagePath
    sources: Annotated[Many[SourceId], Field(min_length=1)]

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        """The texts of the letter itself, each with its path in the entry."""
        yield ("subject",), self.subject
        for index, paragraph in enumerate(self.paragraphs):
            yield ("paragraphs", index, "text"), paragraph.text
