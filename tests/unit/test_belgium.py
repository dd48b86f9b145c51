"""Whoever lives in Belgium finds the labour court that may hear them."""

from datetime import date

import pytest
from bonguichet.directory import Place, desks
from bonguichet.model import WEEK

WORKDAYS = WEEK[:5]


@pytest.mark.parametrize(
    ("code", "courts"),
    [
        ("1070", {"tribunal-travail-bruxelles-fr", "arbeidsrechtbank-brussel-nl"}),
        ("1800", {"tribunal-travail-bruxelles-fr", "arbeidsrechtbank-brussel-nl"}),
        ("5000", {"labour-court-liege-namur", "labour-court-liege-dinant"}),
        ("4700", {"labour-court-eupen"}),
        ("1300", {"labour-court-brabant-wallon"}),
        ("3000", {"labour-court-leuven"}),
    ],
)
def test_a_postal_code_leads_to_its_labour_court(model, code, courts):
    for town in model.postal_codes[code]:
        place = Place(town, model.municipalities[town].region)
        assert set(desks(model, "labour-court", place, "fr").services) == courts


@pytest.mark.parametrize(
    ("town", "court"),
    [
        ("62063", "labour-court-liege-liege"),
        ("61031", "labour-court-liege-huy"),
        ("63079", "labour-court-liege-verviers"),
    ],
)
def test_of_several_divisions_the_one_that_sits_in_the_municipality_comes_first(model, town, court):
    assert desks(model, "labour-court", Place(town, "wallonia"), "fr").services[0] == court


def test_every_municipality_of_belgium_has_a_labour_court(model):
    for id, town in model.municipalities.items():
        assert desks(model, "labour-court", Place(id, town.region), "fr").services, town


def test_a_division_says_that_another_may_be_the_right_one(model):
    assert "divisions" in model.services["labour-court-liege-namur"].note
    assert model.services["labour-court-leuven"].note is None


def test_hours_are_read_as_days_and_spans(model):
    hours = model.services["labour-court-liege-namur"].hours
    assert [(opening.days, opening.at, opening.until) for opening in hours] == [
        (WORKDAYS, "08:30", "12:30"),
        (WORKDAYS, "13:30", "16:00"),
    ]
    assert model.services["labour-court-gent-veurne"].hours[0].days == ("mon", "wed", "thu")


def test_a_court_says_where_and_when_its_contacts_were_read(model):
    checked = model.services["labour-court-leuven"].checked
    assert checked.url.startswith("https://www.tribunaux-rechtbanken.be/")
    assert checked.on > date(2026, 1, 1)


def test_our_own_words_on_a_court_stay(model):
    assert "e-Deposit" in model.services["tribunal-travail-bruxelles-fr"].note
    assert "labour-court-brussel-fr" not in model.services
