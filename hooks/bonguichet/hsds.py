"""Our desks as Open Referral's HSDS 3 has them (Human Services Data Specification), for directories that speak it.

Knows that standard. Must not know how a desk is shown. HSDS holds one language: names and texts are French, the Dutch
name is the alternate one. Each record of HSDS bears a UUID made of our id, so that it stays the same from build to build.
"""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

from .formatting import language_name
from .model import SOURCE_LANGUAGE, WEEK, Address, Model, Serves, Service, Text, name_in

FILE = "hsds/services"
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:bon-guichet")
_DAYS = dict(zip(WEEK, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_DUTCH = "nl"
_MIDNIGHT = {"24:00": "23:59"}
"""Our end of the day is no time of the standard, which has the times of a clock."""
_COUNTRY = "Belgique"
_REGIONS = {
    "brussels": "Région de Bruxelles-Capitale",
    "flanders": "Région flamande",
    "wallonia": "Région wallonne",
}
"""The official names: the site itself speaks of regions in sentences only."""

Said = Callable[[Text], str]
"""A French text as it reads, its macros filled in."""


def services(model: Model, said: Said) -> dict[str, Any]:
    """Every desk as a page of HSDS services: all of them stand on the one page."""
    contents = [_Desk(model, id, desk, said).service() for id, desk in model.services.items()]
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


class _Desk:
    """One desk: an organization with one service, at one location where it has an address."""

    def __init__(self, model: Model, id: str, desk: Service, said: Said):
        self.model, self.id, self.desk = model, id, desk
        self.said = lambda text: text and said(text)

    def service(self) -> dict[str, Any]:
        desk = self.desk
        return _present(
            id=self._uuid("service"),
            bon_guichet_id=self.id,
            **self._names(),
            description=self.said(desk.helps) or self._roles(),
            url=desk.website,
            email=desk.email,
            status="active",
            assured_date=desk.checked.on.isoformat(),
            alert=self.said(desk.note),
            organization=self._organization(),
            phones=list(self._phones()),
            languages=[self._language(code) for code in desk.languages],
            schedules=list(self._schedules()),
            service_areas=[self._area(number, name) for number, name in enumerate(_areas(self.model, desk.serves))],
            service_at_locations=[self._at(desk.address)] if desk.address else [],
        )

    def _uuid(self, kind: str, number: int = 0) -> str:
        return str(uuid.uuid5(_OURS, f"{kind}/{self.id}/{number}"))

    def _names(self) -> dict[str, str]:
        name, dutch = name_in(self.desk.names, SOURCE_LANGUAGE), self.desk.names.get(_DUTCH)
        return _present(name=name, alternate_name=dutch if dutch != name else None)

    def _roles(self) -> str:
        return " ".join(self.said(self.model.roles[role].what) for role in self.desk.roles)

    def _organization(self) -> dict[str, Any]:
        kind = self._uuid("organization")
        return _present(
            id=kind, **self._names(), description=self._roles(), website=self.desk.website, email=self.desk.email
        )

    def _phones(self) -> Iterator[dict[str, Any]]:
        for number, phone in enumerate(self.desk.phones):
            yield _present(
                id=self._uuid("phone", number), number=phone.number, type="voice", description=self.said(phone.label)
            )

    def _language(self, code: str) -> dict[str, Any]:
        name = language_name(code, SOURCE_LANGUAGE)
        return {"id": self._uuid(f"language-{code}"), "name": name, "code": code}

    def _schedules(self) -> Iterator[dict[str, Any]]:
        """Opening hours, in the time of Brussels; HSDS gives no place to say so but the offset, which changes twice a year."""
        for number, opening in enumerate(self.desk.hours):
            yield _present(
                id=self._uuid("schedule", number),
                freq="WEEKLY",
                byday=",".join(_DAYS[day] for day in opening.days),
                opens_at=opening.at,
                closes_at=_MIDNIGHT.get(opening.until, opening.until),
                description=self.said(opening.what),
            )

    def _area(self, number: int, name: str) -> dict[str, str]:
        return {"id": self._uuid("area", number), "name": name}

    def _at(self, address: Address) -> dict[str, Any]:
        place = name_in(address.place, SOURCE_LANGUAGE)
        street = f"{name_in(address.street, SOURCE_LANGUAGE)} {address.number}".strip()
        written = _present(
            id=self._uuid("address"),
            address_1=street,
            address_2=self.said(address.extra),
            city=place,
            state_province=_region_at(self.model, address.postal_code) or place,
            postal_code=address.postal_code,
            country="BE",
            address_type="physical",
        )
        location = self._uuid("location")
        return {
            "id": self._uuid("at"),
            "location": {"id": location, "location_type": "physical", **self._names(), "addresses": [written]},
        }


def _present(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _areas(model: Model, serves: Serves) -> list[str]:
    """Whom a desk serves, in names; a region of which it leaves municipalities out is told by those that are left."""
    if serves.country:
        return [_COUNTRY]
    whole = () if serves.but else serves.regions
    towns = [*serves.municipalities]
    if serves.but:
        towns += [id for id, town in model.municipalities.items() if town.region in serves.regions]
    names = [name_in(model.municipalities[id].names, SOURCE_LANGUAGE) for id in towns if id not in serves.but]
    return [_REGIONS[region] for region in whole] + names


def _region_at(model: Model, postal_code: str) -> str | None:
    """The region of a postal code: HSDS wants a state or province, which Belgium's addresses do not have."""
    towns = model.postal_codes.get(postal_code, ())
    return _REGIONS[model.municipalities[towns[0]].region] if towns else None
