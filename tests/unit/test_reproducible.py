"""The same content on the same day is the same bytes, whatever the machine: its order of things, its zone, its clock."""

import time
from dataclasses import replace
from datetime import date

import pytest
from bonguichet import load, offline
from bonguichet.pack import Copy
from bonguichet.problems import ProblemsFound

HEAD = '<head><meta charset="utf-8">\n</head>'
PAGES = {"nl/": f"{HEAD}<main></main>", "nl/a/": f"{HEAD}<main>a</main>", "nl/b/": f"{HEAD}<main>b</main>"}
FILES = {offline.ICON: "<svg/>"} | PAGES
COPY = Copy("nl", "nl/", tuple(PAGES), FILES, offline.ICON, "", "<p>", ("LEES-MIJ.txt", "…"))


@pytest.fixture
def zone(monkeypatch):
    """Sets the time zone of the machine, until the test ends."""

    def put(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


def test_a_zip_has_the_same_bytes_in_any_zone_whatever_order_its_pages_come_in(zone):
    zone("Europe/Brussels")
    first = COPY.zipped(date(2026, 11, 22))
    zone("Pacific/Kiritimati")
    assert replace(COPY, pages=tuple(reversed(PAGES))).zipped(date(2026, 11, 22)) == first
    assert COPY.zipped(date(2026, 11, 23)) != first


def test_the_files_of_a_language_are_listed_in_one_order_whatever_order_the_disk_has_them_in(tmp_path, monkeypatch):
    folder = tmp_path / "assets" / "1"
    folder.mkdir(parents=True)
    for name in ("1/a.js", "1/b.js", "icon.svg", "icon-192.png", "icon-512.png"):
        (folder.parent / name).touch()
    (tmp_path / "manifest.nl.webmanifest").touch()
    listed = [*folder.iterdir()]
    found = []
    for order in (listed, listed[::-1]):
        monkeypatch.setattr(type(folder), "iterdir", lambda _, order=order: iter(order))
        found.append(list(offline.files(tmp_path, "nl", ["fr", "nl"], [], "assets/1")))
    assert found[0] == found[1] == sorted(found[0])


@pytest.mark.parametrize("zone_name", ["Europe/Brussels", "Pacific/Kiritimati"])
def test_a_site_made_again_years_later_takes_its_clock_from_the_environment(monkeypatch, zone, zone_name):
    zone(zone_name)
    monkeypatch.delenv("SITE_DATE", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert load.site_date() == date(2001, 9, 9)
    assert not load.is_of_another_time(date(2001, 9, 20))
    assert load.is_of_another_time(date(2026, 11, 22))


@pytest.mark.parametrize("given", ["yesterday", "1e9", "9" * 30])
def test_a_clock_of_the_environment_that_is_none_is_said(monkeypatch, given):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(ProblemsFound) as found:
        load.is_of_another_time(date(2026, 11, 22))
    assert f"SOURCE_DATE_EPOCH={given} is not a number" in found.value.problems[0].text
