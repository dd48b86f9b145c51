"""Short addresses: one page for every desk, role and piece of advice, in all languages at once."""

import pytest
import segno
from bonguichet.macros import short_ids

from tests.build.html import Page
from tests.codes import dark, shown

HOME = "https://bon-guichet.example/"


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Page]:
    """Every page of a short address by its id."""
    return {path.parent.name: Page(path.read_text(encoding="utf-8")) for path in site.glob("r/*/index.html")}


def test_every_desk_role_and_piece_of_advice_has_a_short_address(pages, model):
    assert set(pages) == {*model.services, *model.roles, *model.advice} == set(short_ids(model))


def test_a_short_address_leads_to_the_thing_itself_in_every_language(pages, site, model):
    targets = {}
    for id, page in pages.items():
        ways = [href.removeprefix("../../") for href in page.values("a", "href") if "#" in href]
        assert [way.split("/")[0] for way in ways] == [
            code if code != "fr" else ways[0].split("/")[0] for code in model.languages
        ], id
        for way in ways:
            address, anchor = way.split("#")
            assert anchor.removeprefix("role-") == id
            if address not in targets:
                targets[address] = Page((site / address / "index.html").read_text(encoding="utf-8"))
            assert anchor in targets[address].ids, way


def test_a_short_address_needs_no_script_and_no_search_engine_lists_it(pages, site):
    for id, page in pages.items():
        assert "<script" not in page.html, id
        assert {"name": "robots", "content": "noindex"} in page.attributes("meta"), id
    assert "/r/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("id", ["cpas-ixelles", "labour-court", "leave-home-adult"])
def test_the_code_of_a_short_address_is_that_of_its_address(pages, id):
    assert f"{HOME}r/{id}/" in pages[id].words
    assert shown(pages[id].html) == dark(segno.make_qr(f"{HOME}r/{id}/", error="m").matrix)


def test_lists_lead_to_the_short_addresses(site):
    for path, id in {"annuaire": "adde", "nl/annuaire": "adde", "en/orientation/regles": "leave-home-adult"}.items():
        page = Page((site / path / "index.html").read_text(encoding="utf-8"))
        up = "../" * (path.count("/") + 1)
        assert f"{up}r/{id}/" in page.values("a", "href")
