"""Short addresses: one page for every desk, role and piece of advice, in all languages at once."""

import gzip

import pytest
import segno
from bonguichet import qr
from bonguichet.macros import short_ids

from tests.build.html import Page
from tests.codes import dark, shown

HOME = "https://bon-guichet.example/"


@pytest.fixture(scope="module")
def short(pages) -> dict[str, Page]:
    """Every page of a short address by its id."""
    return {address.split("/")[1]: page for address, page in pages.items() if address.startswith("r/")}


def test_every_desk_role_and_piece_of_advice_has_a_short_address(short, model):
    assert set(short) == {*model.services, *model.roles, *model.advice} == set(short_ids(model))


def test_a_short_address_leads_to_the_thing_itself_in_every_language(short, site, model):
    targets = {}
    for id, page in short.items():
        ways = [link["href"].removeprefix("../../") for link in page.attributes("a") if "data-way" in link]
        assert [way.split("/")[0] for way in ways] == [
            code if code != "fr" else ways[0].split("/")[0] for code in model.languages
        ], id
        for way in ways:
            address, anchor = way.split("#")
            assert anchor.removeprefix("role-") == id
            if address not in targets:
                targets[address] = Page((site / address / "index.html").read_text(encoding="utf-8"))
            assert anchor in targets[address].ids, way


def plain(words: str) -> str:
    """Words whatever space stands between them."""
    return " ".join(words.split())


def sections(page: Page) -> dict[str, Page]:
    """What a short address says in every language."""
    return {
        Page(f"<section{part}").values("section", "lang")[0]: Page(part) for part in page.html.split("<section")[1:]
    }


def test_the_short_address_of_a_desk_can_be_called_in_every_language(short, model):
    for id, desk in model.services.items():
        if id in model.roles:
            continue
        for language, part in sections(short[id]).items():
            called = [href for href in part.values("a", "href") if href.startswith("tel:")]
            assert called == [f"tel:{phone.number}" for phone in desk.phones], (id, language)
            assert not desk.address or desk.address.postal_code in part.words, (id, language)


def test_advice_that_sends_to_the_cpas_names_the_residence_card_before_its_steps(short, model):
    """Whoever opens a poster's code was asked nothing about a card."""
    for id, advice in model.advice.items():
        for language, part in sections(short[id]).items():
            before, _, _ = part.html.partition("<ol>")
            warned = plain(model.word("short-card-first", language)) in plain(Page(before).words)
            assert warned is ("cpas" in advice.roles), (id, language)


def test_on_a_short_page_only_what_must_be_known_first_stands_before_the_steps(short, model):
    for id, advice in model.advice.items():
        first = [name for name in advice.warnings if model.warnings[name].first]
        before, _, after = plain(sections(short[id])["fr"].html).partition("<ol>")
        assert before.count(model.word("warning", "fr")) == len(first), id
        assert after.count(model.word("warning-too", "fr")) == len(advice.warnings) - len(first), id


@pytest.mark.parametrize(
    ("id", "helps"),
    [("cpas-ixelles", "Reçoit toutes les demandes d’aide"), ("awel-102", "Écoute en néerlandais")],
)
def test_the_short_address_of_a_desk_says_what_it_helps_with_or_what_its_role_does(short, id, helps):
    assert helps in sections(short[id])["fr"].words


def test_the_short_address_of_a_piece_of_advice_tells_every_step_before_the_conditions(short, model):
    for id, advice in model.advice.items():
        parts = sections(short[id])
        assert list(parts) == list(model.languages)
        for language, part in parts.items():
            assert len(part.attributes("li")) >= len(advice.steps), (id, language)
            assert part.html.index("<li>") < part.html.index("data-way"), (id, language)
            roles = {href.split("/")[1] for href in part.values("a", "href") if href.endswith(f"/#{language}")}
            assert roles == set(advice.roles), (id, language)


def test_a_role_with_few_desks_names_them_all_the_readers_language_first(short):
    called = {
        language: [href for href in part.values("a", "href") if href.startswith("tel:")]
        for language, part in sections(short["ecoute-enfants-103"]).items()
    }
    dutch_first = ["tel:102", "tel:103"]
    assert called.pop("nl") == dutch_first
    assert all(numbers == dutch_first[::-1] for numbers in called.values())


def test_a_short_address_weighs_no_more_than_a_page(short):
    """14 kB as sent: gzip is the heavier of the two ways."""
    heavy = {id: weight for id, page in short.items() if (weight := len(gzip.compress(page.html.encode()))) > 14_000}
    assert heavy == {}


def test_a_short_address_needs_no_script_and_no_search_engine_lists_it(short, site):
    for id, page in short.items():
        assert "<script" not in page.html, id
        assert {"name": "robots", "content": "noindex"} in page.attributes("meta"), id
    assert "/r/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("id", ["cpas-ixelles", "labour-court", "leave-home-adult"])
def test_the_code_of_a_short_address_is_that_of_its_address(short, id):
    assert f"{HOME}r/{id}/" in short[id].words
    assert shown(short[id].html) == dark(segno.make_qr(f"{HOME}r/{id}/", error="m", mask=qr.MASK).matrix)


def test_lists_lead_to_the_short_addresses(site):
    for path, id in {"annuaire": "adde", "nl/annuaire": "adde", "en/orientation/regles": "leave-home-adult"}.items():
        page = Page((site / path / "index.html").read_text(encoding="utf-8"))
        up = "../" * (path.count("/") + 1)
        assert f"{up}r/{id}/" in page.values("a", "href")
