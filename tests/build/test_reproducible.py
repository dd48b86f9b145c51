"""The same commit and the same day give the same bytes, whoever builds, wherever and whenever."""

import os
from pathlib import Path

import pytest

from tests.conftest import Project

HOME = "https://bon-guichet.example/"
ELSEWHERE = '''
"""Another machine: it lists folders the other way round, writes files for its user alone, and stands in another place."""
import os

os.umask(0o077)
_listdir, _scandir = os.listdir, os.scandir


class _Turned:
    def __init__(self, found):
        self._found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self._found

    def __next__(self):
        return next(self._found)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    close = __exit__


os.listdir = lambda *given: sorted(_listdir(*given), reverse=True)
os.scandir = lambda *given: _Turned(_scandir(*given))
'''


@pytest.mark.long
def test_two_builds_on_two_machines_give_the_same_bytes(site, tmp_path):
    """Pages, scripts, archives and pictures, the latter drawn anew. The other machine: ELSEWHERE, and its environment."""
    other = Project(tmp_path / "another place né")
    (other.root / "elsewhere").mkdir()
    (other.root / "elsewhere" / "sitecustomize.py").write_text(ELSEWHERE, encoding="utf-8")
    done = other.build(
        PYTHONPATH="hooks:elsewhere",
        PYTHONHASHSEED="7",
        TZ="Pacific/Kiritimati",
        LC_ALL="fr_BE.UTF-8",
        USER="somebody",
        HOME=str(tmp_path),
        SITE_URL=HOME,
    )
    assert done.returncode == 0, done.stderr
    built = other.root / "built"
    assert oct(os.stat(built / "index.html").st_mode)[-3:] == "600", "the other machine is another one"
    ours, theirs = files(site), files(built)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
