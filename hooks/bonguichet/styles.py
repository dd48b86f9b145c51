"""The style of a page: what every page wears, and what its components need.

Knows the sheets of `overrides/styles/`, in the order of their names. A sheet whose first line reads `/* for: estimate, chart */`
goes only to pages that show one of these components, `/* for: rtl */` to those that run so; one that reads `/* dark */`
holds on a dark device and for who chose it.
Must not know what a page says.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

import rcssmin

_DARK = "/* dark */\n"
_FOR = re.compile(r"/\* for: ([\w, -]+) \*/\n")


@dataclass(frozen=True)
class Sheet:
    """One file of styles, made small; `components` it dresses, none where it dresses every page."""

    components: frozenset[str]
    css: str


def load(folder: Path) -> tuple[Sheet, ...]:
    """The sheets of a folder, in the order of their names."""
    return tuple(_sheet(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.css")))


def _sheet(css: str) -> Sheet:
    named = _FOR.match(css)
    components = frozenset(named[1].replace(" ", "").split(",")) if named else frozenset()
    return Sheet(components, rcssmin.cssmin(_at_night(css) if css.startswith(_DARK) else css))


def _at_night(css: str) -> str:
    """Rules of `:root` written once: for a dark device unless light was chosen, and for any device where dark was."""
    device, chosen = (
        css.replace(":root", f":root{where}") for where in (":not([data-theme=light])", "[data-theme=dark]")
    )
    return f"@media (prefers-color-scheme: dark) {{{device}}}{chosen}"


def alone(sheets: tuple[Sheet, ...], component: str) -> str:
    """The style that dresses one component and no page: what comes with a part that is fetched later."""
    return "".join(sheet.css for sheet in sheets if component in sheet.components)


def worn(sheets: tuple[Sheet, ...], shown: Container[str]) -> str:
    """The style of a page that shows these components."""
    return "".join(
        sheet.css for sheet in sheets if not sheet.components or any(name in shown for name in sheet.components)
    )
