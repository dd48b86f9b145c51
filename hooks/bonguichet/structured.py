"""What a page tells to search engines in schema.org's words (JSON-LD): its desks, and the right that it is about.

Knows that vocabulary. Must not tell anything that the page does not show: no desk of another page, no contact that we
are unsure of, and no FAQPage, since no page consists of questions and answers. It weighs on every reader: short.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from . import freshness
from .model import LABOUR_COURT, WEEK, Address, Model, Opening, Service, name_in
from .pagefiles import prefix_of, url_of

_OFFICES = {"cpas", LABOUR_COURT}
"""The roles whose desks are offices of public bodies, by law."""
_SHORT = dict(zip(WEEK, ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), strict=True))
_LONG = dict(zip(WEEK, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
_COUNTRY = {"@type": "Country", "name": "Belgique"}


def graph(model: Model, path: str, language: str, site_url: str, desks: Iterable[str]) -> dict[str, Any] | None:
    """Everything a page tells in the language of its text, or None; `desks` are those whose contacts it shows. A desk is
    named by its short address, the same on every page."""
    sure = [id for id in desks if freshness.sureness(model.services[id], model.day) != "low"]
    nodes = [*_rights(model, path, language, site_url)]
    nodes += [_desk(model.services[id], f"{site_url}r/{id}/", language) for id in sure]
    return {"@context": "https://schema.org", "@graph": nodes} if nodes else None


def _rights(model: Model, path: str, language: str, site_url: str) -> Iterator[dict[str, Any]]:
    """The right whose page this is, with the body that decides on it."""
    for benefit in model.benefits.values():
        if benefit.page == path:
            decides = model.text(model.roles[benefit.decides].name, language)
            yield {
                "@type": "GovernmentService",
                "name": model.text(benefit.name, language),
                "description": model.pages[language][path].description,
                "url": f"{site_url}{prefix_of(language)}{url_of(path)}",
                "inLanguage": language,
                "areaServed": _COUNTRY,
                "provider": {"@type": "GovernmentOrganization", "name": decides},
            }


def _desk(desk: Service, id: str, language: str) -> dict[str, Any]:
    numbers = [phone.number for phone in desk.phones]
    hours = [opening for opening in desk.hours if opening.what is None]
    found = {"@id": id, "name": name_in(desk.names, language), "url": desk.site(language)}
    found["address"] = _address(desk.address, language) if desk.address else None
    if _OFFICES & set(desk.roles):
        found |= {"@type": "GovernmentOffice", "telephone": numbers, "openingHours": list(map(_row, hours))}
    elif numbers and hours:
        point = {"@type": "ContactPoint", "telephone": numbers[0], "hoursAvailable": list(map(_specified, hours))}
        found |= {"@type": "Organization", "telephone": numbers, "contactPoint": point}
    else:
        found |= {"@type": "Organization", "telephone": numbers}
    return {name: value for name, value in found.items() if value}


def _address(address: Address, language: str) -> dict[str, str]:
    return {
        "@type": "PostalAddress",
        "streetAddress": f"{name_in(address.street, language)} {address.number}".strip(),
        "postalCode": address.postal_code,
        "addressLocality": name_in(address.place, language),
        "addressCountry": "BE",
    }


def _row(opening: Opening) -> str:
    """« Mo,Tu 09:00-12:30 », as openingHours wants it."""
    return f"{','.join(_SHORT[day] for day in opening.days)} {opening.at}-{opening.until}"


def _specified(opening: Opening) -> dict[str, Any]:
    days = [_LONG[day] for day in opening.days]
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opening.at, "closes": opening.until}
