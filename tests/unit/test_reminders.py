"""What is no mistake yet is told: facts past their day, old contacts, events that should have come, older translations."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from bonguichet import freshness, reminders
from bonguichet.load import ROOT, load

FIRST = date(2026, 11, 22)


@pytest.fixture
def told(data):
    """The warnings of the real data on a day, after a change, about one file."""

    def ask(file: str, day: date, change=lambda model: {}) -> list[str]:
        model = data.model.model_copy(update={"day": day, **change(data.model)})
        found = reminders.warnings(replace(data, model=model), ROOT)
        assert all(problem.warning for problem in found)
        return [str(problem) for problem in found if problem.file == file]

    return ask


def line_of(file: str, entry: str, field: str) -> int:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    start = lines.index(f"{entry}:")
    return next(n for n, line in enumerate(lines[start:], start + 1) if line.strip().startswith(f"{field}:"))


def test_a_fact_wants_a_look_the_day_after_its_review_and_not_before(told, model):
    file, day = "content/deadlines.yml", model.deadlines["appeal-cpas"].review_by
    expected = f"{file}:{line_of(file, 'appeal-cpas', 'review_by')}: warning: to be looked at again by {day}"
    assert not any(line.startswith(expected) for line in told(file, day))
    assert any(line.startswith(expected) for line in told(file, day + timedelta(days=1)))


def test_a_figure_that_readers_no_longer_see_says_so(told, model):
    late = model.amounts["ris-single"].review_by + timedelta(days=400)
    line = line_of("content/amounts/ris.yml", "ris-single", "review_by")
    (said,) = [said for said in told("content/amounts/ris.yml", late) if f"ris.yml:{line}:" in said]
    assert "warning: readers have not seen this figure since " in said


def test_contacts_want_a_look_the_day_after_their_review(told, model):
    file, checked = "content/services/cire.yml", model.services["cire"].checked
    by = freshness.review_by(checked)
    assert told(file, by) == []
    (said,) = told(file, by + timedelta(days=1))
    assert f"warning: these contacts were compared on {checked.on} and wanted another look by {by}" in said


def test_a_page_wants_a_look_the_day_after_its_review(told, model):
    file, by = "docs/fr/revenus/ris.md", model.pages["fr"]["revenus/ris.md"].review_by
    assert told(file, by) == []
    (said,) = told(file, by + timedelta(days=1))
    assert f"warning: to be looked at again by {by}" in said


def test_an_event_that_should_have_come_is_told_until_it_is_resolved(told, model):
    file, event = "content/events.yml", model.events["index-2026-10"]
    line = line_of(file, "index-2026-10", "expected")
    on = event.expected
    expected = f"{file}:{line}: warning: expected on {on}"
    assert not any(said.startswith(expected) for said in told(file, on))
    assert any(said.startswith(expected) for said in told(file, on + timedelta(days=1)))
    resolved = {**model.events, "index-2026-10": event.model_copy(update={"resolved": on})}
    after = told(file, on + timedelta(days=1), lambda _: {"events": resolved})
    assert not any(said.startswith(expected) for said in after)


def test_an_event_is_looked_at_again_by_its_day(told, model):
    file, event = "content/events.yml", model.events["ris-official-2026-03"]
    expected = f"{file}:{line_of(file, 'ris-official-2026-03', 'review_by')}: warning: to be looked at again by"
    assert not any(said.startswith(expected) for said in told(file, event.review_by))
    assert any(said.startswith(expected) for said in told(file, event.review_by + timedelta(days=1)))


def test_a_translation_of_an_older_page_is_told(told, model):
    def raised(model):
        pages = model.pages["fr"]
        page = pages["revenus/ris.md"]
        newer = {**pages, "revenus/ris.md": page.model_copy(update={"revision": page.revision + 1})}
        return {"pages": {**model.pages, "fr": newer}}

    assert told("docs/nl/revenus/ris.md", FIRST) == []
    (said,) = told("docs/nl/revenus/ris.md", FIRST, raised)
    assert "warning: the French page is at revision" in said


def test_a_step_that_the_french_page_gained_is_a_warning_once_its_revision_is_raised(project):
    """Readers are told already: nothing is refused while the translations wait."""
    page = project.root / "docs/fr/revenus/ris.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("\n1. ", "\n1. Un pas de plus.\n1. ", 1), encoding="utf-8")
    before = project.check()
    assert before.returncode == 1 and "docs/nl/revenus/ris.md:" in before.stderr
    project.change("docs/fr/revenus/ris.md", "revision: ", "revision: 9")
    project.run("bonguichet", "po")
    after = project.run("bonguichet", "check", "--warnings")
    assert after.returncode == 0, after.stderr
    assert re.search(r"docs/nl/revenus/ris.md:\d+: warning: .*numbered steps", after.stderr)


def test_a_translation_marked_fuzzy_is_told_where_the_mark_stands(project):
    line = project.change(
        "content/translations/nl.po", 'msgid "{value} par mois"', '#, fuzzy\nmsgid "{value} par mois"'
    )
    found = reminders.warnings(load(project.root, FIRST), project.root)
    assert [(p.file, p.line) for p in found if p.file.endswith(".po")] == [("content/translations/nl.po", line)]


def test_a_word_that_is_said_already_names_the_other_place(project):
    file = "content/synonyms.yml"
    path = project.root / file
    entry = "twice-example:\n  leads: [aides/dettes.md]\n  said:\n    en: [cafés of the harbour]\n"
    other = entry.replace("twice", "once").replace("cafés", "café")
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{other}\n{entry}", encoding="utf-8")
    found = [str(p) for p in reminders.warnings(load(project.root, FIRST), project.root) if p.file == file]
    line = path.read_text(encoding="utf-8").splitlines().index("    en: [café of the harbour]") + 1
    said = f"{file}:{line + 5}: warning: « cafés of the harbour » stands under 'once-example' already (line {line})"
    assert [text for text in found if text.startswith(said)], found
