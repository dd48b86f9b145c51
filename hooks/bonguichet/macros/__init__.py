"""The words that pages and texts may call, in one language."""

from . import opening
from .embedding import Embedding
from .examples import Examples
from .rulesheet import RuleSheet
from .words import MacroError, Used, url_of

__all__ = ["opening", "MacroError", "Macros", "Used", "url_of"]


class Macros(Examples, RuleSheet, Embedding):
    """Every macro, and the parts of the questionnaire, in one language."""

    NAMES = (
        *("amount", "amount_history", "call", "choices", "conditions", "courts", "cpas_list", "deadline"),
        *("deadline_example", "deadline_rules", "deadlines", "directory", "documents", "embed_code", "estimate"),
        *("estimate_examples", "glossary", "letter", "letters", "model_letter", "model_letters", "page", "plain"),
        *("rules", "service", "source"),
        *("start", "stays", "term", "timeline", "translation_state", "warning"),
    )
