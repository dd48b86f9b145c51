"""`make serve` as an editor has it: what is saved shows, a mistake is told and takes nothing away."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT, TODAY, Project

PATIENCE = 600
"""Seconds until a server that never answers is given up."""

RIS = "revenus/ris/"


class Served:
    """A server that runs, and what it has said."""

    def __init__(self, address: str, said: Path, process: subprocess.Popen):
        self.address, self._said, self._process = address, said, process

    def page(self, path: str) -> str:
        """A page as a browser gets it, or nothing while nobody answers."""
        try:
            with urlopen(self.address + path) as answer:
                return answer.read().decode()
        except (URLError, ConnectionError):
            return ""

    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Ask again and again; a server that ended or stays silent fails the test with all it has said."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self._process.poll() is None, f"the server ended:\n{self.said()}"
            assert time.monotonic() < end, f"never: {what}\n{self.said()}"
            time.sleep(0.05)


@contextmanager
def serve(project: Project) -> Iterator[Served]:
    """The command of the Makefile, at an address that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    said = project.root / "said.txt"
    environment = os.environ | {"PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1", "SITE_DATE": TODAY}
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", *_OPTIONS, "--dev-addr", place],
            cwd=project.root,
            env=environment,
            stdout=log,
            stderr=log,
        )
    try:
        yield Served(f"http://{place}/", said, process)
    finally:
        process.terminate()
        process.wait()


_OPTIONS = re.search(r"mkdocs (serve .*) --dev-addr", (ROOT / "Makefile").read_text(encoding="utf-8"))[1].split()


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    return Project(tmp_path_factory.mktemp("served") / "project")


@pytest.mark.long
def test_what_an_editor_saves_shows_and_a_mistake_is_told_and_takes_nothing_away(project):
    amount = "content/amounts/ris.yml"
    with serve(project) as served:
        served.until(lambda: "Vous n’avez pas assez d’argent" in served.page(RIS), "the first pages")

        project.change("docs/fr/revenus/ris.md", "Vous n’avez pas assez d’argent", "Il vous manque de l’argent")
        served.until(lambda: "Il vous manque de l’argent" in served.page(RIS), "the changed page")

        line = project.change(amount, "value: 1340.47", "value: beaucoup")
        served.until(lambda: f"{amount}:{line}: " in served.said(), "the mistake, with its line")
        assert "340,47" in served.page(RIS), "the last good figure stays"
        assert "Traceback" not in served.said()

        project.change(amount, "value: beaucoup", "value: 1341.48")
        served.until(lambda: "341,48" in served.page(RIS), "the figure put right")
