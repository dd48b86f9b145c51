"""Everything that differs between two versions of the data, entry by entry.

Knows which entries are compared, and what an editor calls them.
"""

from collections.abc import Iterator

from .. import shown
from ..messages import say
from ..model import Model, Reference, Text, find
from ..situations import Rules, rules_of
from . import outcomes
from .records import changes, said

_OUTCOMES = {
    "questions": outcomes.question,
    "advice": outcomes.advice,
    "warnings": outcomes.warning,
    "benefits": outcomes.benefit,
    "not_covered": outcomes.not_covered,
}
_MENTIONING = ("questions", "advice", "warnings", "benefits", "not_covered", "timelines")


def _kinds() -> dict[str, str]:
    """The kinds of entries that are compared, and what an editor calls one of them."""
    return {
        "questions": say("question"),
        "advice": say("advice"),
        "warnings": say("warning"),
        "benefits": say("right"),
        "not_covered": say("not-covered"),
        "amounts": say("amount"),
        "deadlines": say("deadline"),
        "services": say("desk"),
        "roles": say("role"),
        "letters": say("letter"),
        "model_letters": say("letter to send"),
        "documents": say("paper"),
    }


def differences(old: Model, new: Model) -> list[str]:
    """What changed from one version to the other, one line each; an empty list if nothing did."""
    sides = rules_of(old, new)
    found = list(_renamed(old, new))
    if [id for id in old.questions if id in new.questions] != [id for id in new.questions if id in old.questions]:
        found.append(say("questions stand in another order: {list}", list=", ".join(new.questions)))
    for kind, name in _kinds().items():
        for id in dict.fromkeys((*getattr(old, kind), *getattr(new, kind))):
            found += _entry(kind, f"{name} {id}", id, old, new, *sides)
    return found


def _entry(kind: str, name: str, id: str, old: Model, new: Model, before: Rules, after: Rules) -> Iterator[str]:
    """The lines about one entry: the first is introduced by its name, the others stand below it."""
    lines = list(_lines(kind, id, old, new, before, after))
    if lines and kind == "amounts":
        lines.append(say("it stands in: {places}", places=", ".join(_places(new, id)) or say("no page")))
    if len(lines) == 1:
        yield f"{name}: {lines[0]}"
    elif lines:
        yield f"{name}:"
        yield from (f"  {line}" for line in lines)


def _lines(kind: str, id: str, old: Model, new: Model, before: Rules, after: Rules) -> Iterator[str]:
    was, now = getattr(old, kind).get(id), getattr(new, kind).get(id)
    outcome = _OUTCOMES.get(kind)
    if now is None:
        yield say("removed")
    elif was is None:
        yield say("new: {value}", value=said(now))
        if outcome:
            yield outcomes.reach(outcome, id, after)
    else:
        yield from changes(was, now)
        if outcome:
            yield from outcomes.change(outcome, id, before, after)


def _places(model: Model, amount: str) -> Iterator[str]:
    """The pages and entries that show an amount."""
    yield from shown.pages(model).get(amount, ())
    for kind in _MENTIONING:
        for id, entry in getattr(model, kind).items():
            listed = any(reference == amount and reference.kind == "amounts" for _, reference in find(entry, Reference))
            if listed or any(shown.calls(text, amount) for _, text in find(entry, Text)):
                yield f"{_kinds().get(kind, kind)} {id}"


def _renamed(old: Model, new: Model) -> Iterator[str]:
    """A note for each answer of the old version that bears another name today."""
    for id, answers in new.renamed.items():
        known, today = (set(v.questions[id].values()) if id in v.questions else set() for v in (old, new))
        for option in answers:
            if option in known - today:
                answer = f"{id}={option}"
                yield say("note: {answer}, renamed since, counts as two different answers here", answer=answer)
