"""A page that grows old in the reader's hands says so, gives up its figures, and keeps its deadlines."""

from datetime import timedelta

import pytest
from bonguichet import freshness
from playwright.sync_api import expect

from tests.browser.conftest import NARROW

LANGUAGES = [("fr", "/"), ("ar", "/ar/")]
REFUSED = (
    "orientation/#situation=letter&letter=cpas-refused&cpas-decision-date={day}&postal-code=1070&age=25-64"
    "&residence=belgian&housing=tenant&income=none-at-all"
)

MARK = "[data-service={}] summary [data-late]"
"""In the directory a desk stands folded below what it helps with."""


@pytest.fixture
def reader_on(new_reader):
    """A reader whose clock stands on a day, whenever the site was built."""

    def make(day):
        reader = new_reader()
        reader.page.clock.set_fixed_time(f"{day}T12:00:00")
        return reader

    return make


@pytest.fixture
def gone(model):
    """What takes the place of the RIS, in a language."""
    return lambda language: model.word("amount-hidden", language, desk="").split("(")[0].strip()


@pytest.mark.parametrize(("language", "root"), LANGUAGES)
def test_past_its_review_a_figure_is_marked_and_the_page_says_so(reader_on, model, language, root):
    day = model.amounts["ris-single"].review_by + timedelta(days=1)
    page = reader_on(day).open(f"{root}revenus/ris/").page
    expect(page.locator("[data-amount=ris-single] [data-late]").first).to_be_visible()
    expect(page.locator("main > [data-review-by] .notice")).to_be_visible()


@pytest.mark.parametrize(("language", "root"), LANGUAGES)
def test_a_figure_too_old_gives_way_to_where_to_ask_and_a_deadline_stays(reader_on, model, gone, language, root):
    last = freshness.hide_after(model.amounts["ris-single"])
    page = reader_on(last).open(f"{root}revenus/ris/").page
    expect(page.locator("[data-amount=ris-single]").first).to_be_visible()
    page = reader_on(last + timedelta(days=1)).open(f"{root}revenus/ris/").page
    expect(page.locator("[data-amount=ris-single]")).to_have_count(0)
    expect(page.get_by_text(gone(language)).first).to_be_visible()
    page.goto(page.url.replace("revenus/ris/", "recours/refus/"))
    deadline = page.locator("[data-length=appeal-cpas]").first
    expect(deadline.locator("b")).to_be_visible()
    expect(deadline.locator("[data-late]")).to_be_visible()


@pytest.mark.parametrize(("language", "root"), LANGUAGES)
def test_the_answers_give_up_figures_too_old_and_mark_every_date(reader_on, model, gone, language, root):
    day = freshness.hide_after(model.amounts["ris-single"]) + timedelta(days=400)
    reader = reader_on(day).open(root + REFUSED.format(day=day - timedelta(days=20)))
    reader.results()
    page = reader.page
    expect(page.locator("[data-part=benefits]").get_by_text(gone(language)).first).to_be_visible()
    expect(page.locator("[data-amount=ris-single]")).to_have_count(0)
    expect(page.locator("[data-benefit=ris] > [data-review-by] .notice")).to_be_visible()
    said = model.word("d-check", language)
    expect(page.locator("[data-part=dates] [data-check]").first).to_have_text(said)
    expect(page.locator("article:has(time[data-deadline=appeal-cpas]) [data-check]").first).to_have_text(said)


def test_the_answers_in_time_mark_nothing(reader):
    reader.open("/" + REFUSED.format(day="2026-11-03")).results()
    expect(reader.page.locator("[data-part=dates] time").first).to_be_visible()
    expect(reader.page.locator("[data-check]")).to_have_count(0)
    expect(reader.page.locator("[data-benefit=ris] > [data-review-by] .notice")).to_be_hidden()


def test_a_tab_left_open_looks_at_the_day_again_when_it_is_shown(reader_on, model):
    last = model.amounts["ris-single"].review_by
    page = reader_on(last).open("/revenus/ris/").page
    mark = page.locator("[data-amount=ris-single] [data-late]").first
    expect(mark).to_be_hidden()
    page.clock.set_fixed_time(f"{last + timedelta(days=1)}T12:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(mark).to_be_visible()


def test_a_clock_that_is_slow_takes_no_mark_away(reader_on, model):
    """These contacts were overdue when the page was built; the reader's clock stands years before."""
    page = reader_on("2015-01-01").open("/annuaire/").page
    expect(page.locator(MARK.format("socialenergie")).first).to_have_js_property("hidden", False)
    expect(page.locator(MARK.format("cire")).first).to_have_js_property("hidden", True)


def test_the_contacts_of_a_desk_are_marked_once_their_review_has_passed(reader_on, model):
    day = freshness.review_by(model.services["cire"].checked) + timedelta(days=1)
    page = reader_on(day).open("/annuaire/").page
    expect(page.locator(MARK.format("cire")).first).to_have_js_property("hidden", False)


def test_a_picture_of_figures_goes_with_them(reader_on, reader, model, gone):
    expect(reader.open("/revenus/montants/").page.locator("figure.chart").first).to_be_visible()
    day = max(freshness.hide_after(amount) for amount in model.amounts.values()) + timedelta(days=1)
    page = reader_on(day).open("/revenus/montants/").page
    expect(page.locator("figure.chart")).to_have_count(0)
    expect(page.locator("table.history").first).to_contain_text(gone("fr"))


def test_what_is_to_be_looked_at_again_reads_at_320_pixels_without_sliding(new_reader, model):
    page = new_reader(NARROW).open("/a-propos/fraicheur/").page
    assert page.locator("main [data-kind]").count() > 5
    assert page.locator("main :is(table, .scroll)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    expect(page.locator("main [data-kind=amounts]")).to_contain_text(str(len(model.amounts)))
