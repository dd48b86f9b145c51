"""Calendar files as the standard wants them, whatever stands in them."""

from datetime import date

from bonguichet.ics import Entry, calendar
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200)


@given(title=WORDS, text=WORDS)
def test_what_goes_in_comes_out(title, text):
    written = calendar([Entry("x", date(2026, 12, 31), title, f"{text}\n{text}")], date(2026, 11, 22))
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (title, f"{text}\n{text}")
    assert (event.start, event.end) == (date(2026, 12, 31), date(2027, 1, 1))
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))


def test_the_stamp_is_the_day_of_the_build_and_the_id_that_of_the_entry():
    written = calendar([Entry("a", date(2027, 1, 1), "A", "B")], date(2026, 11, 22))
    assert "\r\nUID:a@bon-guichet\r\nDTSTAMP:20261122T000000Z\r\n" in written
