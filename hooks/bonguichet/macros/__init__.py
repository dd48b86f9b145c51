"""The words that pages and texts may call, in one language."""

from . import opening
from .examples import Examples
from .offline import Offline
from .rulesheet import RuleSheet
from .words import MacroError, Used, url_of

__all__ = ["opening", "MacroError", "Macros", "Used", "url_of"]


class Macros(Examples, RuleSheet, Offline):
    """Every macro, and the parts of the questionnaire, in one language."""

    NAMES = (
        *("amount", "amount_history", "call", "conditions", "courts", "cpas_list", "deadline", "deadline_example"),
        *("deadline_rules", "deadlines", "directory", "documents", "estimate", "estimate_examples", "glossary"),
        *(
            "letter",
            "letters",
            "model_letter",
            "model_letters",
            "offline",
            "offline_pack",
            "page",
            "plain",
            "rules",
            "service",
            "source",
        ),
        *("start", "stays", "term", "timeline", "translation_state", "warning"),
    )
