"""Reads the picture of a QR code back into its modules."""

import re


def shown(svg: str) -> set[tuple[int, int]]:
    """The dark modules of a picture made of lines, by column and row, quiet zone included."""
    found, x, y = set(), 0.0, 0.0
    [path] = re.findall(r'<path[^>]*stroke="#000"[^>]*d="([^"]+)"', svg)
    for kind, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(value) for value in re.findall(r"-?[\d.]+", numbers)]
        if kind == "h":
            found |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if kind == "M" else (x + values[0], y + values[1])
    return found


def dark(matrix) -> set[tuple[int, int]]:
    """The dark modules of a code within its quiet zone."""
    return {(x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
