"""The estimate of the RIS as readers meet it: by keyboard, with mistakes, with gaps, without a script, on paper."""

import pytest
from bonguichet import estimate as ris
from bonguichet import formatting
from bonguichet.load import ROOT
from bonguichet.yamlfiles import read
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, faults_of

PATH = "/revenus/estimation/"
WAGE, SAVINGS = "Salaire net par mois", "Épargne, en tout"


EXAMPLES = list(read(ROOT / "content/worked-examples.yml", ROOT).data)
SAID = """(place) => {
  const text = (node) => node.textContent.split(/\\s+/).filter(Boolean).join(" ");
  return {
    paragraphs: [...place.querySelectorAll(":scope > p:not(:has(b))")].map(text),
    lines: [...place.querySelectorAll("[data-line]")].map((line) => [
      line.dataset.line, line.dataset.value, ...["span", "b"].map((part) => text(line.querySelector(part))), text(line.querySelector("p").firstChild),
    ]),
  };
}"""
"""What an estimate says, in the result of the form and in a worked example: sentences, then line by line."""


def texts(place, selector):
    return [" ".join(text.split()) for text in place.locator(selector).all_text_contents()]


@pytest.fixture
def estimate(reader):
    return Form(reader.open(PATH))


class Form:
    """The form of the estimate, as a reader fills it in."""

    def __init__(self, reader):
        self.reader, self.page = reader, reader.page
        self.result = self.page.locator("[data-result]")

    def field(self, label):
        return self.page.get_by_label(label, exact=True)

    def choose(self, label, value):
        self.field(label).select_option(value)
        return self

    def write(self, **texts):
        for name, text in texts.items():
            field = self.page.locator(f"[name={name}]")
            for details in self.page.locator(f"details:not([open]):has([name={name}]) > summary").all():
                details.click()
            field.fill(text)
        return self

    def tell(self, example, day):
        """Fill in what the person of a worked example says."""
        self.page.locator("form details").evaluate_all("all => all.forEach((box) => { box.open = true; })")
        self.write(date=str(day), request=str(example.request or ""), children=str(example.children or ""))
        self.write(**{"work-covers": str(example.work_covers or "")})
        self.page.locator("[name=category]").select_option(example.category or "unknown")
        self.page.locator("[name=exemption]").select_option(
            "unknown" if "exemption" in example.unknown else example.exemption
        )
        incomes = {name.replace("_", "-"): getattr(example, name) for name in ris.MONEY}
        for number, debtor in enumerate(example.debtors, start=1):
            self.page.locator(f"[name=relation-{number}]").select_option(debtor.relation)
            incomes[f"debtor-{number}"] = debtor.income
        self.write(**{name: formatting.money(income, "fr") for name, income in incomes.items() if income})
        for name in set(example.unknown) & set(ris.MONEY):
            self.page.locator(f"[name={name.replace('_', '-')}-unknown]").check()
        return self

    def calculate(self):
        self.page.get_by_role("button", name="Calculer").click()
        return self

    def lines(self):
        return {
            line.get_attribute("data-line"): line.get_attribute("data-value")
            for line in self.result.locator("[data-line]").all()
        }

    def faulty(self, name):
        """The sentence at a field, which has the focus and says that it is wrong."""
        field = self.page.locator(f"[name={name}]")
        expect(field).to_have_attribute("aria-invalid", "true")
        said = field.get_attribute("aria-describedby").split()[-1]
        return self.page.locator(f"#{said}")


def test_a_wage_and_savings_give_every_line_with_its_figure_and_source(estimate):
    estimate.choose("Votre catégorie", "single").choose("Ce travail a commencé", "work")
    estimate.write(work="800", savings="25.000,00 €").calculate()
    assert estimate.lines() == {
        "scale": "16085.64",
        "work": "-9600.00",
        "work-exemption": "3788.04",
        "savings": "-1628.00",
        "general-exemption": "250.00",
        "year": "8895.68",
        "month": "741.31",
    }
    exemption = estimate.result.locator("[data-line=work-exemption]")
    exemption.locator("summary").click()
    expect(exemption).to_contain_text("depuis le 1er mars 2026, calculé par nous")
    expect(exemption.get_by_role("link", name="Guide BDAS : l’exonération socioprofessionnelle")).to_be_visible()
    exemption.locator("summary").click()
    expect(exemption.locator("p").first).to_be_hidden()


