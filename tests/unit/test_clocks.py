"""The macros that count days: examples computed by the build, and what an editor reads when a call is wrong."""

import json
import re

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from bonguichet.macros.tried import Tried

COMPONENTS = ROOT / "overrides/components"


@pytest.fixture
def words(model):
    return Macros(model, "fr", COMPONENTS, "../")


def test_an_example_shows_the_dates_of_its_day_the_nearest_first(words):
    html = words.deadline_example("request", "appeal-silence", "cpas-notification", "cpas-decision")
    assert re.findall(r'data-example="([^"]+)"', html) == ["cpas-decision", "cpas-notification", "appeal-silence"]
    said = html.striptags()
    assert "Exemple avec le 5 octobre 2026" in said
    assert "Le service a jusqu’au 4 novembre 2026." in said
    assert "À partir du 13 novembre 2026, et au plus tard le 5 janvier 2027. D’autres sources" in said


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ('deadline_example("requete")', "'requete' is not in triggers."),
        ('deadline_example("request", "appeal-cpas")', "'appeal-cpas' does not start with 'request'."),
    ],
)
def test_a_wrong_call_is_told_to_the_editor(model, call, sentence):
    ((_, said),) = Tried(model, "fr", COMPONENTS).mistakes(f"{{{{ {call} }}}}")
    assert said.startswith(sentence)


def test_every_rule_has_its_law_its_example_and_what_to_do_once_it_has_passed(words, model):
    html = words.deadline_rules()
    parts = {re.search(r'id="after-([^"]+)"', part)[1]: part for part in html.split("<section")[1:]}
    assert list(parts) == list(model.triggers)
    for id, part in parts.items():
        started = [name for name, deadline in model.deadlines.items() if id in deadline.triggers]
        assert part.count('<details class="rule-of-clock">') == len(started) == part.count("Le délai est passé")
        assert set(re.findall(r'data-example="([^"]+)"', part)) == set(started)
        assert part.count("data-length") >= len(started)


def test_the_calculator_carries_its_rules_as_data_that_no_text_can_break_out_of(words, model):
    html = words.deadlines()
    (data,) = re.findall(r'<script type="application/json" data-rules>(.*?)</script>', html)
    assert "<" not in data
    rules = json.loads(data)
    assert list(rules["triggers"]) == list(model.triggers)
    assert rules["deadlines"]["appeal-cpas"] == {"months": 3, "moves": True}
    assert rules["deadlines"]["appeal-silence"]["opensAfter"] == "cpas-notification"


def test_the_limits_of_stays_abroad_are_the_amounts_of_the_day(words, model):
    html = words.stays()
    (data,) = re.findall(r'<script type="application/json" data-rules>(.*?)</script>', html)
    assert json.loads(data)["limits"] == {"ris": 28, "grapa": 29}
    assert set(re.findall(r'data-amount="([^"]+)"', html)) == {"ris-abroad", "ris-abroad-announce", "grapa-abroad"}
