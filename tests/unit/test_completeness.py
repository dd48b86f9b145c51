"""The report on the languages counts what is there, what is behind and what is missing."""

from datetime import date

from bonguichet import completeness
from bonguichet.model import Reviewer


def test_the_source_language_is_complete_by_definition(model):
    state = completeness.states(model)["fr"]
    assert (state.older, state.missing, state.untranslated) == ((), (), ())
    assert set(state.fresh) == set(model.pages["fr"])
    assert state.texts > 1000


def test_a_page_whose_source_changed_is_older_and_one_that_is_not_there_is_missing(model):
    source = model.pages["fr"]
    dutch = dict(model.pages["nl"])
    del dutch["glossaire.md"]
    dutch["revenus/ris.md"] = dutch["revenus/ris.md"].model_copy(update={"translated_from": 1})
    french = source | {"revenus/ris.md": source["revenus/ris.md"].model_copy(update={"revision": 2})}
    changed = model.model_copy(update={"pages": model.pages | {"nl": dutch, "fr": french}})
    state = completeness.states(changed)["nl"]
    assert state.older == ("revenus/ris.md",)
    assert state.missing == ("glossaire.md",)
    assert "revenus/ris.md" not in state.fresh


def test_a_text_without_translation_is_named(model):
    known = dict(model.translations["en"])
    known.pop("Menu")
    changed = model.model_copy(update={"translations": model.translations | {"en": known}})
    assert completeness.states(changed)["en"].untranslated == ("Menu",)


def test_a_text_whose_translation_is_outdated_is_not_one_without_translation(model):
    known = {text: said for text, said in model.translations["en"].items() if text != "Menu"}
    changes = {"translations": model.translations | {"en": known}, "outdated": {"en": frozenset({"Menu"})}}
    state = completeness.states(model.model_copy(update=changes))["en"]
    assert (state.outdated, state.untranslated) == (("Menu",), ())


def test_a_page_is_unreviewed_until_a_person_is_named_with_the_day(model):
    page = model.pages["nl"]["revenus/ris.md"].model_copy(
        update={"reviewed_by": "a-person", "reviewed_on": date(2026, 12, 1), "reviewed_version": "00000000"}
    )
    changes = {
        "pages": model.pages | {"nl": model.pages["nl"] | {"revenus/ris.md": page}},
        "reviewers": {"a-person": Reviewer(name="A. Person")},
    }
    state = completeness.states(model.model_copy(update=changes))["nl"]
    assert "revenus/ris.md" not in state.unreviewed
    assert "recours/refus.md" in state.unreviewed
    [(path, review)] = state.reviewed
    assert (path, review.name, review.holds) == ("revenus/ris.md", "A. Person", False)
