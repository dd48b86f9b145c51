"""Writes a file only where its text changes.

Knows files. Must not know what they hold.
"""

from pathlib import Path


def put(path: Path, text: str) -> bool:
    """Whether the file was written: it was missing, or held another text."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True
