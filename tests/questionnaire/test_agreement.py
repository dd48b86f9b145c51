"""Python and the browser judge alike: generated questionnaires, dates, golden cases, real cases."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from bonguichet import deadlines, export
from bonguichet.directory import Place, desks
from bonguichet.model import Length
from bonguichet.stays import days_abroad, last_return
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from tests.questionnaire.conftest import Engine
from tests.questionnaire.examples import OBSERVE, as_json, examples, observe

GOLDEN = json.loads((Path(__file__).parent / "golden/derived.json").read_text())
ONE = f"(example, modules) => ({OBSERVE})(example, modules.logic)"


def test_both_engines_agree_on_generated_questionnaires(engine, corpus):
    code = f"(examples, modules) => examples.map((example) => ({ONE})(example, modules))"
    for example, browser in zip(corpus, engine.run(code, [as_json(e) for e in corpus]), strict=True):
        assert browser == observe(example), example


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
def test_both_engines_agree_on_very_many_generated_questionnaires(engine, part):
    """Ten thousand, in parts: one test may take no longer than a test that hangs is waited for."""

    @seed(part)
    @settings(max_examples=1_000)
    @given(example=examples())
    def agree(example):
        assert engine.run(ONE, as_json(example)) == observe(example)

    agree()


def test_both_engines_reckon_every_clock_alike_on_ten_thousand_days(engine, model, rules):
    """Every day of more than 27 years: leap years, month ends, and every legal holiday that is known."""
    days = [date(2010, 1, 1) + timedelta(days=n) for n in range(10_000)]

    def said(found):
        return {key: day and day.isoformat() for key, day in vars(found).items()}

    counted = {
        id: [said(deadlines.reckon(model.deadlines, model.holidays, id, day)) for day in days] for id in model.deadlines
    }
    holidays = [day.isoformat() for day in model.holidays]
    code = """([rules, days], { deadlines }) => Object.fromEntries(Object.keys(rules.deadlines).map((id) =>
      [id, days.map((day) => deadlines.reckon(rules, id, day))]))"""
    given = [{"deadlines": rules["deadlines"], "holidays": holidays}, [day.isoformat() for day in days]]
    assert engine.run(code, given) == counted


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Brussels"])
def test_no_time_zone_shifts_a_deadline(browser, model, rules, zone):
    """Four years, so every change to and from summer time."""
    page = browser.new_page(timezone_id=zone)
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(4 * 366)]
    counted = [deadlines.reckon(model.deadlines, model.holidays, "appeal-cpas", day) for day in days]
    given = [
        {"deadlines": rules["deadlines"], "holidays": [day.isoformat() for day in model.holidays]},
        [day.isoformat() for day in days],
    ]
    code = """([rules, days], { deadlines }) => days.map((day) => {
      const { last, moved } = deadlines.reckon(rules, "appeal-cpas", day);
      return [last, moved];
    })"""
    wanted = [[found.last.isoformat(), found.moved and found.moved.isoformat()] for found in counted]
    assert Engine(page).run(code, given) == wanted
    page.close()


@settings(max_examples=100)
@given(
    stays=st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 60)), max_size=5),
    departure=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    limit=st.integers(1, 40),
)
def test_both_engines_count_the_same_days_abroad(engine, stays, departure, limit):
    journeys = [(first, first + timedelta(days=length)) for first, length in stays]
    code = """([stays, departure, limit], { stays: counter }) =>
      [counter.daysAbroad(stays), counter.lastReturn(stays, departure, limit)]"""
    given = [[[day.isoformat() for day in journey] for journey in journeys], departure.isoformat(), limit]
    back = last_return(journeys, departure, limit)
    years = {str(year): days for year, days in days_abroad(journeys).items()}
    assert engine.run(code, given) == [years, back and back.isoformat()]


@settings(max_examples=200)
@given(start=st.dates(date(2020, 1, 1), date(2032, 1, 1)), later=st.integers(0, 120))
def test_both_engines_say_the_same_of_a_term(engine, start, later):
    today, length = start + timedelta(days=later), Length(months=3)
    code = "([start, length, today], { deadlines }) => deadlines.term(start, length, today)"
    browser = engine.run(code, [start.isoformat(), {"months": 3}, today.isoformat()])
    assert browser == deadlines.term(start, length, today)


@pytest.fixture(scope="module")
def rules(model):
    return export.logic(model) | {"version": export.version(model), "places": export.places(model, "fr")}


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: json.dumps(case["answers"]))
def test_the_browser_derives_the_golden_cases(engine, rules, case):
    code = """([rules, answers, today], { derived }) => {
      const known = derived.complete(rules, answers, today);
      return [known, derived.place(rules, known).municipality ?? null];
    }"""
    known, municipality = engine.run(code, [rules, case["answers"], case["today"]])
    assert {id: known[id] for id in case["derived"]} == case["derived"]
    assert municipality == case["municipality"]


def test_both_engines_find_the_same_desks_everywhere(engine, model, rules):
    places = [Place(), *(Place(None, region) for region in ("brussels", "flanders", "wallonia"))]
    places += [Place(id, town.region) for id, town in model.municipalities.items() if id[:2] in ("21", "62", "44")]
    asked = [[role, place, language] for role in rules["roles"] for place in places for language in ("fr", "nl", "en")]
    code = """([rules, asked], { directory }) => asked.map(([role, place, language]) => {
      const { services, elsewhere } = directory.desks(rules, role, place, language);
      return [services, elsewhere];
    })"""

    def plain(place):
        return {key: value for key, value in (("municipality", place.municipality), ("region", place.region)) if value}

    found = engine.run(code, [rules, [[role, plain(place), language] for role, place, language in asked]])
    wanted = [desks(model, *question) for question in asked]
    assert found == [[list(to.services), to.elsewhere] for to in wanted]
