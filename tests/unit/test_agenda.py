"""The list of what is due, for editors: the same entries in the text, the table and the calendar, each with its place."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from bonguichet import agenda, due, reviews
from bonguichet.load import ROOT
from bonguichet.model import Reviewer
from icalendar import Calendar


@pytest.fixture
def on(data):
    """The real data on another day."""
    return lambda day: replace(data, model=data.model.model_copy(update={"day": day}))


def reviewed(data, version: str):
    """The data after a review of a right that is due, in that version."""
    fields = {"reviewed_by": "a-jurist", "reviewed_on": date(2026, 11, 21), "reviewed_version": version}
    right = data.model.benefits["ris"].model_copy(update=fields | {"review_by": data.model.day})
    changed = {"benefits": data.model.benefits | {"ris": right}, "reviewers": {"a-jurist": Reviewer(name="A. Juriste")}}
    return replace(data, model=data.model.model_copy(update=changed))


def row_of(data, kind: str, id: str) -> dict[str, str]:
    (row,) = [row for row in csv.DictReader(StringIO(agenda.table(data))) if (row["kind"], row["id"]) == (kind, id)]
    return row


def test_every_task_leads_to_its_line(data):
    for task in agenda.tasks(data):
        path = ROOT / task.file
        line = path.read_text(encoding="utf-8").splitlines()[task.line - 1]
        if task.file != "pyproject.toml":
            assert line.strip().startswith("on:" if task.due.kind == "services" else "review_by:"), task


def test_the_text_names_the_place_the_sources_who_checked_and_the_recipe(data):
    said = "\n".join(agenda.text(data))
    line = next(task.line for task in agenda.tasks(data) if task.due.id == "ris-single")
    assert f"2026-10-01  ris-single (content/amounts/ris.yml:{line}): Revenu d’intégration, personne isolée" in said
    assert "compared on 2026-11-22; reviewed by nobody yet" in said
    assert "asked for by what is expected on 2026-10-01: index-2026-10 in content/events.yml" in said
    assert data.model.sources["bx1-index-2026"].url in said
    assert "content/amounts/ris.yml  → CONTRIBUTING.md#correct-an-amount" in said


def test_the_text_counts_what_is_due_now_in_30_and_in_90_days(data):
    spans = [due.when(each, data.model.day) for each in due.everything(data.model)]
    said = list(agenda.text(data))
    assert f"Due now: {spans.count('now')}" in said
    assert f"Due within 30 days: {spans.count('soon')}" in said
    assert f"Due within 90 days: {spans.count('next')}" in said


def test_a_review_is_told_with_its_name(data):
    holds = reviewed(data, reviews.version(data.model, "ris", data.model.benefits["ris"]))
    said = list(agenda.text(holds))
    assert any(line.endswith("reviewed by A. Juriste on 2026-11-21") for line in said)
    assert said[0].endswith(f"Reviewed by a person: 1 of {len(due.everything(holds.model))}.")
    assert (row_of(holds, "benefits", "ris")["reviewed_by"], row_of(holds, "benefits", "ris")["review_holds"]) == (
        "A. Juriste",
        "yes",
    )


def test_a_review_of_an_older_version_says_so_and_is_not_counted(data):
    older = reviewed(data, "v00000000")
    said = list(agenda.text(older))
    assert any(line.endswith("reviewed by A. Juriste on 2026-11-21, in an older version") for line in said)
    assert "Reviewed by a person: 0 of" in said[0]
    assert (row_of(older, "benefits", "ris")["reviewed_by"], row_of(older, "benefits", "ris")["review_holds"]) == (
        "A. Juriste",
        "no",
    )


def test_the_table_names_sources_and_nothing_else_as_sources(data):
    rows = list(csv.DictReader(StringIO(agenda.table(data))))
    assert [row["id"] for row in rows if "where we read it" in row["sources"]] == []


def test_a_time_line_is_called_by_the_name_of_its_theme(data):
    line, theme = "unemployment-reform", data.model.themes[data.model.theme_of["unemployment-reform"]]
    assert row_of(data, "timelines", line)["name"] == theme.title


def test_the_table_has_a_line_for_every_entry(data):
    rows = list(csv.DictReader(StringIO(agenda.table(data))))
    assert [(row["kind"], row["id"], row["by"]) for row in rows] == [
        (each.kind, each.id, each.by.isoformat()) for each in due.everything(data.model)
    ]
    (row,) = [row for row in rows if row["id"] == "ris-single"]
    assert (row["file"], row["when"], row["reviewed_by"]) == ("content/amounts/ris.yml", "now", "")


def test_the_calendar_is_read_by_a_strict_calendar_and_holds_every_entry(data):
    written = agenda.calendar(data)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    events = Calendar.from_ical(written).walk("VEVENT")
    ids = [str(event["UID"]) for event in events]
    assert len(set(ids)) == len(ids)
    told = "\n".join(str(event["DESCRIPTION"]) for event in events)
    assert all(f"{each.by}  {each.id} (" in told for each in due.everything(data.model))
    assert min(event.start for event in events) == data.model.day


def test_the_calendar_changes_with_the_day_of_the_build_alone(on):
    day = date(2026, 11, 22)
    assert agenda.calendar(on(day)) == agenda.calendar(on(day))

    def kept(day: date) -> dict[str, date]:
        return {str(event["UID"]): event.start for event in Calendar.from_ical(agenda.calendar(on(day))).walk("VEVENT")}

    first, second = kept(day), kept(date(2026, 11, 25))
    assert {id: start for id, start in first.items() if start > date(2026, 11, 25)} == {
        id: start for id, start in second.items() if not id.startswith("now-")
    }


def test_the_files_are_written_for_people_and_programs(data, tmp_path):
    assert agenda.write(data, tmp_path) == [f".build/freshness/freshness.{kind}" for kind in ("txt", "csv", "ics")]
    table = (tmp_path / ".build/freshness/freshness.csv").read_bytes()
    assert table.decode("utf-8-sig").splitlines()[0].startswith("by,when,file,line")
