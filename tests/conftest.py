"""What the tests share: the real data, a copy of the project to break, the built site, a real browser."""

import fcntl
import os
import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from bonguichet import hosting
from bonguichet.load import ROOT, Data, load
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.questionnaire import examples

TODAY = "2026-11-22"
"""The day of the tests: nothing here may depend on the clock."""

REQUEST_OF_5_OCTOBER_2026 = {
    "cpas-transfer": "2026-10-10",
    "cpas-decision": "2026-11-04",
    "cpas-notification": "2026-11-12",
    "ris-payment": "2026-11-19",
    "piis": "2027-01-05",
    "appeal-silence": "2027-01-05",
}
"""Every date that follows from a request to the CPAS on that day: 5 days, 30 days, then 8 and 15 after these, 3 months."""

os.environ["LC_ALL"] = "C.UTF-8"
"""Messages in English, wherever the tests run; here and in every command that they start."""

os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(f"{TODAY}T12:00+00:00").timestamp()))
"""What the clock of the machine says, for the same."""

BUILDS = Path(__file__).parent / "build"
PARTS = ("content", "questionnaire", "docs", "overrides", "hooks", "mkdocs.yml")
QUIET = [
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"),
    *("--no-first-run", "--no-sandbox"),
]

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("steady")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: a browser waits most of its time."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The builds begin first: they take longest, and the other tests run beside them."""
    items.sort(key=lambda item: BUILDS not in item.path.parents)


@cache
def real() -> Data:
    """The real data, on the day of the tests: read once by each worker."""
    return load(ROOT, date.fromisoformat(TODAY))


@pytest.fixture(scope="session")
def data() -> Data:
    return real()


@pytest.fixture(scope="session")
def model(data):
    return data.model


@pytest.fixture
def project(tmp_path):
    """A copy of the project that a test may break."""
    return Project(tmp_path / "project")


class Project:
    """A copy of the project, with ways to change one file and to run its commands."""

    def __init__(self, root: Path):
        """`root` is a folder to be made, or that of a copy made before."""
        self.root = root
        if root.exists():
            return
        root.mkdir()
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, root / part)

    def change(self, file: str, old: str, new: str) -> int:
        """Replace `old`, which must stand there once or more, by `new`; returns the line of the first place."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}: mend this test"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        """Run a Python module inside the copy, as the Makefile does."""
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1", "SITE_DATE": TODAY} | environment,
            capture_output=True,
            text=True,
        )

    def check(self) -> subprocess.CompletedProcess:
        return self.run("bonguichet", "check")

    def build(self, **environment: str) -> subprocess.CompletedProcess:
        return self.run("mkdocs", "build", "--strict", "--site-dir", "built", **environment)


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id):
    """Make something slow in a folder of its own, once for all workers: the first makes it, the others wait."""
    mine = tmp_path_factory.getbasetemp()
    shared = mine if worker_id == "master" else mine.parent

    def make(name: str, how: Callable[[Path], None]) -> Path:
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                how(folder)
        return folder

    return make


@pytest.fixture(scope="session")
def once_made(once):
    """The same for what is no folder, and is slow to make: it is handed to the other workers as it was made."""

    def make(name: str, how: Callable[[], Any]) -> Any:
        def write(folder: Path) -> None:
            made = pickle.dumps(how())
            folder.mkdir()
            (folder / "made").write_bytes(made)

        return pickle.loads((once(name, write) / "made").read_bytes())

    return make


@pytest.fixture(scope="session")
def corpus() -> list[examples.Example]:
    """Questionnaires nobody would think of, with answers."""
    return examples.corpus(300)


@pytest.fixture(scope="session")
def site(once) -> Path:
    """The whole real site, built strictly."""
    return once("site", build)


def build(out: Path) -> None:
    """Build the whole real site into a folder, strictly."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=ROOT,
        env=os.environ
        | {
            "PYTHONPATH": "hooks",
            "NO_MKDOCS_2_WARNING": "1",
            "SITE_DATE": TODAY,
            "SITE_URL": "https://bon-guichet.example/",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr, done.stderr


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def end_headers(self):
        """What a server says of our files, but that a browser of the tests keeps none."""
        for name, value in (hosting.headers(self.path) | {"Cache-Control": "no-store"}).items():
            self.send_header(name, value)
        super().end_headers()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A reader who leaves while a page still comes is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Quiet) -> Iterator[str]:
    """The address at which a built site is served."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The address at which the built site is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Browser:
    """A real Chromium."""
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()
