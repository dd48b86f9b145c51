"""Every letter is a way into the questions."""

import re

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import Macros

COMPONENTS = ROOT / "overrides/components"


@pytest.fixture(params=["fr", "nl", "en"])
def sections(request, model):
    """The HTML of each letter by its id, and of what is no letter."""
    html = Macros(model, request.param, COMPONENTS, "../").letters()
    return {re.search(r'<h3 id="([^"]+)"', part)[1]: part for part in html.split("<section")[1:]}


def given(part):
    """The answers that the links of a section carry."""
    fragments = re.findall(r'href="\.\./orientation/#([^"]+)"', part)
    return [dict(pair.split("=") for pair in fragment.replace("&amp;", "&").split("&")) for fragment in fragments]


def test_every_letter_leads_to_the_questions_with_each_answer_that_names_it(sections, model):
    assert list(sections) == [*model.letters, "no-letter"]
    for id in model.letters:
        options = [option.id for option in model.questions["letter"].options if option.letter == id]
        assert options, id
        assert given(sections[id]) == [{"situation": "letter", "letter": option} for option in options]


def test_what_is_no_letter_of_the_list_leads_there_too(sections, model):
    options = [option.id for option in model.questions["letter"].options if not option.letter]
    assert [answers["letter"] for answers in given(sections["no-letter"])] == [*options, "unknown"]


def test_the_questions_know_every_answer_that_a_link_carries(sections, model):
    for part in sections.values():
        for answers in given(part):
            assert all(value in model.questions[id].values() for id, value in answers.items())


def test_a_letter_that_starts_a_clock_says_how_long_and_the_others_say_nothing(sections, model):
    for id, letter in model.letters.items():
        assert re.findall(r'data-length="([^"]+)"', sections[id]) == ([letter.starts] if letter.starts else [])


def test_what_a_letter_rests_on_is_listed_below_the_page(model):
    words = Macros(model, "fr", COMPONENTS, "../")
    numbers = {int(number) for number in re.findall(r'href="#source-(\d+)"', words.letters())}
    assert numbers == set(range(1, len(words.used.noted) + 1))
    assert {source for letter in model.letters.values() for source in letter.sources} == set(words.used.noted)
