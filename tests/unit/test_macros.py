"""What pages may call, and what they get, in the language of the text."""

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import MacroError, Macros, url_of

COMPONENTS = ROOT / "overrides/components"


@pytest.fixture
def macros(model):
    return lambda language="fr", root="../": Macros(model, language, COMPONENTS, root)


def test_a_computed_amount_is_worded_as_such_with_the_last_published_one(macros):
    said = macros().amount("ris-single").striptags()
    assert said.startswith("environ 1 340,47 € par mois (calculé par nous depuis le 1er mars 2026")
    assert "dernier montant publié : 1 314,20 € par mois, depuis le 1er février 2025" in said


def test_the_short_form_keeps_the_doubt(macros):
    assert macros().amount("ris-single", "short").striptags().startswith("environ 1 340,47")


def test_an_age_is_a_plain_number_of_years(macros):
    assert "<b>18 ans</b>" in macros().amount("ris-age").replace("\xa0", " ")


def test_the_first_use_of_a_term_adds_its_long_form(macros):
    words = macros()
    assert words.term("cpas").striptags() == "CPAS (centre public d’action sociale)"
    assert words.term("cpas").striptags() == "CPAS"


def test_english_keeps_the_french_term_with_the_dutch_one_in_brackets(macros):
    assert "OCMW" in macros("en").term("cpas")
    assert macros("en").term("cpas").striptags().startswith("CPAS (")
    assert macros("nl").term("cpas").striptags().startswith("OCMW (")


def test_what_a_page_uses_becomes_its_sources(macros):
    words = macros()
    words.render('{{ amount("ris-single") }} {{ source("law-2002-05-26", "47") }}')
    assert list(words.used.sources) == ["bx1-index-2026", "cpas1170-unemployment", "law-2002-05-26"]
    assert list(words.used.facts) == ["ris-single"]


def test_a_button_leads_into_the_questionnaire_with_the_answer_given(macros):
    assert 'href="../orientation/#situation=left-home"' in macros().start(situation="left-home")


def test_a_button_with_an_answer_that_does_not_exist_is_refused(macros):
    with pytest.raises(MacroError, match="left-hoem.*Did you mean 'left-home'"):
        macros().start(situation="left-hoem")


def test_plain_needs_a_reason(macros):
    with pytest.raises(MacroError, match="reason"):
        macros().plain("3 mois", "")


def test_texts_turn_markdown_and_macros_into_html_and_nothing_else(macros):
    html = macros().text("**Avant** {{ amount('ris-age') }} & après")
    assert html.startswith("<strong>Avant</strong> <span data-amount=")
    assert "&amp;" in html


def test_every_mistake_of_a_page_is_said_with_its_line(macros):
    page = 'one {{ amont("x") }}\n{{ amount("x") }}\n\n{{ plain("3 mois") }} {{ term }}'
    said = list(macros().mistakes(page))
    assert sorted(line for line, _ in said) == [1, 2, 4, 4]


def test_a_macro_that_is_not_closed_is_said(macros):
    assert next(macros().mistakes('a\n{{ amount("ris-single") }\n'))[0] in (2, 3)


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.md", ""), ("orientation.md", "orientation/"), ("revenus/ris.md", "revenus/ris/"), ("a/index.md", "a/")],
)
def test_the_address_of_a_page(path, url):
    assert url_of(path) == url


def test_a_desk_open_day_and_night_says_so_and_days_in_a_row_are_a_range(macros):
    assert "tous les jours, jour et nuit" in macros().card("urgence-112")
    assert "du lundi au vendredi" in macros().card("tribunal-travail-bruxelles-fr")
    assert "van maandag tot vrijdag" in macros("nl").card("arbeidsrechtbank-brussel-nl")


def test_an_announced_amount_never_passes_for_computed(model):
    amount = model.amounts["ris-single"]
    values = {
        day: value.model_copy(update={"status": "announced"} if value.status == "computed" else {})
        for day, value in amount.values.items()
    }
    changed = model.model_copy(update={"amounts": {"ris-single": amount.model_copy(update={"values": values})}})
    said = Macros(changed, "fr", COMPONENTS).amount("ris-single").striptags()
    assert "annoncé à partir du 1er mars 2026, à confirmer" in said
    assert "calculé" not in said
