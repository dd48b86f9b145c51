"""What changes follows from the dates of the data, and from what somebody told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bonguichet import changelog, changes, feed
from bonguichet.model import Change, Value


@pytest.fixture
def with_(model):
    return lambda **other: model.model_copy(update=other)


def announced(model, since):
    """The model with one more value of an amount, from `since`."""
    amount = model.amounts["ris-single"]
    last = list(amount.values.values())[-1]
    value = Value(value=last.value + 1, source=last.source, status="announced")
    values = amount.values | {since: value}
    return model.model_copy(
        update={"amounts": model.amounts | {"ris-single": amount.model_copy(update={"values": values})}}
    )


def test_a_new_value_is_a_change_that_nobody_typed(model):
    since = model.day + timedelta(days=100)
    before, after = changes.coming(model), changes.coming(announced(model, since))
    (new,) = [change for change in after if change not in before]
    assert (new.id, new.since, new.amounts) == (f"amounts-ris-{since}", since, ("ris-single",))
    assert "revenus/montants.md" in new.pages
    assert new.affects == model.themes["ris"].affects
    assert new.told <= model.day, "it is news once it is known, not once it counts"


def test_the_first_known_value_replaces_none(model):
    only_once = {id for id, amount in model.amounts.items() if len(amount.values) == 1}
    told = {id for change in changes.every(model) for id in change.amounts}
    assert told == model.amounts.keys() - only_once


def test_values_of_one_theme_and_day_are_one_change(model):
    (change,) = [change for change in changes.every(model) if change.id == "amounts-ris-2026-03-01"]
    assert set(change.amounts) >= {"ris-single", "ris-family", "ris-cohabitant"}
    ids = [change.id for change in changes.every(model)]
    assert len(ids) == len(set(ids))


def test_a_change_is_to_come_until_its_day(with_, model):
    change = changes.coming(model)[0]
    eve, then = with_(day=change.since - timedelta(days=1)), with_(day=change.since)
    assert change.id in [each.id for each in changes.coming(eve)]
    assert change.id not in [each.id for each in changes.coming(then)]
    assert change.id in [each.id for each in changes.past(then)]
    assert next(each for each in changes.past(then) if each.id == change.id).told == change.since


def test_the_nearest_comes_first_and_the_newest_is_told_first(model):
    ahead, behind = ([change.since for change in part(model)] for part in (changes.coming, changes.past))
    assert ahead == sorted(ahead) and ahead[0] > model.day
    assert behind == sorted(behind, reverse=True) and behind[0] <= model.day


def test_as_of_an_older_day_nobody_knows_what_was_told_later(with_):
    older = with_(day=date(2026, 3, 1))
    known = {change.id for change in changes.known(older)}
    assert "first-version" not in known
    assert {"amounts-ris-2026-03-01", "amounts-grapa-2030-02-01"} <= known
    assert all(change.told <= older.day for change in changes.known(older))


def test_what_is_technical_is_told_in_the_changelog_and_to_no_reader(model):
    technical = {change.id for change in changes.every(model) if change.kind == "technical"}
    assert technical and not technical & {change.id for change in (*changes.coming(model), *changes.past(model))}
    assert not technical & {change.id for change in feed.chosen(model)}
    kind = model.word("change-kind-technical", "en")
    assert changelog.written(model).count(f"- *{kind}.*") == len(technical)


def test_every_change_says_for_whom_and_has_a_page(model):
    for change in changes.every(model):
        assert change.affects and change.pages
        assert all(page in model.pages["fr"] for page in change.pages)


def test_an_amount_on_no_page_leads_to_the_page_of_all_figures(model):
    value = next(iter(model.amounts["ris-single"].values.values()))
    lonely = model.amounts["ris-single"].model_copy(
        update={"values": {date(2026, 1, 1): value, date(2026, 2, 2): value}}
    )
    own = model.model_copy(update={"amounts": {"lonely": lonely}, "theme_of": {**model.theme_of, "lonely": "ris"}})
    (change,) = [change for change in changes.every(own) if change.amounts]
    assert change.pages == (changes.FIGURES,)


def test_a_theme_without_name_and_a_change_with_a_macro_are_mistakes(data):
    themes = {id: theme for id, theme in data.model.themes.items() if id != "grapa"}
    change = data.model.changes["first-version"]
    written = Change(**{**change.model_dump(), "about": 'Le montant est {{ amount("ris-single") }}.'})
    own = data.model.model_copy(update={"themes": themes, "changes": {"first-version": written}})
    found = [str(problem) for problem in changes.problems(replace(data, model=own))]
    assert any("content/amounts/grapa.yml" in said and "the theme 'grapa'" in said for said in found)
    assert any("content/changes.yml" in said and "without macros" in said for said in found)
    assert list(changes.problems(data)) == []
