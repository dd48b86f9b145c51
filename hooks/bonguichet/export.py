"""What the browser gets: the rules as data, and everything to show as HTML made beforehand.

Knows the model and, through the macros it is handed, one language. Must not decide anything: the
browser judges with the same rules as `logic.py`.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Protocol

from markupsafe import Markup

from . import deadlines, formatting
from .model import Model, Question, Role, name_in
from .model.expressions import All, Any_, Is, Test, to_json
from .model.values import Day

WEEKEND: tuple[Day, ...] = ("sat", "sun")
"""The days on which only desks answer whose hours say so."""


class Words(Protocol):
    """What an export needs from the macros of one language."""

    language: str

    def text(self, french: str) -> Markup: ...
    def word(self, id: str, **values: Any) -> Markup: ...
    def labels(self, id: str) -> dict[str, Markup]: ...
    def question(self, id: str) -> Markup: ...
    def letter_date(self, id: str) -> Markup: ...
    def advice(self, id: str, folded: bool = False) -> Markup: ...
    def benefit(self, id: str) -> Markup: ...
    def document(self, id: str) -> Markup: ...
    def not_covered(self, id: str) -> Markup: ...
    def advice_sources(self, id: str) -> Markup: ...
    def card(self, id: str, sourced: bool = True) -> Markup: ...
    def desk_source(self, id: str) -> Markup: ...
    def elsewhere(self, role: str) -> Markup: ...
    def unsure(self, role: str) -> Markup: ...
    def clocks(self) -> dict[str, Any]: ...
    def plain_words(self, *beginnings: str) -> dict[str, str]: ...


def logic(model: Model) -> dict[str, Any]:
    """The rules that both engines judge, free of any language, with the desks that they can lead to."""
    senders = (*model.advice.values(), *model.not_covered.values())
    reached = dict.fromkeys(role for sender in senders for role in sender.roles)
    return {
        "questions": {id: _question(model, id) for id in model.questions},
        "advice": {
            id: {
                "when": to_json(advice.when),
                "fallback": advice.fallback,
                "urgency": advice.urgency,
                "safety": advice.safety,
                "pressing": to_json(advice.pressing),
                "warnings": list(advice.warnings),
                "roles": list(advice.roles),
                "visit": advice.visit,
                "documents": _papers(model, advice.documents),
                "deadline": advice.deadline,
                "countedFrom": advice.counted_from,
            }
            for id, advice in model.advice.items()
        },
        "warnings": {id: to_json(warning.when) for id, warning in model.warnings.items()},
        "benefits": {
            id: {
                "when": to_json(benefit.when),
                "conditions": {condition.id: to_json(condition.test) for condition in benefit.conditions},
                "adviceFirst": to_json(benefit.advice_first),
                "instead": [to_json(way.when) for way in benefit.instead],
                "warnings": list(benefit.warnings),
                "documents": _papers(model, benefit.documents),
            }
            for id, benefit in model.benefits.items()
        },
        "papers": {id: to_json(paper.when) for id, paper in model.documents.items()},
        "renamed": model.renamed,
        "notCovered": {id: to_json(item.when) for id, item in model.not_covered.items()},
        "services": {
            id: {
                "roles": list(service.roles),
                "languages": list(service.languages),
                "serves": service.serves.model_dump(mode="json", exclude_none=True),
            }
            for id, service in model.services.items()
            if any(role in reached for role in service.roles)
        },
        "roles": {id: _role(model.roles[id]) for id in reached},
        "deadlines": {id: deadlines.as_data(deadline) for id, deadline in model.deadlines.items()},
    }


def _role(role: Role) -> dict[str, Any]:
    found: dict[str, Any] = {"elsewhere": role.elsewhere is not None}
    return found | ({"unsure": to_json(role.unsure.when)} if role.unsure else {})


def _papers(model: Model, id: str | None) -> list[str]:
    return list(model.document_lists[id]) if id else []


def _question(model: Model, id: str) -> dict[str, Any]:
    question = model.questions[id]
    length = model.deadlines[question.deadline].length.model_dump(exclude_none=True) if question.deadline else None
    found = {
        "id": id,
        "kind": question.kind,
        "when": to_json(question.when),
        "values": list(question.values()),
        "derived": question.derived,
        "uses": list(question.uses),
        "length": length,
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def version(model: Model) -> str:
    """A short fingerprint of the rules, the `r` of shared links: the same in every language."""
    return hashlib.sha256(dump(logic(model)).encode()).hexdigest()[:8]


def sheet_version(model: Model) -> str:
    """The fingerprint that is signed: that of the rules, as links carry it, then one of every word and article printed."""
    printed = (model.questions, model.advice, model.benefits, model.warnings, model.not_covered, model.deadlines)
    printed += (model.documents, model.roles, model.services, model.amounts, model.sources)
    printed += ({id: letter.name for id, letter in model.model_letters.items()},)
    return f"{version(model)}-{hashlib.sha256(repr(printed).encode()).hexdigest()[:8]}"


def rules(model: Model, words: Words) -> dict[str, Any]:
    """The rules with everything to show in one language."""
    spoken = model.languages[words.language]
    found = logic(model) | {"version": version(model), "day": model.day.isoformat()}
    found |= {"language": words.language, "languageName": spoken.name, "direction": spoken.direction}
    found["languageNames"] = {code: formatting.language_name(code, words.language) for code in model.offered}
    for id, entry in found["questions"].items():
        question = model.questions[id]
        entry |= {"name": words.text(question.name), "ask": words.text(question.ask), "labels": words.labels(id)}
        if question.kind != "derived":
            entry["html"] = words.question(id)
        if question.deadline:
            entry["deadline"] = question.deadline
        for mark in ("sensitive", "unclear", "urgent"):
            if marked := [option.id for option in question.options if getattr(option, mark)]:
                entry[mark] = marked
        if letters := _letters(model, question):
            html = {letter: words.letter_date(letter) for letter in letters.values()}
            entry |= {"lettersOf": question.letters_of, "letters": letters, "letterHtml": html}
    for id, entry in found["advice"].items():
        advice = model.advice[id]
        entry["html"] = words.advice(id, folded=advice.urgency == "info" and not advice.fallback)
        entry["asked"] = {role: words.text(asked) for role, asked in advice.asked.items()}
    for id, entry in found["benefits"].items():
        entry["html"] = words.benefit(id)
        entry["decides"] = model.benefits[id].decides
    for id, entry in found["services"].items():
        service = model.services[id]
        entry["html"] = words.card(id, sourced=False)
        entry["open"] = [day for day in WEEKEND if any(day in hours.days for hours in service.hours)]
        entry["name"] = name_in(service.names, words.language)
    for id, entry in found["roles"].items():
        entry["name"] = words.text(model.roles[id].name)
        if asked := model.roles[id].asked:
            entry["asked"] = words.text(asked)
        for mark in ("reveals", "decides"):
            if getattr(model.roles[id], mark):
                entry[mark] = True
        if entry["elsewhere"]:
            entry["html"] = words.elsewhere(id)
        if "unsure" in entry:
            entry["unsureHtml"] = words.unsure(id)
    found["documents"] = {id: words.document(id) for id in model.documents}
    found["notCoveredHtml"] = {id: words.not_covered(id) for id in model.not_covered}
    clocks = words.clocks()
    return found | clocks | {"words": words.plain_words("q-", "sheet-", "comma") | clocks["words"]}


def _letters(model: Model, question: Question) -> dict[str, str]:
    """For a day asked of letters: the answers for which it is asked, each with the letter it names."""
    if not question.letters_of:
        return {}
    asked = set(_options(question.when, question.letters_of))
    options = model.questions[question.letters_of].options
    return {option.id: option.letter for option in options if option.letter and option.id in asked}


def _options(test: Test | None, question: str) -> Iterator[str]:
    """The answers to `question` that the test names for a *yes*."""
    match test:
        case Is(name, options) if name == question:
            yield from options
        case All(parts) | Any_(parts):
            for part in parts:
                yield from _options(part, question)


OUTCOME = ("advice", "warnings", "benefits", "papers", "notCovered", "documents", "notCoveredHtml")
OUTCOME += ("deadlines", "deadlineWords", "holidays", "built", "services", "roles")


def parts(rules: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The rules in the files that the questionnaire fetches one after the other: those by which it asks (`rules`), and
    what only results need. Split by kind alone: a file for some answers would tell the server that they were given."""
    outcome = {name: rules[name] for name in OUTCOME}
    return {"rules": {name: rules[name] for name in rules if name not in OUTCOME}, "outcome": outcome}


def sources(model: Model, words: Words) -> dict[str, dict[str, Markup]]:
    """Where advice and desks were read, in one language: what results fetch when a reader first asks for one of them."""
    return {
        "advice": {id: words.advice_sources(id) for id in model.advice},
        "services": {id: words.desk_source(id) for id in logic(model)["services"]},
    }


def places(model: Model, language: str) -> dict[str, Any]:
    """Municipalities and postal codes, with names in one language."""
    return {
        "municipalities": {
            id: {"name": name_in(town.names, language), "region": town.region}
            for id, town in model.municipalities.items()
        },
        "codes": {code: list(towns) for code, towns in model.postal_codes.items()},
    }


def dump(value: Any) -> str:
    """JSON as short as it gets, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
