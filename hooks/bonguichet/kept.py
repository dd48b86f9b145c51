"""What this process has made before, so that it need not make it again: from one build of `make serve` to the next, nearly
everything stays as it was.

Knows names, and fingerprints of what things are made from. Must not know what is kept, nor any time.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

_Made = TypeVar("_Made")

_kept: dict[str, tuple[str, Any]] | None = None


def begin() -> None:
    """From now on this process keeps what it makes. A process that makes everything once has no use for it."""
    global _kept
    _kept = {} if _kept is None else _kept


def fingerprint(*parts: Any) -> str:
    """The same for the same plain values, and for no others; empty, and free, in a process that keeps nothing."""
    return "" if _kept is None else hashlib.sha256(repr(parts).encode()).hexdigest()


def again(name: str, made_from: str, make: Callable[..., _Made], *given: Any) -> _Made:
    """What `make` gives, or gave the last time under this name where it was made from the same. A mistake is not kept."""
    if (before := recall(name, made_from)) is not None:
        return before
    made = make(*given)
    keep(name, made_from, made)
    return made


def recall(name: str, made_from: str) -> Any:
    """What is kept under a name; None where that was made from something else."""
    before, made = (_kept or {}).get(name, ("", None))
    return made if before == made_from else None


def keep(name: str, made_from: str, made: Any) -> None:
    """Keep something under a name, in the place of what was kept there."""
    if _kept is not None:
        _kept[name] = (made_from, made)


def files(*folders: Path) -> str:
    """The fingerprint of every file below some folders; none is read by a process that keeps nothing."""
    if _kept is None:
        return ""
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return fingerprint([(path.as_posix(), path.read_bytes()) for path in paths])
