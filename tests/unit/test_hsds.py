"""Desks as HSDS 3 has them: the fields that the standard asks for, its forms, and nothing lost on the way."""

import re

import pytest
from bonguichet import hsds
from bonguichet.model import Serves

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
REQUIRED = {
    "service": {"id", "name", "status"},
    "organization": {"id", "name", "description"},
    "phones": {"id", "number"},
    "languages": {"id"},
    "schedules": {"id"},
    "service_areas": {"id"},
    "service_at_locations": {"id"},
    "location": {"id", "location_type"},
    "addresses": {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"},
}
"""What each record must have, from the schemas of the standard (github.com/openreferral/specification)."""


def plain(text: str) -> str:
    return f"«{text}»"


@pytest.fixture(scope="module")
def contents(model):
    return {record["bon_guichet_id"]: record for record in hsds.services(model, plain)["contents"]}


def records(value, kind="service"):
    """Every record below a service, with its kind."""
    if isinstance(value, list):
        for item in value:
            yield from records(item, kind)
    elif isinstance(value, dict):
        yield kind, value
        for key, part in value.items():
            yield from records(part, key)


def test_every_desk_is_there(model, contents):
    assert list(contents) == list(model.services)


def test_every_record_has_what_the_standard_requires(contents):
    met = set()
    for service in contents.values():
        for kind, record in records(service):
            assert REQUIRED[kind] <= record.keys(), (kind, record)
            assert not [name for name, value in record.items() if value in (None, "", [])], record
            met.add(kind)
    assert met == set(REQUIRED)


def test_ids_are_uuids_once_each_and_the_same_at_every_build(model, contents):
    ids = [record["id"] for service in contents.values() for _, record in records(service)]
    assert all(UUID.fullmatch(id) for id in ids)
    assert len(ids) == len(set(ids))
    again = hsds.services(model, plain)["contents"]
    assert ids == [record["id"] for service in again for _, record in records(service)]


def test_one_page_holds_them_all(model):
    page = hsds.services(model, plain)
    assert page["total_items"] == page["size"] == len(page["contents"]) == len(model.services)
    assert (page["total_pages"], page["first_page"], page["last_page"], page["empty"]) == (1, True, True, False)


def test_a_desk_keeps_its_contacts_and_the_day_of_their_check(model, contents):
    for id, desk in model.services.items():
        record = contents[id]
        assert [phone["number"] for phone in record.get("phones", [])] == [phone.number for phone in desk.phones]
        assert [language["code"] for language in record.get("languages", [])] == list(desk.languages)
        assert (record.get("url"), record.get("email")) == (desk.website, desk.email)
        assert record["assured_date"] == desk.checked.on.isoformat()


def test_hours_are_weekly_rules_of_icalendar(model, contents):
    for id, desk in model.services.items():
        for rule, opening in zip(contents[id].get("schedules", []), desk.hours, strict=True):
            assert rule["freq"] == "WEEKLY"
            assert rule["byday"].split(",") == [day[:2].upper() for day in opening.days]
            assert (rule["opens_at"], rule["closes_at"]) == (opening.at, opening.until.replace("24:00", "23:59"))


def test_texts_are_those_that_are_handed_in(model, contents):
    assert contents["cpas-ixelles"]["alert"] == plain(model.services["cpas-ixelles"].note)


@pytest.mark.parametrize(
    ("serves", "names"),
    [
        ({"country": True}, ["Belgique"]),
        ({"regions": ("brussels",)}, ["Région de Bruxelles-Capitale"]),
        ({"municipalities": ("21009",)}, ["Ixelles"]),
    ],
)
def test_whom_a_desk_serves_is_named(model, serves, names):
    assert hsds._areas(model, Serves(**serves)) == names


def test_a_region_less_some_municipalities_names_those_that_are_left(model):
    left = hsds._areas(model, Serves(regions=("brussels",), but=("21009",)))
    assert len(left) == 18
    assert "Ixelles" not in left and "Anderlecht" in left


def test_opening_hours_are_times_of_a_clock(contents):
    times = [
        schedule[end]
        for s in contents.values()
        for schedule in s.get("schedules", [])
        for end in ("opens_at", "closes_at")
    ]
    assert "23:59" in times, "some desks answer until midnight"
    assert [time for time in times if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", time)] == []
