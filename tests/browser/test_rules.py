"""The rule sheet as people see it: a picture that can be read on any screen, and a paper to sign."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW

OUTSIDE = """() => [...document.querySelectorAll(".map g")].flatMap((group) => {
  const frame = group.querySelector("rect").getBoundingClientRect();
  const words = [...group.querySelectorAll("text")];
  return words.filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
  }).map((text) => text.textContent);
})"""
SIZE = """() => {
  const picture = document.querySelector(".map svg");
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  return scale * parseFloat(getComputedStyle(picture.querySelector("text")).fontSize);
}"""


@pytest.mark.parametrize("path", ["/orientation/regles/", "/nl/orientation/regles/", "/en/orientation/regles/"])
def test_on_the_smallest_screen_the_names_stay_in_their_boxes_and_can_be_read(new_reader, path):
    page = new_reader(NARROW).open(path).page
    assert page.locator(".map g").count() > 10
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(SIZE) >= 12


def test_on_paper_the_sheet_is_black_on_white_and_each_right_has_a_line_to_sign(new_reader, model):
    page = new_reader(color_scheme="dark").open("/orientation/regles/").page
    expect(page.locator(".sign").first).to_be_hidden()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".sign:visible").count() == len(model.benefits) + 1
    colours = "getComputedStyle(document.documentElement).{}"
    assert page.evaluate(colours.format("color")) == "rgb(0, 0, 0)"
    assert page.evaluate(colours.format("backgroundColor")) == "rgb(255, 255, 255)"


def test_the_address_of_a_rule_leads_to_it_without_a_script(new_reader):
    reader = new_reader(java_script_enabled=False)
    reader.page.goto(reader.address + "/orientation/regles/#ris")
    expect(reader.page.locator("#ris h3")).to_be_in_viewport()


def test_a_letter_leads_to_the_question_that_follows_it(reader):
    reader.open("/lettres/")
    reader.page.locator("a[href$='letter=cpas-refused']").click()
    reader.ready()
    reader.asked("cpas-decision-date")
