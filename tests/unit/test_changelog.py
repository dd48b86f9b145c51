"""CHANGELOG.md is written by the data, and says the same on every day."""

from datetime import date

from bonguichet import changelog, changes
from bonguichet.load import ROOT


def test_the_changelog_is_fresh(model):
    """When this fails: make changelog."""
    assert (ROOT / changelog.FILE).read_text(encoding="utf-8") == changelog.written(model)


def test_the_changelog_says_the_same_on_every_day(model):
    other = model.model_copy(update={"day": date(2030, 6, 1)})
    assert changelog.written(other) == changelog.written(model)


def test_every_change_stands_in_english_below_its_day_with_its_pages(model):
    said = changelog.written(model)
    for change in changes.every(model):
        below = said.partition(f"## {change.since}\n")[2].partition("\n## ")[0]
        assert model.text(change.affects, "en").rstrip(".") in below
        assert all(f"- `{id}`: {model.amounts[id].values[change.since].value}" in below for id in change.amounts)
