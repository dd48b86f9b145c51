"""The lock of the French pages: which text each had at its revision, so that no change is forgotten by its translations.

Knows the lock file and the texts of pages. Must not know whether a change is one of meaning: a person says that.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .load import ROOT, Data
from .messages import say
from .model import SOURCE_LANGUAGE, Page
from .problems import Problem

LOCK = "content/revisions.lock"
_HEADER = "# Each French page: its revision, and a fingerprint of the text it had then. Written by `make po` and `make revisions`.\n"


@dataclass(frozen=True)
class Recorded:
    """What the lock says of a page."""

    revision: str
    text: str


def problems(data: Data, root: Path = ROOT) -> Iterator[Problem]:
    """French pages whose text is no longer that of their revision, or whose revision is not recorded.

    For `check` alone: a page that is being written must show while it is served."""
    known = _read(root)
    for path, now in _now(data).items():
        before, page = known.get(path), data.model.pages[SOURCE_LANGUAGE][path]
        file = f"docs/{SOURCE_LANGUAGE}/{path}"
        if before is None or before.revision != now.revision:
            text = say("revision {revision} is not recorded yet: run `make po`.", revision=page.revision)
            yield Problem(file, 2, text)
        elif before.text != now.text:
            text = say(
                "the text has changed since revision {revision} was recorded. Its meaning too? Raise 'revision' and run "
                "`make po`: readers of a translation are told. Only the wording? Run `make revisions`. "
                "Already raised since the last publication? `make revisions` suffices.",
                revision=page.revision,
            )
            yield Problem(file, 2, text)
    for path in sorted(known.keys() - _now(data).keys()):
        text = say("docs/{language}/{path} is gone: run `make po`.", language=SOURCE_LANGUAGE, path=path)
        yield Problem(LOCK, 1, text)


def record(data: Data, root: Path, wording: bool = False) -> list[str]:
    """Write down the pages that are new, gone, or at another revision; with `wording` also those whose text alone has
    changed. Returns the pages written anew."""
    known, found = _read(root), _now(data)
    kept = {
        path: known[path]
        for path, now in found.items()
        if not wording and path in known and known[path].revision == now.revision
    }
    lines = (f"{path} {entry.revision} {entry.text}\n" for path, entry in sorted((found | kept).items()))
    written = _HEADER + "".join(lines)
    file = root / LOCK
    if not file.exists() or file.read_text(encoding="utf-8") != written:
        file.write_text(written, encoding="utf-8")
    return [path for path, now in (found | kept).items() if known.get(path) != now]


def _now(data: Data) -> dict[str, Recorded]:
    """Every French page that stands in a file, as it is now."""
    pages = data.model.pages[SOURCE_LANGUAGE]
    written = (id for kind, id in data.origins if kind == f"pages {SOURCE_LANGUAGE}")
    return {path: Recorded(str(pages[path].revision), _fingerprint(pages[path])) for path in written}


def _fingerprint(page: Page) -> str:
    """The text of a page, however its lines are broken."""
    words = " ".join((page.title, page.description, page.body)).split()
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def _read(root: Path) -> dict[str, Recorded]:
    """The lock as it stands; a line that is not as it should (a merge went wrong) is as good as none."""
    path = root / LOCK
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    entries = (line.split() for line in lines if not line.startswith("#"))
    return {entry[0]: Recorded(*entry[1:]) for entry in entries if len(entry) == 3}
