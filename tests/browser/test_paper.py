"""What comes out of the printer: a page, a plan from the answers, and a sheet in two languages to show at a desk."""

import re

import pypdfium2
import pytest
from bonguichet import qr
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, NARROW
from tests.browser.waiting import until
from tests.build.test_site import HOME
from tests.questionnaire.cases import link_of

CARD = ADULT.replace("residence=belgian", "residence=family-card")
"""Whom asking at once may cost the stay."""
HARMLESS = "situation=job-lost&job-end-date=2026-11-19&postal-code=1070&age=25-64&residence=belgian&housing=tenant"
HARMLESS += "&household=none&income=above"
CODE = "document.querySelector('.paper svg').outerHTML"
TELEPHONES = """() => {
  const all = [...document.querySelectorAll("[data-results] a[href^='tel:']")];
  const numbers = (links) => [...new Set(links.map((link) => link.textContent))].sort();
  return [numbers(all), numbers(all.filter((link) => link.getClientRects().length))];
}"""
SHEET = """() => [...document.querySelectorAll("[data-row]")].map((row) => [row.dataset.row,
  [...row.children].map((cell) => [cell.lang, cell.dir, cell.querySelector(".number").textContent])])"""


def printed(page) -> list[str]:
    """The words of each page of paper, each space simple."""
    pages = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pages]


def results(reader, answers, language=""):
    reader.open(f"{language}/orientation/#{answers}")
    reader.results()
    return reader.page


def sheet(reader, answers, language=""):
    page = results(reader, answers, language)
    page.locator("[data-action=counter]").click()
    expect(page.locator("[data-row=reply]")).to_be_visible()
    return page


def test_a_page_opens_with_its_address_its_day_and_its_code_and_spells_out_its_links(reader, model):
    page = reader.open("/revenus/ris/").page
    expect(page.locator(".paper")).to_be_hidden()
    words = printed(page)
    address = f"{HOME}revenus/ris/"
    assert f"Bon Guichet · {address} Page du 22 novembre 2026, version" in words[0]
    assert f"1 / {len(words)}" in words[0]
    assert model.word("print", "fr") not in " ".join(words)
    assert model.sources["law-2002-05-26"].url.split("/eli/")[0] in " ".join(words).replace(" ", "")
    drawn = [re.findall(r' d="([^"]+)"', svg)[-1] for svg in (qr.svg(address), page.evaluate(CODE))]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(("case", "most"), [("seed-05", 3), ("bailiff-owner", 3), ("danger-at-home", 3), ("un-08", 5)])
def test_a_plan_is_short_and_keeps_warnings_dates_telephones_and_papers(reader, model, case, most):
    page = results(reader, link_of(model.cases[case]))
    words = printed(page)
    assert len(words) <= most
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for part in ("[data-warning]", "time[data-deadline]", "[data-part=papers] [data-document]", ".advice .steps"):
        shown = page.locator(f"[data-results] {part}")
        assert shown.count() == page.locator(f"[data-results] {part}:visible").count(), part
    assert page.locator("[data-results] .advice").count() and page.locator("[data-document]").count()
    told, visible = page.evaluate(TELEPHONES)
    assert told == visible
    assert page.locator("button:visible, input:visible, select:visible").count() == 0


def test_the_code_of_the_answers_is_drawn_for_paper_unless_the_reader_leaves_them_out(reader):
    page = results(reader, ADULT)
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    without = page.locator("[data-without]")
    without.uncheck()
    page.emulate_media(media="print")
    expect(page.locator("[data-part=answers]")).to_be_visible()
    page.emulate_media(media="screen")
    without.check()
    page.locator("[data-action=print]:visible").click()
    until(page, "window.printed === 1")
    assert not [url for url in reader.requests if "qr.js" in url]
    page.emulate_media(media="print")
    for part in ("[data-code]", "[data-part=answers]", ".because >> nth=0"):
        expect(page.locator(part)).to_be_hidden()
    page.emulate_media(media="screen")
    without.uncheck()
    page.locator("[data-action=print]:visible").click()
    until(page, "window.printed === 2")
    drawn, wanted = page.evaluate(
        """async () => {
        const { svg } = await import(new URL(`${document.documentElement.dataset.assets}qr.js`, location.href));
        const path = (text) => [...text.matchAll(/ d="([^"]+)"/g)].pop()[1];
        return [path(document.querySelector("[data-code] svg").outerHTML), path(svg(location.href))];
    }"""
    )
    assert drawn == wanted and len(drawn) > 1000
    page.emulate_media(media="print")
    expect(page.locator("[data-code]")).to_be_visible()
    page.locator("[data-part=answers] [data-action=change]").first.evaluate("button => button.click()")
    page.go_back()
    reader.results()
    expect(page.locator("[data-code]")).to_be_hidden()


