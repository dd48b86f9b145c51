"""Every figure with its history, and changes as readers see them."""

import re
from datetime import date

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import MacroError, Macros

COMPONENTS = ROOT / "overrides/components"


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_amount_stands_once_with_all_its_values_the_newest_first(model, language):
    words = Macros(model, language, COMPONENTS)
    page = str(words.amounts())
    assert sorted(re.findall(r'class="figure" id="([^"]+)"', page)) == sorted(model.amounts)
    for id, amount in model.amounts.items():
        own = page.partition(f'class="figure" id="{id}"')[2].partition('class="figure"')[0]
        assert re.findall(r'data-since="([^"]+)"', own) == [str(day) for day in reversed(amount.values)]
        assert own.count('href="#source-') == len(amount.values)
    assert set(words.used.sources) >= {v.source for amount in model.amounts.values() for v in amount.values.values()}


def test_a_value_to_come_and_a_computed_one_say_so(model):
    shown = re.sub(r"<small[^>]* hidden>.*?</small>", "", str(Macros(model, "fr", COMPONENTS).amounts()))
    page = re.sub(r"<[^>]+>", "", shown).replace("\N{NO-BREAK SPACE}", " ")
    assert "67 ans : à partir du 1er février 2030" in page
    assert "depuis le 1er mars 2026, calculé par nous" in page
    assert "depuis le 1er novembre 2023, jusqu’au 30 avril 2024" in page


def test_a_figure_too_old_to_be_shown_is_not_given_as_the_one_of_today(model):
    late = model.model_copy(update={"day": date(2032, 1, 1)})
    page = str(Macros(late, "fr", COMPONENTS).amounts())
    assert '<span data-amount="ris-single"' not in page
    assert 'id="ris-single"' in page


def test_the_name_of_an_amount_in_a_table_leads_to_its_history(model):
    assert 'href="../chiffres/#ris-single"' in Macros(model, "nl", COMPONENTS, "../").amount_history("ris-single")


def test_a_change_of_figures_names_each_with_its_history(model):
    words = Macros(model, "fr", COMPONENTS, "../")
    past = str(words.changes("past"))
    own = past.partition('id="amounts-ris-2026-03-01"')[2].partition("<li id=")[0]
    assert 'href="../chiffres/#ris-single"' in own and "1\u202f340,47" in own
    assert "Pour qui" in own and 'href="../revenus/montants/"' in own


def test_an_unknown_part_is_refused(model):
    with pytest.raises(MacroError, match="'comming'.*Did you mean 'coming'"):
        Macros(model, "fr", COMPONENTS).changes("comming")


def test_where_nothing_is_to_come_the_page_says_so(model):
    later = model.model_copy(update={"day": date(2040, 1, 1)})
    assert "Rien n’est annoncé" in Macros(later, "fr", COMPONENTS).changes("coming")


def test_the_feed_is_named_only_where_the_site_knows_its_address(model):
    assert Macros(model, "nl", COMPONENTS, top="../").changes_feed() == ""
    named = Macros(model, "nl", COMPONENTS, top="../../", address="https://site.example/nl/").changes_feed()
    assert 'href="../../feed.nl.xml"' in named
