"""A site is put in place whole: whatever stops the build, and whenever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bonguichet import placing
from bonguichet.load import ROOT

WRITES = """
import os, signal, sys
from pathlib import Path
out = Path(sys.argv[-1])
out.mkdir(parents=True)
(out / "index.html").write_text("new")
{then}
(out / "last.html").write_text("new")
"""


@pytest.fixture
def place(tmp_path):
    """A folder with a former site."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("former")
    (tmp_path / "site/gone.html").write_text("former")
    return tmp_path


def built(place: Path, then: str = "") -> int:
    command = [sys.executable, "-c", WRITES.format(then=then)]
    return placing.build(command, place / ".build", place / "site")


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


FORMER = {"index.html": "former", "gone.html": "former"}
NEW = {"index.html": "new", "last.html": "new"}


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_whole_site_takes_the_place_of_the_former_and_leaves_nothing_beside(place, monkeypatch, exchanges):
    if not exchanges:
        monkeypatch.setattr(placing, "_exchange", lambda *_: False)
    assert built(place) == 0
    assert content(place / "site") == NEW
    assert sorted(path.name for path in place.rglob("*")) == [".build", "index.html", "last.html", "site", "site.lock"]


def test_the_first_site_needs_no_former_one(tmp_path):
    assert built(tmp_path) == 0
    assert content(tmp_path / "site") == NEW


def test_linux_exchanges_two_folders_at_once(place):
    if sys.platform == "linux":
        (place / "new").mkdir()
        assert placing._exchange(place / "new", place / "site")
        assert content(place / "new") == FORMER


@pytest.mark.parametrize("then", ["sys.exit(3)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_build_that_fails_or_is_killed_in_the_middle_leaves_the_former_site_and_the_next_one_works(place, then):
    assert built(place, then) != 0
    assert content(place / "site") == FORMER
    assert built(place) == 0
    assert content(place / "site") == NEW


def test_a_site_that_cannot_be_put_in_place_gives_it_back_to_the_former_one(place, monkeypatch):
    monkeypatch.setattr(placing, "_exchange", lambda *_: False)
    with pytest.raises(OSError):
        placing.place(place / "never-built", place / "site")
    assert content(place / "site") == FORMER


def test_two_builds_never_write_into_the_same_folder(place):
    """The second is refused, even when the first one's `make` was killed and only its child still writes."""
    waits = [sys.executable, "-c", WRITES.format(then='print("at work", flush=True); sys.stdin.read()')]
    call = f"import sys; from pathlib import Path; from bonguichet import placing; placing.build({waits!r}, Path('.build'), Path('site'))"
    parent = subprocess.Popen(
        [sys.executable, "-c", call],
        cwd=place,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout.readline() == "at work\n"
    parent.kill()
    parent.wait()
    with pytest.raises(placing.Busy):
        built(place)
    assert content(place / "site") == FORMER
    parent.stdin.close()  # the child ends
    parent.stdout.read()
    assert built(place) == 0
    assert content(place / "site") == NEW
