"""QR codes of fixed addresses, drawn at build.

Knows segno. Links that hold answers are drawn in the reader's browser (`questionnaire/client/qr.js`): no build sees them.
"""

import segno

from . import kept

MASK = 2
"""Which modules are turned over. To try all eight masks on every address costs five times as much as the rest of the code;
this one is as easy to read as the best, or nearly, for all addresses that begin like ours."""


def svg(address: str) -> str:
    """The code of an address as an inline picture: black on white in every theme, with its quiet zone, no size of its own.

    Hidden from screen readers: the address must stand beside it in words.
    """
    return kept.again(f"code {address}", address, _drawn, address)


def _drawn(address: str) -> str:
    code = segno.make_qr(address, error="m", mask=MASK)
    drawn = code.svg_inline(border=4, omitsize=True, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return drawn.replace("<svg ", '<svg aria-hidden="true" shape-rendering="crispEdges" ', 1)
