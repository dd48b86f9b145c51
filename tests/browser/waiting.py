"""Waits for what a page says of itself, or keeps it waiting."""

import time

from playwright.sync_api import Error, Frame, Page

_PATIENCE = 30.0
"""Seconds until a page that never says it is given up."""


def until(page: Page | Frame, expression: str) -> None:
    """Wait until an expression holds. Playwright's own way turns a text into a program inside the page, which our pages
    forbid (hooks/bonguichet/policy.py)."""
    end = time.monotonic() + _PATIENCE
    while not _holds(page, expression):
        assert time.monotonic() < end, f"never: {expression}"
        page.wait_for_timeout(20)


def hold_frames(page: Page) -> None:
    """Make the page one whose browser is never done with its frame, until `paint_frames`."""
    page.add_init_script("window.held = []; window.requestAnimationFrame = (callback) => window.held.push(callback);")


def paint_frames(page: Page, count: int = 10_000) -> None:
    """Run what was to be done at the frames that `hold_frames` holds back, and at those that follow; at most so many."""
    page.evaluate("(count) => { for (let callback; count-- && (callback = held.shift()); ) callback(); }", count)


def _holds(page: Page | Frame, expression: str) -> bool:
    try:
        return page.evaluate(expression)
    except Error:  # the page is just being left for another
        return False
