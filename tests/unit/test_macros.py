"""What pages may call, and what they get, in the language of the text."""

import re
from datetime import date, timedelta

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import MacroError, Macros, url_of, words
from bonguichet.model import Reviewer
from markdown import Markdown
from markupsafe import escape

COMPONENTS = ROOT / "overrides/components"


@pytest.fixture
def macros(model):
    return lambda language="fr", root="../": Macros(model, language, COMPONENTS, root)


def test_the_state_of_freshness_calls_a_time_line_by_name_and_counts_reviews_that_hold(model):
    signed = {"reviewed_by": "a-jurist", "reviewed_on": model.day, "reviewed_version": "v00000000"}
    right = model.benefits["ris"].model_copy(update=signed)
    changed = {"benefits": model.benefits | {"ris": right}, "reviewers": {"a-jurist": Reviewer(name="A. Juriste")}}
    shown = str(Macros(model.model_copy(update=changed), "fr", COMPONENTS).freshness_state())
    assert "unemployment-reform" not in shown
    assert "Relus par une personne : 0 sur" in shown.replace("\u00a0", " ")


def test_what_is_expected_on_a_day_to_come_begins_with_that_day(model, macros):
    id, event = next((id, event) for id, event in model.events.items() if event.told and event.expected)
    on = event.expected
    shown = {
        day: str(Macros(model.model_copy(update={"day": day}), "fr", COMPONENTS).event(id))
        for day in (on - timedelta(days=1), on)
    }
    assert [said.replace("\u00a0", " ").startswith("Attendu le ") for said in shown.values()] == [True, False]


def test_a_computed_amount_is_worded_as_such_with_the_last_published_one(macros):
    said = macros().amount("ris-single").striptags()
    assert said.startswith("environ 1 340,47 € par mois (calculé par nous depuis le 1er mars 2026")
    assert "dernier montant publié : 1 314,20 € par mois, depuis le 1er février 2025" in said


def test_a_figure_past_its_review_says_so(model):
    late = Macros(model.model_copy(update={"day": date(2027, 3, 1)}), "fr", COMPONENTS).amount("ris-single")
    assert "<small data-late> (à vérifier" in late
    assert "1\u202f340,47" in late


def test_the_short_form_keeps_the_doubt(macros):
    assert macros().amount("ris-single", "short").striptags().startswith("environ 1 340,47")


def test_an_age_is_a_plain_number_of_years(macros):
    assert "<b>18 ans</b>" in macros().amount("ris-age").replace("\xa0", " ")


def test_what_pages_share_is_made_once_and_what_it_uses_counts_for_each_of_them(model):
    shared = {}
    one, other = (Macros(model, "fr", COMPONENTS, "../", shared=shared) for _ in range(2))
    desk, text = next(iter(model.services)), '{{ amount("ris-single") }}'
    assert one.card(desk) is other.card(desk) and one.text(text) is other.text(text)
    assert one.used == other.used and list(other.used.desks) == [desk] and list(other.used.facts) == ["ris-single"]


def test_what_depends_on_the_rest_of_a_page_is_not_shared(model):
    shared = {}
    one, other = (Macros(model, "fr", COMPONENTS, "../", shared=shared) for _ in range(2))
    first, again = (one.text('{{ term("ris") }}') for _ in range(2))
    assert first == other.text('{{ term("ris") }}') != again


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


def test_a_link_to_a_page_that_the_language_lacks_names_it_and_says_so_in_its_words(macros):
    link = macros("ar").page("aides/dettes.md")
    assert 'hreflang="fr">الديون\xa0<small>(بالفرنسية)</small></a>' in link
    assert "hreflang" not in macros("nl").page("aides/dettes.md")


def test_what_to_read_begins_with_the_nearest_page_in_the_readers_language(macros):
    assert re.findall(r'href="([^"]+)"', macros("ar").read("aides/dettes.md")) == [
        "../situations/debts/",
        "../aides/dettes/",
    ]
    for language, path in (("ar", "revenus/ris.md"), ("nl", "aides/dettes.md"), ("ar", "aides/transports.md")):
        assert macros(language).read(path) == macros(language).page(path)


def test_words_marked_as_french_are_elements_in_texts_and_bare_in_plain_words(model):
    said = {"Office": "مكتب ([Office des étrangers]{lang=fr})"}
    words = Macros(model.model_copy(update={"translations": {"ar": said}}), "ar", COMPONENTS)
    assert words.text("Office") == 'مكتب (<span lang="fr" dir="ltr">Office des étrangers</span>)'
    assert words.plainly("Office") == "مكتب (Office des étrangers)"


def test_only_readers_of_a_language_that_desks_do_not_write_are_told_of_interpreters(macros):
    for language in ("fr", "nl"):
        assert macros(language).language_help() == ""
    for language in ("en", "ar", "de"):
        assert 'href="../aides/langues/"' in macros(language).language_help()


def test_plain_needs_a_reason(macros):
    with pytest.raises(MacroError, match="reason"):
        macros().plain("3 mois", "")


