"""Builds a site beside the one that stands, and puts it in its place once it is whole.

Knows folders and a command. Must not know what the command builds. Whenever this is interrupted, the former site stands
as it was; two builds at once never write into the same folder.
"""

import ctypes
import fcntl
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_HERE = -100
"""AT_FDCWD: a relative path is meant from the folder of the process."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux: two names change places at once."""


class Busy(Exception):
    """Another build is at work in the same project, or one that lost its `make` has not ended yet."""


def build(command: Sequence[str], beside: Path, at: Path) -> int:
    """Run `command`, which gets the folder to build into as its last word, inside `beside`; put what it built at `at`.

    Returns the exit code of the command: where it is not 0, `at` stays as it was. Raises Busy."""
    beside.mkdir(parents=True, exist_ok=True)
    with (beside / "site.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        new = beside / "site"
        shutil.rmtree(new, ignore_errors=True)  # what a build left that was stopped
        if code := subprocess.run([*command, str(new)], pass_fds=[lock.fileno()]).returncode:
            return code
        place(new, at)
        return 0


def place(new: Path, at: Path) -> None:
    """`new` stands at `at` from one moment to the next, and what stood there is gone. Both are on one disk.

    Where the system cannot exchange two folders, nothing stands at `at` between two renamings: what stood there then
    waits in `at` with « .former » behind, and comes back if the second fails."""
    former = at.with_name(f"{at.name}.former")
    if not at.exists():
        new.rename(at)
    elif _exchange(new, at):
        shutil.rmtree(new)
    else:
        shutil.rmtree(former, ignore_errors=True)
        at.rename(former)
        try:
            new.rename(at)
        except OSError:
            former.rename(at)
            raise
    shutil.rmtree(former, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system could let the two change places at once."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
