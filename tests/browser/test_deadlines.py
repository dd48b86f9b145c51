"""The page of deadlines and the dates of the results: counted, explained, put in a calendar, and nothing is sent."""

from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.conftest import REQUEST_OF_5_OCTOBER_2026

PAGE = "/recours/delais/"
REFUSED = (
    "/orientation/#situation=letter&letter=cpas-refused&cpas-decision-date=2026-11-03&postal-code=1070"
    "&age=25-64&residence=belgian&student=no&housing=friends&income=below"
)


def shown(reader) -> dict[str, str]:
    """Every computed date of the page, by its deadline."""
    times = reader.page.locator("[data-reckoned] time[data-deadline]").all()
    return {time.get_attribute("data-deadline"): time.get_attribute("datetime") for time in times}


def downloaded(reader) -> Calendar:
    with reader.page.expect_download() as waiting:
        reader.page.locator("[data-action=calendar]").click()
    assert waiting.value.suggested_filename.endswith(".ics")
    return Calendar.from_ical(waiting.value.path().read_bytes())


def test_by_keyboard_alone_a_request_gives_its_whole_time_line(reader):
    reader.open(PAGE)
    reader.page.get_by_label("Que s’est-il passé ?").focus()
    reader.page.keyboard.press("End")
    reader.page.keyboard.press("Home")
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_label("Quel jour le CPAS a-t-il reçu votre demande ?")).to_be_focused()
    reader.page.keyboard.type("10052026")
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("heading", name="Vos dates")).to_be_focused()
    assert shown(reader) == REQUEST_OF_5_OCTOBER_2026


def test_silence_of_the_cpas_is_told_as_a_window_with_a_new_request_beside_it(reader):
    reader.open(f"{PAGE}#from=request&day=2026-10-05")
    box = reader.page.locator(".deadline:has(time[data-deadline=appeal-silence])")
    expect(box.locator(".date")).to_contain_text("À partir du 13 novembre 2026, et au plus tard le 5 janvier 2027")
    expect(box).to_contain_text("D’autres sources comptent plus tard, jusqu’au 4 février 2027")
    expect(box).to_contain_text("Vous n’êtes pas belge ?")
    expect(box).to_contain_text("Gardez la première demande, et faites-en aussi une nouvelle")
    expect(box).not_to_contain_text("encore du temps")  # it stood after the last day and read as leave to wait


def test_once_the_first_date_passed_one_sentence_says_today_and_by_when_at_the_latest(reader):
    reader.open(f"{PAGE}#from=request&day=2026-08-10")
    box = reader.page.locator(".deadline:has(time[data-deadline=appeal-silence])")
    expect(box).to_contain_text("Faites-le aujourd’hui, et en tout cas au plus tard le 9 décembre 2026")
    expect(box).not_to_contain_text("Ne comptez pas dessus")


def test_who_said_to_be_belgian_is_not_told_what_other_nationalities_do_first(reader):
    silence = "situation=letter&letter=cpas-silence&cpas-request-date=2026-08-10&postal-code=1070&age=25-64"
    for residence, told in (("belgian", False), ("permanent", True)):
        reader.open(f"/orientation/#{silence}&residence={residence}&housing=tenant&income=none-at-all")
        reader.results()
        box = reader.page.locator("[data-advice=cpas-silence] .deadline")
        expect(box).to_contain_text("Faites aussi une nouvelle demande")
        assert ("pas belge" in box.inner_text()) is told


