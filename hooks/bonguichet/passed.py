"""Texts that passed a slow examination, by fingerprint, so that the next command does not repeat it.

Knows one file of fingerprints, which may be deleted at any time. Must not know what was examined.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path


class Passed:
    """The texts that passed, kept in `file`. `rules`: what the examination rests on; when it changes, nothing has passed."""

    def __init__(self, file: Path, rules: str):
        self._file, self._rules = file, rules
        self._before, self._now = _read(file), set[str]()

    def examine(self, text: str, examination: Callable[[], str | None]) -> str | None:
        """What an examination finds wrong with a text; None where nothing is, or nothing was the last time."""
        mark = hashlib.sha256(f"{self._rules}\0{text}".encode()).hexdigest()[:32]
        if mark not in self._before and (fault := examination()):
            return fault
        self._now.add(mark)
        return None

    def keep(self) -> None:
        """Write the file anew: texts that are gone leave it. Where it cannot be written, the next command takes longer."""
        if self._now == self._before:
            return
        written = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(exist_ok=True)
            written.write_text(json.dumps(sorted(self._now)), encoding="utf-8")
            written.replace(self._file)
        except OSError:
            return


def _read(file: Path) -> set[str]:
    try:
        return set(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return set()