def test_answers_that_could_harm_are_left_off_paper_until_the_reader_wants_them(reader, model):
    page = results(reader, link_of(model.cases["danger-at-home"]))
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    without = page.locator("[data-without]")
    expect(without).to_be_checked()
    page.locator("[data-action=print]:visible").click()
    until(page, "window.printed === 1")
    page.emulate_media(media="print")
    for part in ("[data-code]", "[data-part=answers]", ".because >> nth=0"):
        expect(page.locator(part)).to_be_hidden()
    page.emulate_media(media="screen")
    without.uncheck()
    page.locator("[data-action=print]:visible").click()
    until(page, "window.printed === 2")
    page.emulate_media(media="print")
    expect(page.locator("[data-part=answers]")).to_be_visible()


def test_answers_that_harm_nobody_are_printed_unless_the_reader_says_no(reader):
    page = results(reader, HARMLESS)
    expect(page.locator("[data-without]")).not_to_be_checked()
    page.emulate_media(media="print")
    expect(page.locator("[data-part=answers]")).to_be_visible()


@pytest.mark.parametrize(("situation", "most"), [("debts", 11), ("left-home", 12), ("letter", 28)])
def test_the_page_of_a_situation_is_printed_short_and_whole(reader, situation, most):
    page = reader.open(f"/situations/{situation}/").page
    told = page.locator("article.text .short h3, article.text .branch h3, article.text .tel").all_text_contents()
    asked = page.locator("[data-asked]").evaluate_all("all => all.map((h3) => h3.dataset.asked)")
    sheets = printed(page)
    assert len(sheets) <= most
    words = "".join(" ".join(sheets).split())
    for part in {*told, *asked}:
        assert "".join(part.split()) in words, part


NUMBERS = """() => {
  const list = document.querySelector(".rests-on ol"), style = getComputedStyle(list);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  return [list.children.length, pen.measureText(`${list.children.length}. `).width, parseFloat(style.paddingInlineStart)];
}"""
"""How many sources there are, how wide the last of their numbers is, and the room for it."""


def test_the_numbers_of_the_sources_are_whole_on_paper(reader):
    page = reader.open("/situations/letter/").page
    page.emulate_media(media="print")
    sources, width, room = page.evaluate(NUMBERS)
    assert sources >= 10 and width <= room


@pytest.mark.parametrize(("language", "codes"), [("", ["fr", "nl"]), ("/nl", ["nl", "fr"]), ("/en", ["en", "fr"])])
def test_the_sheet_says_the_same_rows_in_both_languages(reader, language, codes):
    before = results(reader, ADULT, language)
    asked = len(reader.requests)
    before.locator("[data-action=counter]").click()
    expect(before.locator("[data-row=reply]")).to_be_visible()
    fetched = [url.rsplit("/", 1)[1] for url in reader.requests[asked:]]
    parts = ("rules", "outcome", "places")
    assert sorted(fetched) == sorted(["counter-sheet.js", *(f"{part}.{codes[1]}.json" for part in parts)])
    rows = before.evaluate(SHEET)
    ids = [id for id, _ in rows]
    assert ids[0] == "name" and ids[-2:] == ["written", "reply"] and len(set(ids)) == len(ids) > 5
    for number, (id, cells) in enumerate(rows, 1):
        assert cells == [[code, "ltr", f"{number}."] for code in codes], id


def test_on_the_sheet_stands_only_what_concerns_the_desk_and_what_the_reader_tells(reader, model):
    page = sheet(reader, ADULT.replace("left-home", "left-home,no-money"))
    page.select_option("#sheet-desk", "cpas")
    rows = [id for id, _ in page.evaluate(SHEET)]
    assert "benefit-ris" in rows and "paper-identity" in rows
    assert {id.removeprefix("advice-") for id in rows if id.startswith("advice-")} <= {
        id for id, advice in model.advice.items() if "cpas" in advice.roles
    }
    told = {id.split("=")[0] for id in rows if "=" in id}
    assert told and not any(model.questions[id].skip for id in told)
    harmful = {f"{id}={option.id}" for id, q in model.questions.items() for option in q.options if option.sensitive}
    assert "situation=left-home" in harmful and not harmful & set(rows)
    for private in ("residence=belgian", "income=none-at-all", "postal-code=1070"):
        expect(page.locator(f"[data-row='{private}']")).to_have_count(0)
    page.locator("[name=sheet-tell][value='residence=belgian']").check()
    expect(page.locator("[data-row='residence=belgian'] > *")).to_have_text([re.compile("belge"), re.compile("Belg")])
    expect(page.locator("[data-counter] [role=status]")).to_contain_text(str(len(rows) + 1))