@pytest.mark.parametrize(("day", "told"), [("2026-11-21", 1), ("2026-11-19", 0)])  # a Sunday, a Friday
def test_a_last_day_on_which_desks_are_closed_says_to_go_before(reader, day, told):
    reader.open(f"{PAGE}#from=job-end&day={day}")
    box = reader.page.locator(".deadline:has(time[data-deadline=jobseeker-registration])")
    expect(box.get_by_text("(dimanche), beaucoup de guichets sont fermés")).to_have_count(told)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [(None, "Indiquez le jour, le mois et l’année."), ("2026-12-01", "Cette date est dans le futur.")],
)
def test_a_day_that_cannot_be_is_told_at_the_field_and_nothing_is_lost(reader, typed, sentence):
    reader.open(f"{PAGE}#from=judgment")
    field = reader.page.get_by_label("Quel jour le facteur a-t-il présenté le jugement ?")
    if typed:
        field.fill(typed)
    reader.page.get_by_role("button", name="Calculer les dates").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        f"Un huissier l’a apporté avant ? Prenez ce jour. Vous ne connaissez pas le jour ? Prenez la date écrite sur la lettre du greffe. {reader.page.locator('#clock-error').inner_text()}"
    )
    expect(reader.page.locator("#clock-error")).to_contain_text(sentence)
    expect(reader.page.locator("[data-reckoned]")).to_be_hidden()
    assert field.input_value() == (typed or "")


def test_the_address_holds_what_was_chosen_and_makes_no_request(reader):
    reader.open(PAGE)
    asked = len(reader.requests)
    reader.page.get_by_label("Que s’est-il passé ?").select_option("cpas-decision")
    reader.page.get_by_label("Quel jour porte le cachet de la poste ?").fill("2026-09-21")
    reader.page.get_by_role("button", name="Calculer les dates").click()
    assert reader.page.url.endswith(f"{PAGE}#from=cpas-decision&day=2026-09-21")
    assert not [url for url in reader.requests[asked:] if not url.endswith("icon.svg")]
    reader.page.get_by_role("link", name="Nederlands").click()
    expect(reader.page.locator("time[data-deadline=appeal-cpas]")).to_have_text("21 december 2026")
    assert reader.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_an_address_that_makes_no_sense_is_an_empty_form(reader):
    reader.open(f"{PAGE}#from=<b>&day=2026-02-31")
    expect(reader.page.locator("[data-reckoned]")).to_be_hidden()
    expect(reader.page.locator("[data-ask]")).to_have_text("Quel jour le CPAS a-t-il reçu votre demande ?")


def test_back_returns_to_the_dates_before(reader):
    reader.open(f"{PAGE}#from=cpas-decision&day=2026-09-21")
    reader.page.locator("#clock-day").fill("2026-10-01")
    reader.page.get_by_role("button", name="Calculer les dates").click()
    assert shown(reader) == {"appeal-cpas": "2027-01-01"}
    reader.page.go_back()
    assert shown(reader) == {"appeal-cpas": "2026-12-21"}


def test_a_last_day_on_which_the_court_is_closed_is_told_with_the_day_to_which_the_law_moves_it(reader):
    reader.open(f"{PAGE}#from=cpas-decision&day=2026-10-01")
    warning = reader.page.locator("[data-reckoned] .warning")
    expect(warning).to_contain_text("1er janvier 2027, le greffe est fermé (jour férié, vendredi)")
    expect(warning).to_contain_text("reporter la fin au 4 janvier 2027")
    expect(reader.page.locator("[data-reckoned] .date")).to_contain_text("Au plus tard le 1er janvier 2027")


def test_a_changed_day_takes_the_dates_of_the_former_one_away(reader):
    """Else the calendar would hold other dates than the page."""
    reader.open(f"{PAGE}#from=cpas-decision&day=2026-09-21")
    expect(reader.page.locator("[data-reckoned]")).to_be_visible()
    reader.page.locator("#clock-day").fill("2026-09-25")
    expect(reader.page.locator("[data-reckoned]")).to_be_hidden()


def test_the_readers_own_court_comes_first_and_what_the_cpas_must_do_after(reader):
    reader.open(f"{PAGE}#from=request&day=2026-10-05")
    assert list(shown(reader))[0] == "appeal-silence"
    theirs = reader.page.locator("[data-dates=desk] time[data-deadline]")
    assert [time.get_attribute("data-deadline") for time in theirs.all()] == [
        "cpas-transfer",
        "cpas-decision",
        "cpas-notification",
        "ris-payment",
        "piis",
    ]


