"""The picture that other sites show beside a link of ours: the title and description of one page, in its language.

Knows Pillow and the fonts of the picture, and keeps what it has drawn by content. Must not know pages or addresses.
"""

import hashlib
import textwrap
from dataclasses import astuple, dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 600, 315
"""Pixels: the least that other sites still show as a large picture."""
_MARGIN, _BAND = 40, 12
_PAPER, _BAND_COLOUR, _BRAND_COLOUR, _TITLE_COLOUR, _TEXT_COLOUR = "#faf6ec", "#e8a317", "#0b5a43", "#1f1b13", "#5b5445"
_COLOURS = 16
"""Those five and the shades between them at the edge of a letter: a third of the bytes of a picture with every colour."""
_FONT_PACKAGES = {"ltr": "fontpkg_noto_sans", "rtl": "fontpkg_noto_sans_arabic"}
"""Each holds Latin letters too: a line with words of both scripts needs one font."""


@dataclass(frozen=True)
class Line:
    """One line of words: its foot and its size in pixels, the name of its weight."""

    text: str
    foot: int
    size: int
    colour: str
    weight: str = "Regular"


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
        return hashlib.sha256(repr(astuple(self)).encode()).hexdigest()[:16] + ".png"

    def lines(self) -> list[Line]:
        """The brand, the title, the description, and the language at the foot; of a long page only what has room."""
        title = textwrap.wrap(self.title, 28)[:3]
        below = 105 + 42 * len(title)
        description = textwrap.wrap(self.description, 54, max_lines=5 - len(title), placeholder=" …")
        return [
            Line(self.brand, 55, 20, _BRAND_COLOUR, "Bold"),
            *(Line(line, 105 + 42 * at, 33, _TITLE_COLOUR, "Bold") for at, line in enumerate(title)),
            *(Line(line, below + 25 * at, 17, _TEXT_COLOUR) for at, line in enumerate(description)),
            Line(self.language, 292, 16, _BRAND_COLOUR, "Bold"),
        ]


def draw(card: Card, kept: Path) -> bytes:
    """The picture as PNG; `kept` is the folder of those drawn before, by the versions that drew them."""
    path = kept / _drawn_by() / card.name()
    if not path.is_file():
        png = _png(card)
        path.parent.mkdir(parents=True, exist_ok=True)
        being_written = path.with_suffix(f".{hashlib.sha256(png).hexdigest()[:8]}")
        being_written.write_bytes(png)
        being_written.replace(path)  # whole or not at all, whoever else draws it now
    return path.read_bytes()


def _png(card: Card) -> bytes:
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 0, WIDTH, _BAND - 1), _BAND_COLOUR)
    start, anchor = (_MARGIN, "ls") if card.direction == "ltr" else (WIDTH - _MARGIN, "rs")
    for line in card.lines():
        font = _font(_FONT_PACKAGES[card.direction], line.size, line.weight)
        drawing.text((start, line.foot), line.text, line.colour, font, anchor, direction=card.direction)
    png = BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(png, "PNG")
    return png.getvalue()


@cache
def _font(package: str, size: int, weight: str) -> ImageFont.FreeTypeFont:
    """A font that joins the letters of Arabic and puts the words of a line in their order (Raqm, in Pillow itself)."""
    [file] = [
        path for path in (files(package) / "files").iterdir() if path.suffix == ".ttf" and "Italic" not in path.name
    ]
    font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.RAQM)
    font.set_variation_by_name(weight)
    return font


@cache
def _drawn_by() -> str:
    """What a picture depends on beside its words: this file, and packages of which another version may draw it otherwise."""
    versions = [version(package.replace("_", "-")) for package in ("pillow", *_FONT_PACKAGES.values())]
    return "-".join([*versions, hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]])
