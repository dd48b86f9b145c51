"""The words that pages and texts may call, in one language."""

from . import opening
from .parts import Macros
from .words import MacroError, Used, url_of

__all__ = ["opening", "MacroError", "Macros", "Used", "url_of"]
