"""What pages tell to search engines: true, and no more than they show."""

from datetime import date

from bonguichet import structured
from bonguichet.model import PhoneLine, Text

SITE = "https://site.example/"


def graph(model, *desks: str, path: str = "cpas/trouver.md", language: str = "fr"):
    found = structured.graph(model, path, language, SITE, desks)
    return found and found["@graph"]


def test_a_page_without_desks_or_rights_tells_nothing(model):
    assert graph(model) is None


def test_the_page_of_a_right_tells_the_service_and_who_decides(model):
    [right] = graph(model, path="revenus/ris.md", language="nl")
    assert right["@type"] == "GovernmentService"
    assert right["name"] == model.text(model.benefits["ris"].name, "nl")
    assert right["url"] == f"{SITE}nl/revenus/ris/"
    assert right["provider"] == {"@type": "GovernmentOrganization", "name": model.text(model.roles["cpas"].name, "nl")}


def test_a_cpas_is_an_office_and_an_association_an_organization(model):
    office, association = graph(model, "cpas-ixelles", "cire")
    assert (office["@type"], association["@type"]) == ("GovernmentOffice", "Organization")
    assert office["@id"] == f"{SITE}r/cpas-ixelles/"
    assert office["address"]["streetAddress"] == "Rue Jean Paquot 63B"
    assert office["telephone"] == ["+3226415459"]
    assert graph(model, "cpas-ixelles", language="nl")[0]["name"] == "OCMW Elsene"


def with_hours(model, id: str, **what):
    opening = next(desk.hours[0] for desk in model.services.values() if desk.hours)
    hours = (opening.model_copy(update={"days": ("mon", "tue"), "at": "09:00", "until": "12:30", "what": None} | what),)
    changed = model.services[id].model_copy(update={"hours": hours, "phones": (PhoneLine(number="+3226297710"),)})
    return model.model_copy(update={"services": model.services | {id: changed}})


def test_hours_are_said_as_each_kind_of_desk_says_them(model):
    [office] = graph(with_hours(model, "cpas-ixelles"), "cpas-ixelles")
    assert office["openingHours"] == ["Mo,Tu 09:00-12:30"]
    [association] = graph(with_hours(model, "cire"), "cire")
    [hours] = association["contactPoint"]["hoursAvailable"]
    assert (hours["dayOfWeek"], hours["opens"], hours["closes"]) == (["Monday", "Tuesday"], "09:00", "12:30")


def test_hours_of_something_else_than_the_desk_are_left_out(model):
    assert "openingHours" not in graph(with_hours(model, "cpas-ixelles", what=Text("Au téléphone")), "cpas-ixelles")[0]


def test_a_contact_that_we_are_unsure_of_is_not_told(model):
    assert graph(model.model_copy(update={"day": date(2032, 1, 1)}), "cpas-ixelles") is None