def test_where_every_date_has_passed_no_calendar_is_offered(reader):
    reader.open(f"{PAGE}#from=cpas-decision&day=2025-01-15")
    expect(reader.page.locator("[data-reckoned]")).to_be_visible()
    expect(reader.page.locator("[data-action=calendar]")).to_be_hidden()


def test_too_late_never_stands_alone(reader):
    reader.open(f"{PAGE}#from=cpas-decision&day=2026-06-01")
    box = reader.page.locator("[data-reckoned] .deadline")
    expect(box.locator(".date")).to_contain_text("Ce n’est pas toujours trop tard")
    expect(box).to_contain_text("bureau d’aide juridique (BAJ)")
    expect(box).to_contain_text("courrier ordinaire")


@pytest.mark.parametrize(
    ("prefix", "title"), [("", "dernier jour prudent"), ("/nl", "laatste veilige dag"), ("/en", "last safe day")]
)
def test_the_calendar_speaks_the_language_of_the_page(reader, prefix, title):
    reader.open(f"{prefix}{PAGE}#from=onem-letter&day=2026-11-03")
    (event,) = downloaded(reader).events
    assert event.start == date(2027, 2, 3)
    assert str(event["SUMMARY"]).endswith(title)
    assert len(event.walk("VALARM")) == 3


def test_the_results_give_the_same_dates_as_a_calendar(reader):
    reader.open(REFUSED)
    reader.results()
    expect(reader.page.locator("[data-part=dates] time[data-deadline=appeal-cpas]")).to_have_attribute(
        "datetime", "2027-02-03"
    )
    assert [event.start for event in downloaded(reader).events] == [date(2027, 2, 3)]


def test_without_javascript_every_rule_stands_there_with_a_worked_example(new_reader, model):
    reader = new_reader(java_script_enabled=False)
    reader.open(PAGE)
    expect(reader.page.locator("[data-reckoner]")).to_be_hidden()
    assert reader.page.locator(".rule-of-clock").count() >= len(model.deadlines)
    for trigger in model.triggers:
        expect(reader.page.locator(f"#after-{trigger} .example li").first).to_be_visible()
    example = reader.page.locator("#after-cpas-decision [data-example=appeal-cpas]")
    expect(example).to_contain_text("Au plus tard le 21 décembre 2026")
    expect(reader.page.locator("[data-stays]")).to_contain_text("28 jours par an")


def test_paper_holds_the_dates_found_with_how_they_were_counted_and_not_every_other_rule(reader):
    reader.open(f"{PAGE}#from=cpas-decision&day=2026-09-21")
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_text("à partir du 21 septembre 2026")).to_be_visible()
    expect(reader.page.locator(".clock-rules")).to_be_hidden()


def journey(reader, number: int, departure: str, back: str = "") -> None:
    fields = reader.page.locator(".journey").nth(number - 1)
    fields.get_by_label("Jour du départ").fill(departure)
    fields.get_by_label("Jour du retour").fill(back)


def test_days_abroad_are_counted_year_by_year(reader):
    reader.open(PAGE)
    journey(reader, 1, "2026-07-01", "2026-07-10")
    reader.page.get_by_role("button", name="Ajouter un voyage").click()
    expect(reader.page.locator(".journey").nth(1).get_by_label("Jour du départ")).to_be_focused()
    journey(reader, 2, "2026-12-20", "2027-01-05")
    reader.page.get_by_role("button", name="Compter les jours").click()
    counted = reader.page.get_by_role("status").filter(has_text="Vos jours")
    expect(counted).to_contain_text("2026 : 22 jours, pour une limite de 28 jours. Reste : 6 jours.")
    expect(counted).to_contain_text("2027 : 5 jours, pour une limite de 28 jours.")
    expect(counted).to_contain_text("retour au plus tard le 28 janvier 2027")


def test_the_grapa_has_its_own_limit_and_too_many_days_are_told(reader):
    reader.open(f"/en{PAGE}")
    reader.page.get_by_label("Which benefit do you receive?").select_option("grapa")
    fields = reader.page.locator(".journey")
    fields.get_by_label("Day of departure").fill("2026-03-01")
    fields.get_by_label("Day of return").fill("2026-03-31")
    reader.page.get_by_role("button", name="Count the days").click()
    expect(reader.page.locator("[data-counted]")).to_contain_text(
        "2026: 31 days, for a limit of 29 days. That is 2 days too many."
    )


