"""The building stones of the model: texts, references, frozen records.

Knows how a single value may be written. Must not know any entry.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import core_schema

from ..messages import say
from .expressions import Test, parse_test

UNKNOWN, SKIP, NONE = RESERVED_VALUES = ("unknown", "skip", "none")
RESERVED_KEYS = ("at", "r")
SOURCE_LANGUAGE = "fr"
_A_YEAR = timedelta(days=366)


T = TypeVar("T")


class WrittenTest(BaseModel):
    """A test over answers: `all`, `any`, `not`, or `question: option` (or a list of options). Several keys mean all of them.
    This is its shape for editors; `expressions.py` reads it."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"minProperties": 1})
    __pydantic_extra__: dict[str, str | Annotated[list[str], Field(min_length=1)]]

    all: Annotated[list["WrittenTest"], Field(min_length=1)] = []
    any: Annotated[list["WrittenTest"], Field(min_length=1)] = []
    not_: "WrittenTest" = Field(alias="not", default_factory=dict)


_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_TEXT = r"^[^<]*$"
_PAGE = r"^[a-z0-9/-]+\.md$"
_URL = r"^https?://\S+$"
_PLACE = r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$"
_SPOKEN = r"^[a-z]{2,3}$"
_BELGIAN = r"\+32(4[5-9][0-9]{7}|4[0-4][0-9]{6}|[1-35-9][0-9]{7})"
_FOREIGN = r"\+([124-9][0-9]|3[013-9])[0-9]{5,13}"
_PHONE = rf"^({_BELGIAN}|{_FOREIGN}|1[0-9]{{2,5}})$"
_AS_OF = r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|undated)$"
_HOUR = r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"


def form_of(pattern: str) -> str:
    """What the form of a value asks for, in words for an editor."""
    return {
        _ID: say("an id has small letters, digits and single hyphens"),
        _TEXT: say("HTML is not used here; write Markdown"),
        _PAGE: say("write the path of a page below docs/<language>/, such as revenus/ris.md"),
        _URL: say("write a whole web address, with https://"),
        _PLACE: say("write a page and a heading of it, such as revenus/ris.md#means"),
        _SPOKEN: say("write the code of a language, such as ar"),
        _PHONE: say(
            'write a telephone in quotes and in international form, such as "+3222096161": +32 and 8 digits, or 9 for a mobile'
        ),
        _AS_OF: say(
            'write in quotes when it was told: a year, a month or a day, such as "2025" or "2025-10"; else undated'
        ),
        _HOUR: say("write an hour such as 09:30"),
    }.get(pattern, say("this form is not allowed"))


Id = Annotated[str, StringConstraints(pattern=_ID)]


class Text(str):
    """A French sentence for readers, translated through the PO files. Markdown, never HTML."""

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        plain = core_schema.str_schema(strict=True, min_length=1, pattern=_TEXT)
        return core_schema.no_info_after_validator_function(cls, plain)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        return handler(core) | {"description": "A French sentence for readers, in Markdown; the PO files translate it."}


class Reference(str):
    """The id of an entry written elsewhere; `kind` is the field of Model that must hold it."""

    kind = ""
    pattern = _ID

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        plain = core_schema.str_schema(strict=True, pattern=cls.pattern)
        return core_schema.no_info_after_validator_function(cls, plain)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        return handler(core) | {"description": f"One of the {cls.kind.replace('_', ' ') or 'facts'}, by its id."}


def _to(kind: str) -> type[Reference]:
    return type(f"Reference to {kind}", (Reference,), {"kind": kind})


SourceId, AmountId, DeadlineId, BenefitId = map(_to, ("sources", "amounts", "deadlines", "benefits"))
RoleId, ServiceId, AdviceId, WarningId = map(_to, ("roles", "services", "advice", "warnings"))
DocumentId, DocumentListId, QuestionId = map(_to, ("documents", "document_lists", "questions"))
LanguageCode = _to("languages")
LetterId, TriggerId = map(_to, ("letters", "triggers"))
ModelLetterId, LetterFieldId = map(_to, ("model_letters", "letter_fields"))
ReviewerId = _to("reviewers")


class MunicipalityId(Reference):
    """A municipality of Belgium, by its NIS code. Any text is read: whoever wrote a name is told its code."""

    kind = "municipalities"
    pattern = r"^\S.*$"


class PagePath(Reference):
    """A page, by its path below docs/<language>/."""

    kind = "pages"
    pattern = _PAGE


class FactId(Reference):
    """Any fact that an event can touch."""

    kinds = ("amounts", "deadlines", "stays", "benefits", "timelines", "letters", "services")


Url = Annotated[str, StringConstraints(pattern=_URL)]
Place_ = Annotated[str, StringConstraints(pattern=_PLACE)]
SpokenLanguage = Annotated[str, StringConstraints(pattern=_SPOKEN)]
Phone = Annotated[str, StringConstraints(pattern=_PHONE)]
AsOf = Annotated[str, StringConstraints(pattern=_AS_OF)]
Hour = Annotated[str, StringConstraints(pattern=_HOUR)]
_Number = Annotated[float, Field(gt=0)]
Figure = Annotated[
    Annotated[Decimal, Field(gt=0)],
    BeforeValidator(lambda value: Decimal(value) if type(value) is int else value, json_schema_input_type=_Number),
]
Names = Annotated[dict[str, str], Field(min_length=1)]
Condition_ = Annotated[Test, BeforeValidator(parse_test, json_schema_input_type=WrittenTest)]
Many = Annotated[tuple[T, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Day, ...] = get_args(Day)
Region = Literal["brussels", "flanders", "wallonia"]


class Misplaced(ValueError):
    """A mistake of a whole entry, and the path to the value that shows it."""

    def __init__(self, sentence: str, *at: Any):
        super().__init__(sentence)
        self.at = at


def looked_at_again(compared: date, review_by: date) -> None:
    """Raises Misplaced unless somebody looks again after the comparison, and within a year."""
    if review_by <= compared:
        raise Misplaced(say("'review_by' must come after 'compared'."), "review_by")
    if review_by - compared > _A_YEAR:
        raise Misplaced(say("'review_by' is more than a year after 'compared': write an earlier day."), "review_by")


class Record(BaseModel):
    """A frozen mapping that refuses the fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


class Reviewed(Record):
    """What a person can review: who did, on which day, and which version they read (reviews.py); empty until it happens."""

    reviewed_by: ReviewerId | None = None
    reviewed_on: date | None = None
    reviewed_version: str | None = None


class Dated(Reviewed):
    """A fact that ages: when we compared it with its source, and when to look again."""

    compared: date
    review_by: date

    @model_validator(mode="after")
    def _looked_at_again(self) -> "Dated":
        looked_at_again(self.compared, self.review_by)
        return self
