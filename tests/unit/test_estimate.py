"""The legal steps of the RIS: the worked examples that public pages print, to the cent, and what holds for every input."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from bonguichet import estimate as ris
from bonguichet import freshness
from bonguichet.estimate import steps
from hypothesis import given, settings
from hypothesis import strategies as st

CALCULATIONS = yaml.safe_load((Path(__file__).parent / "calculations.yml").read_text(encoding="utf-8"))
SINCE_2026, BEFORE_2026 = date(2026, 11, 22), date(2025, 3, 1)


def cents(value, rounding=ROUND_HALF_UP):
    return str((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"), rounding))


class Told:
    """One example: its inputs as exact numbers, what it publishes or what follows from it."""

    def __init__(self, id):
        self.example = CALCULATIONS[id]
        self.given = {
            name: value if name == "category" else Fraction(value) for name, value in self.example["inputs"].items()
        }
        self.complete = self.example.get("complete", {})
        self.left = {**self.example.get("published", {}), **self.example.get("derived", {})}
        self.used: set[str] = set()

    def __getattr__(self, name):
        return self.given[name]

    def step(self, name, *values):
        """A legal step, by the name under which the example shows it."""
        self.used.add(name)
        return getattr(steps, name)(*values)

    def gives(self, **found):
        rounding = ROUND_DOWN if self.example.get("rounding") == "cut" else ROUND_HALF_UP
        for name, value in found.items():
            assert cents(value, rounding) == self.left.pop(name), name

    def with_general_exemption(self, scale, means):
        """The complete result, with the step that the example leaves out."""
        assert self.example["omits"] == "general_exemption"
        exemption = Fraction(self.complete["exemption_year"])
        scale, means = scale * 12, means * 12
        exempt = steps.general_exemption(means, scale, exemption)
        assert cents(steps.month_of(steps.integration_income(scale, means - exempt))) == self.complete["ris"]

    def done(self):
        assert self.left == {}, "every published figure is replayed"
        assert self.used == set(self.example["shows"]), "through the steps that the example shows"


@pytest.fixture
def told(request):
    example = Told(request.param)
    yield example
    example.done()


def example(id):
    return pytest.mark.parametrize("told", [id], indirect=True)


@example("ris-student-job-640-800")
def test_a_student_job_of_800(told):
    counted = told.work - told.step("professional_income_exemption", told.work, told.exemption)
    told.gives(counted=counted, ris=told.step("integration_income", told.scale, counted))
    told.with_general_exemption(told.scale, counted)


@example("ris-student-400-single-2022")
def test_a_student_job_of_400_with_the_general_exemption(told):
    means = told.work - told.step("professional_income_exemption", told.work, told.exemption)
    told.gives(counted=means - told.step("general_exemption", means, told.scale, told.general_exemption))


@example("ris-parents-gift-300-cohabitant-2025")
def test_300_a_month_from_the_parents(told):
    means = told.gift * ris.MONTHS
    counted = means - told.step("general_exemption", means, told.scale_year, told.general_exemption_year)
    year = told.step("integration_income", told.scale_year, counted)
    told.gives(means_year=means, counted_year=counted, ris_year=year, ris=told.step("month_of", year))


@example("ris-savings-25000-single")
def test_savings_of_25_000(told):
    means = told.step("savings", told.savings, told.free, told.middle, told.middle_rate, told.top_rate)
    counted = means - told.step("general_exemption", means, told.scale_year, told.general_exemption_year)
    told.gives(means_year=means, counted_year=counted, counted=told.step("month_of", counted))


@example("ris-home-1250-single")
def test_a_home_with_a_cadastral_income_of_1250(told):
    means = told.step("own_home", told.cadastral, int(told.children), told.free, told.free_child, told.factor)
    counted = means - told.step("general_exemption", means, told.scale_year, told.general_exemption_year)
    month = told.step("month_of", counted)
    told.gives(means_year=means, counted_year=counted, counted=month)
    assert cents(month) == "104.17", "we round half up; the page of ris-home-1250-single cuts"


@example("ris-couple-partner-1000-2023")
def test_a_partner_with_1000_at_the_cohabitant_rate(told):
    counted = told.step("partner_means", told.category, told.partner, told.scale)
    told.gives(counted=counted, ris=told.step("integration_income", told.scale, counted))
    told.with_general_exemption(told.scale, counted)


@example("ris-category3-partner-full")
def test_a_partner_counts_in_full_at_the_family_rate(told):
    counted = told.step("partner_means", told.category, told.partner, told.cohabitant)
    told.gives(counted=counted, ris=told.step("integration_income", told.scale, counted))
    told.with_general_exemption(told.scale, counted)


@example("ris-two-cohabitants-2025-02")
def test_two_cohabitants_without_means(told):
    told.gives(household=told.claimants * told.step("integration_income", told.scale, Fraction(0)))


@example("ris-alternating-custody-2024")
def test_a_child_half_of_the_time(told):
    single, family = (
        told.step("integration_income", scale, Fraction(0)) for scale in (told.scale_single, told.scale_family)
    )
    told.gives(before_cassation=(single + family) / 2, since_cassation=family)


@example("savings-25500")
def test_savings_of_25_500(told):
    means = told.step("savings", told.savings, told.free, told.middle, told.middle_rate, told.top_rate)
    told.gives(means_year=means, means=told.step("month_of", means))


def home(told):
    told.gives(
        means_year=told.step("own_home", told.cadastral, int(told.children), told.free, told.free_child, told.factor)
    )


@example("home-850-one-child")
def test_a_child_makes_the_free_part_of_a_home_bigger(told):
    home(told)


@example("home-2000-single")
def test_a_home_with_a_cadastral_income_of_2000(told):
    home(told)


def test_every_example_has_its_test():
    source = Path(__file__).read_text(encoding="utf-8")
    assert [id for id in CALCULATIONS if f'@example("{id}")' not in source] == []


# The rules that the shared documents state without figures


def test_the_wage_exemption_comes_first_even_where_the_wage_exceeds_the_ris(model):
    """1 500 net exceeds the rate of 1 340.47; less 315.67 it no longer does."""
    found = on(SINCE_2026, model, category="single", work=Fraction(1500), exemption="work").least
    assert found.month > 0
    assert on(SINCE_2026, model, category="single", work=Fraction(1500)).least.month == 0


def test_an_incomplete_month_is_stretched_exempted_and_brought_back_to_its_days(model):
    """15 days of 30 for 400: a month of 800, its exemption whole, then half of the month with it and half without."""
    half = on(SINCE_2026, model, category="single", work=Fraction(400), exemption="work", work_covers=15)
    whole = on(SINCE_2026, model, category="single", work=Fraction(800), exemption="work")
    none = on(SINCE_2026, model, category="single")
    assert half.least.month == whole.least.month
    assert half.least.days == (whole.least.month + none.least.month) / 2
    only = on(SINCE_2026, model, category="single", work=Fraction(400), exemption="work", work_covers=15, aided=15)
    assert only.least.days == whole.least.month / 2


def test_an_incomplete_month_shows_the_days_with_and_without_the_wage_and_their_sum(model):
    found = on(SINCE_2026, model, category="single", work=Fraction(600), exemption="student", work_covers=20).least
    worked, idle, days = (line.value for line in found.lines if line.id.startswith("days"))
    assert (worked, days) == (found.month * 20 / 30, worked + idle)
    assert idle == on(SINCE_2026, model, category="single").least.month * 10 / 30


def test_a_wage_that_covers_more_days_than_are_aided_counts_for_these_only(model):
    found = on(SINCE_2026, model, category="single", work=Fraction(600), work_covers=20, aided=10).least
    assert [line.id for line in found.lines if line.id.startswith("days")] == ["days"]
    assert found.days == found.month * 10 / 30


def test_who_lives_with_somebody_is_not_taken_for_single(model):
    alone = on(SINCE_2026, model, category=None)
    couple = on(SINCE_2026, model, category=None, partner=Fraction(1450))
    assert {alone.least.category, alone.most.category} == {"cohabitant", "family"}
    assert {couple.least.category, couple.most.category} == {"cohabitant", "family"}
    assert couple.most.month == on(SINCE_2026, model, category="family", partner=Fraction(1450)).most.month


def test_means_that_equal_the_scale_to_the_cent_leave_nothing_and_say_so(model):
    whole = scale(model, SINCE_2026, "single") / 12
    found = on(SINCE_2026, model, category="single", benefits=whole).least
    assert (found.year, ris.emptied_by(found)) == (0, "benefits")


def test_the_general_exemption_falls_away_once_the_means_reach_the_scale():
    scale = Fraction(12000)
    assert steps.general_exemption(scale - 1, scale, Fraction(250)) == 250
    assert steps.general_exemption(scale, scale, Fraction(250)) == 0
    assert steps.general_exemption(Fraction(100), scale, Fraction(250)) == 100, "never more than the means"


def test_grandparents_count_since_march_2026_only(model):
    far = (ris.Debtor("far", Fraction(1500)),)
    assert on(date(2026, 2, 28), model, category="cohabitant", debtors=far).least.year == scale(
        model, date(2026, 2, 28)
    )
    assert (
        on(date(2026, 3, 1), model, category="cohabitant", debtors=far).least.year
        == 12 * (2 * scale(model, date(2026, 3, 1)) / 12 - 1500) + 155
    )


def test_what_debtors_have_above_the_cohabitant_rate_is_one_end_and_nothing_the_other(model):
    two = (ris.Debtor("near", Fraction(1000)), ris.Debtor("near", Fraction(500)))
    found = on(SINCE_2026, model, category="cohabitant", debtors=two, child_benefit=Fraction(100))
    whole = scale(model, SINCE_2026)
    assert found.most.year == whole
    assert whole - found.least.year == (12 * 1000 - whole) + 12 * 100 - 155, "each one's own part; 500 has none"


def test_the_child_benefit_of_a_debtor_did_not_count_before_march_2026(model):
    found = on(BEFORE_2026, model, category="cohabitant", child_benefit=Fraction(100))
    assert found.least.year == found.most.year == scale(model, BEFORE_2026)


def test_the_example_of_the_minister_lies_in_the_range(model):
    """A mother with 1 776 a month, each adult son from 876 to 360 (art34-minister-example)."""
    found = on(SINCE_2026, model, category="cohabitant", debtors=(ris.Debtor("near", Fraction(1776)),))
    assert found.least.month <= 360 <= found.most.month


# Amounts of a day


@pytest.mark.parametrize("category", ris.CATEGORIES)
@pytest.mark.parametrize("day", ["2024-05-01", "2025-01-31", "2025-02-01", "2026-02-28", "2026-03-01", "2026-11-22"])
def test_without_means_the_estimate_is_the_monthly_amount_of_the_site_to_the_cent(model, category, day):
    monthly = freshness.in_force(model.amounts[f"ris-{category}"], date.fromisoformat(day)).value.value
    assert cents(on(date.fromisoformat(day), model, category=category).least.month) == str(monthly)


def test_beside_a_computed_amount_stands_the_last_printed_one(model):
    found = ris.on_day(ris.Given("single"), model.amounts, SINCE_2026)
    assert (found.since, found.printed_on) == (date(2026, 3, 1), date(2025, 2, 1))
    assert cents(found.printed.least.month) == "1314.20"
    assert ris.on_day(ris.Given("single"), model.amounts, BEFORE_2026).printed is None, "all of it was printed"


def test_a_scale_that_no_page_prints_for_a_year_rests_on_the_month_that_one_prints(model):
    found = ris.on_day(ris.Given("family"), model.amounts, BEFORE_2026)
    assert cents(found.printed.least.month) == "1776.07"
    assert found.printed.least.year == Fraction("1776.07") * 12


def test_a_shortage_amount_that_we_do_not_know_leaves_a_range(model):
    given_ = {"category": "single", "work": Fraction(1000)}
    found = on(date(2024, 6, 1), model, exemption="shortage", **given_)
    assert found.least.year == on(date(2024, 6, 1), model, exemption="work", **given_).least.year
    assert found.most.year == scale(model, date(2024, 6, 1), "single")
    known = on(BEFORE_2026, model, exemption="shortage", **given_)
    assert known.least.year == known.most.year


def test_an_amount_that_is_too_old_is_used_for_no_estimate(model):
    last = min(freshness.hide_after(model.amounts[id]) for id in ris.AMOUNTS)
    assert not ris.hidden(model.amounts, last)
    assert ris.hidden(model.amounts, date.fromordinal(last.toordinal() + 1))


def test_before_the_first_amounts_no_figure_is_guessed(model):
    with pytest.raises(freshness.NoValue):
        ris.on_day(ris.Given("single"), model.amounts, date(2024, 4, 30))


# What holds for every input

money = st.one_of(st.just(Fraction(0)), st.decimals(0, 30_000, places=2).map(Fraction))
known = st.builds(
    ris.Given,
    category=st.sampled_from(ris.CATEGORIES),
    new_rules=st.booleans(),
    work=money,
    exemption=st.sampled_from(ris.EXEMPTIONS),
    benefits=money,
    maintenance=money,
    savings=money,
    home=money,
    children=st.integers(0, 5),
    partner=money,
    debtors=st.lists(st.builds(ris.Debtor, st.sampled_from(ris.RELATIONS), money), max_size=3).map(tuple),
    child_benefit=money,
    month=st.sampled_from([28, 30, 31]),
    aided=st.none() | st.integers(1, 28),
    work_covers=st.none() | st.integers(1, 28),
)
consistent = known.filter(
    lambda what: what.category != "single" or not (what.partner or what.debtors or what.child_benefit)
)
"""Nobody is counted as single who lives with a partner or with relatives that owe help."""


@pytest.fixture(scope="module")
def figures(model):
    return ris.figures(ris.in_force(model.amounts, SINCE_2026))


@settings(max_examples=300)
@given(what=known)
def test_a_ris_is_never_below_nothing_nor_above_its_scale(figures, what):
    found = ris.bounds(what, figures)
    for end in (found.least, found.most):
        assert 0 <= end.month * 12 == end.year <= figures[f"ris-{end.category}-year"]
        assert end.days is None or 0 <= end.days <= figures[f"ris-{end.category}-year"] / 12


@settings(max_examples=300)
@given(what=known, more=st.decimals("0.01", 5_000, places=2).map(Fraction), field=st.sampled_from(ris.MONEY))
def test_more_means_never_give_more_ris(figures, what, more, field):
    richer = replace(what, **{field: getattr(what, field) + more})
    assert ris.bounds(richer, figures).least.year <= ris.bounds(what, figures).least.year
    assert ris.bounds(richer, figures).most.year <= ris.bounds(what, figures).most.year


@settings(max_examples=300)
@given(what=consistent, forgotten=st.sets(st.sampled_from((*ris.MONEY, "category", "exemption")), min_size=1))
def test_what_is_not_known_gives_a_range_that_holds_what_is_true(figures, what, forgotten):
    true, found = ris.bounds(what, figures), ris.bounds(replace(what, **dict.fromkeys(forgotten)), figures)
    assert found.least.year <= true.least.year <= true.most.year <= found.most.year
    if true.days:
        assert found.days[0] <= true.days[0] <= true.days[1] <= found.days[1]


def test_everything_at_once_shows_every_line_in_its_order(figures):
    means = dict.fromkeys(ris.MONEY, Fraction(10)) | {"savings": Fraction(10_000), "home": Fraction(1_000)}
    debtors = (ris.Debtor("near", Fraction(1)),)
    what = ris.Given("cohabitant", exemption="work", debtors=debtors, aided=20, work_covers=10, **means)
    assert tuple(line.id for line in ris.estimate(what, figures).lines) == ris.LINES


@settings(max_examples=300)
@given(what=known)
def test_the_lines_add_up_to_the_year(figures, what):
    for end in (ris.bounds(what, figures).least, ris.bounds(what, figures).most):
        assert {line.id for line in end.lines} <= set(ris.LINES)
        added = [
            line.value for line in end.lines if line.id not in ("year", "month") and not line.id.startswith("days")
        ]
        assert end.year == max(0, sum(added))


@settings(max_examples=300)
@given(what=known)
def test_an_estimate_of_nothing_names_the_line_that_emptied_it(figures, what):
    least = ris.bounds(what, figures).least
    emptied = ris.emptied_by(least)
    assert (emptied is not None) == (least.year == 0)
    if emptied:
        assert next(line for line in least.lines if line.id == emptied).value < 0


def on(day, model, **what):
    return ris.on_day(ris.Given(**what), model.amounts, day).found


def scale(model, day, category="cohabitant"):
    return ris.in_force(model.amounts, day)[f"ris-{category}-year"].value
