"""What reads from right to left: where a line begins, what points onward, and how a month is called."""

from playwright.sync_api import expect

from tests.browser.conftest import ADULT

GAPS = """links => links.flatMap(link => {
  const words = document.createRange();
  words.selectNodeContents(link);
  const line = link.closest("li");
  const end = line.getBoundingClientRect().right - parseFloat(getComputedStyle(line).paddingRight);
  return [...words.getClientRects()].map(part => end - part.right);
})"""
"""How far from the beginning of its line each line of a link begins."""


def test_numbers_to_call_now_begin_where_the_line_begins(reader):
    reader.page.goto(f"{reader.address}/ar/")
    gaps = reader.page.locator(".call a").evaluate_all(GAPS)
    assert len(gaps) > 5 and max(gaps) < 2


def test_the_french_title_of_a_law_begins_where_the_line_does_below_its_article(reader):
    reader.page.goto(f"{reader.address}/ar/revenus/ris/")
    gaps = reader.page.locator(".conditions .fine a[lang=fr]").evaluate_all(GAPS)
    assert len(gaps) > 5 and max(gaps) < 2


def test_a_sign_that_points_onward_points_to_where_the_reader_goes_on(reader):
    way = "icon => new DOMMatrix(getComputedStyle(icon).transform).a"
    for path, onward in (("/", 1), ("/ar/", -1), ("/ar/orientation/", -1)):
        reader.page.goto(reader.address + path)
        assert reader.page.locator(".onward").evaluate(way) == onward
        assert reader.page.locator(".icon:not(.onward)").first.evaluate(way) == 1


def test_the_leaf_of_a_date_names_its_month_in_full_as_the_words_beside_it_do(reader):
    reader.open(
        f"/ar/orientation/#{ADULT.replace('left-home', 'letter')}&letter=cpas-refused&cpas-decision-date=2026-11-03"
    )
    reader.results()
    leaf = reader.page.locator(".deadline .leaf:visible").first
    expect(leaf.locator("small")).to_have_text("فبراير/شباط 2027")
    assert leaf.evaluate("leaf => [...leaf.children].every(part => part.scrollWidth <= leaf.clientWidth)")
