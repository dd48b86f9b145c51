"""The browser estimates as Python does, exact to the fraction, and reads amounts as every language writes them."""

import json
import random
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from babel import numbers
from bonguichet import estimate as ris
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from hypothesis import given, settings
from hypothesis import strategies as st

COMPONENTS = ROOT / "overrides" / "components"
FIRST, LAST = ris.FIRST_DAY, date(2026, 11, 22)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

BROWSER = """([rules, asked], { exact, estimate, estimateAmounts }) => {
  const read = (value) => (value === null ? null : value === "0" ? exact.NOTHING : exact.Exact.of(value));
  const line = ({ id, value, uses, unknown }) => [id, String(value), uses, unknown];
  const end = (found) => [found.category, found.lines.map(line), String(found.year), String(found.month), estimate.emptiedBy(found)];
  const range = (found) => found && [end(found.least), end(found.most), found.days && found.days.map(String)];
  return asked.map(([day, given]) => {
    const { amounts, ...rest } = given;
    for (const [name, value] of Object.entries(amounts)) rest[name] = read(value);
    rest.debtors = rest.debtors.map(([relation, income]) => ({ relation, income: read(income) }));
    const { found, since, printed, printedOn } = estimateAmounts.onDay(rules, rest, day);
    return [range(found), since ?? null, range(printed) ?? null, printedOn ?? null];
  });
}"""


@pytest.fixture(scope="module")
def rules(model):
    """What the page embeds, as the browser reads it."""
    html = str(Macros(model, "fr", COMPONENTS).estimate())
    return json.loads(html.split("data-rules>")[1].split("</script>")[0])


def somebody(chance: random.Random) -> tuple[date, ris.Given]:
    """A day and what somebody could say on it: mostly small figures, some huge, some not known."""

    def money(most=3_000):
        kind = chance.random()
        if kind < 0.45:
            return Fraction(0)
        if kind < 0.5:
            return None
        return Fraction(Decimal(chance.randrange(1, (10_000_000 if kind > 0.97 else most) * 100)).scaleb(-2))

    day = chance.choice(DAYS)
    aided, month = ris.days_from(day)
    debtors = tuple(ris.Debtor(chance.choice(ris.RELATIONS), money()) for _ in range(chance.choice((0, 0, 0, 1, 3))))
    return day, ris.Given(
        category=chance.choice((*ris.CATEGORIES, None)),
        exemption=chance.choice((*ris.EXEMPTIONS, None)),
        children=chance.randrange(4),
        debtors=tuple(each for each in debtors if each.income != 0),
        month=month,
        aided=chance.choice((None, None, aided)),
        work_covers=chance.choice((None, None, chance.randrange(1, month + 1))),
        **{name: money(40_000 if name == "savings" else 3_000) for name in ris.MONEY},
    )


def sent(day, what):
    """The same for the browser."""
    write = lambda value: None if value is None else str(value)  # noqa: E731
    return [
        day.isoformat(),
        {
            "category": what.category,
            "exemption": what.exemption,
            "children": what.children,
            "debtors": [[debtor.relation, write(debtor.income)] for debtor in what.debtors],
            "month": what.month,
            "aided": what.aided,
            "workCovers": what.work_covers,
            "amounts": {
                ("childBenefit" if name == "child_benefit" else name): write(getattr(what, name)) for name in ris.MONEY
            },
        },
    ]


def wanted(model, day, what):
    found = ris.on_day(what, model.amounts, day)
    iso = lambda value: value and value.isoformat()  # noqa: E731
    return [shown(found.found), iso(found.since), found.printed and shown(found.printed), iso(found.printed_on)]


def shown(found):
    return [_end(found.least), _end(found.most), found.days and list(map(str, found.days))]


def _end(end):
    lines = [[line.id, str(line.value), list(line.uses), line.unknown] for line in end.lines]
    return [end.category, lines, str(end.year), str(end.month), ris.emptied_by(end)]


def agree(engine, model, rules, count, seed):
    chance = random.Random(seed)
    for _ in range(0, count, 250):
        asked = [somebody(chance) for _ in range(250)]
        found = engine.run(BROWSER, [rules, [sent(*each) for each in asked]])
        for (day, what), browser in zip(asked, found, strict=True):
            assert browser == wanted(model, day, what), (day, what)


def test_both_estimate_the_same_to_the_fraction(engine, model, rules):
    agree(engine, model, rules, 1_000, seed=2026)


@pytest.mark.long
def test_both_estimate_the_same_of_ten_thousand_people(engine, model, rules):
    agree(engine, model, rules, 10_000, seed=1971)


