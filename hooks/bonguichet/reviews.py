"""Who has reviewed what: the person, the day, and whether it still says what they read.

Knows the entries that can be reviewed, and the register of persons. Must not know how a review is shown.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from .load import Data
from .messages import say
from .model import Benefit, Language, Model, Page, Reviewed
from .problems import Problem

_BOOKKEEPING = {"compared", "review_by", "reviewed_by", "reviewed_on", "reviewed_version"}
"""Fields that say when somebody looked, not what they saw."""
SIGN_OFF = "sign-off-a-right-or-a-page"
"""The recipe that tells how a review is written down."""


@dataclass(frozen=True)
class Review:
    """A person's name, the day on which they reviewed, and whether what they read has not changed since."""

    name: str
    on: date
    holds: bool


def of(model: Model, id: str, entry: Reviewed) -> Review | None:
    """The review of the entry `id`; None while nobody of the register has reviewed it, or not all is written of it."""
    if entry.reviewed_by not in model.reviewers or not (entry.reviewed_on and entry.reviewed_version):
        return None
    holds = entry.reviewed_version == version(model, id, entry)
    return Review(model.reviewers[entry.reviewed_by].name, entry.reviewed_on, holds)


def version(model: Model, id: str, entry: Reviewed) -> str:
    """The fingerprint of what a person reviews. Of a right: its rules with the advice and warnings that rest on it, not the
    figures, which have their own dates; of a language: every translated text."""
    match entry:
        case Benefit():
            parts = [entry, *resting_on(model, id).values()]
            warnings = dict.fromkeys(warning for part in parts for warning in part.warnings)
            told: Any = [_told(part) for part in (*parts, *(model.warnings[warning] for warning in warnings))]
        case Page():
            told = entry.title, entry.description, " ".join(entry.body.split())
        case Language():
            told = sorted(model.translations.get(id, {}).items())
        case _:
            told = _told(entry)
    return "v" + hashlib.sha256(repr(told).encode()).hexdigest()[:8]  # a letter first: YAML never reads it as a number


def resting_on(model: Model, right: str) -> dict[str, Any]:
    """The advice that helps to ask for a right."""
    return {id: advice for id, advice in model.advice.items() if advice.benefit == right}


def _told(entry: Any) -> dict[str, Any]:
    return entry.model_dump(exclude=_BOOKKEEPING, exclude_defaults=True)


def problems(data: Data) -> Iterator[Problem]:
    """Reviews that are not complete."""
    for kind, id, entry in data.entries():
        if not isinstance(entry, Reviewed):
            continue
        given = {field: getattr(entry, field) for field in Reviewed.model_fields}
        missing = [field for field, value in given.items() if value is None]
        if 0 < len(missing) < len(given):
            text = say(
                "a review has a person, a day and a version: {missing} is missing. What stands here now has the "
                "version {version}; write it if that is what they read.",
                missing=", ".join(missing),
                version=version(data.model, id, entry),
            )
            problem = data.problem(kind, id, text, *[field for field in given if field not in missing][:1])
            yield replace(problem, recipe=SIGN_OFF)


def doubtful(data: Data) -> Iterator[Problem]:
    """What has changed since a person reviewed it: readers are told that the review was of an earlier version. And persons
    who have reviewed nothing."""
    signed = {entry.reviewed_by for _, _, entry in data.entries() if isinstance(entry, Reviewed)}
    for id in data.model.reviewers:
        if id not in signed:
            text = say("'{id}' has reviewed nothing: sign what they reviewed, or remove the entry.", id=id)
            yield data.problem("reviewers", id, text)
    for kind, id, entry in data.entries():
        if isinstance(entry, Reviewed) and (review := of(data.model, id, entry)) and not review.holds:
            text = say(
                "this has changed since {name} reviewed it: ask for a new review (the version is {version} now).",
                name=review.name,
                version=version(data.model, id, entry),
            )
            yield replace(data.problem(kind, id, text, "reviewed_version"), recipe=SIGN_OFF)
