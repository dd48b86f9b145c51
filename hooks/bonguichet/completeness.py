"""How complete each language is: pages and texts that are fresh, older, missing, or reviewed by nobody.

Knows the model only. Must not know files or how a report is shown.
"""

from dataclasses import dataclass

from . import reviews
from .model import SOURCE_LANGUAGE, Model, Page


@dataclass(frozen=True)
class State:
    """The pages of a language by their state, who reviewed the language and which pages, and its texts: all of them, those
    whose translation follows an older text, and those without any."""

    fresh: tuple[str, ...]
    older: tuple[str, ...]
    missing: tuple[str, ...]
    unreviewed: tuple[str, ...]
    review: reviews.Review | None
    reviewed: tuple[tuple[str, reviews.Review], ...]
    texts: int
    outdated: tuple[str, ...]
    untranslated: tuple[str, ...]


def states(model: Model) -> dict[str, State]:
    """How complete each language is, beside the source language."""
    return {language: _state(model, language, model.texts) for language in model.languages}


def _state(model: Model, language: str, texts: tuple[str, ...]) -> State:
    source, own = model.pages[SOURCE_LANGUAGE], model.pages[language]
    older = tuple(path for path, page in own.items() if path in source and is_older(page, source[path]))
    known = texts if language == SOURCE_LANGUAGE else model.translations.get(language, {})
    found = ((path, reviews.of(model, path, page)) for path, page in own.items())
    reviewed = tuple((path, review) for path, review in found if review)
    outdated = model.outdated.get(language, frozenset())
    translated = {*known, *outdated}
    return State(
        fresh=tuple(path for path in own if path not in older),
        older=older,
        missing=tuple(path for path in source if path not in own),
        unreviewed=tuple(path for path in own if path not in dict(reviewed)),
        review=reviews.of(model, language, model.languages[language]),
        reviewed=reviewed,
        texts=len(texts),
        outdated=tuple(text for text in texts if text in outdated),
        untranslated=tuple(text for text in texts if text not in translated),
    )


def is_older(page: Page, source: Page | None) -> bool:
    """Whether the meaning of the source page has changed since it was translated."""
    return bool(source and page.translated_from and page.translated_from < (source.revision or 0))
