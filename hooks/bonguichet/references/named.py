"""Whether what an entry names is there, and no page is a source twice.

Knows every entry. Must not know what an entry is for.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches

from ..load import KINDS, Data
from ..messages import say
from ..model import SOURCE_LANGUAGE, FactId, Reference, find
from ..problems import Problem, did_you_mean
from ..reviews import SIGN_OFF


def problems(data: Data) -> Iterator[Problem]:
    """Every reference that leads nowhere."""
    yield from _unknown_references(data)
    yield from _sources(data)


def _unknown_references(data: Data) -> Iterator[Problem]:
    pages = data.model.pages.get(SOURCE_LANGUAGE, {})
    for kind, id, entry in data.entries():
        for path, reference in find(entry, Reference):
            if isinstance(reference, FactId):
                known = {name for touchable in FactId.kinds for name in getattr(data.model, touchable)}
            else:
                known = pages if reference.kind == "pages" else getattr(data.model, reference.kind)
            if reference not in known:
                recipe = SIGN_OFF if reference.kind == "reviewers" else None
                yield replace(data.problem(kind, id, _unknown(data, reference, known), *path), recipe=recipe)


def _unknown(data: Data, reference: Reference, known: Collection[str]) -> str:
    """That a reference leads nowhere, and the way out."""
    if isinstance(reference, FactId):
        return say("'{id}' is no amount, deadline or right.", id=reference) + did_you_mean(reference, known)
    if reference.kind == "municipalities":
        return _no_town(data, reference)
    what = reference.kind.replace("_", " ")
    text = say("'{id}' is not in {what}.", id=reference, what=what)
    if way_out := did_you_mean(reference, known):
        return text + way_out
    if reference.kind not in KINDS:
        return text
    return text + " " + say("Add it to {place}, or use one that stands there.", place=KINDS[reference.kind].place)


def _no_town(data: Data, name: str) -> str:
    """That a municipality is named by its code, and the code of the one that was meant."""
    codes = {said: code for code, town in data.model.municipalities.items() for said in town.names.values()}
    near = get_close_matches(name.title(), codes, n=1)
    meant = near[0] if near else "Forest"
    return say(
        "'{name}' is no NIS code: write it in quotes, such as \"{code}\" for {town}.",
        name=name,
        code=codes[meant],
        town=meant,
    )


def _sources(data: Data) -> Iterator[Problem]:
    """A page is a source once."""
    first: dict[str, str] = {}
    for id, source in data.model.sources.items():
        if source.url and (known := first.setdefault(source.url, id)) != id:
            text = say("'{other}' is the same page: keep one of the two.", other=known)
            yield data.problem("sources", id, text, "url")
