"""Every letter to send stands on the page in the languages of the desks, and asks for what it names."""

import json
import re

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from bonguichet.model import SLOT

COMPONENTS = ROOT / "overrides/components"


def html(model, language):
    return str(Macros(model, language, COMPONENTS, "../").model_letters())


def letters(text):
    """The HTML of each letter, by its id."""
    return {
        re.search(r'data-model-letter="([^"]+)"', part)[1]: part for part in text.split('<details class="send"')[1:]
    }


@pytest.fixture(params=["fr", "nl", "en"])
def language(request):
    return request.param


def test_every_letter_stands_there_in_french_in_dutch_and_in_the_language_of_the_page(model, language):
    found = letters(html(model, language))
    assert list(found) == list(model.model_letters)
    for part in found.values():
        versions = re.findall(r'<section data-version="(\w+)">.*?<article class="model" lang="(\w+)" dir="ltr">', part)
        sent_first = sorted(dict.fromkeys((language, "fr", "nl")), key=lambda code: code not in ("fr", "nl"))
        assert versions == [(code, code) for code in sent_first]


def test_a_letter_asks_for_every_place_it_leaves_open_and_for_nothing_else(model, language):
    for id, part in letters(html(model, language)).items():
        asked = re.findall(r'data-field="([^"]+)"', part)
        for sheet in re.findall(r"<article.*?</article>", part):
            assert set(re.findall(r'data-gap="([^"]+)"', sheet)) == set(asked), id


def test_a_place_to_fill_in_says_so_to_who_cannot_see_the_dots_in_the_language_of_the_letter(model):
    said = {"fr": "(à compléter)", "nl": "(in te vullen)", "en": "(to fill in)"}
    for part in letters(html(model, "en")).values():
        for sheet in re.findall(r"<article.*?</article>", part):
            code = re.search(r'lang="(\w+)"', sheet)[1]
            gaps = re.findall(r'<span class="gap"[^>]*>[^<]*</span>(.*?)</span>', sheet)
            assert gaps and set(gaps) == {f'<span class="spoken"> {said[code]}'}


def test_without_a_script_no_control_shows_and_every_paragraph_does(model, language):
    for id, part in letters(html(model, language)).items():
        assert re.search(r'<form class="filters" autocomplete="off" hidden>', part)
        for sheet in re.findall(r"<article.*?</article>", part):
            assert "hidden" not in sheet
            for _, text in model.model_letters[id].texts():
                code = re.search(r'lang="(\w+)"', sheet)[1]
                longest = max(SLOT.split(model.text(text, code))[::2], key=len).strip(" :")
                plain = re.sub(r"<[^>]+>", "", sheet).replace("\u00a0", " ")
                assert longest.replace("\u00a0", " ") in plain, (id, code, longest)


def test_on_paper_each_choice_has_a_box_to_tick(model):
    for id, part in letters(html(model, "fr")).items():
        letter = model.model_letters[id]
        sheet = re.search(r"<article.*?</article>", part)[0]
        assert sheet.count("☐") == sum(bool(paragraph.only) for paragraph in letter.paragraphs)


@pytest.mark.parametrize(("code", "colon"), [("fr", "\u00a0: "), ("nl", ": "), ("en", ": ")])
def test_the_choices_before_a_box_are_set_off_as_their_language_does(model, code, colon):
    ticks = re.findall(rf'<article class="model" lang="{code}".*?</article>', html(model, "en"))
    found = [tick for sheet in ticks for tick in re.findall(r"<span data-tick>☐ (.*?)</span>", sheet)]
    assert found and all(re.search(rf"\w{colon}$", tick) for tick in found)


def test_the_desks_of_brussels_stand_ready_with_their_address_in_the_language_of_the_letter(model):
    desks = json.loads(re.search(r"data-desks>(.*?)</script>", html(model, "en"))[1])
    assert len(desks["cpas"]) == 19
    assert set(desks["labour-court"]) == {"tribunal-travail-bruxelles-fr", "arbeidsrechtbank-brussel-nl"}
    lines = desks["cpas"]["cpas-ixelles"]["lines"]
    assert (lines["fr"][0], lines["nl"][0], lines["nl"][2]) == ("CPAS d’Ixelles", "OCMW Elsene", "1050 Elsene")
    assert all(len(lines) == 3 for role in desks.values() for desk in role.values() for lines in desk["lines"].values())


def test_a_letter_never_asks_the_cpas_for_a_national_number(model):
    """Only the court needs it."""
    found = letters(html(model, "fr"))
    assert [id for id, part in found.items() if 'data-field="national-number"' in part] == ["labour-court-application"]


def test_a_request_asks_for_the_income_and_failing_that_for_social_aid_with_a_receipt(model):
    words = " ".join(text for _, text in model.model_letters["request-help"].texts())
    assert "le revenu d’intégration et, à défaut, une aide sociale" in words
    assert "accusé de réception" in words


def test_advice_and_its_rule_lead_to_the_letters_that_are_ready(model):
    words = Macros(model, "nl", COMPONENTS, "../")
    href = "../lettres/#send-reminder-silence"
    assert f'<a href="{href}">' in words.advice("cpas-silence")
    assert f'<a href="{href}">' in words.rules("advice")


def test_every_letter_is_offered_by_some_advice_or_page(model):
    offered = {id for advice in model.advice.values() for id in advice.letters}
    bodies = " ".join(page.body for page in model.pages["fr"].values())
    assert set(model.model_letters) - offered - set(re.findall(r'model_letter\("([^"]+)"\)', bodies)) == set()