def test_both_take_the_same_amounts_of_every_day(engine, model, rules):
    code = """([rules, days], { estimateAmounts }) => days.map((day) => ["inForce", "lastPrinted"].map((of) => {
      const amounts = estimateAmounts[of](rules, day);
      const figures = estimateAmounts.figures(amounts, day);
      return Object.keys(amounts).map((id) => [id, amounts[id].since, figures[id] && String(figures[id])]);
    }))"""
    found = engine.run(code, [rules, [day.isoformat() for day in DAYS]])
    for day, browser in zip(DAYS, found, strict=True):
        for of, amounts in zip((ris.in_force, ris.last_printed), browser, strict=True):
            python = of(model.amounts, day)
            assert amounts == [
                [id, each.since.isoformat(), None if each.value is None else str(each.value)]
                for id, each in python.items()
            ]


def test_both_count_the_same_days_of_every_month(engine):
    code = "(days, { estimateAmounts }) => days.map(estimateAmounts.daysFrom)"
    found = engine.run(code, [day.isoformat() for day in DAYS])
    assert [tuple(counted) for counted in found] == list(map(ris.days_from, DAYS))


def test_a_figure_holds_until_its_last_day_and_not_after(engine):
    code = """(days, { estimateAmounts }) => days.map((day) =>
      estimateAmounts.figures({ wage: { value: "426.30", until: "2024-04-30" } }, day).wage !== null)"""
    assert engine.run(code, ["2024-04-29", "2024-04-30", "2024-05-01"]) == [True, True, False]


@settings(max_examples=100)
@given(values=st.lists(st.fractions(-10_000_000, 10_000_000, max_denominator=10_000), min_size=1, max_size=20))
def test_cents_are_rounded_half_up_at_display_only(engine, values):
    code = "(values, { exact }) => values.map((value) => exact.Exact.of(value).cents())"
    for value, cents in zip(values, engine.run(code, list(map(str, values))), strict=True):
        doubled = abs(value) * 200
        assert abs(Fraction(cents)) == Fraction(int(doubled + 1) // 2, 100)
        assert cents.startswith("-") == (value < 0 and Fraction(cents) != 0)


# Amounts as people write them

READ = "(texts, { amountField }) => texts.map((text) => { const { value, fault } = amountField.readAmount(text); return fault ?? value.cents(); })"
LOCALES = ("fr", "fr_BE", "nl", "nl_BE", "en_GB", "de", "ar", "ar_EG", "fa", "tr", "pl")
euros = st.decimals(0, 10_000_000, places=2)


@settings(max_examples=60)
@given(values=st.lists(euros, min_size=1, max_size=20))
def test_an_amount_as_any_language_writes_it_is_read_back(engine, values):
    texts, wanted = [], []
    for value in values:
        for locale in LOCALES:
            digits = "arab" if locale == "ar_EG" else "default"
            texts += [
                numbers.format_decimal(value, "#,##0.00", locale=locale, numbering_system=digits),
                numbers.format_decimal(value, "0.00", locale=locale, numbering_system=digits),
                numbers.format_currency(value, "EUR", locale=locale, numbering_system=digits),
            ]
            wanted += [str(value)] * 3
    assert engine.run(READ, texts) == wanted


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1314.20", "1314.20"),
        ("1314,20", "1314.20"),
        ("1314,2", "1314.20"),
        ("1 314,20", "1314.20"),
        ("1\u00a0314,20\u00a0€", "1314.20"),
        ("1\u202f314,20 €", "1314.20"),
        ("1.314,20 €", "1314.20"),
        ("€ 1,314.20", "1314.20"),
        ("1'314.20", "1314.20"),
        ("1314 euros", "1314.00"),
        ("EUR 1314", "1314.00"),
        ("1.314,-", "1314.00"),
        ("1314,", "1314.00"),
        ("12.500", "12500.00"),
        ("12,500", "12500.00"),
        ("1.234.567", "1234567.00"),
        ("١٬٣١٤٫٢٠", "1314.20"),
        ("۱۳۱۴٫۲", "1314.20"),
        ("\u200e1314.20\u200f", "1314.20"),
        (",50", "0.50"),
        ("0", "0.00"),
        ("-0", "0.00"),
        ("10 000 000", "10000000.00"),
        ("", "empty"),
        ("   ", "empty"),
        ("€", "letters"),
        ("-5", "negative"),
        ("−5,00 €", "negative"),
        ("€ -5", "negative"),
        ("5-", "negative"),
        ("abc", "letters"),
        ("12a", "letters"),
        ("1e3", "letters"),
        ("1 2", "letters"),
        ("1.2.3", "letters"),
        ("1.314.20", "letters"),
        ("800 par mois", "letters"),
        ("0.500", "places"),
        ("12,3456", "places"),
        ("1314,205", "places"),
        ("10000000,01", "huge"),
        ("9" * 400, "huge"),
    ],
)
def test_an_amount_is_read_or_its_fault_is_named(engine, text, read):
    assert engine.run(READ, [text]) == [read]
