"""Everything that differs between two versions of the data, entry by entry.

Knows which entries are compared, and what an editor calls them.
"""

from collections.abc import Iterator

from ..calls import CALL
from ..model import SOURCE_LANGUAGE, Model, Reference, Text, find
from ..situations import Rules, rules_of
from . import outcomes
from .records import changes, said

_KINDS = {
    "questions": "question",
    "advice": "advice",
    "warnings": "warning",
    "benefits": "right",
    "not_covered": "not-covered",
    "amounts": "amount",
    "deadlines": "deadline",
    "services": "desk",
    "roles": "role",
    "letters": "letter",
    "model_letters": "letter to send",
    "documents": "paper",
}
_OUTCOMES = {
    "questions": outcomes.question,
    "advice": outcomes.advice,
    "warnings": outcomes.warning,
    "benefits": outcomes.benefit,
    "not_covered": outcomes.not_covered,
}
_MENTIONING = ("questions", "advice", "warnings", "benefits", "not_covered", "timelines")


def differences(old: Model, new: Model) -> list[str]:
    """What changed from one version to the other, one line each; an empty list if nothing did."""
    sides = rules_of(old, new)
    found = [f"note: {renamed} counts as two different answers here" for renamed in _renamed(old, new)]
    if [id for id in old.questions if id in new.questions] != [id for id in new.questions if id in old.questions]:
        found.append(f"questions stand in another order: {', '.join(new.questions)}")
    for kind, name in _KINDS.items():
        for id in dict.fromkeys((*getattr(old, kind), *getattr(new, kind))):
            found += _entry(kind, f"{name} {id}", id, old, new, *sides)
    return found


def _entry(kind: str, name: str, id: str, old: Model, new: Model, before: Rules, after: Rules) -> Iterator[str]:
    """The lines about one entry: the first is introduced by its name, the others stand below it."""
    lines = list(_lines(kind, id, old, new, before, after))
    if lines and kind == "amounts":
        lines.append(f"it stands in: {', '.join(_places(new, id)) or 'no page'}")
    if len(lines) == 1:
        yield f"{name}: {lines[0]}"
    elif lines:
        yield f"{name}:"
        yield from (f"  {line}" for line in lines)


def _lines(kind: str, id: str, old: Model, new: Model, before: Rules, after: Rules) -> Iterator[str]:
    was, now = getattr(old, kind).get(id), getattr(new, kind).get(id)
    outcome = _OUTCOMES.get(kind)
    if now is None:
        yield "removed"
    elif was is None:
        yield f"new: {said(now)}"
        if outcome:
            yield outcomes.reach(outcome, id, after)
    else:
        yield from changes(was, now)
        if outcome:
            yield from outcomes.change(outcome, id, before, after)


def _places(model: Model, amount: str) -> Iterator[str]:
    """The pages and entries that show an amount."""
    for path, page in model.pages[SOURCE_LANGUAGE].items():
        if _calls(page.body, amount):
            yield path
    for kind in _MENTIONING:
        for id, entry in getattr(model, kind).items():
            listed = any(reference == amount and reference.kind == "amounts" for _, reference in find(entry, Reference))
            if listed or any(_calls(text, amount) for _, text in find(entry, Text)):
                yield f"{_KINDS.get(kind, kind)} {id}"


def _calls(text: str, amount: str) -> bool:
    return any(quoted in call[0] for call in CALL.finditer(text) for quoted in (f'"{amount}"', f"'{amount}'"))


def _renamed(old: Model, new: Model) -> Iterator[str]:
    """Answers of the old version that bear another name today."""
    for id, answers in new.renamed.items():
        known, today = (set(v.questions[id].values()) if id in v.questions else set() for v in (old, new))
        yield from (f"{id}={option}, renamed since," for option in answers if option in known - today)