@pytest.mark.parametrize(("language", "named"), [("ar", ("العربية", "arabe")), ("de", ("Deutsch", "allemand"))])
def test_who_reads_a_language_of_no_desk_asks_on_the_sheet_for_an_interpreter(reader, language, named):
    page = sheet(reader, ADULT, f"/{language}")
    page.locator("[name=sheet-language][value=fr]").check()
    expect(page.locator("[data-row=spoken] > *")).to_have_text([re.compile(name) for name in named])


def test_who_reads_french_or_dutch_is_told_of_no_interpreter(reader):
    for language in ("", "/nl"):
        page = sheet(reader, ADULT, language)
        expect(page.locator("[data-row=spoken]")).to_have_count(0)
        expect(page.locator("[data-language-help]")).to_have_count(0)


def test_results_tell_who_reads_another_language_how_to_be_understood(reader):
    page = results(reader, ADULT, "/ar")
    expect(page.locator("[data-language-help] a")).to_have_attribute("href", "../aides/langues/")


def test_a_right_to_be_asked_only_after_advice_is_not_asked_at_the_desk(reader):
    page = results(reader, CARD)
    expect(page.locator("[data-benefit=ris] [data-status-words]")).to_contain_text("après un conseil")
    page.locator("[data-action=counter]").click()
    expect(page.locator("[data-row=reply]")).to_be_visible()
    for desk in page.locator("#sheet-desk option").all():
        page.select_option("#sheet-desk", desk.get_attribute("value"))
        expect(page.locator("[data-sheet] .pair b").first).to_have_text(desk.inner_text())
        expect(page.locator("[data-row=benefit-ris]")).to_have_count(0)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_sheet_fits_a_page_of_paper_and_a_narrow_phone_in_either_direction(new_reader, direction):
    reader = new_reader(NARROW)
    page = sheet(reader, ADULT)
    page.select_option("#sheet-desk", "cpas")
    page.evaluate("dir => { document.documentElement.dir = dir }", direction)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    (words,) = printed(page)
    assert "À montrer au guichet" in words and "Om te tonen" not in words and "Mijn naam:" in words
    assert "Retour aux résultats" not in words and "Ce que je veux dire" not in words
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print")
    mine, theirs = (page.locator(f"[data-row=name] > [lang={code}]").bounding_box() for code in ("fr", "nl"))
    assert (mine["x"] < theirs["x"]) == (direction == "ltr") and mine["y"] == theirs["y"]


def test_back_returns_to_the_results_and_a_reload_to_the_sheet(reader):
    page = sheet(reader, ADULT)
    expect(page.locator("[data-counter] h2")).to_be_focused()
    expect(page.locator("[data-results]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-row=reply]")).to_be_visible()
    page.locator("[data-action=results]").click()
    expect(page.locator("[data-results]")).to_be_visible()
    expect(page.locator("[data-counter]")).to_be_hidden()
    expect(page.locator("[data-action=counter]")).to_be_focused()
    page.go_forward()
    expect(page.locator("[data-row=reply]")).to_be_visible()


def test_without_a_network_the_sheet_says_so_and_the_results_stay_one_step_back(reader):
    page = results(reader, ADULT)
    page.route("**/rules.nl.json", lambda route: route.fulfill(status=200, body="{"))
    page.locator("[data-action=counter]").click()
    expect(page.locator("[data-counter] [role=status]")).to_contain_text("n’a pas pu être chargée")
    page.locator("[data-action=results]").click()
    expect(page.locator("[data-results]")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", "/jeunes/quitter-la-maison/", "/recours/delais/", "/ar/revenus/ris/", "/situations/letter/"]
)
def test_no_text_of_a_printed_page_lies_outside_the_paper(new_reader, path):
    page = new_reader({"width": 680, "height": 960}).open(path).page
    page.emulate_media(media="print")
    edges = page.evaluate(
        "[...document.querySelectorAll('main, .text, .text h1, .text p, .text li')].map((box) => box.getBoundingClientRect()).filter((box) => box.width)"
        ".map((box) => [box.left, box.right])"
    )
    assert min(left for left, _ in edges) >= -0.5 and max(right for _, right in edges) <= 680.5