@pytest.mark.parametrize("id", EXAMPLES)
def test_the_browser_says_of_a_worked_example_what_the_build_says(estimate, model, id):
    example = model.worked_examples[id]
    estimate.tell(example, example.day or model.day).calculate()
    built = estimate.page.locator(f"[data-example={id}]")
    decides = estimate.page.evaluate(
        "JSON.parse(document.querySelector('[data-rules]').textContent).words['e-decides']"
    )
    said = estimate.result.locator("[data-content]").evaluate(SAID)
    said["paragraphs"].remove(" ".join(decides.split()))
    assert said == built.evaluate(SAID)
    answers = [
        " : ".join(pair) for pair in zip(texts(estimate.result, "dt"), texts(estimate.result, "dd"), strict=True)
    ]
    alone = lambda lines: [line for line in lines if not line.startswith("Personne ")]  # noqa: E731
    assert alone(answers) == alone(texts(built, "[data-said] li"))


def test_beside_a_computed_estimate_stands_the_one_with_printed_amounts(estimate):
    estimate.choose("Votre catégorie", "single").calculate()
    words = estimate.result.inner_text().replace("\u202f", " ").replace("\u00a0", " ")
    assert "Environ 1 340,47 € par mois" in words
    assert "Avec les derniers montants publiés, du 1er février 2025 : environ 1 314,20 €." in words


def test_the_whole_form_works_by_keyboard_and_the_answer_is_announced_and_focused(estimate):
    page = estimate.page
    page.locator("[name=date]").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "category":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("1 000,00")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Votre estimation")).to_be_focused()
    expect(page.get_by_role("status").and_(page.locator("[data-announced]"))).to_contain_text("par mois")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(estimate.result.locator("[data-line] details[open]")).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("work", "-5", "plus petit que zéro"),
        ("work", "beaucoup", "Écrivez un montant en chiffres"),
        ("savings", "999999999", "trop grand"),
        ("benefits", "12,345", None),
        ("benefits", "12,3456", "deux chiffres au plus"),
        ("home", "abc", "Écrivez un montant en chiffres"),
        ("debtor-2", "-1", "plus petit que zéro"),
        ("children", "99", "de 0 à 15"),
        ("children", "1,5", "de 0 à 15"),
        ("work-covers", "31", "de 1 à 30"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(estimate, name, text, sentence):
    estimate.choose("Votre catégorie", "cohabitant").write(maintenance="12,50").write(**{name: text}).calculate()
    if sentence is None:
        expect(estimate.result).to_be_visible()
        return
    expect(estimate.faulty(name)).to_contain_text(sentence)
    expect(estimate.page.locator(f"[name={name}]")).to_be_focused()
    expect(estimate.page.locator(f"[name={name}]")).to_have_value(text)
    expect(estimate.page.locator("[name=maintenance]")).to_have_value("12,50")
    expect(estimate.page.locator("[name=category]")).to_have_value("cohabitant")
    expect(estimate.result).to_be_hidden()
    estimate.write(**{name: "2"}).calculate()
    expect(estimate.page.locator("[aria-invalid]")).to_have_count(0)
    expect(estimate.result).to_be_visible()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("2024-04-30", "avant le 1er mai 2024"), ("2026-11-23", "pas encore là"), ("", "un jour, un mois et une année")],
)
def test_a_day_that_we_cannot_count_is_said(estimate, day, sentence):
    estimate.write(date=day).calculate()
    expect(estimate.faulty("date")).to_contain_text(sentence)
    expect(estimate.page.locator("[name=date]")).to_be_focused()