@pytest.mark.parametrize(
    ("departure", "back", "sentence"),
    [
        ("", "", "Indiquez au moins un jour de départ."),
        ("2026-07-10", "2026-07-01", "Le retour ne peut pas venir avant le départ."),
        ("2020-07-10", "2026-07-01", "Ce voyage dure plus de deux ans."),
    ],
)
def test_a_journey_that_cannot_be_is_told_beside_it(reader, departure, back, sentence):
    reader.open(PAGE)
    journey(reader, 1, departure, back)
    reader.page.get_by_role("button", name="Compter les jours").click()
    fields = reader.page.locator(".journey")
    expect(fields.get_by_role("alert")).to_contain_text(sentence)
    expect(fields.get_by_label("Jour du départ")).to_be_focused()
    expect(fields.get_by_label("Jour du départ")).to_have_attribute("aria-invalid", "true")
    expect(reader.page.locator("[data-counted]")).to_be_empty()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Brussels"])
def test_today_is_the_day_where_the_reader_is(new_reader, zone):
    """At noon of 22 November in Greenwich it is 23 November on Kiritimati: « in 29 days » or « in 28 »."""
    reader = new_reader(timezone_id=zone).open(f"{PAGE}#from=cpas-decision&day=2026-09-21")
    reader.page.clock.set_fixed_time("2026-11-22T12:00:00Z")
    reader.page.reload()
    left = 28 if zone == "Pacific/Kiritimati" else 29
    expect(reader.page.locator("[data-reckoned] .date")).to_contain_text(f"dans {left} jours")


def test_a_limit_that_has_grown_too_old_in_the_readers_hands_is_not_counted_with(new_reader):
    reader = new_reader()
    reader.page.clock.set_fixed_time("2029-01-01T12:00:00")
    reader.open(PAGE)
    expect(reader.page.locator("[data-reckoner]")).to_be_visible()
    expect(reader.page.locator("[data-stays] form")).to_be_hidden()


def test_paper_holds_the_days_abroad_that_were_counted(reader):
    reader.open(PAGE)
    journey(reader, 1, "2026-07-01", "2026-07-10")
    reader.page.get_by_role("button", name="Compter les jours").click()
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_text("2026 : 10 jours")).to_be_visible()


OLDER = """
for (const kind of [Array, String]) delete kind.prototype.at;
for (const name of ["findLast", "toSorted", "toReversed"]) delete Array.prototype[name];
delete Object.hasOwn; delete Object.groupBy; delete window.structuredClone;
"""
"""A browser of 2020, as far as a page can tell."""


def test_an_older_browser_counts_all_the_same(new_reader):
    reader = new_reader()
    reader.page.add_init_script(OLDER)
    reader.open(f"{PAGE}#from=cpas-decision&day=2026-09-21")
    assert shown(reader) == {"appeal-cpas": "2026-12-21"}
    journey(reader, 1, "2026-07-01", "2026-07-10")
    reader.page.get_by_role("button", name="Compter les jours").click()
    expect(reader.page.locator("[data-counted]")).to_contain_text("Reste : 18 jours.")


def test_leaving_the_questionnaire_takes_the_day_out_of_the_tab_too(reader):
    reader.open(PAGE)
    reader.page.get_by_label("Que s’est-il passé ?").select_option("cpas-decision")
    reader.page.get_by_label("Quel jour porte le cachet de la poste ?").fill("2026-09-21")
    reader.page.get_by_role("button", name="Calculer les dates").click()
    reader.open("/orientation/")
    reader.answer("situation", "debts")
    reader.page.get_by_role("button", name="Quitter cette page vite").click()
    reader.page.wait_for_url("about:blank")
    tab = reader.page.context.new_cdp_session(reader.page).send("Page.getNavigationHistory")
    assert [entry["url"] for entry in tab["entries"] if "=" in entry["url"]] == []
