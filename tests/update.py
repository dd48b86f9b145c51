"""The parts of `make update`: loosens the pins of pyproject.toml, pins them again at what a lock holds, says what changed.

Knows names and versions only. The lock itself is pip-compile's."""

import re
import sys
from pathlib import Path

from bonguichet.load import ROOT

PROJECT, LOCK = ROOT / "pyproject.toml", ROOT / "requirements.lock"
_PIN = re.compile(r'(?m)^(\s*"([\w.-]+))==([^"]+)(",)')
_LOCKED = re.compile(r"(?m)^([\w.-]+)==(\S+)")


def loosened(project: str) -> str:
    """A pyproject.toml that asks for the newest release of each package."""
    return _PIN.sub(r"\1\4", project)


def pinned(project: str, lock: str) -> str:
    """A pyproject.toml whose pins are the versions of a lock; comments and order stay. Raises KeyError for a package
    that the lock does not hold."""
    held = versions(lock)
    return _PIN.sub(lambda pin: f"{pin[1]}=={held[_name(pin[2])]}{pin[4]}", project)


def changes(before: str, after: str) -> list[str]:
    """What another lock changes, a line for each package: old → new, those that come and those that go."""
    old, new = versions(before), versions(after)
    return [
        f"{name}: {old.get(name, 'not there')} → {new.get(name, 'gone')}"
        for name in sorted(old | new)
        if old.get(name) != new.get(name)
    ]


def versions(lock: str) -> dict[str, str]:
    """The version of each package in a lock."""
    return {_name(name): version for name, version in _LOCKED.findall(lock)}


def _name(written: str) -> str:
    """A package's name as every index knows it: `Jinja2` is `jinja2`, `fontpkg_noto_sans` is `fontpkg-noto-sans`."""
    return re.sub(r"[-_.]+", "-", written).lower()


def main(command: str, *where: str) -> None:
    project, lock = PROJECT.read_text(encoding="utf-8"), LOCK.read_text(encoding="utf-8")
    if command == "loosen":
        path = Path(where[0])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(loosened(project), encoding="utf-8")
    elif command == "pin":
        PROJECT.write_text(pinned(project, lock), encoding="utf-8")
    elif command == "changes":
        found = changes(Path(where[0]).read_text(encoding="utf-8"), lock)
        print("\n".join(found) or "Every package is at its newest release already.")


if __name__ == "__main__":
    main(*sys.argv[1:])
