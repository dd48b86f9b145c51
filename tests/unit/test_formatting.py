"""Figures as each language writes them."""

from datetime import date
from decimal import Decimal

import pytest
from bonguichet import formatting
from bonguichet.model import Length


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "1\u202f340,47\xa0€"), ("nl", "€\xa01.340,47"), ("en", "€1,340.47")]
)
def test_money_follows_the_language(language, words):
    assert formatting.money(Decimal("1340.47"), language) == words


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "1er mars 2026"), ("nl", "1 maart 2026"), ("en", "1 March 2026")]
)
def test_a_day_in_words(language, words):
    assert formatting.day(date(2026, 3, 1), language) == words


def test_only_the_first_of_the_month_is_first_in_french():
    assert formatting.day(date(2026, 3, 11), "fr") == "11 mars 2026"
    assert formatting.day(date(2026, 3, 31), "fr") == "31 mars 2026"


@pytest.mark.parametrize(
    ("length", "fr", "nl", "en"),
    [
        (Length(months=3), "3\xa0mois", "3 maanden", "3 months"),
        (Length(days=30), "30\xa0jours", "30 dagen", "30 days"),
        (Length(days=1), "1\xa0jour", "1 dag", "1 day"),
    ],
)
def test_a_length_in_words(length, fr, nl, en):
    assert [formatting.length(length, language) for language in ("fr", "nl", "en")] == [fr, nl, en]


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("+3222096161", "02 209 61 61"),
        ("+3280099340", "0800 99 340"),
        ("+32471123456", "0471 12 34 56"),
        ("+3281223344", "081 22 33 44"),
        ("+3242232211", "04 223 22 11"),
        ("112", "112"),
        ("116000", "116 000"),
        ("1765", "1765"),
        ("+33612345678", "+33612345678"),
    ],
)
def test_a_telephone_is_written_as_it_is_dialled(number, dialled):
    assert formatting.phone(number) == dialled


@pytest.mark.parametrize(
    ("number", "dialled"), [("+3278151765", "+32 78 15 17 65"), ("+3222123000", "+32 2 212 30 00")]
)
def test_a_number_for_calls_from_abroad_is_written_as_it_is_dialled_there(number, dialled):
    assert formatting.phone(number, abroad=True) == dialled


@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar", "de"])
@pytest.mark.parametrize("number", ["116 000", "0800 32 123", "02 209 61 61", "0471 12 34 56"])
def test_a_telephone_in_a_text_stays_on_one_line(language, number):
    said = formatting.typeset(f"Child Focus ({number})", language)
    assert said == f"Child Focus ({number})".replace(number, number.replace(" ", "\xa0"))


@pytest.mark.parametrize("text", ["1000 Bruxelles, 30 000 euros", "1 116 000 euros", "le 3 000 ou le 112 000 1"])
def test_other_numbers_in_a_text_are_left_as_they_are(text):
    assert formatting.typeset(text, "en") == text


@pytest.mark.parametrize(
    ("said", "typeset"),
    [
        ("خلال شهران", "خلال شهرين"),
        ('خلال <span data-amount="x"><b>شهران</b></span>', 'خلال <span data-amount="x"><b>شهرين</b></span>'),
        ("لمدة يومان", "لمدة يومين"),
        ("عندما يبقى أسبوعان", "عندما يبقى أسبوعان"),
        ("مهلة <b>شهران</b>", "مهلة <b>شهران</b>"),
    ],
)
def test_two_of_a_unit_are_in_the_genitive_after_an_arabic_preposition(said, typeset):
    assert formatting.typeset(said, "ar") == typeset


def test_words_in_a_row_end_with_the_conjunction_of_the_language():
    assert formatting.listed(["a", "b", "c"], "fr") == "a, b et c"
    assert formatting.listed(["a", "b"], "nl", "or") == "a of b"
    assert formatting.listed(["a"], "en", "or") == "a"
