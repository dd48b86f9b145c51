"""What the results show beside the advice: rights, the reader's own desks, folded parts, the case to download."""

from contextlib import ExitStack

import pytest
from bonguichet import logic, yamlfiles
from bonguichet.cases import outcome
from bonguichet.model import Case
from bonguichet.validation import validate
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, DESKTOP, NARROW, NETWORK, PHONE
from tests.browser.waiting import hold_frames, paint_frames

LETTERS = (
    "situation=letter&letter=onem-end-of-right,cpas-refused&onem-letter-date=2026-11-02&benefit-stopped=not-yet"
    "&cpas-decision-date=2026-10-01&postal-code=1070&age=25-64&residence=belgian&housing=tenant&income=below"
)


def test_a_right_that_may_touch_the_residence_is_told_as_advice_first(reader):
    reader.open("/orientation/#" + ADULT.replace("residence=belgian", "residence=family-card"))
    right = reader.page.locator("[data-benefit=ris]")
    expect(right).to_have_attribute("data-status", "ask")
    expect(right.locator("[data-status-words]")).to_contain_text("seulement après un conseil sur votre séjour")
    expect(right.locator("[data-ask] [data-ask-first]")).to_be_visible()
    reader.open(f"/orientation/#{ADULT}")
    expect(right.locator("[data-ask]")).to_contain_text("accusé de réception")
    expect(right.locator("[data-ask-first]")).to_have_count(0)
    expect(right.locator("[data-status-words]")).to_have_text("Peut valoir la peine d’être demandé")


def test_the_sources_of_a_piece_of_advice_are_folded_under_their_name_and_each_on_a_line_of_its_own(reader):
    reader.open(f"/ar/orientation/#{ADULT}")
    advice = reader.page.locator("[data-advice]").first
    sources = advice.locator("details", has=reader.page.locator("summary", has_text="المصادر"))
    links = sources.locator("li a[rel~=external]")
    expect(links).to_have_count(0)
    sources.locator("summary").click()
    expect(links.first).to_be_visible()
    assert len({link.bounding_box()["y"] for link in links.all()}) == links.count() > 1
    assert sources.locator("li").first.locator("a").get_attribute("lang") == "fr"


