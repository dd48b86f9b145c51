"""What the page of the estimate gets from the build: amounts, rules and worked examples, or the way to the CPAS."""

import json
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from bonguichet import estimate as ris
from bonguichet import formatting
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from bonguichet.macros.examples import given_of
from bonguichet.model import WorkedExample, examples
from bonguichet.validation import validate

COMPONENTS = ROOT / "overrides" / "components"


@pytest.fixture
def macros(model):
    return lambda language="fr", day=model.day: Macros(model.model_copy(update={"day": day}), language, COMPONENTS)


def test_what_is_embedded_is_json_that_no_text_can_break_out_of(macros):
    inside = str(macros().estimate()).split("data-rules>")[1].split("</script>")[0]
    assert "<" not in inside
    rules = json.loads(inside)
    assert set(rules["amounts"]) == set(ris.AMOUNTS)
    assert list(rules["lines"]) == list(ris.LINES)


def test_the_day_of_the_decision_is_a_date_from_the_first_known_amounts_on(macros):
    assert f'<input type="date" min="{ris.FIRST_DAY}" id="estimate-date"' in str(macros().estimate())


@pytest.mark.parametrize("macro", ["estimate", "estimate_examples"])
def test_too_old_amounts_are_used_neither_for_the_form_nor_for_the_examples(macros, macro, model):
    last = ris.hide_after(model.amounts)
    assert "data-line" in str(macros(day=last).estimate_examples())
    late = date.fromordinal(last.toordinal() + 1)
    assert "Demandez le calcul au CPAS" in (said := str(getattr(macros(day=late), macro)()))
    assert "data-line" not in said and "<form" not in said


def test_an_example_says_the_same_categories_exemptions_relations_and_amounts_as_the_estimate():
    said = [
        set(get_args(kind)) for kind in (examples.Category, examples.Exemption, examples.Relation, examples.Unknown)
    ]
    unknown = {"category", "exemption", *ris.MONEY}
    assert said == [set(ris.CATEGORIES), set(ris.EXEMPTIONS), set(ris.RELATIONS), unknown]


def test_amounts_that_should_have_been_read_again_are_marked(macros):
    assert " data-late hidden" in str(macros().estimate())
    assert " data-late>" in str(macros(day=date(2027, 2, 2)).estimate())


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_a_worked_example_shows_the_lines_of_the_reference_in_every_language(macros, model, language):
    shown = re.findall(r'data-line="([a-z-]+)" data-value="([-\d.]+)"', str(macros(language).estimate_examples()))
    wanted = []
    for example in model.worked_examples.values():
        day = example.day or model.day
        found = ris.on_day(given_of(example, day), model.amounts, day).found
        ends = [found.least] if found.least == found.most else [found.least, found.most]
        wanted += [line for end in ends for line in end.lines]
    assert [id for id, _ in shown] == [line.id for line in wanted]
    assert all(
        abs(Fraction(value) - line.value) <= Fraction(1, 200) for (_, value), line in zip(shown, wanted, strict=True)
    )


def test_the_worked_examples_show_a_range_a_zero_and_an_incomplete_month(macros):
    words = macros().estimate_examples().striptags()
    for sentence in (
        "Entre environ",
        "Le calcul donne zéro à cette ligne",
        "Pour ce mois incomplet",
        "Avant mars 2026",
        "Depuis mars 2026",
    ):
        assert sentence in words


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"title": "Une personne"}, "'category' is missing"),
        ({"title": "Une personne", "category": "single", "work": 5, "unknown": ["work"]}, "given and unknown"),
        ({"title": "Une personne", "category": "alone"}, "cannot be 'alone'"),
        ({"title": "Une personne", "category": "single", "result": 5}, "unknown field 'result'"),
        ({"title": "Une personne", "category": "single", "work_covers": 0}, "'work_covers' is 0: write 1 or more."),
        ({"title": "Une personne", "category": "single", "work_covers": 32}, "'work_covers' is 32: write 31 or less."),
        ({"title": "Une personne", "category": "single", "children": -1}, "'children' is -1: write 0 or more."),
        ({"title": "Une personne", "category": "single", "children": 16}, "'children' is 16: write 15 or less."),
        ({"title": "Une personne", "category": "single", "exemption": "work"}, "'exemption' belongs to a wage"),
        ({"title": "Une personne", "category": "single", "unknown": ["exemption"]}, "'exemption' belongs to a wage"),
        ({"title": "Une personne", "category": "single", "partner": 900}, "leave out 'partner'"),
        ({"title": "Une personne", "category": "single", "unknown": ["partner"]}, "leave out 'partner'"),
        (
            {"title": "Une personne", "category": "single", "debtors": [{"relation": "near", "income": 9}]},
            "out 'debtors'",
        ),
        ({"title": "Une personne", "category": "single", "child_benefit": 9}, "leave out 'child_benefit'"),
    ],
)
def test_a_worked_example_that_makes_no_sense_is_said_to_the_editor(raw, sentence):
    assert sentence in " ".join(text for _, text in validate(WorkedExample, raw)[1])


def test_the_last_printed_amounts_are_told_of_the_incomplete_month_where_one_is_asked_for(model, macros):
    example = model.worked_examples["first-month"]
    dated = ris.on_day(given_of(example, example.day), model.amounts, example.day)
    (part,) = [part for part in macros().estimate_examples().split("<details") if example.title in part]
    (said,) = re.findall(r"derniers montants publiés[^<]*<bdi>([^<]+)</bdi>", part)
    cents = Decimal(round(dated.printed.days[0] * 100)) / 100
    assert said == formatting.money(cents, "fr")
