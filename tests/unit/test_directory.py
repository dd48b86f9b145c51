"""Whoever is sent to a role finds a desk that serves them."""

import pytest
from bonguichet.directory import Place, desks

IXELLES, ANDERLECHT, LIEGE, GENT = "21009", "21001", "62063", "44021"
BRUSSELS, WALLONIA, FLANDERS = "brussels", "wallonia", "flanders"


def found(model, role, municipality, region, language="fr"):
    return desks(model, role, Place(municipality, region), language)


def test_the_cpas_is_that_of_the_municipality(model):
    assert found(model, "cpas", IXELLES, BRUSSELS).services == ("cpas-ixelles",)
    assert found(model, "cpas", ANDERLECHT, BRUSSELS).services == ("cpas-anderlecht",)


def test_elsewhere_in_belgium_the_cpas_has_an_official_address(model):
    assert found(model, "cpas", LIEGE, WALLONIA) == desks(model, "cpas", Place(LIEGE, WALLONIA), "fr")
    assert found(model, "cpas", LIEGE, WALLONIA).services == ()
    assert found(model, "cpas", LIEGE, WALLONIA).elsewhere


def test_in_ixelles_the_ombudsman_is_its_own(model):
    assert found(model, "ombuds", IXELLES, BRUSSELS).services == ("ombuds-ixelles",)
    assert found(model, "ombuds", ANDERLECHT, BRUSSELS).services == ("ombuds-bruxelles",)


def test_both_labour_courts_of_brussels_are_named_the_readers_language_first(model):
    french, dutch = "tribunal-travail-bruxelles-fr", "arbeidsrechtbank-brussel-nl"
    assert found(model, "labour-court", ANDERLECHT, BRUSSELS, "fr").services == (french, dutch)
    assert found(model, "labour-court", ANDERLECHT, BRUSSELS, "nl").services == (dutch, french)


@pytest.mark.parametrize(
    ("role", "french", "dutch"),
    [
        ("ecoute-enfants-103", "ecoute-enfants-103", "awel-102"),
        ("tele-accueil-107", "tele-accueil-107", "tele-onthaal-106"),
        ("suicide-prevention", "prevention-suicide", "zelfmoordlijn-1813"),
    ],
)
def test_who_needs_a_listening_ear_calls_a_line_of_their_language_first_and_french_if_there_is_none(
    model, role, french, dutch
):
    assert found(model, role, ANDERLECHT, BRUSSELS, "nl").services == (dutch, french)
    for language in ("fr", "en", "ar", "de"):
        assert found(model, role, ANDERLECHT, BRUSSELS, language).services == (french, dutch)
    assert found(model, role, GENT, FLANDERS, "nl").services == (dutch,)


@pytest.mark.parametrize(("municipality", "region"), [(LIEGE, WALLONIA), (GENT, FLANDERS)])
def test_nobody_outside_brussels_is_sent_to_a_desk_of_brussels_alone(model, municipality, region):
    for role in model.roles:
        for id in found(model, role, municipality, region).services:
            area = model.services[id].serves
            assert area.country or region in area.regions or municipality in area.municipalities, (role, id)


def test_every_role_leads_somewhere_wherever_one_sleeps(model):
    places = [Place(), *(Place(None, region) for region in (BRUSSELS, WALLONIA, FLANDERS))]
    places += [Place(id, town.region) for id, town in model.municipalities.items()]
    for role in model.roles:
        for place in places:
            to = desks(model, role, place, "en")
            assert to.services or to.elsewhere, (role, place)


def test_where_the_place_is_unknown_the_official_address_stands_beside_the_desks_of_brussels(model):
    to = desks(model, "sdj", Place(), "fr")
    assert "sdj-bruxelles" in to.services
    assert to.elsewhere


def test_the_19_municipalities_of_brussels_each_have_one_cpas(model):
    towns = [id for id, town in model.municipalities.items() if town.region == BRUSSELS]
    assert len(towns) == 19
    assert all(len(found(model, "cpas", id, BRUSSELS).services) == 1 for id in towns)


def test_a_desk_that_says_it_speaks_the_language_comes_first_and_one_that_speaks_others_last(model):
    found_ = found(model, "first-line-legal-help", ANDERLECHT, BRUSSELS, "nl").services
    spoken = [model.services[id].languages for id in found_]
    ranks = [0 if "nl" in said else 1 if not said or "fr" in said else 2 for said in spoken]
    assert ranks == sorted(ranks)


def test_a_desk_whose_languages_nobody_told_does_not_pass_before_one_that_speaks_french(model):
    found_ = found(model, "payment-body", ANDERLECHT, BRUSSELS, "ar").services
    assert found_ == tuple(id for id in model.services if id in found_)
    assert found_[0] == "capac-bruxelles"
