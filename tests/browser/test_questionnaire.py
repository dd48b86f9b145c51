"""The questionnaire as a reader meets it, in a real Chromium the size of a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, NARROW, NETWORK
from tests.browser.waiting import hold_frames, paint_frames

YOUNG_ADULT = [
    ("situation", "left-home"),
    ("postal-code", "1070"),
    ("age", "18-24"),
    ("residence", "belgian"),
    ("student", "no"),
    ("housing", "parents"),
    ("income", "none-at-all"),
]

REFUSED = "situation=letter&letter=cpas-refused&cpas-decision-date={day}&postal-code=1070&age=25-64&residence=belgian"
"""Someone with a refusal of the CPAS, sent on a day."""

REST = "&student=no&housing=friends&income=below"


def walk(reader, answers=YOUNG_ADULT):
    for id, *values in answers:
        reader.answer(id, *values)


def test_an_18_year_old_who_must_leave_home_reads_sdj_and_cpas_with_the_reasons(reader):
    reader.open()
    walk(reader)
    reader.results()
    advice = reader.page.locator("article[data-advice=leave-home-adult]")
    expect(advice).to_be_visible()
    expect(advice.locator("[data-because]")).to_contain_text("J’ai de 18 à 24 ans")
    for role, desk in (("sdj", "sdj-bruxelles"), ("cpas", "cpas-anderlecht")):
        section = advice.locator(f"section[data-for-role={role}]")
        expect(section).to_contain_text("Pourquoi ici")
        expect(section.locator(f"[data-service={desk}][data-role={role}]")).to_be_visible()
    expect(advice.locator("[data-warning=parents-may-be-asked]")).to_be_visible()


def test_the_same_link_in_dutch_shows_the_same_result(new_reader):
    first = new_reader().open()
    walk(first)
    first.results()
    first.page.locator("a[data-action=language][hreflang=nl]").click()
    first.ready()
    first.results()
    assert "/nl/orientation/#" in first.page.url
    expect(first.page.locator("html")).to_have_attribute("lang", "nl")
    expect(first.page.locator("[data-advice=leave-home-adult]")).to_contain_text("OCMW")


def test_the_link_in_the_address_bar_gives_the_result_on_another_machine(new_reader):
    first = new_reader().open()
    walk(first)
    first.results()
    other = new_reader().open("/en" + first.page.url.removeprefix(first.address))
    other.results()

    def shown(reader):
        return [a.get_attribute("data-advice") for a in reader.page.locator("[data-advice]").all()]

    assert shown(other) == shown(first)
    assert other.fragment == first.fragment


def test_any_answer_can_be_changed_from_the_results(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.locator("[data-action=change][data-question=age]").click()
    reader.asked("age")
    reader.answer("age", "under-18")
    reader.asked("minor-situation")
    reader.answer("minor-situation", "none")
    reader.results()
    expect(reader.page.locator("[data-advice=leave-home-minor]")).to_be_visible()
    assert "student" in reader.fragment, "an answer that no longer applies is kept"
    expect(reader.page.locator("[data-action=change][data-question=student]")).to_have_count(0)


@pytest.mark.parametrize(
    ("condition", "change", "becomes"),
    [
        ("age", {"age": "under-18", "minor-situation": "none"}, "no"),
        ("status", {"residence": "protection-seeker"}, "no"),
        ("status", {"residence": "skip"}, "unknown"),
        ("means", {"income": "above"}, "no"),
        ("means", {"income": "unknown"}, "unknown"),
    ],
)
def test_every_condition_of_the_ris_follows_the_answer_it_depends_on(reader, condition, change, becomes):
    reader.open(f"/orientation/#{ADULT}")
    before = reader.met()
    assert before[condition] == "yes"
    answers = dict(pair.split("=") for pair in ADULT.split("&")) | change
    reader.open("/orientation/#" + "&".join(f"{id}={value}" for id, value in answers.items()))
    reader.results()
    after = reader.met()
    assert after[condition] == becomes
    assert {id for id in before if before[id] != after[id]} == {condition}


def test_abroad_no_right_shows_that_is_for_people_in_belgium(reader):
    reader.open("/orientation/#situation=no-money")
    reader.answer("postal-code", "france")
    reader.results()
    expect(reader.page.locator("[data-advice=abroad-france]")).to_be_visible()
    expect(reader.page.locator("[data-benefit]")).to_have_count(0)


def test_conditions_that_only_the_cpas_can_judge_never_change(reader):
    reader.open(f"/orientation/#{ADULT}")
    met = reader.met()
    assert met["willing-to-work"] == met["other-rights-first"] == "unknown"


def test_a_right_that_fails_a_condition_says_another_way_never_a_bare_no(reader):
    reader.open("/orientation/#" + ADULT.replace("income=none-at-all", "income=above"))
    right = reader.page.locator("[data-benefit=ris]")
    expect(right).to_have_attribute("data-status", "other-route")
    expect(right.locator("[data-instead]")).to_be_visible()


def test_a_shared_postal_code_asks_which_municipality_and_names_its_cpas(reader):
    reader.open("/orientation/#" + ADULT.replace("postal-code=1070", "postal-code=1050"))
    reader.asked("municipality")
    expect(reader.page.locator("[data-some-places] label")).to_have_text(["Bruxelles", "Ixelles"])
    expect(reader.page.locator("[data-all-places]")).to_be_hidden()
    reader.answer("municipality", "21009")
    reader.results()
    assert reader.page.locator("[data-service=cpas-ixelles]").count() > 0
    assert reader.page.locator("[data-service=cpas-bruxelles]").count() == 0


def test_an_unlisted_postal_code_asks_to_choose_a_municipality(reader):
    reader.open("/orientation/#" + ADULT.replace("postal-code=1070", "postal-code=1005"))
    reader.asked("municipality")
    choice = reader.page.locator("[data-all-places] select")
    expect(choice.locator("option")).to_have_count(566)
    choice.select_option(label="Uccle")
    reader.page.locator("[data-action=next]").click()
    reader.results()
    assert reader.page.locator("[data-service=cpas-uccle]").count() > 0


def test_the_question_is_painted_before_its_565_municipalities_but_with_the_one_chosen_before(new_reader):
    reader = new_reader()
    hold_frames(reader.page)
    elsewhere = ADULT.replace("postal-code=1070", "postal-code=1005&municipality=21016")
    reader.open(f"/orientation/#{elsewhere}&at=municipality")
    choice = reader.page.locator("[data-all-places] select")
    for painted, options in ((False, 2), (True, 566)):
        if painted:
            paint_frames(reader.page)
        expect(choice.locator("option")).to_have_count(options)
        expect(choice).to_have_value("21016")
        expect(choice.locator("option:checked")).to_have_text("Uccle")


def test_in_liege_the_cpas_is_named_and_no_brussels_desk_shows(reader, model):
    reader.open("/orientation/#" + ADULT.replace("postal-code=1070", "postal-code=4000"))
    reader.results()
    expect(reader.page.locator("[data-advice=leave-home-adult] [data-role=cpas] .desk-name")).to_have_text(
        "CPAS de Liège"
    )
    for desk in reader.page.locator("[data-service]").all():
        id = desk.get_attribute("data-service")
        if id in model.services:
            area = model.services[id].serves
            assert area.country or "wallonia" in area.regions or "62063" in area.municipalities, id


def test_near_the_reader_in_liege_it_is_told_where_to_find_the_cpas_without_a_tap(reader):
    reader.open("/orientation/#" + ADULT.replace("postal-code=1070", "postal-code=4000"))
    own = reader.page.locator("[data-part=own] [data-role=cpas]")
    expect(own.locator(".desk-name")).to_have_text("CPAS de Liège")
    expect(own.get_by_role("link").first).to_be_visible()


def test_a_student_in_a_room_is_led_to_the_cpas_of_the_official_address_and_to_no_number(reader):
    room = ADULT.replace("student=no&housing=parents", "student=full-time&housing=student-room")
    reader.open("/orientation/#" + room.replace("left-home", "no-money"))
    reader.results()
    for place in ("[data-advice=student-help]", "[data-part=own]"):
        shown = reader.page.locator(f"{place} [data-role=cpas]")
        expect(shown).to_contain_text("le bon CPAS est celui de votre adresse officielle")
        expect(shown.locator(".read a").last).to_have_attribute("href", re.compile("cpas/trouver/$"))
    assert reader.page.locator("[data-service=cpas-anderlecht]").count() == 0
    expect(reader.page.locator("[data-results]")).not_to_contain_text("CPAS d’Anderlecht")
    reader.open("/orientation/#" + room.replace("student-room", "parents").replace("left-home", "no-money"))
    assert reader.page.locator("[data-service=cpas-anderlecht]").count() > 0


def test_a_deadline_is_computed_and_shown_with_its_rule(reader):
    reader.open("/orientation/#" + REFUSED.format(day="2026-09-21") + REST)
    reader.results()
    times = reader.page.locator("time[data-deadline=appeal-cpas]")
    assert {time.get_attribute("datetime") for time in times.all()} == {"2026-12-21"}
    expect(times.first).to_have_text("21 décembre 2026")
    expect(reader.page.locator("[data-advice=cpas-appeal] .deadline")).to_contain_text("3\xa0mois")


def test_a_deadline_that_seems_passed_never_says_only_too_late(reader):
    reader.open("/orientation/#" + REFUSED.format(day="2026-01-15") + REST)
    reader.results()
    expect(reader.page.locator("[data-advice=cpas-appeal-passed]")).to_be_visible()
    expect(reader.page.locator("[data-advice=cpas-appeal-passed] [data-role=baj]").first).to_be_visible()
    expect(reader.page.locator("[data-advice=cpas-appeal]")).to_have_count(0)


def test_someone_who_knows_nothing_still_finds_a_desk(reader):
    reader.open()
    for _ in range(20):
        if reader.view == "results":
            break
        form = reader.page.locator("[data-form]")
        skip, unknown = form.locator("[data-action=skip]"), form.locator("input[value=unknown]")
        if unknown.count():
            unknown.check()
            form.locator("[data-action=next]").click()
        elif skip.is_visible():
            skip.click()
        else:
            form.locator("input[type=radio]").first.check()
            form.locator("[data-action=next]").click()
    reader.results()
    assert reader.page.locator("[data-advice]:not([data-advice=everyone]) [data-service]").count() > 0


def test_going_on_without_an_answer_says_so_and_keeps_the_step(reader):
    reader.open()
    reader.page.locator("[data-action=next]").click()
    expect(reader.page.locator("[data-error]")).to_contain_text("Choisissez")
    reader.asked("situation")


@pytest.mark.parametrize(("value", "sentence"), [("105", "quatre chiffres"), ("abcd", "quatre chiffres")])
def test_a_postal_code_that_is_none_is_refused_with_a_sentence(reader, value, sentence):
    reader.open("/orientation/#situation=debts")
    reader.answer("postal-code", value)
    expect(reader.page.locator("[data-error]")).to_contain_text(sentence)


def test_a_day_to_come_is_refused_with_a_sentence(reader):
    reader.open("/orientation/#situation=letter&letter=cpas-refused")
    reader.answer("cpas-decision-date", "2026-12-24")
    expect(reader.page.locator("[data-error]")).to_contain_text("date passée")


def test_none_of_these_excludes_the_others(reader):
    reader.open()
    box = reader.page.locator
    box("input[value=debts]").check()
    box("input[value=none]").check()
    expect(box("input[value=debts]")).not_to_be_checked()
    box("input[value=health]").check()
    expect(box("input[value=none]")).not_to_be_checked()


NOISE = [
    "colour=blue&age=18-24",
    "age=<img src=x onerror=alert(1)>",
    "cpas-decision-date=2026-02-30&situation=letter",
    "%E0%A4%A=%%%&situation=debts",
    "__proto__=polluted&constructor=x",
    "x" * 100_000,
    "&".join(f"a{n}=b" for n in range(9_000)),
]


@pytest.mark.parametrize("noise", NOISE, ids=lambda noise: noise[:30])
def test_a_fragment_full_of_noise_still_works_and_says_what_it_ignored(reader, noise):
    reader.open(f"/orientation/#{noise}")
    expect(reader.page.locator("[data-ignored]")).to_be_visible()
    expect(reader.page.locator("[data-form] fieldset")).to_be_visible()
    assert reader.page.locator("img").count() == 0
    assert len(reader.page.locator("[data-notes]").inner_text()) < 500


def test_a_link_made_with_other_rules_says_so(reader):
    reader.open(f"/orientation/#{ADULT}&r=00000000")
    expect(reader.page.locator("[data-notes]")).to_contain_text("Les règles ont changé")
    reader.results()


def test_a_choice_made_before_the_script_arrives_is_kept(reader):
    held = []
    reader.page.route("**/main.js", lambda route: held.append(route))
    reader.page.goto(f"{reader.address}/orientation/", wait_until="commit")
    reader.page.locator("input[value=debts]").check()
    reader.page.locator("input[value=debts]").press("Enter")
    assert reader.page.url.endswith("/orientation/"), "nothing can be submitted"
    held[0].continue_()
    reader.ready()
    expect(reader.page.locator("input[value=debts]")).to_be_checked()
    reader.page.locator("[data-action=next]").click()
    assert reader.fragment == {"situation": "debts"}


def test_the_enter_key_goes_on(reader):
    reader.open()
    reader.page.locator("input[value=debts]").check()
    reader.page.locator("input[value=debts]").press("Enter")
    reader.asked("postal-code")


def test_the_whole_way_works_with_the_keyboard_alone(reader):
    reader.open()
    page = reader.page
    for id, value in YOUNG_ADULT:
        reader.asked(id)
        for _ in range(40):
            page.keyboard.press("Tab")
            here = page.evaluate("[document.activeElement.type, document.activeElement.name]")
            if here[1] == id:
                break
        if here[0] == "checkbox":
            while page.evaluate("document.activeElement.value") != value:
                page.keyboard.press("Tab")
            page.keyboard.press("Space")
        elif here[0] == "radio":
            page.keyboard.press("Space")
            while page.evaluate("document.activeElement.value") != value:
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type(value)
        page.keyboard.press("Enter")
    reader.results()
    expect(page.locator("[data-advice=leave-home-adult]")).to_be_visible()


def test_the_skip_link_moves_focus_and_leaves_the_answers_in_the_address(reader):
    reader.open(f"/orientation/#{ADULT}")
    before = reader.page.url
    reader.page.locator("[data-skip]").focus()
    reader.page.keyboard.press("Enter")
    assert reader.page.url == before
    assert reader.page.evaluate("document.activeElement.id") == "main"


def test_starting_again_forgets_everything(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.page.locator("[data-action=restart]").click()
    reader.asked("situation")
    assert reader.fragment == {}
    assert reader.page.locator("input:checked").count() == 0


def test_nothing_is_stored(reader):
    reader.open()
    walk(reader)
    reader.results()
    assert reader.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_answers_never_leave_in_a_request(reader):
    reader.open()
    walk(reader)
    reader.results()
    assert not [url for url in reader.requests if "?" in url or "left-home" in url.split("#")[0]]


def test_every_paper_is_listed_once(reader):
    reader.open(f"/orientation/#{ADULT}")
    papers = [p.get_attribute("data-document") for p in reader.page.locator("[data-part=papers] [data-document]").all()]
    assert papers and len(papers) == len(set(papers))


def test_what_was_not_looked_at_is_said(reader):
    reader.open(f"/orientation/#{ADULT}")
    assert reader.page.locator("[data-not-covered]").count() >= 5


def test_whoever_was_thrown_out_and_has_no_bed_sees_the_bed_first(reader):
    reader.open("/orientation/#" + ADULT.replace("housing=parents", "housing=nowhere"))
    expect(reader.page.locator("[data-advice]").first).to_have_attribute("data-advice", "no-home-tonight")


def test_a_minor_without_a_bed_sees_a_safe_place_before_anything_about_money(reader):
    reader.open(
        "/orientation/#situation=left-home,no-money&age=under-18&minor-situation=pregnant&residence=other-card"
        "&housing=street&income=none-at-all&postal-code=1030"
    )
    shown = [a.get_attribute("data-advice") for a in reader.page.locator("[data-advice]").all()]
    assert shown[:2] == ["minor-tonight", "leave-home-minor"]


def test_a_desk_shown_before_is_folded_the_second_time(reader):
    reader.open(f"/orientation/#{ADULT}")
    again = reader.page.locator("[data-service=atelier-des-droits-sociaux]")
    assert again.count() >= 2
    expect(again.nth(0).locator(".contact").first).to_be_visible()
    expect(again.nth(1).locator(".contact").first).to_be_hidden()


def test_the_list_of_titles_leads_to_each_piece_of_advice_and_leaves_the_address_alone(reader):
    reader.open(f"/orientation/#{ADULT}")
    before = reader.page.url
    titles = reader.page.locator("[data-part=summary] button")
    assert titles.count() == reader.page.locator("[data-advice]").count()
    titles.last.click()
    assert reader.page.evaluate("document.activeElement.closest('article').dataset.advice") == "everyone"
    assert reader.page.url == before


def test_a_last_day_on_a_weekend_is_told_with_the_way_out_wherever_the_day_stands(reader):
    reader.open("/orientation/#" + REFUSED.format(day="2026-09-20") + REST)
    box = reader.page.locator("[data-advice=cpas-appeal] .deadline")
    expect(box.locator("time")).to_have_attribute("datetime", "2026-12-20")
    expect(box.locator(".warning")).to_contain_text("le 20 décembre 2026, le greffe est fermé (dimanche)")
    listed = reader.page.locator("[data-part=dates] li", has=reader.page.locator("[data-deadline=appeal-cpas]"))
    expect(listed.locator(".warning")).to_have_text(box.locator(".warning").text_content())
    reader.open("/orientation/#" + REFUSED.format(day="2026-09-21") + REST)
    expect(box.locator("time")).to_have_attribute("datetime", "2026-12-21")
    for shown in (box, listed):
        expect(shown.locator(".warning")).to_have_count(0)


def test_reasons_are_answers_the_reader_gave_and_never_ids(reader):
    reader.open(
        "/orientation/#situation=letter&letter=cpas-unclear&cpas-decision-date=unknown&postal-code=1050"
        "&municipality=21009&age=skip&residence=skip&housing=skip&income=skip"
    )
    reader.results()
    for line in reader.page.locator("[data-because]").all_inner_texts():
        assert "unknown" not in line and "skip" not in line and "court encore" not in line


def test_the_answers_are_told_in_words(reader):
    reader.open(
        "/orientation/#situation=letter&letter=onem-end-of-right&onem-letter-date=2026-11-02&benefit-stopped=not-yet"
        "&postal-code=1070&age=skip&residence=skip&housing=skip&income=skip"
    )
    reader.results()
    expect(reader.page.locator("[data-part=answers]")).to_contain_text("2 novembre 2026")
    expect(reader.page.locator("[data-part=dates]")).to_contain_text("2 février 2027 (dans 72 jours)")


@pytest.mark.parametrize("lost", ["main.js", "rules.fr.json"])
def test_when_a_part_does_not_arrive_the_reader_is_told_and_led_to_the_whole_list(new_reader, lost):
    reader = new_reader(may_note=NETWORK)
    reader.page.route(f"**/{lost}", lambda route: route.abort())
    reader.page.goto(f"{reader.address}/orientation/")
    expect(reader.page.locator(".broken")).to_be_visible()
    expect(reader.page.locator(".broken a")).to_be_visible()


def test_an_error_goes_away_with_the_answer(reader):
    reader.open()
    reader.page.locator("[data-action=next]").click()
    expect(reader.page.locator("[data-error]")).not_to_be_empty()
    reader.page.locator("input[value=debts]").check()
    expect(reader.page.locator("[data-error]")).to_be_empty()


def test_options_stand_in_groups_with_a_heading_each(reader, model):
    reader.open()
    groups = [option.group for option in model.questions["situation"].options if option.group]
    for name in groups:
        box = reader.page.get_by_role("group", name=name, exact=True)
        expect(box.locator("p")).to_be_visible()
        assert box.locator("input[name=situation]").count() >= 1
    assert reader.page.locator("[role=group] input").count() == len(model.questions["situation"].options)
    expect(reader.page.locator("[role=group] [data-alone]")).to_have_count(0)


def told(reader):
    return [letter.get_attribute("data-letter") for letter in reader.page.locator("[data-letters] [data-letter]").all()]


def test_a_day_asked_of_letters_tells_where_it_stands_on_each_of_them_once(reader, model):
    link = "/orientation/#situation=letter&letter=onem-end-of-right,onem-insertion,onem-sanction,cpas-repay"
    reader.open(link)
    reader.asked("onem-letter-date")
    assert told(reader) == ["onem-end-of-right", "onem-sanction"]
    expect(reader.page.locator("[data-letter=onem-sanction]")).to_contain_text(model.letters["onem-sanction"].name)
    expect(reader.page.locator("[data-letter=onem-sanction]")).to_contain_text("Nous ne savons pas à quel endroit")
    reader.open(link + "&onem-letter-date=unknown&benefit-stopped=unknown")
    reader.asked("cpas-decision-date")
    assert told(reader) == ["cpas-recovery"]


def test_the_field_of_a_day_is_in_view_when_its_question_opens_on_a_phone(reader):
    reader.open("/orientation/#situation=letter&letter=onem-end-of-right,onem-sanction,onem-unclear")
    reader.asked("onem-letter-date")
    expect(reader.page.locator("[data-letters] .letter-date")).to_have_count(3)
    field = reader.page.locator("fieldset [data-free]").bounding_box()
    assert field["y"] + field["height"] <= reader.page.locator("[data-form] > .actions").bounding_box()["y"]


def test_a_day_asked_of_no_letter_tells_of_none(reader):
    reader.open("/orientation/#situation=letter&letter=cpas-silence")
    reader.asked("cpas-request-date")
    assert told(reader) == []


def test_a_link_of_an_earlier_version_leads_to_its_results_without_a_word_on_lost_parts(reader):
    reader.open(
        "/orientation/#situation=cpas-decision&cpas-answer=refused&cpas-decision-date=2026-09-21&age=25-64&student=no"
        "&residence=belgian&housing=friends&income=below&country=belgium&postal-code=1070&r=00000000"
    )
    reader.results()
    expect(reader.page.locator("[data-ignored]")).to_have_count(0)
    expect(reader.page.locator("[data-advice=cpas-appeal]")).to_be_visible()


def test_a_wrong_answer_sent_with_the_enter_key_says_so_and_is_tied_to_its_field(reader):
    page = reader.open("/orientation/#situation=no-money").page
    field = page.locator("#field-postal-code")
    field.focus()
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(page.locator("[data-error]")).to_have_text("Un code postal belge a quatre chiffres.")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == page.locator("[data-error]").get_attribute("id")
    page.keyboard.type("9")
    expect(page.locator("[data-error]")).to_be_empty()
    assert field.get_attribute("aria-invalid") is None


def test_the_first_question_can_be_read_on_the_first_screen_of_a_small_phone(new_reader):
    page = new_reader(NARROW).open("/orientation/").page
    question, bar = (page.locator(part).bounding_box() for part in ("legend h2", "[data-form] > .actions"))
    assert question["y"] + question["height"] <= bar["y"]


def test_a_link_to_a_question_shows_the_question(new_reader):
    reader = new_reader({"width": 320, "height": 620}).open("/orientation/#situation=left-home")
    expect(reader.page.locator("legend h2")).to_be_in_viewport()


def test_on_a_day_when_desks_are_closed_the_results_say_so_with_the_next_working_day(reader):
    reader.open(f"/orientation/#{ADULT}")
    expect(reader.page.locator("[data-closed]")).to_contain_text("dimanche")
    expect(reader.page.locator("[data-closed]")).to_contain_text("lundi 23 novembre 2026")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("[data-closed]")).to_be_visible()
    reader.page.clock.set_fixed_time("2026-11-24T12:00:00")
    reader.page.reload()
    reader.ready()
    expect(reader.page.locator("[data-closed]")).to_be_hidden()


def test_today_waits_for_the_next_working_day_where_every_desk_is_closed(reader):
    """22 November 2026 is a Sunday."""
    urgency = "[data-advice=money-ask-cpas] .urgency"
    reader.open(
        "/orientation/#situation=no-money&postal-code=1070&age=25-64&residence=belgian&housing=tenant&household=none"
        "&income=none-at-all"
    )
    expect(reader.page.locator(urgency)).to_contain_text("lundi 23 novembre 2026")
    reader.page.clock.set_fixed_time("2026-11-24T12:00:00")
    reader.page.reload()
    reader.ready()
    expect(reader.page.locator(urgency)).to_have_text("Aujourd’hui")


def test_who_may_be_in_danger_is_told_today_on_a_sunday_too(reader):
    reader.open("/orientation/#situation=danger&postal-code=skip&age=skip&residence=skip&housing=skip&income=skip")
    expect(reader.page.locator("[data-advice=danger-now] .urgency")).to_have_text("Aujourd’hui")


def test_two_quick_taps_give_one_answer_and_no_reproach(reader):
    reader.open()
    reader.page.locator("input[value=left-home]").check()
    reader.page.locator("[data-action=next]").dblclick()
    reader.asked("postal-code")
    expect(reader.page.locator("[data-form] .error").first).to_be_empty()