def test_texts_turn_markdown_and_macros_into_html_and_nothing_else(macros):
    html = macros().text("**Avant** {{ amount('ris-age') }} & après")
    assert html.startswith("<strong>Avant</strong> <span data-amount=")
    assert "&amp;" in html


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


def test_an_amount_that_ended_is_never_given_as_the_one_of_today(model):
    ended = next(id for id, amount in model.amounts.items() if id.startswith("grapa-") and amount.unit == "EUR/month")
    said = Macros(model, "fr", COMPONENTS).amount(ended).striptags()
    assert said.startswith("un chiffre que nous ne connaissons pas pour aujourd’hui (dernier connu :")


def test_an_amount_of_another_day_is_the_one_in_force_then(macros):
    assert "67" in macros().amount("grapa-age", day="2030-02-01")
    assert "66" in macros().amount("grapa-age")


def test_a_history_is_a_table_and_the_same_as_a_picture(macros):
    html = macros().amount_history("ris-cohabitant", "ris-single", "ris-family")
    assert html.count('<path class="series-') == 6, "three lines, and three in the legend"
    for figure in ("842,12", "1 288,46", "1 776,07"):
        assert figure in html.replace("\u202f", " ").replace("\xa0", " ")


def test_a_picture_is_made_of_money_only(macros):
    assert "<svg" not in macros().amount_history("grapa-age")


def test_a_time_line_is_in_order_and_each_step_has_its_source(macros, model):
    words = macros()
    html = words.timeline("unemployment-reform")
    days = re.findall(r'<li id="[^"]*"(?: class="past")?><p class="when"><time datetime="([^"]*)"', html)
    assert days == sorted(days)
    assert len(days) == len(model.timelines["unemployment-reform"].steps)
    assert {step.source for step in model.timelines["unemployment-reform"].steps} <= set(words.used.sources)


def test_the_directory_shows_every_desk_once_and_leaves_far_courts_to_their_page(macros, model):
    shown = re.findall(r'<li data-service="([^"]*)"', macros().directory())
    far = {id for id in model.services if id.startswith("labour-court-")}
    assert sorted(shown) == sorted(set(model.services) - far)


@pytest.mark.parametrize(("language", "said"), [("ar", "الـCPAS في البلدية"), ("de", "ÖSHZ (CPAS) der Gemeinde")])
def test_a_name_in_another_language_is_followed_by_what_the_desk_is(macros, language, said):
    line = re.search(r'data-service="cpas-ixelles".*?<summary>(.*?)</summary>', macros(language).directory())[1]
    assert "CPAS d’Ixelles</b>" in line and said in line
    assert said not in macros("fr").directory()


def test_the_courts_page_names_every_court_and_every_municipality(macros, model):
    html = macros().courts()
    assert set(re.findall(r'<li data-service="([^"]*)"', html)) == {
        id for id, desk in model.services.items() if "labour-court" in desk.roles
    }
    for town in model.municipalities.values():
        assert escape(town.names.get("fr", next(iter(town.names.values())))) in html


def test_the_glossary_gives_official_names_only_in_official_languages(macros, model):
    html = macros("en").glossary()
    assert html.count("<dt") == len(model.glossary)
    assert '<span lang="de" translate="no">ÖSHZ' in html
    assert '<span lang="en" translate="no">' not in html, "English explains; it is no official name"


def test_the_state_of_the_translations_names_every_language(macros, model):
    html = macros().translation_state()
    assert all(language.name in html for language in model.languages.values())


def test_a_source_in_brackets_becomes_a_number_and_the_list_says_which_articles(macros):
    words = macros()
    html = words.page_text(
        'Demandez ({{ source("law-2002-05-26", "47") }}). Puis ({{ source("bdas-request") }}, '
        '{{ source("law-2002-05-26", "20") }}). Lisez {{ source("bdas-request") }}.'
    )
    assert re.findall(r'<a href="#source-(\d)"', html) == ["1", "2", "1"]
    assert "(" not in re.sub(r"<[^>]*>", "", html), "no bracket is left behind"
    assert html.endswith("</a>."), "where the sentence names the source it stands in full"
    first, second = (source.striptags() for source in words.sources())
    assert first.endswith("art. 47, 20")
    assert "BDAS" in second


def test_the_articles_of_a_source_are_its_own(macros):
    words = macros()
    words.page_text('A ({{ source("law-2002-05-26", "47") }}). B ({{ source("law-1976-07-08", "60, § 7") }}).')
    assert [source.striptags().rsplit("art. ")[1] for source in words.sources()] == ["47", "60, § 7"]


def test_a_term_never_repeats_itself_in_brackets(macros):
    assert macros("en").term("reference-address").striptags() == "adresse de référence (referentieadres)"
    assert macros("fr").term("reference-address").striptags() == "adresse de référence"


def test_words_beside_a_source_in_brackets_keep_the_brackets_and_its_title(macros):
    html = macros().page_text(
        'Vrai ({{ source("bdas-request") }} ; pour la ville, {{ source("adas-work-exemption") }}).'
    )
    assert "#source-" not in html
    assert html.count('rel="external noreferrer"') == 2


