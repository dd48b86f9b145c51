"""The site as it stands, built and served for a measurement, and a browser to look at it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.conftest import QUIET, build, serve


@contextmanager
def site() -> Iterator[tuple[Path, str]]:
    """The folder and the address of the built site; $SITE names one that is built already."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(os.environ.get("SITE") or folder)
        if not any(place.iterdir()):
            build(place)
        with serve(place) as address:
            yield place, address


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium of the tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=QUIET)
        yield started
        started.close()
