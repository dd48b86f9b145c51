"""The calendar file, read back by a strict calendar."""

from datetime import date, timedelta

import pytest
from bonguichet import export
from bonguichet.macros import Macros
from bonguichet.publishing import COMPONENTS
from icalendar import Calendar

EIGHT = timedelta(hours=8)
NOW = "2026-11-22T10:00:00.000Z"
MAKE = """([rules, reckoned, today, now], { calendar }) =>
  calendar.calendarFile(calendar.eventsOf(rules, reckoned, today), new Date(now))"""


@pytest.fixture(scope="module", params=["fr", "nl", "en"])
def rules(request, model):
    words = Macros(model, request.param, COMPONENTS)
    return {"language": request.param, "deadlines": export.logic(model)["deadlines"]} | words.clocks()


@pytest.fixture
def read(engine, rules):
    """Make the file of some clocks that were reckoned, and read it."""

    def make(*reckoned, today="2026-10-06"):
        text = engine.run(MAKE, [rules, list(reckoned), today, NOW])
        return text, Calendar.from_ical(text)

    return make


def alarms(event):
    """When a calendar reminds of an event, counted from its midnight."""
    return [part["TRIGGER"].dt for part in event.walk("VALARM")]


def test_the_last_safe_day_is_a_whole_day_with_alarms_on_the_mornings_30_14_and_3_days_before(read, rules):
    _, calendar = read({"id": "appeal-cpas", "start": "2026-09-21", "last": "2026-12-21", "opens": None})
    (event,) = calendar.events
    assert (event.start, event.end) == (date(2026, 12, 21), date(2026, 12, 22))
    assert alarms(event) == [EIGHT - timedelta(days=30), EIGHT - timedelta(days=14), EIGHT - timedelta(days=3)]
    name = rules["deadlineWords"]["appeal-cpas"]["name"]
    assert str(event["SUMMARY"]) == rules["words"]["d-calendar-last"].replace("{name}", name)


@pytest.mark.parametrize(
    ("today", "before"),
    [
        ("2026-11-20", [30, 14, 3]),
        ("2026-11-21", [14, 3]),  # the thirtieth day before is today
        ("2026-12-15", [3]),
        ("2026-12-17", [3]),
        ("2026-12-18", [2]),  # all are over: tomorrow
        ("2026-12-19", [1]),
        ("2026-12-20", [0]),
        ("2026-12-21", []),
    ],
)
def test_no_alarm_is_over_when_the_file_is_made_and_one_is_left_as_long_as_tomorrow_helps(read, today, before):
    _, calendar = read({"id": "appeal-cpas", "start": "2026-09-21", "last": "2026-12-21", "opens": None}, today=today)
    (event,) = calendar.events
    assert alarms(event) == [EIGHT - timedelta(days=days) for days in before]


def test_a_window_begins_with_a_day_of_its_own(read):
    _, calendar = read({"id": "appeal-silence", "start": "2026-10-05", "last": "2027-01-05", "opens": "2026-11-13"})
    assert [event.start for event in calendar.events] == [date(2026, 11, 13), date(2027, 1, 5)]
    assert len({event["UID"] for event in calendar.events}) == 2
    assert [len(event.walk("VALARM")) for event in calendar.events] == [0, 3]


def test_no_event_lies_before_today(read):
    _, calendar = read({"id": "appeal-silence", "start": "2026-06-05", "last": "2026-12-05", "opens": "2026-07-14"})
    assert [event.start for event in calendar.events] == [date(2026, 12, 5)]
    _, calendar = read({"id": "appeal-cpas", "start": "2026-06-05", "last": "2026-09-05", "opens": None})
    assert not calendar.events


def test_what_a_desk_must_do_is_noted_without_alarm(read):
    _, calendar = read({"id": "cpas-decision", "start": "2026-10-05", "last": "2026-11-04", "opens": None})
    assert [len(event.walk("VALARM")) for event in calendar.events] == [0]


def test_every_line_is_short_ends_as_the_standard_wants_and_cuts_no_character(read, rules):
    everything = [
        {"id": id, "start": "2026-09-21", "last": "2026-12-21", "opens": "2026-12-01"} for id in rules["deadlines"]
    ]
    text, calendar = read(*everything)
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert len(calendar.events) == 2 * len(everything)
    for event in calendar.events:
        assert not event.errors
        assert "<" not in event["DESCRIPTION"]
        assert "\ufffd" not in str(event["DESCRIPTION"])


def test_the_description_tells_the_rule_and_no_word_that_the_page_hides(read, rules):
    _, calendar = read({"id": "appeal-cpas", "start": "2026-09-21", "last": "2026-12-21", "opens": None})
    late = {"fr": "à faire vérifier aujourd’hui", "nl": "vandaag", "en": "today"}[rules["language"]]
    (event,) = calendar.events
    assert "3" in event["DESCRIPTION"]
    assert late not in event["DESCRIPTION"]


def test_the_text_comes_back_as_it_was_written(engine):
    hard = "Recours ; contre, le CPAS \\ « été »\nligne 2 — العربية " * 5
    event = {"id": "x", "day": "2028-02-29", "title": hard, "text": hard, "alarms": [3]}
    text = engine.run("([event, now], { calendar }) => calendar.calendarFile([event], new Date(now))", [event, NOW])
    (read,) = Calendar.from_ical(text).events
    assert str(read["DESCRIPTION"]) == hard
    assert read.end == date(2028, 3, 1)


def test_the_file_says_what_the_standard_requires(read):
    text, calendar = read({"id": "appeal-onem", "start": "2026-11-03", "last": "2027-02-03", "opens": None})
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert calendar["PRODID"] and calendar["VERSION"] == "2.0"
    (event,) = calendar.events
    assert event["DTSTAMP"].dt.isoformat() == "2026-11-22T10:00:00+00:00"
    assert event["CLASS"] == "PRIVATE"
