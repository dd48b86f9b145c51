"""What a real situation leads to, and where that is not what an adviser says.

Knows the answers of a case, what comes out of them, and the words of it. Must not know how anything looks on a page.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from .derived import complete, place
from .directory import desks
from .load import Data
from .logic import next_question, results
from .macros import Macros
from .messages import say
from .model import Case, Forbidden, Model
from .problems import Problem

Outcome = Mapping[str, Any]
"""What shows, as ids: advice, warnings, roles, desks; benefits with their status."""


class Fault(NamedTuple):
    """What a case says that is not so: where it stands in the case, and a sentence for an editor."""

    path: tuple[str | int, ...]
    text: str


def problems(data: Data) -> Iterator[Problem]:
    """Cases that leave a question out, or whose outcome is not what they promise: all that needs no words."""
    for id, case in data.model.cases.items():
        yield from _said(data, id, answers(data.model, case))
        yield from _said(data, id, languages(data.model, case))
        yield from _said(data, id, ids(case, outcome(data.model, case)))


def words(data: Data, components: Path) -> Iterator[Problem]:
    """Words that a case promises and that the results do not hold, or the other way round, in every language: as they
    are read on the day of the case, so that a fact which lapses years later does not falsify it."""

    @cache
    def spoken(language: str, day: date) -> Macros:
        return Macros(data.model.model_copy(update={"day": day}), language, components)

    for id, case in data.model.cases.items():
        shown = outcome(data.model, case)
        for language in data.model.offered:
            yield from _said(data, id, phrases(case, said(spoken(language, case.today), shown), language))


def _said(data: Data, id: str, faults: Iterator[Fault]) -> Iterator[Problem]:
    return (data.problem("cases", id, f"{id}: {fault.text}", *fault.path) for fault in faults)


def outcome(model: Model, case: Case) -> Outcome:
    """What comes out of the answers of a case."""
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


def answers(model: Model, case: Case) -> Iterator[Fault]:
    """A case answers every question that its person is asked, and no other."""
    known = complete(model, case.given(), case.today)
    if (missing := next_question(model.questions, known)) is not None:
        yield Fault(("answers",), say("the question « {question} » is asked but not answered.", question=missing.id))
    for name in case.answers:
        asked = next_question(model.questions, {id: value for id, value in known.items() if id != name})
        if asked is None or asked.id != name:
            text = say("the question « {question} » is not asked after these answers: leave it out.", question=name)
            yield Fault(("answers", name), text)


def languages(model: Model, case: Case) -> Iterator[Fault]:
    """Words are given in every language that readers are offered; what must not be, by ids or by words."""
    for sentence, warned in case.must_warn.items():
        yield from _missing(model, warned.says, ("must_warn", sentence, "says"))
    for sentence, forbidden in case.must_not.items():
        if forbidden.phrases:
            yield from _missing(model, forbidden.phrases, ("must_not", sentence, "phrases"))
        elif not any((forbidden.advice, forbidden.absent, forbidden.warnings, forbidden.roles, forbidden.benefits)):
            yield Fault(("must_not", sentence), say("name here the ids or the phrases that must not show."))


def _missing(model: Model, given: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Fault]:
    for language in model.offered:
        if language not in given:
            yield Fault(path, say("{field}: {language} is missing.", field=path[-1], language=language))


def ids(case: Case, shown: Outcome) -> Iterator[Fault]:
    """What the outcome of a case lacks, or holds and must not."""
    named = {"advice": say("advice"), "warnings": say("warning"), "roles": say("role"), "desks": say("desk")}
    for field, kind in named.items():
        for index, id in enumerate(getattr(case, field)):
            if id not in shown[field]:
                yield Fault((field, index), say("{kind} « {id} » does not show.", kind=kind, id=id))
        for index, id in enumerate(getattr(case, f"not_{field}", ())):
            if id in shown[field]:
                yield Fault((f"not_{field}", index), say("{kind} « {id} » shows.", kind=kind, id=id))
    for id, status in case.benefits.items():
        found = shown["benefits"].get(id) or say("not shown")
        if found != status:
            yield Fault(("benefits", id), say("« {id} » is {found}, not {wanted}.", id=id, found=found, wanted=status))
    for sentence, warned in case.must_warn.items():
        for field in ("advice", "warnings"):
            for index, id in enumerate(getattr(warned, field)):
                if id not in shown[field]:
                    text = say("{kind} « {id} » does not show.", kind=named[field], id=id)
                    yield Fault(("must_warn", sentence, field, index), text)
    for sentence, forbidden in case.must_not.items():
        for text in _forbidden(forbidden, shown, named):
            yield Fault(("must_not", sentence), text)


def _forbidden(forbidden: Forbidden, shown: Outcome, named: Mapping[str, str]) -> Iterator[str]:
    for field in ("advice", "warnings", "roles"):
        for id in getattr(forbidden, field):
            if id in shown[field]:
                yield say("{kind} « {id} » shows.", kind=named[field], id=id)
    for id in forbidden.absent:
        if id not in shown["advice"]:
            yield say("{kind} « {id} » does not show.", kind=named["advice"], id=id)
    for id, status in forbidden.benefits.items():
        if shown["benefits"].get(id) == status:
            yield say("« {id} » is {status}.", id=id, status=status)


def phrases(case: Case, text: str, language: str) -> Iterator[Fault]:
    """Words that must be read in the results, or must not, in one language; `text` as `said` gives it."""
    for sentence, warned in case.must_warn.items():
        wanted = warned.says.get(language)
        if wanted and plain(wanted) not in text:
            fault = say(
                "these words are not read in the results ({language}): « {words} ».", language=language, words=wanted
            )
            yield Fault(("must_warn", sentence, "says", language), fault)
    for sentence, forbidden in case.must_not.items():
        for phrase in forbidden.phrases.get(language, ()):
            if plain(phrase) in text:
                fault = say(
                    "these words are read in the results ({language}): « {words} ».", language=language, words=phrase
                )
                yield Fault(("must_not", sentence, "phrases", language), fault)
