"""What a real situation leads to, and what is wrong with it: shared by the tests in Python and in the browser."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from bonguichet.derived import complete, place
from bonguichet.directory import desks
from bonguichet.logic import results
from bonguichet.macros import Macros
from bonguichet.model import Case, Model

Outcome = Mapping[str, Any]
"""What shows, as ids: advice, warnings, roles, desks; benefits with their status."""


def link_of(case: Case) -> str:
    """The fragment of the link that holds the answers of a case."""
    parts = ((id, value if isinstance(value, list) else [value]) for id, value in case.given().items())
    return "&".join(f"{id}={','.join(values)}" for id, values in parts)


def outcome(model: Model, case: Case) -> Outcome:
    """What Python makes of a case."""
    known = complete(model, case.given(), case.today)
    found, where = results(model, known), place(model, known)
    roles = dict.fromkeys(role for shown in found.advice for role in model.advice[shown.id].roles)
    return {
        "advice": [shown.id for shown in found.advice],
        "warnings": sorted({warning for shown in (*found.advice, *found.benefits) for warning in shown.warnings}),
        "roles": sorted(roles),
        "desks": sorted({desk for role in roles for desk in desks(model, role, where, "fr").services}),
        "benefits": {benefit.id: benefit.status for benefit in found.benefits},
    }


def said(words: Macros, shown: Outcome) -> str:
    """Every sentence about what shows, in the language of `words`, without its markup."""
    model = words.model
    texts = []
    for id in shown["advice"]:
        advice = model.advice[id]
        texts += [
            advice.title,
            *advice.steps,
            *(model.roles[role].name for role in advice.roles),
            *advice.roles.values(),
        ]
        texts += [model.deadlines[advice.deadline].starts] if advice.deadline else []
    texts += [model.warnings[id].text for id in shown["warnings"]]
    for id, status in shown["benefits"].items():
        benefit = model.benefits[id]
        texts += [benefit.name, benefit.summary, *(condition.text for condition in benefit.conditions)]
        texts += [way.text for way in benefit.instead] if status == "other-route" else [benefit.ask]
    return plain(" ".join(words.text(text) for text in texts))


def plain(html: str) -> str:
    """Words as they are compared: no tags, nothing hidden, simple spaces and quotes, small letters, no vowel signs."""
    shown = re.sub(r"<(\w+)[^>]*\shidden(?:=\"\")?[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]+>", "", shown))
    bare = re.sub(r"[\u064b-\u0652\u0640\u200e\u200f]", "", text)
    return re.sub(r"\s+", " ", bare.replace("’", "'")).casefold()


def faults(case: Case, shown: Outcome, text: str, language: str) -> Iterator[str]:
    """What the results of a case lack or must not hold, as ids and in the words of one language."""
    for field in ("advice", "warnings", "roles", "desks"):
        yield from (f"{field}: {id} is missing" for id in getattr(case, field) if id not in shown[field])
    for field in ("advice", "roles", "desks"):
        yield from (f"{field}: {id} must not show" for id in getattr(case, f"not_{field}") if id in shown[field])
    for id, status in case.benefits.items():
        if shown["benefits"].get(id) != status:
            yield f"benefits: {id} is {shown['benefits'].get(id)}, not {status}"
    for sentence, warned in case.must_warn.items():
        if not {*warned.advice, *warned.warnings} <= {*shown["advice"], *shown["warnings"]}:
            yield f"must warn: {sentence}"
        if plain(warned.says[language]) not in text:
            yield f"must say: {sentence} ({warned.says[language]})"
    for sentence, forbidden in case.must_not.items():
        if _shows(forbidden, shown):
            yield f"must not: {sentence}"
        yield from (f"must not say: {sentence} ({p})" for p in forbidden.phrases.get(language, ()) if plain(p) in text)


def _shows(forbidden: Any, shown: Outcome) -> bool:
    fields = ("advice", "warnings", "roles")
    ids = any(id in shown[field] for field in fields for id in getattr(forbidden, field))
    absent = any(id not in shown["advice"] for id in forbidden.absent)
    return ids or absent or any(shown["benefits"].get(id) == status for id, status in forbidden.benefits.items())