def test_every_mistake_is_said_at_once_and_the_first_is_focused(estimate):
    estimate.write(savings="x", partner="-1", work="y").calculate()
    assert estimate.page.locator("[aria-invalid=true]").count() == 3
    expect(estimate.page.locator("[name=work]")).to_be_focused()


def test_the_request_comes_before_the_decision_and_counts_days_of_the_calendar(estimate):
    estimate.choose("Votre catégorie", "single").write(date="2026-09-20", request="2026-09-21").calculate()
    expect(estimate.faulty("request")).to_contain_text("ne peut pas venir après")
    estimate.write(request="2026-09-16").calculate()
    assert estimate.lines()["days"] == "670.24", "15 of 30 days"
    expect(estimate.result).to_contain_text("Nous ne savons pas comment votre CPAS les compte")


def test_who_lives_alone_has_no_partner_there(estimate):
    estimate.choose("Votre catégorie", "single").write(partner="900").calculate()
    expect(estimate.faulty("partner")).to_contain_text("Videz ce champ, ou changez la catégorie")
    estimate.choose("Votre catégorie", "cohabitant").calculate()
    expect(estimate.result).to_be_visible()


def test_nothing_left_is_explained_and_asking_remains_possible(estimate):
    estimate.choose("Votre catégorie", "cohabitant").write(benefits="1300").calculate()
    expect(estimate.result.locator(".notice").first).to_contain_text("Allocations et autres revenus, par an")
    expect(estimate.result.locator(".notice").first).to_contain_text("Vous pouvez quand même demander")
    assert estimate.lines()["month"] == "0.00"


def test_what_is_not_known_gives_a_range_and_its_reasons_not_a_guess(estimate):
    estimate.write(benefits="100")
    estimate.page.get_by_label("Je ne sais pas : Épargne, en tout").check()
    expect(estimate.page.locator("[name=savings]")).to_be_disabled()
    estimate.calculate()
    words = estimate.result.inner_text()
    assert "Entre environ 0,00" in words
    assert "Vous avez répondu « je ne sais pas » : Votre catégorie, Épargne, en tout." in words.replace("\u00a0", " ")
    assert "Pourquoi deux montants" in words
    answers = dict(zip(texts(estimate.result, "dt"), texts(estimate.result, "dd"), strict=True))
    assert answers["Épargne, en tout"] == answers["Votre catégorie"] == "Je ne sais pas"
    assert "Ce travail a commencé" not in answers, "no wage was written"
    assert estimate.result.locator("[data-line=month]").count() == 2


def test_relatives_give_a_range_that_tells_the_rule_of_the_day(estimate):
    estimate.choose("Votre catégorie", "cohabitant").write(**{"debtor-1": "1400"}).calculate()
    expect(estimate.result).to_contain_text("Depuis mars 2026, le CPAS compte ces proches")
    estimate.write(date="2026-02-28").calculate()
    expect(estimate.result).to_contain_text("Avant mars 2026, le CPAS pouvait choisir")
    estimate.choose("Personne 1 : lien avec vous", "far").calculate()
    assert estimate.result.locator("[data-line=month]").count() == 1, "grandparents never counted then"


def test_what_was_counted_goes_as_soon_as_something_else_is_written(estimate):
    estimate.choose("Votre catégorie", "single").calculate()
    expect(estimate.result).to_be_visible()
    estimate.write(work="100")
    expect(estimate.result).to_be_hidden()


def test_what_is_typed_stands_neither_in_the_address_nor_in_storage_nor_in_a_request(estimate):
    page, asked = estimate.page, len(estimate.reader.requests)
    estimate.choose("Votre catégorie", "single").write(work="1234,56", savings="7777").calculate()
    expect(estimate.result).to_be_visible()
    assert page.url == estimate.reader.address + PATH
    stored = page.evaluate(
        "[localStorage.length, sessionStorage.length, document.cookie, JSON.stringify(history.state)]"
    )
    assert stored == [0, 0, "", "null"]
    assert [url for url in estimate.reader.requests[asked:] if not url.endswith("icon.svg")] == []
    page.reload()
    expect(page.locator("[name=work]")).to_have_value("")


