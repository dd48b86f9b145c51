"""The strict loader refuses what plain YAML silently changes."""

from datetime import date
from decimal import Decimal

import pytest
from bonguichet.problems import ProblemsFound
from bonguichet.yamlfiles import parse


def value(text):
    return parse(f"key: {text}\n", "a.yml").data["key"]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "NO", "y"])
def test_words_stay_words(word):
    assert value(word) == word


def test_a_telephone_keeps_its_zero():
    assert value("0471123456") == "0471123456"


def test_an_hour_is_not_a_number_of_minutes():
    assert value("12:30") == "12:30"


def test_money_is_exact():
    assert value("1314.20") == Decimal("1314.20")
    assert isinstance(value("0.1"), Decimal)


def test_underscores_do_not_make_numbers():
    assert value("1_000") == "1_000"


def test_days_are_days_and_quoted_ones_are_text():
    assert value("2026-03-01") == date(2026, 3, 1)
    assert value("'2026-03-01'") == "2026-03-01"


def test_booleans_are_true_and_false_only():
    assert value("true") is True
    assert value("false") is False


def test_a_day_as_key_is_a_day_and_keeps_its_line():
    file = parse("values:\n  2026-03-01: {value: 1}\n", "a.yml")
    assert list(file.data["values"]) == [date(2026, 3, 1)]
    assert file.line("values", date(2026, 3, 1), "value") == 2


def mistakes(text):
    with pytest.raises(ProblemsFound) as found:
        parse(text, "a.yml")
    return [str(problem) for problem in found.value.problems]


def test_a_key_written_twice_is_named_with_both_lines():
    assert mistakes("a: 1\nb: 2\na: 3\n") == ["a.yml:3: the key 'a' is written twice (first on line 1). Keep one."]


def test_every_mistake_is_said_at_once():
    assert len(mistakes("a: 1\na: 2\nb: 2026-02-30\n")) == 2


def test_a_day_that_does_not_exist_is_refused():
    assert mistakes("a: 2026-02-30\n") == ["a.yml:1: 2026-02-30 is not a day of the calendar."]


def test_broken_yaml_is_said_with_its_line():
    assert mistakes('a: 1\nb: "open\n')[0].startswith("a.yml:")


def test_every_value_knows_its_line():
    file = parse("a:\n  - x: 1\n    y: 2\n  - x: 3\n", "a.yml")
    assert [file.line("a", 0, "y"), file.line("a", 1, "x"), file.line("a", 1, "missing")] == [3, 4, 4]


def test_front_matter_counts_from_its_own_first_line():
    assert parse("title: x\nrevision: 1\n", "p.md", first_line=2).line("revision") == 3
