"""What the writer of a letter types becomes text in the language of the letter, or a sentence says why not."""

import pytest

from tests.conftest import TODAY

DATE = {"kind": "date"}
NUMBER = {"kind": "national-number"}


@pytest.fixture
def fault(engine):
    return lambda field, value: engine.run(
        "([f, v, day], { letter }) => letter.fault(f, v, day)", [field, value, TODAY]
    )


@pytest.fixture
def written(engine):
    code = "([f, v, language, day], { letter }) => letter.written(f, v, language, day)"
    return lambda field, value, language="fr": engine.run(code, [field, value, language, TODAY])


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "1er novembre 2026"), ("nl", "1 november 2026"), ("en", "1 November 2026")]
)
def test_a_day_is_written_in_the_language_of_the_letter(written, language, words):
    assert written(DATE, "2026-11-01", language) == words


@pytest.mark.parametrize("value", ["2026-11-22", "1900-01-01", ""])
def test_a_day_until_today_is_right_and_an_empty_one_is_no_fault(fault, value):
    assert fault(DATE, value) is None


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("2026-11-23", "future"),
        ("2026-02-30", "wrong"),
        ("0202-11-03", "wrong"),
        ("20266-11-03", "wrong"),
        ("hier", "wrong"),
    ],
)
def test_a_day_that_cannot_be_is_said_and_stays_out_of_the_letter(fault, written, value, why):
    assert fault(DATE, value) == why
    assert written(DATE, value) == ""


def test_a_day_that_may_lie_ahead_is_taken(fault, written):
    ahead = DATE | {"future": True}
    assert fault(ahead, "2027-01-31") is None
    assert written(ahead, "2027-01-31") == "31 janvier 2027"


@pytest.mark.parametrize("value", ["85.07.30-033.28", "85073003328", "85 07 30 033 28", "00.01.01-001.05"])
def test_a_national_number_whose_check_digits_fit_is_right_whatever_its_form(fault, value):
    assert fault(NUMBER, value) is None


@pytest.mark.parametrize("value", ["85.07.30-033.29", "8507300332", "850730033288", "00.01.01-001.04"])
def test_another_number_is_to_be_checked_and_stands_in_the_letter_all_the_same(fault, written, value):
    assert fault(NUMBER, value) == "number"
    assert written(NUMBER, value)


def test_a_national_number_is_written_as_on_the_card(written):
    assert written(NUMBER, "85073003328") == "85.07.30-033.28"


def test_what_is_typed_stays_as_it_is_between_its_spaces(written):
    assert written({"kind": "text"}, " <b>Rue</b> 1\n1050 Ixelles ") == "<b>Rue</b> 1\n1050 Ixelles"


def test_a_file_has_the_mark_and_the_ends_of_lines_that_old_programs_need(engine):
    code = "(groups, { letter }) => letter.fileText(letter.plain(groups))"
    assert (
        engine.run(code, [["Awa", "Rue 1\n1050 Ixelles"], ["Objet"]])
        == "\ufeffAwa\r\nRue 1\r\n1050 Ixelles\r\n\r\nObjet\r\n"
    )


def test_what_holds_no_figure_is_no_number_and_leaves_the_line_to_be_filled_in(fault, written):
    assert fault(NUMBER, "numéro") == "number"
    assert written(NUMBER, "numéro") == ""
