"""What a change alters, in words an editor understands: two versions of the data, set side by side."""

from .history import Unreadable, unreadable, version_at
from .report import differences

__all__ = ["Unreadable", "differences", "unreadable", "version_at"]