def test_sources_are_fetched_by_the_first_tap_for_all_results_at_once_so_that_nobody_learns_for_which(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    advice = reader.page.locator("[data-results] .advice-sources")
    desk = reader.page.locator("[data-part=own] [data-service]").first
    expect(advice.locator("li")).to_have_count(0)
    asked = len(reader.requests)
    desk.locator("summary").first.click()
    desk.locator("details details summary").click()
    expect(desk.locator(".fine a[rel~=external]")).to_be_visible()
    advice.last.locator("summary").click()
    expect(advice.last.locator("li").first).to_be_visible()
    assert reader.page.locator("[data-source]").count() == 0
    assert [url.rsplit("/", 1)[1] for url in reader.requests[asked:]] == ["sources.fr.json"]
    reader.page.locator("[data-results] [data-action=back]").click()
    reader.page.locator("[data-form] [data-action=next]").click()
    reader.results()
    expect(advice.first.locator("li").first).to_be_attached()


def test_a_source_that_does_not_come_says_so_and_tries_again(new_reader):
    reader = new_reader(may_note=NETWORK)
    reader.page.route("**/sources.fr.json", lambda route: route.abort())
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    sources = reader.page.locator("[data-results] .advice-sources").first
    sources.locator("summary").click()
    expect(sources.locator("[role=status]")).to_contain_text("Vérifiez votre connexion")
    reader.page.unroute("**/sources.fr.json")
    sources.locator("summary").click()
    sources.locator("summary").click()
    expect(sources.locator("li").first).to_be_visible()
    expect(sources.locator("[role=status]")).to_have_count(0)


def test_only_the_other_ways_that_may_fit_are_shown(reader):
    reader.open("/orientation/#" + ADULT.replace("income=none-at-all", "income=above"))
    ways = reader.page.locator("[data-benefit=ris] [data-instead] li")
    expect(ways).to_have_count(1)
    expect(ways).to_contain_text("Un revenu au-dessus")
    reader.open("/orientation/#" + ADULT.replace("residence=belgian", "residence=protection-seeker"))
    expect(ways).to_have_count(1)
    expect(ways).to_contain_text("Fedasil")


def test_when_no_other_way_is_left_there_is_no_empty_list(reader):
    """A right whose only way is for others: made so on the way to the browser."""

    def narrow(route):
        rules = route.fetch().json()
        rules["benefits"]["ris"]["instead"] = [
            {"is": ["age", ["under-18"]]} for _ in rules["benefits"]["ris"]["instead"]
        ]
        route.fulfill(json=rules)

    reader.page.route("**/outcome.fr.json", narrow)
    reader.open("/orientation/#" + ADULT.replace("income=none-at-all", "income=above"))
    expect(reader.page.locator("[data-benefit=ris] [data-instead]")).to_be_visible()
    expect(reader.page.locator("[data-benefit=ris] [data-instead] ul")).to_be_hidden()


def test_advice_that_is_good_to_know_is_folded_below_its_title(reader):
    reader.open(f"/orientation/#{LETTERS}")
    folded = reader.page.locator("[data-advice=cpas-complaint]")
    expect(folded).to_have_attribute("data-urgency", "info")
    expect(folded.locator("summary h3")).to_be_visible()
    expect(folded.locator(".steps")).to_be_hidden()
    expect(reader.page.locator("[data-advice=everyone] .steps")).to_be_visible()
    assert reader.page.locator(":is([data-urgency=today], [data-urgency=deadline]) > details h3").count() == 0


def test_the_list_of_titles_opens_what_is_folded(reader):
    reader.open(f"/orientation/#{LETTERS}")
    reader.page.locator("[data-action=jump][data-to=cpas-complaint]").click()
    expect(reader.page.locator("[data-advice=cpas-complaint] .steps")).to_be_visible()
    assert reader.page.evaluate("document.activeElement.tagName") == "SUMMARY", "the key that folds it again is told"


SEVERAL = (
    "situation=no-money,debts,health&postal-code=1070&age=25-64&residence=belgian&housing=tenant&household=none"
    "&income=none-at-all"
)


def test_what_is_asked_at_one_appointment_shows_the_cpas_once_and_names_it_each_time(reader, model):
    reader.open(f"/orientation/#{SEVERAL}")
    shown = [article.get_attribute("data-advice") for article in reader.page.locator("[data-advice]").all()]
    assert [id for id in shown if id in ("money-ask-cpas", "debts-cpas", "health-cpas")][0] == "money-ask-cpas"
    assert reader.page.locator("[data-advice] [data-service=cpas-anderlecht]").count() == 1
    for id in ("debts-cpas", "health-cpas"):
        card = reader.page.locator(f"[data-advice={id}]")
        line = card.locator("[data-same-visit]")
        expect(line).to_have_text("Au même rendez-vous que : Demandez une aide au CPAS sans attendre")
        expect(card.locator(".role", has_text="Pourquoi ici").locator("h4").first).to_have_text(
            model.roles["cpas"].name
        )
    expect(reader.page.locator("[data-advice=money-ask-cpas] [data-same-visit]")).to_be_hidden()
    line.get_by_role("button").click()
    expect(reader.page.locator("[data-advice=money-ask-cpas] h3")).to_be_focused()


def test_another_day_at_the_cpas_stays_a_visit_of_its_own(reader):
    """A request for the day on which the benefit stops must not draw help with bills to that day."""
    reader.open(
        "/orientation/#situation=letter,debts&letter=onem-end-of-right&onem-letter-date=2026-11-10&benefit-stopped=not-yet"
        "&postal-code=1070&age=25-64&residence=belgian&housing=tenant&household=none&income=above"
    )
    for id in ("debts-cpas", "onem-cpas-prepare"):
        card = reader.page.locator(f"[data-advice={id}]")
        assert card.locator("[data-service=cpas-anderlecht]").count() == 1
        assert card.locator("[data-same-visit]:visible").count() == 0


def test_a_card_tells_the_steps_before_its_warnings_but_those_that_may_mean_not_yet(reader):
    reader.open(f"/orientation/#{SEVERAL}")
    card = reader.page.locator("[data-advice=money-ask-cpas]")
    assert card.locator(".steps, [data-warning]").evaluate_all(
        "all => all.map((one) => one.dataset.warning ?? 'steps')"
    ) == [
        "sponsor-risk",
        "steps",
        "request-date-counts",
    ]


def test_what_was_not_looked_at_is_folded_and_opens(reader):
    reader.open(f"/orientation/#{ADULT}")
    part = reader.page.locator("[data-part=not-covered]")
    expect(part.locator("li").first).to_be_hidden()
    part.locator("summary h2").click()
    expect(part.locator("li").first).to_be_visible()


def test_on_paper_nothing_is_folded_and_afterwards_all_is_as_it_was(reader):
    reader.open(f"/orientation/#{LETTERS}")
    folds = reader.page.locator("main details:not(.desk *)")
    folds.first.evaluate("fold => { fold.open = true }")
    was = folds.evaluate_all("all => all.map(({ open }) => open)")
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(reader.page.locator("[data-advice=cpas-complaint] .steps")).to_be_visible()
    expect(reader.page.locator("[data-part=not-covered] li").first).to_be_visible()
    reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(reader.page.locator("[data-part=not-covered] li").first).to_be_hidden()
    assert folds.evaluate_all("all => all.map(({ open }) => open)") == was
    assert True in was and False in was


REFUSED = (
    "situation=letter&letter=cpas-refused&cpas-decision-date=2026-11-03&postal-code=1070&age=25-64"
    "&residence=belgian&housing=tenant&income=below"
)
"""A decision of the CPAS that can still be contested."""


def own(reader):
    desks = reader.page.locator("[data-part=own] [data-service]").all()
    return [(desk.get_attribute("data-service"), desk.locator("> a").all_inner_texts()) for desk in desks]


def test_the_readers_own_cpas_and_both_labour_courts_stand_with_their_telephone(reader):
    reader.open(f"/orientation/#{REFUSED}")
    assert own(reader) == [
        ("cpas-anderlecht", ["02 529 41 20"]),
        ("tribunal-travail-bruxelles-fr", ["02 682 20 78"]),
        ("arbeidsrechtbank-brussel-nl", ["02 508 69 79"]),
    ]
    expect(reader.page.locator("[data-part=own] .contact").first).to_be_hidden()
    expect(
        reader.page.locator("[data-advice=cpas-ask-again-soon] [data-service=cpas-anderlecht] .contact").first
    ).to_be_visible()


def test_without_a_decision_no_labour_court_is_the_readers_own(reader):
    reader.open(f"/orientation/#{ADULT}")
    assert [id for id, _ in own(reader)] == ["cpas-anderlecht"]


@pytest.mark.parametrize(
    ("place", "said"),
    [("1070", "un en français, un en néerlandais"), ("1800", "Pour un CPAS de Flandre"), ("4000", None)],
)
def test_which_of_two_courts_to_go_to_is_said_once_where_each_has_its_language(reader, place, said):
    reader.open(f"/orientation/#{REFUSED}".replace("1070", place))
    reader.results()
    expect(reader.page.locator("[data-advice=cpas-appeal] [data-role=labour-court]").first).to_be_visible()
    lines = reader.page.locator("[data-which-court]")
    expect(lines).to_have_count(1 if said else 0)
    if said:
        expect(lines).to_contain_text(said)


def test_whom_no_advice_sends_to_the_cpas_is_not_shown_one(reader):
    """With some residence cards, or none, going there first can cost the stay."""
    reader.open("/orientation/#" + REFUSED.replace("residence=belgian", "residence=other-card&student=no"))
    reader.results()
    assert [id for id, _ in own(reader)] == ["tribunal-travail-bruxelles-fr", "arbeidsrechtbank-brussel-nl"]


def test_in_dutch_the_dutch_speaking_court_stands_first(reader):
    reader.open(f"/nl/orientation/#{REFUSED}")
    assert [id for id, _ in own(reader)][1:] == ["arbeidsrechtbank-brussel-nl", "tribunal-travail-bruxelles-fr"]


def test_outside_brussels_the_own_cpas_is_named_and_the_court_is_that_of_the_place(reader, model):
    reader.open("/orientation/#" + REFUSED.replace("postal-code=1070", "postal-code=4000"))
    (cpas, *courts) = own(reader)
    assert cpas == ("cpas", [])
    expect(reader.page.locator("[data-part=own] [data-service=cpas]")).to_contain_text("CPAS de Liège")
    assert courts and all("62063" in model.services[id].serves.municipalities for id, _ in courts)


@pytest.mark.parametrize(
    "place", ["postal-code=skip", "postal-code=unknown&municipality=unknown", "postal-code=abroad"]
)
def test_without_a_municipality_no_desk_is_called_the_readers_own(reader, place):
    reader.open("/orientation/#" + ADULT.replace("postal-code=1070", place))
    reader.results()
    expect(reader.page.locator("[data-part=own]")).to_be_hidden()


@pytest.mark.parametrize("answers", [ADULT, LETTERS])
def test_the_case_downloaded_says_what_the_page_shows(reader, model, tmp_path, answers):
    reader.open(f"/orientation/#{answers}")
    before = len(reader.requests)
    with reader.page.expect_download() as waiting:
        reader.page.locator("[data-action=download-case]").click()
    assert waiting.value.suggested_filename == "bon-guichet-case.yml"
    assert [url for url in reader.requests[before:] if not url.startswith("blob:")] == []
    waiting.value.save_as(tmp_path / "case.yml")
    ((_, raw),) = yamlfiles.read(tmp_path / "case.yml", tmp_path).data.items()
    case, mistakes = validate(Case, raw | {"story": "A story.", "source": "A page.", "as_of": "2026"})
    assert mistakes == []
    shown = [article.get_attribute("data-advice") for article in reader.page.locator("[data-advice]").all()]
    rights = reader.page.locator("[data-part=benefits] [data-benefit]").all()
    assert outcome(model, case)["advice"] == list(case.advice) == shown
    assert case.benefits == {
        right.get_attribute("data-benefit"): right.get_attribute("data-status") for right in rights
    }
    expect(reader.page.locator("#case-note")).to_contain_text("code postal")


@pytest.mark.parametrize("language", ["", "/nl", "/en"])
@pytest.mark.parametrize("answers", [ADULT, LETTERS, "situation=letter", "situation=letter&letter=onem-end-of-right"])
def test_no_step_sticks_out_at_320_pixels(new_reader, language, answers):
    reader = new_reader(NARROW).open(f"{language}/orientation/#{answers}")
    reader.page.evaluate("for (const details of document.querySelectorAll('main details')) details.open = true")
    assert reader.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_reason_is_the_answer_that_counts_and_no_other(reader):
    reader.open(f"/orientation/#{LETTERS}")
    because = reader.page.locator("[data-advice=cpas-appeal] [data-because]")
    expect(because).to_contain_text("Le CPAS refuse mon aide")
    expect(because).not_to_contain_text("allocations de chômage")


def test_reasons_hold_no_id(reader, model):
    reader.open(f"/orientation/#{LETTERS}")
    ids = {option.id for question in model.questions.values() for option in question.options if "-" in option.id}
    for line in reader.page.locator("[data-because]").all_inner_texts():
        assert not ids & set(line.split())


def test_a_belgian_is_not_asked_for_a_residence_permit(reader):
    reader.open(f"/orientation/#{ADULT}")
    assert reader.page.locator("[data-part=papers] [data-document=identity]").count() == 1
    assert reader.page.locator("[data-part=papers] [data-document=residence-permit]").count() == 0
    reader.open("/orientation/#" + ADULT.replace("residence=belgian", "residence=refugee"))
    reader.results()
    assert reader.page.locator("[data-part=papers] [data-document=residence-permit]").count() == 1


def test_the_nearest_date_stands_first(reader):
    reader.open(
        "/orientation/#situation=letter&letter=onem-sanction,cpas-refused&onem-letter-date=2026-11-02&benefit-stopped=stopped"
        "&cpas-decision-date=2026-10-30&postal-code=1070&age=25-64&residence=belgian&housing=friends&income=below"
    )
    reader.results()
    days = [time.get_attribute("datetime") for time in reader.page.locator("[data-part=dates] time").all()]
    assert len(days) >= 2
    assert days == sorted(days)


@pytest.mark.parametrize(("onem", "refused"), [("2026-09-20", "2026-11-05"), ("2026-11-05", "2026-09-20")])
def test_of_two_equal_pieces_of_advice_the_one_whose_date_is_nearer_comes_first(reader, onem, refused):
    reader.open(
        f"/orientation/#situation=letter&letter=onem-sanction,cpas-refused&onem-letter-date={onem}&benefit-stopped=stopped"
        f"&cpas-decision-date={refused}&postal-code=1080&age=25-64&residence=belgian&housing=tenant&income=none-at-all"
    )
    reader.results()
    advice = reader.page.locator("[data-advice]")
    shown = [each.get_attribute("data-advice") for each in advice.all()]
    appeals = ["onem-sanction", "cpas-appeal"] if onem < refused else ["cpas-appeal", "onem-sanction"]
    assert [id for id in shown if id in appeals] == appeals
    jumps = reader.page.locator("[data-part=summary] [data-to]")
    assert [each.get_attribute("data-to") for each in jumps.all()] == shown
    urgencies = [each.get_attribute("data-urgency") for each in advice.all()][:-1]
    assert urgencies == sorted(urgencies, key=logic.URGENCIES.index), "what must be done today stays before any date"


TWO_TERMS = (
    "situation=letter&letter=onem-sanction,cpas-silence&onem-letter-date={letter}&benefit-stopped=stopped"
    "&cpas-request-date={request}&postal-code=1070&age=25-64&residence=belgian&housing=friends&income=below"
)


def test_an_appeal_that_seems_too_late_keeps_its_date_before_any_other(reader, model):
    reader.open("/orientation/#" + TWO_TERMS.format(letter="2026-08-20", request="2026-10-20"))
    reader.results()
    dates = reader.page.locator("[data-part=dates] li")
    assert [each.get_attribute("data-deadline") for each in dates.locator("time").all()] == [
        "appeal-onem",
        "appeal-silence",
        "rebound-request",
    ]
    first = dates.first
    expect(first.locator("time")).to_have_attribute("datetime", "2026-11-20")
    expect(first).to_contain_text(model.deadlines["appeal-onem"].name)
    expect(first).to_contain_text("Ce n’est pas toujours trop tard")
    box = reader.page.locator("[data-advice=onem-term-passed] [data-dates]")
    expect(box.locator("time[data-deadline=appeal-onem]")).to_have_attribute("datetime", "2026-11-20")
    expect(box).to_contain_text("avec une autre lettre")


def test_a_date_that_passed_without_advice_on_it_stands_after_those_to_come(reader):
    reader.open("/orientation/#" + TWO_TERMS.format(letter="2026-10-02", request="2026-08-10"))
    reader.results()
    shown = reader.page.locator("[data-part=dates] time").all()
    assert [each.get_attribute("data-deadline") for each in shown] == [
        "appeal-onem",
        "appeal-silence",
        "rebound-request",
    ]


def test_the_list_of_titles_says_what_waits_for_a_working_day(reader):
    """The clock of the tests shows a Sunday."""
    reader.open(f"/orientation/#{SEVERAL}")
    item = reader.page.locator("[data-part=summary] li", has=reader.page.locator("[data-to=money-ask-cpas]"))
    expect(item).to_contain_text("(dès lundi)")
    soon = reader.page.locator("[data-urgency=soon]").first.get_attribute("data-advice")
    later = reader.page.locator("[data-part=summary] li", has=reader.page.locator(f"[data-to={soon}]"))
    expect(later).not_to_contain_text("dès")


WATCH_MOVES = """
window.moves = [];
new PerformanceObserver((list) => {
  const inside = ({ node }) => document.querySelector("main").contains(node);
  for (const { value, sources } of list.getEntries()) {
    if (sources.some(inside)) window.moves.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "path", [f"/orientation/#{ADULT}", f"/ar/orientation/#{ADULT}", "/orientation/#situation=debts&at=age"]
)
def test_a_link_opens_without_anything_moving_under_the_reader(new_reader, path, viewport):
    """Browsers count what moves after it was seen; the first question stands in the page, and a link shows another."""
    reader = new_reader(viewport)
    reader.page.add_init_script(WATCH_MOVES)
    reader.open(path)
    assert (
        reader.page.evaluate("new Promise((tell) => requestAnimationFrame(() => setTimeout(() => tell(window.moves))))")
        == []
    )


def test_a_link_asks_for_what_its_results_need_without_waiting_for_the_rules_and_once(new_reader):
    reader = new_reader()
    page, held = reader.page, []
    page.route("**/rules.fr.json", lambda route: held.append(route))
    needed = ["outcome.fr.json", "places.fr.json", "results-view.js"]
    with ExitStack() as asked:
        for name in needed:
            asked.enter_context(page.expect_request(f"**/{name}"))
        page.goto(f"{reader.address}/orientation/#{ADULT}", wait_until="commit")
    held[0].continue_()
    reader.results()
    assert [sum(url.endswith(name) for url in reader.requests) for name in needed] == [1, 1, 1]


def first_screen(reader) -> None:
    """The results have begun to show; the rest comes when the browser has painted that."""
    expect(reader.page.locator("[data-view]")).to_have_attribute("data-view", "results")


@pytest.mark.parametrize("way", ["tap", "link"])
def test_the_first_screen_of_the_results_does_not_wait_for_the_rest(new_reader, way):
    """A browser that is never done with its frame shows how the results begin; then comes the rest."""
    reader = new_reader()
    hold_frames(reader.page)
    if way == "link":
        reader.page.goto(f"{reader.address}/orientation/#{SEVERAL}")
    else:
        reader.open(f"/orientation/#{SEVERAL}&at=income")
        reader.page.locator("[data-action=next]").click()
    first_screen(reader)
    titles, advice = (reader.page.locator(f"[data-results] {part}") for part in ("[data-part=summary] li", ".advice"))
    expect(titles.last).to_be_visible()
    assert advice.count() == 0
    paint_frames(reader.page)
    expect(advice).to_have_count(titles.count())
    expect(advice.last).to_be_visible()
    expect(reader.page.locator("[data-part=papers]")).to_be_visible()
    expect(reader.page.locator("[data-results] .desk").first).to_be_visible()


def test_the_sources_of_the_first_advice_come_also_when_asked_for_before_the_last_is_there(new_reader):
    reader = new_reader()
    hold_frames(reader.page)
    reader.page.goto(f"{reader.address}/orientation/#{SEVERAL}")
    first_screen(reader)
    paint_frames(reader.page, 2)
    sources = reader.page.locator("[data-results] .advice-sources").first
    sources.locator("summary").click()
    assert reader.page.locator("[data-first-screen]").count() == 1
    paint_frames(reader.page)
    expect(sources.locator("li").first).to_be_visible()


def test_paper_and_a_step_back_in_the_history_have_the_results_whole_before_they_are_painted(new_reader):
    reader = new_reader()
    hold_frames(reader.page)
    reader.open(f"/orientation/#{SEVERAL}&at=income")
    last, fold = reader.page.locator("[data-part=papers]"), reader.page.locator("[data-part=not-covered] details")
    for _ in range(2):
        reader.asked("income")
        reader.page.locator("[data-action=next]").click()
        first_screen(reader)
        expect(last).to_be_hidden()
        reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(last).to_be_visible()
        expect(fold).to_have_attribute("open", "")
        reader.page.go_back()
    reader.asked("income")
    reader.page.locator("[data-action=next]").click()
    first_screen(reader)
    reader.page.go_back()
    reader.asked("income")
    reader.page.go_forward()
    reader.results()
    expect(last).to_be_visible()


def test_results_whose_rest_fails_after_the_first_screen_say_so(new_reader):
    reader = new_reader(may_note="notCovered")
    reader.page.route(
        "**/outcome.fr.json", lambda route: route.fulfill(json=route.fetch().json() | {"notCoveredHtml": {}})
    )
    reader.open(f"/orientation/#{ADULT}&at=income")
    reader.page.locator("[data-action=next]").click()
    expect(reader.page.locator(".broken a")).to_be_visible()


def test_a_link_whose_rules_do_not_come_shows_the_way_out(new_reader):
    reader = new_reader(may_note=NETWORK)
    reader.page.route("**/rules.fr.json", lambda route: route.abort())
    reader.page.goto(f"{reader.address}/orientation/#{ADULT}")
    expect(reader.page.locator(".broken a")).to_be_visible()
    expect(reader.page.locator("fieldset[data-question]")).to_be_visible()


@pytest.mark.parametrize("part", ["outcome.fr.json", "places.fr.json", "results-view.js"])
def test_who_waits_for_the_results_is_told_and_a_failure_comes_into_view_and_mends_itself(new_reader, part):
    reader = new_reader(may_note=NETWORK)
    held = []
    reader.page.route(f"**/{part}*", lambda route: held.append(route) if not held else route.abort())
    reader.page.goto(f"{reader.address}/orientation/#{ADULT}")
    expect(reader.page.locator(".waiting")).to_be_in_viewport(ratio=1)
    while not held:
        reader.page.wait_for_timeout(20)
    held[0].abort()
    expect(reader.page.locator(".broken")).to_be_in_viewport(ratio=1)
    expect(reader.page.locator(".waiting")).to_be_hidden()
    reader.page.unroute(f"**/{part}*")
    reader.page.context.set_offline(True)
    reader.page.context.set_offline(False)
    reader.results()
    expect(reader.page.locator("[data-results] [data-action=back]")).to_be_enabled()
    expect(reader.page.locator(".broken")).to_be_hidden()


@pytest.mark.parametrize(("age", "shown"), [("25-64", ["rebound-request", "appeal-onem"]), ("18-24", ["appeal-onem"])])
def test_a_sanction_shows_first_the_shorter_deadline_of_those_who_resigned_and_may_have_worked_long_enough(
    reader, age, shown
):
    reader.open(
        "/orientation/#situation=letter&letter=onem-sanction&onem-letter-date=2026-11-02&benefit-stopped=not-yet"
        f"&postal-code=1070&age={age}&residence=belgian&student=no&housing=tenant&income=below"
    )
    reader.results()
    dates = reader.page.locator("[data-part=dates] time[data-deadline]")
    assert [date.get_attribute("data-deadline") for date in dates.all()] == shown
