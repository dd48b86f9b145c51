"""From a role and a place to the desks that serve it.

Twin of `questionnaire/client/directory.js`. Knows desks, municipalities and regions. Must not
know answers, or how a desk is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .model import SOURCE_LANGUAGE, Model, Service


@dataclass(frozen=True)
class Place:
    """Where someone sleeps, as far as we know it: a REFNIS code, else a region, else nothing."""

    municipality: str | None = None
    region: str | None = None


@dataclass(frozen=True)
class Desks:
    """The desks of a role for a place; `elsewhere` when the role's official address must serve instead or as well."""

    services: tuple[str, ...]
    elsewhere: bool


def serves(service: Service, place: Place) -> bool:
    """Whether the desk serves the place. Where the place is unknown, only desks for a region or the country count."""
    area = service.serves
    if place.municipality in area.but:
        return False
    if area.country or place.municipality in area.municipalities:
        return True
    return place.region in area.regions if place.region else bool(area.regions)


def _strangeness(service: Service, language: str) -> int:
    """0 for a desk that says it speaks the language, 1 if it speaks French or says nothing, 2 if it speaks others."""
    if language in service.languages:
        return 0
    return 2 if service.languages and SOURCE_LANGUAGE not in service.languages else 1


def in_order(model: Model, desks: Iterable[str], language: str) -> list[str]:
    """Desks, those that speak `language` first, then those that speak French or do not say: most of Brussels
    understands it."""
    return sorted(desks, key=lambda id: _strangeness(model.services[id], language))


def desks(model: Model, role: str, place: Place, language: str) -> Desks:
    """The desks of `role` that serve `place`, in their order for a reader of `language`; of those that speak alike the one
    in the municipality itself comes first.

    The official address of the role stands in when no desk is known, and beside the desks of a
    region when the place is not known at all.
    """
    found = [id for id, service in model.services.items() if role in service.roles and serves(service, place)]
    found.sort(key=lambda id: model.services[id].serves.first != place.municipality)
    found = in_order(model, found, language)
    uncertain = place.region is None and not any(model.services[id].serves.country for id in found)
    has_address = model.roles[role].elsewhere is not None
    return Desks(tuple(found), has_address and (not found or uncertain))
