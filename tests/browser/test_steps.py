"""From one step to another and back: what is in view, what is in focus, which answers count."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, DESKTOP, NARROW, PHONE
from tests.browser.test_questionnaire import YOUNG_ADULT, walk
from tests.browser.waiting import until

# A heading is in view below the bar of « leave », which stays on top of the screen.
_IN_VIEW = """() => {
  const { activeElement: heading } = document;
  const { top, bottom } = heading.getBoundingClientRect();
  const bar = document.querySelector("[data-action=leave]").getBoundingClientRect().bottom;
  return heading.localName === "h2" && top >= bar && bottom <= innerHeight;
}"""


def test_focus_goes_to_the_heading_of_each_step(reader):
    reader.open()
    for id, *values in YOUNG_ADULT:
        reader.answer(id, *values)
        assert reader.page.evaluate("document.activeElement.tagName") == "H2"
    reader.results()
    assert reader.page.evaluate("document.activeElement.textContent") == "Ce que vous pouvez faire"


def test_the_browsers_own_back_goes_back_one_step_and_forward_again(reader):
    reader.open()
    walk(reader, YOUNG_ADULT[:4])
    reader.asked("student")
    reader.page.go_back()
    reader.asked("residence")
    reader.page.go_back()
    reader.asked("age")
    expect(reader.page.locator("input[value='18-24']")).to_be_checked()
    reader.page.go_forward()
    reader.asked("residence")


def test_the_back_control_goes_back_one_step_and_keeps_the_answer(reader):
    reader.open()
    walk(reader, YOUNG_ADULT[:3])
    reader.asked("residence")
    reader.page.locator("[data-form] [data-action=back]").click()
    reader.asked("age")
    expect(reader.page.locator("input[value='18-24']")).to_be_checked()
    reader.page.locator("[data-action=next]").click()
    reader.asked("residence")


def test_back_works_on_a_link_that_was_just_opened(reader):
    reader.open("/orientation/#situation=debts&postal-code=1070&age=25-64")
    reader.asked("residence")
    reader.page.locator("[data-form] [data-action=back]").click()
    reader.asked("age")
    expect(reader.page.locator("input[value='25-64']")).to_be_checked()


def test_the_first_question_offers_no_way_back(reader):
    reader.open()
    expect(reader.page.locator("[data-form] [data-action=back]")).to_be_hidden()


def test_back_from_the_results_of_a_fresh_link_leads_to_the_last_question(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.locator("[data-results] [data-action=back]").click()
    reader.asked("income")


@pytest.mark.parametrize("viewport", [PHONE, NARROW, DESKTOP], ids=["phone", "narrow", "desktop"])
def test_each_step_begins_at_its_heading_forwards_and_backwards(new_reader, viewport):
    reader = new_reader(viewport, reduced_motion="no-preference")
    reader.open()
    for id, value in YOUNG_ADULT:
        reader.asked(id)
        field = reader.page.locator(f"input[value='{value}'], [data-free]").first
        if value == "1070":
            field.fill(value)
        else:
            field.check()
        _scroll_to_the_end(reader)
        field.press("Enter")
        until(reader.page, _IN_VIEW)
    reader.results()
    for id, _ in reversed(YOUNG_ADULT[1:]):
        _scroll_to_the_end(reader)
        reader.page.go_back()
        reader.asked(id)
        until(reader.page, _IN_VIEW)
    reader.page.go_forward()
    until(reader.page, _IN_VIEW)


def _scroll_to_the_end(reader):
    reader.page.evaluate("scrollTo(0, document.body.scrollHeight)")


def _change_age(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.locator("[data-action=change][data-question=age]").click()
    reader.answer("age", "25-64")
    reader.results()


def test_back_after_a_changed_answer_finds_the_new_one_and_never_the_former(reader):
    _change_age(reader)
    reader.page.locator("[data-results] [data-action=back]").click()
    reader.asked("age")
    expect(reader.page.locator("input[value='25-64']")).to_be_checked()
    reader.page.locator("[data-form] [data-action=back]").click()
    reader.results()
    assert reader.fragment["age"] == "25-64"


def test_back_from_a_question_that_was_left_unchanged_leads_to_the_results_it_was_opened_from(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.locator("[data-action=change][data-question=age]").click()
    reader.asked("age")
    reader.page.locator("[data-form] [data-action=back]").click()
    reader.results()
    assert reader.fragment["age"] == "18-24"


def test_a_situation_taken_at_home_opens_the_list_with_its_box_ticked_and_asks_for_others(reader):
    reader.open("/")
    reader.page.locator(".choices a[data-situation=debts]").click()
    reader.ready()
    reader.asked("situation")
    expect(reader.page.locator("input[value=debts]")).to_be_checked()
    expect(reader.page.locator("[data-ticked]")).to_contain_text("J’ai des dettes")
    expect(reader.page.locator("[data-ticked]")).to_be_in_viewport(ratio=1)
    reader.answer("situation", "energy")
    reader.asked("postal-code")
    assert reader.fragment["situation"] == "debts,energy"
    reader.page.go_back()
    reader.asked("situation")
    expect(reader.page.locator("[data-ticked]")).to_have_count(0)


@pytest.mark.parametrize("viewport", [PHONE, NARROW], ids=["phone", "narrow"])
def test_who_may_be_in_danger_has_the_numbers_to_call_in_view_at_every_step(new_reader, viewport):
    reader = new_reader(viewport)
    reader.open("/orientation/#situation=danger&at=situation")
    numbers = reader.page.locator("[data-danger] a")
    for id, value in [("situation", "danger"), ("postal-code", "1070"), ("age", "18-24")]:
        reader.asked(id)
        for number in numbers.all():
            expect(number).to_be_in_viewport(ratio=1)
        reader.answer(id, value)


def test_back_from_a_piece_of_advice_that_was_taken_from_the_list_leads_to_the_list(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    last = reader.page.locator("[data-part=summary] button").last
    last.click()
    advice = reader.page.locator(f"[data-advice='{last.get_attribute('data-to')}']")
    expect(advice).to_be_in_viewport()
    reader.page.go_back()
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    reader.results()
    reader.page.go_forward()
    expect(advice).to_be_in_viewport()


def test_back_from_the_desk_of_another_piece_of_advice_leads_to_the_one_that_was_left(reader):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    line = reader.page.locator("[data-same-visit]:not([hidden]) button").first
    left = reader.page.locator("article", has=line)
    line.click()
    expect(reader.page.locator(f"[data-advice='{line.get_attribute('data-to')}']")).to_be_in_viewport()
    reader.page.go_back()
    expect(left.locator("h3").first).to_be_in_viewport(ratio=1)
    assert reader.page.evaluate("document.activeElement.closest('article').dataset.advice") == left.get_attribute(
        "data-advice"
    )


@pytest.mark.parametrize("way", ["reload", "back"])
def test_results_that_are_opened_anew_stand_where_they_were_left(reader, way):
    reader.open(f"/orientation/#{ADULT}")
    reader.results()
    reader.page.evaluate("scrollTo(0, 5000)")
    until(reader.page, "history.state?.height === 5000")
    if way == "reload":
        reader.page.reload()
    else:
        reader.page.locator("[data-advice] a[href*='/revenus/']").last.evaluate("link => location.assign(link.href)")
        reader.page.wait_for_url("**/revenus/**")
        reader.page.go_back()
    reader.results()
    until(reader.page, "scrollY === 5000")


def test_whoever_leaves_after_a_look_at_the_list_leaves_no_answer_behind(reader):
    reader.open("/orientation/")
    walk(reader)
    reader.results()
    reader.page.locator("[data-part=summary] button").last.click()
    reader.page.locator("[data-action=leave]").click()
    reader.page.wait_for_url("about:blank")
    reader.page.go_back()
    assert "=" not in reader.page.url


def test_a_postal_code_may_be_typed_in_arabic_digits(reader):
    reader.open("/ar/orientation/#situation=debts")
    reader.answer("postal-code", "١٠٧٠")
    reader.asked("age")
    assert reader.fragment["postal-code"] == "1070"
