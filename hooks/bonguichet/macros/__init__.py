"""The words that pages and texts may call, in one language."""

from ..pagefiles import url_of
from . import opening
from .embedding import Embedding
from .examples import Examples
from .finder import Finder
from .histories import Histories
from .offline import Offline
from .opendata import OpenData
from .shortaddresses import ShortAddresses
from .shortaddresses import ids as short_ids
from .situations import Situations
from .words import MacroError, Used

__all__ = ["opening", "MacroError", "Macros", "Used", "short_ids", "url_of"]


class Macros(Examples, Embedding, Finder, Histories, Offline, OpenData, ShortAddresses, Situations):
    """Every macro, and the parts of the questionnaire, in one language."""

    NAMES = (
        *("amount", "amount_history", "amounts", "call", "changes", "changes_feed", "choices", "conditions", "courts"),
        *("cpas_list", "data_file", "deadline", "deadline_example", "deadline_rules", "deadlines", "directory"),
        *("documents", "embed_code", "estimate", "estimate_examples", "freshness_state", "glossary", "leave", "letter"),
        *("letters", "model_letter", "model_letters", "offline", "offline_pack", "page", "plain", "reviews_so_far"),
        *("rules", "search", "service", "situation", "source", "start", "stays", "term", "timeline"),
        *("translation_state", "warning"),
    )