def test_the_computation_can_be_copied_with_every_line_folded_or_not(new_reader):
    reader = new_reader(permissions=["clipboard-read", "clipboard-write"])
    estimate = Form(reader.open(PATH))
    estimate.choose("Votre catégorie", "single").write(savings="25000").calculate()
    estimate.page.get_by_role("button", name="Copier le calcul").click()
    expect(estimate.page.locator("[data-announced]")).to_have_text("Calcul copié.")
    copied = estimate.page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
    assert "Part comptée de l’épargne, par an" in copied
    assert "Guide BDAS : l’épargne" in copied
    assert "Le CPAS décide" in copied


def test_a_browser_that_does_not_copy_says_so(estimate):
    estimate.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    estimate.calculate()
    estimate.page.get_by_role("button", name="Copier le calcul").click()
    expect(estimate.page.locator("[data-announced]")).to_contain_text("La copie n’a pas marché")


def test_on_paper_every_line_is_unfolded_and_no_control_is_left(estimate):
    estimate.choose("Votre catégorie", "single").write(savings="25000").calculate()
    estimate.page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    estimate.page.locator("section").get_by_role("button", name="Imprimer").click()
    estimate.page.emulate_media(media="print")
    assert estimate.result.locator("[data-line] details:not([open])").count() == 0
    expect(estimate.result.locator("[data-line=savings] p").first).to_be_visible()
    expect(estimate.page.get_by_role("button", name="Calculer")).to_be_hidden()


def test_too_old_amounts_give_way_to_asking_the_cpas(new_reader):
    reader = new_reader()
    reader.page.clock.set_fixed_time("2029-01-01T12:00:00")
    reader.open(PATH)
    expect(reader.page.locator("[data-too-old]")).to_be_visible()
    expect(reader.page.locator("form[data-estimate-form]")).to_be_hidden()
    expect(reader.page.locator("[data-estimate-examples]")).to_be_hidden()


@pytest.mark.parametrize("language", ["", "/nl", "/en"])
def test_without_javascript_the_rules_and_the_worked_examples_stand_as_text(new_reader, language):
    reader = new_reader(NARROW, java_script_enabled=False)
    reader.page.goto(reader.address + language + PATH)
    expect(reader.page.locator("form[data-estimate-form]")).to_be_hidden()
    expect(reader.page.locator("#rules ~ ol").first).to_be_visible()
    first = reader.page.locator("[data-estimate-examples] details").first
    first.locator("summary").click()
    expect(first.locator("[data-line=month]")).to_be_visible()
    assert first.locator("[data-line=month]").get_attribute("data-value") == "876.97"


@pytest.mark.parametrize(
    ("path", "category", "button", "heading", "figure"),
    [
        ("/nl" + PATH, "Uw categorie", "Berekenen", "Uw schatting", "€ 1.340,47"),
        ("/en" + PATH, "Your category", "Calculate", "Your estimate", "€1,340.47"),
    ],
)
def test_in_another_language_it_counts_and_speaks_alike(reader, path, category, button, heading, figure):
    reader.open(path)
    reader.page.get_by_label(category, exact=True).select_option("single")
    reader.page.get_by_role("button", name=button).click()
    expect(reader.page.get_by_role("heading", name=heading)).to_be_focused()
    expect(reader.page.locator("[data-announced]")).to_contain_text(figure)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answer_breaks_no_accessibility_rule_and_stays_within_320_pixels(new_reader, scheme):
    estimate = Form(new_reader(NARROW, color_scheme=scheme).open(PATH))
    for summary in estimate.page.locator("form details > summary").all():
        summary.click()
    estimate.write(**{"debtor-1": "1400", "savings": "9999999,99"}).calculate()
    expect(estimate.result).to_be_visible()
    for summary in estimate.result.locator("summary").all():
        summary.click()
    assert faults_of(estimate.page) == []
    assert estimate.page.evaluate("document.documentElement.scrollWidth") <= 320