def test_the_list_begins_with_the_numbered_sources_in_the_order_of_their_numbers(macros):
    words = macros()
    words.page_text('{{ amount("ris-age") }} A ({{ source("bdas-request") }}). B ({{ source("law-1976-07-08") }}).')
    said = [source.striptags() for source in words.sources()]
    assert "BDAS" in said[0]
    assert "1976" in said[1]
    assert len(said) == 3, "what a figure rests on follows"


def test_the_directory_has_a_way_outside_brussels_for_every_role_that_has_one(macros, model):
    html = macros().directory()
    outside = html[html.index('id="outside"') :]
    for id, role in model.roles.items():
        if role.elsewhere and any(id in desk.roles for desk in model.services.values()):
            assert role.elsewhere.url in outside, id


def test_the_numbers_to_call_now_are_one_line_each(macros):
    html = macros().call("urgence-112", "police-101")
    assert re.findall(r'href="tel:(\d+)"', html) == ["112", "101"]


def test_a_number_to_call_now_says_that_it_answers_in_french_where_the_reader_does_not(macros):
    assert "(بالفرنسية)" in macros("ar").call("tele-accueil-107")
    assert "(" not in macros("ar").call("police-101")
    assert "(" not in macros("fr").call("tele-accueil-107")


def test_a_name_that_begins_in_another_script_keeps_the_direction_of_its_language(macros):
    assert '<bdi dir="rtl">Tele-Onthaal 106 (' in macros("ar").card("tele-onthaal-106")
    assert '<bdi lang="fr" dir="ltr">Télé-Accueil 107</bdi>' in macros("ar").card("tele-accueil-107")


def test_the_article_stands_before_a_title_that_runs_the_other_way(macros):
    assert macros("ar").source("law-2002-05-26", "3").striptags().startswith("المادة 3: Loi")
    assert macros("fr").source("law-2002-05-26", "3").striptags().endswith(", art. 3")


@pytest.mark.parametrize(
    ("language", "numbers", "listening"),
    [
        ("fr", ["103", "102"], ["112", "101", "103", "107"]),
        ("nl", ["102", "103"], ["112", "101", "102", "106"]),
        ("ar", ["103", "102"], ["112", "101", "103", "107"]),
    ],
)
def test_whom_to_call_now_speaks_the_language_of_the_page_where_anyone_does(macros, language, numbers, listening):
    words = macros(language)
    assert re.findall(r'href="tel:(\d+)"', words.call("ecoute-enfants-103")) == numbers
    assert re.findall(r'href="tel:(\d+)"', words.danger()) == listening


def test_whom_to_call_in_danger_says_the_language_in_the_grammar_of_the_reader(macros):
    """« (الشباب، الفرنسية) » read: the youth, the Frenchwoman."""
    assert "103</a> (للشباب، بالفرنسية)" in macros("ar").danger()
    assert "102</a> (jongeren)" in macros("nl").danger()


def test_a_number_for_calls_from_abroad_stands_as_it_is_dialled_there(macros, model):
    from_abroad = {(id, phone.number) for id, desk in model.services.items() for phone in desk.phones if phone.abroad}
    assert from_abroad
    for id, number in from_abroad:
        assert f'href="tel:{number}" dir="ltr">+32 ' in macros().card(id)


def test_the_site_of_a_desk_is_given_in_the_readers_language_or_says_its_own(macros, model):
    dutch = macros("nl").card("capac-bruxelles")
    assert model.services["capac-bruxelles"].websites["nl"] in dutch
    french_only = model.services["csc-bruxelles"].website
    assert f'href="{french_only}"' in macros("nl").card("csc-bruxelles")
    assert "(in het Frans)" in macros("nl").card("csc-bruxelles")
    assert "(en français)" not in macros().card("csc-bruxelles")


def test_a_desk_for_legal_help_whose_languages_nobody_told_says_so(macros, model):
    assert not model.services["adde"].languages
    assert "nous ne les connaissons pas" in macros().card("adde")
    assert "nous ne les connaissons pas" not in macros().card("baj-bruxelles-fr")


def test_pages_no_longer_say_that_nobody_has_reviewed_once_a_person_has(macros, model):
    assert "Personne n’a encore relu" in macros().reviews_so_far()
    changed = model.model_copy(update={"reviewers": {"a-jurist": Reviewer(name="A. Juriste")}})
    assert macros("nl").reviews_so_far().startswith("<strong>Nog niemand")
    assert "Personne" not in Macros(changed, "fr", COMPONENTS).reviews_so_far()


def test_a_text_without_marks_is_what_markdown_makes_of_it(data):
    """Most texts skip Markdown: none may look otherwise for it."""
    texts = {data.model.text(text, language) for *_, text in data.texts() for language in data.model.languages}
    plain = [text for text in sorted(texts) if words._NO_MARKS.fullmatch(text)]
    assert len(plain) > 1000
    assert Markdown().convert("\n\n".join(plain)) == "\n".join(f"<p>{text}</p>" for text in plain)
