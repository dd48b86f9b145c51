"""The words that pages and texts may call, in one language."""

from . import opening
from .examples import Examples
from .situations import Situations
from .words import MacroError, Used, url_of

__all__ = ["opening", "MacroError", "Macros", "Used", "url_of"]


class Macros(Examples, Situations):
    """Every macro, and the parts of the questionnaire, in one language."""

    NAMES = (
        *("amount", "amount_history", "call", "conditions", "courts", "cpas_list", "deadline", "deadline_example"),
        *("deadline_rules", "deadlines", "directory", "documents", "estimate", "estimate_examples", "glossary"),
        *("letter", "letters", "model_letter", "model_letters", "page", "plain", "rules", "service"),
        *("situation", "situations", "source", "start", "stays", "term", "timeline", "translation_state", "warning"),
    )
