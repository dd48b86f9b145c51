"""The lines of the estimate, and its worked examples, as frozen typed values: what somebody says, never a result.

Knows the shape of content/estimate-lines.yml and worked-examples.yml. Must not know how a line is computed.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..messages import say
from .values import Figure, Many, Record, SourceId, Text

Category = Literal["cohabitant", "single", "family"]
Exemption = Literal["none", "work", "student", "shortage"]
Relation = Literal["near", "far"]
Unknown = Literal[
    "category", "work", "exemption", "benefits", "maintenance", "savings", "home", "partner", "child_benefit"
]


MOST_CHILDREN = 15
"""More is a slip of the pen, in an example as in the form."""

_COMPANY = ("partner", "debtors", "child_benefit")
"""Who lives alone has none of these there."""


class Law(Record):
    """A law or a page, and the article where one is known."""

    source: SourceId
    article: str | None = None


class EstimateLine(Record):
    """A line of the estimate: its name, why it is counted so, and the laws and pages behind that rule."""

    label: Text
    why: Text
    sources: Many[Law] = ()


class ExampleDebtor(Record):
    """An adult who owes maintenance and lives there: `near` is a parent or an adult child, `far` any other."""

    relation: Relation
    income: Figure


class WorkedExample(Record):
    """What somebody says, in euros a month but `savings` (a total) and `home` (cadastral income). `unknown` names what
    they do not know; what is left out is nothing. `day` is the day of the decision (absent: that of the build),
    `request` the one from which aid counts in an incomplete month, `work_covers` the days that the wage covers."""

    title: Text
    day: date | None = None
    category: Category | None = None
    work: Figure | None = None
    exemption: Exemption = "none"
    benefits: Figure | None = None
    maintenance: Figure | None = None
    savings: Figure | None = None
    home: Figure | None = None
    children: Annotated[int, Field(ge=0, le=MOST_CHILDREN)] = 0
    partner: Figure | None = None
    debtors: Many[ExampleDebtor] = ()
    child_benefit: Figure | None = None
    request: date | None = None
    work_covers: Annotated[int, Field(ge=1, le=31)] | None = None
    unknown: Many[Unknown] = ()

    @model_validator(mode="after")
    def _known_or_not(self) -> "WorkedExample":
        for name in self.unknown:
            if name in self.model_fields_set:
                raise ValueError(say("'{name}' is given and unknown: leave one out.", name=name))
        if self.category is None and "category" not in self.unknown:
            raise ValueError(say("'category' is missing: give it, or list it in 'unknown'."))
        said = {*self.model_fields_set, *self.unknown}
        if "exemption" in said and self.work is None:
            raise ValueError(say("'exemption' belongs to a wage: give 'work', or leave 'exemption' out."))
        for name in _COMPANY:
            if self.category == "single" and name in said:
                raise ValueError(say("'single' lives alone: leave out '{name}', or change 'category'.", name=name))
        return self
