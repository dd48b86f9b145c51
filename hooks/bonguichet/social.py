"""The picture that other sites show beside a link of ours: the title and description of one page, in its language.

Knows resvg and its fonts, and keeps what it has drawn by content. Must not know pages or addresses.
"""

import hashlib
import textwrap
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

import resvg_py

WIDTH, HEIGHT = 600, 315
"""Pixels: the least that other sites still show as a large picture. Twice as many each way take three times as long to draw
and twice the bytes."""
_LAID_OUT = 1200, 630
"""The space in which the words have their places."""
_FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
_FONTS = sorted(
    str(path)
    for package in _FONT_PACKAGES
    for path in (files(package) / "files").iterdir()
    if path.name.endswith(".ttf") and "Italic" not in path.name
)
_FAMILIES = {"ltr": "Noto Sans", "rtl": "Noto Sans Arabic, Noto Sans"}
_START = {"ltr": ("start", 80), "rtl": ("end", _LAID_OUT[0] - 80)}
_EMBEDDED = {"ltr": "\u202a{}\u202c", "rtl": "\u202b{}\u202c"}
"""resvg lays lines out from the left whatever they hold: each is embedded in the direction of its language."""


@dataclass(frozen=True)
class Card:
    """What the picture says, in one language."""

    brand: str
    title: str
    description: str
    language: str
    direction: str

    def name(self) -> str:
        """The name of its file: another content is another name."""
        return hashlib.sha256(self.svg().encode()).hexdigest()[:16] + ".png"

    def svg(self) -> str:
        """The picture before it is drawn: the brand, the title, the description, and the language at the foot."""
        title = textwrap.wrap(self.title, 28)[:3]
        below = 210 + 84 * len(title)
        description = textwrap.wrap(self.description, 54, max_lines=5 - len(title), placeholder=" …")
        parts = [
            self._line(self.brand, 110, 40, "#0b5a43", bold=True),
            *(self._line(line, 210 + 84 * at, 66, "#1f1b13", bold=True) for at, line in enumerate(title)),
            *(self._line(line, below + 50 * at, 34, "#5b5445") for at, line in enumerate(description)),
            self._line(self.language, 585, 32, "#0b5a43", bold=True),
        ]
        drawn, (width, height) = "".join(parts), _LAID_OUT
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {width} {height}">'
            f'<rect width="{width}" height="{height}" fill="#faf6ec"/><rect width="{width}" height="24" fill="#e8a317"/>'
            f"{drawn}</svg>"
        )

    def _line(self, text: str, y: int, size: int, colour: str, bold: bool = False) -> str:
        anchor, x = _START[self.direction]
        return (
            f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-family="{_FAMILIES[self.direction]}" font-size="{size}" '
            f'font-weight="{700 if bold else 400}" fill="{colour}">{_EMBEDDED[self.direction].format(escape(text))}</text>'
        )


def draw(card: Card, kept: Path) -> bytes:
    """The picture as PNG; `kept` is the folder of those drawn before, by the versions that drew them."""
    path = kept / _drawn_by() / card.name()
    if not path.is_file():
        png = bytes(resvg_py.svg_to_bytes(svg_string=card.svg(), skip_system_fonts=True, font_files=_FONTS))
        path.parent.mkdir(parents=True, exist_ok=True)
        being_written = path.with_suffix(f".{hashlib.sha256(png).hexdigest()[:8]}")
        being_written.write_bytes(png)
        being_written.replace(path)  # whole or not at all, whoever else draws it now
    return path.read_bytes()


@cache
def _drawn_by() -> str:
    """What a picture depends on beside its words: another version of these may draw it otherwise."""
    return "-".join(version(package.replace("_", "-")) for package in ("resvg_py", *_FONT_PACKAGES))
