"""What must be looked at again: every dated fact, desk, open event and page, on its day or on that of an event."""

from datetime import date, timedelta

import pytest
from bonguichet import due, freshness
from bonguichet.model import Dated, find


def of(model, id: str) -> due.Due:
    (found,) = [each for each in due.everything(model) if each.id == id]
    return found


def test_everything_that_ages_is_listed_once(model):
    found = [(each.kind, each.id) for each in due.everything(model)]
    assert len(set(found)) == len(found)
    assert {id for kind, id in found if kind == "services"} == set(model.services)
    written = {path for path, page in model.pages["fr"].items() if page.review_by}
    assert written and {id for kind, id in found if kind == "pages"} == written
    dated = [each for each in due.everything(model) if each.kind not in ("services", "events", "pages")]
    assert len(dated) == sum(1 for _ in find(model, Dated))


def test_the_most_pressing_comes_first(model):
    days = [each.by for each in due.everything(model)]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("left", "span"), [(0, "now"), (1, "soon"), (30, "soon"), (31, "next"), (90, "next"), (91, "later")]
)
def test_an_entry_is_due_now_in_30_in_90_days_or_later(model, left, span):
    each = of(model, "appeal-cpas")
    assert due.when(each, each.by - timedelta(days=left)) == span


def test_an_event_makes_what_it_touches_due_on_its_day_until_it_is_resolved(model):
    event = model.events["index-2026-10"]
    asked = of(model, "ris-single")
    assert (asked.by, asked.events) == (event.expected, ("index-2026-10",))
    resolved = event.model_copy(update={"resolved": date(2026, 11, 20)})
    calm = of(model.model_copy(update={"events": model.events | {"index-2026-10": resolved}}), "ris-single")
    assert (calm.by, calm.events) == (model.amounts["ris-single"].review_by, ())


def test_an_event_asks_before_the_review_and_never_later(model):
    fact = model.amounts["grapa-age"]
    assert freshness.awaited(model.events["pension-age-2030"]) > fact.review_by
    assert of(model, "grapa-age").by == fact.review_by


def test_what_a_page_cites_is_among_its_sources(model):
    assert {"rd-2002-07-11", "law-2002-05-26"} <= set(of(model, "revenus/ris.md").sources)


def test_what_is_known_to_come_stands_in_order_from_the_day_on(model):
    found = due.coming(model)
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert found[0].day >= model.day
    told = {(each.day, each.id) for each in found}
    assert {(date(2030, 2, 1), "grapa-age"), (date(2027, 1, 1), "new-year"), (date(2027, 7, 1), "wave-6-2027")} <= told
