"""The rule sheet says every rule, in every language."""

import re
from datetime import date

import pytest
from bonguichet import export, reviews, rightpages
from bonguichet.load import ROOT
from bonguichet.macros import MacroError, Macros
from bonguichet.model import Reviewer, Text
from bonguichet.model.expressions import parse_test

COMPONENTS = ROOT / "overrides/components"
LANGUAGES = ("fr", "nl", "en")


@pytest.fixture
def sheet(model):
    return lambda part, language="fr": Macros(model, language, COMPONENTS, "../../", version="1a2b3c4d").rules(part)


@pytest.fixture
def said(model):
    """A rule in words: the tags of lists stay, the others go."""
    macros = Macros(model, "fr", COMPONENTS)

    def say(raw):
        html = macros.when(parse_test(raw) if raw else None, "Si", "Toujours")
        return re.sub(r"</?(?!/?(?:ul|li)\b)[a-z][^>]*>", "", html).replace("\xa0", " ")

    return say


def test_a_single_comparison_stays_on_one_line(said):
    assert said({"age": "under-18"}) == "Si L’âge : J’ai moins de 18 ans"


def test_what_is_signed_changes_with_every_word_and_article(model):
    right = model.benefits["ris"]
    article = right.conditions[0].model_copy(update={"article": "99"})
    changes = (
        {
            "benefits": model.benefits
            | {"ris": right.model_copy(update={"conditions": (article, *right.conditions[1:])})}
        },
        {"advice": model.advice | {"debts": model.advice["debts"].model_copy(update={"title": Text("Autre titre")})}},
    )
    for change in changes:
        other = model.model_copy(update=change)
        assert export.sheet_version(other) != export.sheet_version(model)
        assert export.version(other) == export.version(model), "links stay good: no rule has changed"


def test_a_few_answers_are_a_sentence_and_many_are_a_list(said):
    assert said({"age": ["18-24", "25-64"]}) == "Si L’âge : J’ai de 18 à 24 ans ou J’ai de 25 à 64 ans"
    assert said({"residence": ["belgian", "permanent", "refugee", "family-card"]}).count("<li>") == 4


def test_what_is_left_out_is_named_where_it_is_shorter(said):
    assert said({"age": ["18-24", "25-64", "65-plus", "unknown", "skip"]}) == (
        "Si L’âge : toutes les réponses sauf J’ai moins de 18 ans ; « je ne sais pas » et une réponse passée comptent aussi"
    )


def test_a_negation_of_several_answers_says_that_none_of_them_was_given(said):
    assert said({"not": {"situation": "debts"}}).startswith(
        "Si La situation : aucune de ces réponses : J’ai des dettes"
    )
    assert said({"not": {"student": "full-time"}}).startswith("Si Les études : une réponse donnée autre que Oui")


def test_several_conditions_are_a_list_and_the_exceptions_follow_it(said):
    words = said({"age": "18-24", "student": "full-time", "not": {"country": "abroad"}})
    assert words.startswith("Si tout ceci est vrai :<ul><li>L’âge")
    assert words.endswith("</ul>sauf si Le pays : un autre pays")


def test_a_choice_between_conditions_says_that_one_is_enough(said):
    words = said({"any": [{"age": "18-24"}, {"student": "full-time", "age": "25-64"}]})
    assert words.startswith("Si au moins une de ces choses est vraie :<ul><li>L’âge")
    assert "<li>tout ceci est vrai :<ul><li>" in words


def test_what_nobody_was_asked_is_not_known_rather_than_unanswered(said):
    assert said({"country": "unknown"}) == "Si Le pays : nous ne le savons pas"


def test_the_answers_of_each_question_are_printed_and_nobody_is_said_to_leave_a_computed_one_open(sheet, model):
    text = sheet("questions").replace("\xa0", " ").replace("\u202f", " ")
    assert "Réponses : court encore ; se termine bientôt ; semble passé ; nous ne le savons pas." in text
    assert all(str(option.label) in text for option in model.questions["age"].options)
    assert "sans réponse" not in text


def test_no_rule_says_when(said):
    assert said(None) == "Toujours"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_stands_in_the_picture_and_in_the_list_in_order(sheet, model, language):
    html = sheet("questions", language)
    asked = [id for id, question in model.questions.items() if question.kind != "derived"]
    picture, words = html.split("</svg>")
    assert re.findall(r'data-box="([^"]+)"', picture) == asked
    listed = words[: words.index("</ol>")]
    assert re.findall(r'<li id="question-([^"]+)"', listed) == asked
    for id in asked:
        item = listed[listed.index(f'id="question-{id}"') :]
        assert model.text(model.questions[id].ask, language).split(" ?")[0] in item[: item.index('class="when"')]


def test_the_picture_has_a_name_and_a_description_for_who_cannot_see_it(sheet):
    html = sheet("questions")
    labels = re.search(r'role="img" aria-labelledby="([^"]+)"', html)[1].split()
    assert len(labels) == 2
    for id in labels:
        assert re.search(rf'id="{id}">[^<]+<', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_right_has_its_conditions_its_other_ways_and_a_line_to_sign(sheet, model, language):
    html = sheet("rights", language)
    for id, right in model.benefits.items():
        entry = html[html.index(f'id="{id}"') :].split("</article>")[0]
        assert re.findall(r'data-condition="([^"]+)"', entry) == [condition.id for condition in right.conditions]
        ways = entry.split('class="ways"')[1] if right.instead else ""
        assert ways.split("</ul><p>")[0].count('<div class="when">') == len(right.instead)
        assert re.findall(r'<p class="amount-line"><a [^>]*>[^<]*</a>[^<]*<span data-amount="([^"]+)"', entry) == list(
            right.amounts
        )
        assert entry.count('class="sign"') == 1
    assert model.word("rules-not-reviewed", language) in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_a_right_says_its_rules_what_rests_on_them_and_where_to_sign(model, language):
    for id, right in model.benefits.items():
        macros = Macros(model, language, COMPONENTS, "../../")
        sheet = {part: macros.right_sheet(id, part) for part in rightpages.PARTS}
        assert re.findall(r'data-condition="([^"]+)"', sheet["right"]) == [each.id for each in right.conditions]
        assert 'class="sign"' not in sheet["right"], "the sheet has its own place to sign"
        advice = [entry for entry in model.advice.values() if entry.benefit == id]
        assert sheet["advice"].count("<article") == len(advice)
        asked = {warning for entry in (right, *advice) for warning in entry.warnings}
        assert set(re.findall(r'id="warning-([^"]+)"', sheet["warnings"])) == asked
        assert set(re.findall(r'href="#(?:warning|deadline)-[^"]+"', "".join(sheet.values()))) <= {
            f'href="#{place}"' for place in re.findall(r'id="((?:warning|deadline)-[^"]+)"', "".join(sheet.values()))
        }
        assert reviews.version(model, id, right) in sheet["signature"]
        assert sheet["signature"].count("<dt>") == 4
        assert model.word("rules-not-reviewed", language) in sheet["signature"]


def test_a_right_that_somebody_reviewed_names_them(model):
    right = model.benefits["ris"]
    signed = {"reviewed_by": "a-jurist", "reviewed_on": date(2026, 12, 1)}
    right = right.model_copy(update=signed | {"reviewed_version": reviews.version(model, "ris", right)})
    changes = {"benefits": {"ris": right}, "reviewers": {"a-jurist": Reviewer(name="A. Juriste")}}
    model = model.model_copy(update=changes)
    html = Macros(model, "fr", COMPONENTS).rules("rights")
    assert "Relu par A. Juriste le 1er décembre 2026." in html
    assert model.interface["rules-not-reviewed"] not in html
    right = right.model_copy(update={"ask": Text("Demandez.")})
    html = Macros(model.model_copy(update={"benefits": {"ris": right}}), "fr", COMPONENTS).rules("rights")
    assert "Relu par A. Juriste le 1er décembre 2026, dans une version plus ancienne." in html


def test_every_piece_of_advice_stands_once_under_its_urgency_with_steps_and_roles(sheet, model):
    html = sheet("advice")
    assert sorted(re.findall(r'<article class="rule" id="([^"]+)"', html)) == sorted(model.advice)
    for id, advice in model.advice.items():
        group, _, rest = html.partition(f'<article class="rule" id="{id}"')
        entry = rest.split("</article>")[0]
        assert group.rindex(f'id="urgency-{advice.urgency}"') == group.rindex('id="urgency-')
        assert entry.count("<ol>") == 1
        assert set(re.findall(r'href="#role-([^"]+)"', entry)) == set(advice.roles)
        first = {name for name in advice.warnings if model.warnings[name].first}
        assert set(re.findall(r'data-warning="([^"]+)"', entry.split("<ol>")[0])) == first
        assert set(re.findall(r'data-warning="([^"]+)"', entry.split("</ol>")[1])) == {*advice.warnings} - first


def test_where_life_is_at_stake_comes_first_and_the_fallback_last(sheet, model):
    order = re.findall(r'<article class="rule" id="([^"]+)"', sheet("advice"))
    assert model.advice[order[0]].safety
    safety = [model.advice[id].safety for id in order if model.advice[id].urgency == "today"]
    assert safety == sorted(safety, reverse=True)


def test_every_warning_and_every_thing_not_looked_at_says_when(sheet, model):
    for part, prefix, entries in (
        ("warnings", "warning", model.warnings),
        ("not-covered", "not-covered", model.not_covered),
    ):
        html = sheet(part)
        assert re.findall(rf'id="{prefix}-([^"]+)"', html) == list(entries)
        assert html.count('<div class="when">') == len(entries)


def test_every_deadline_that_a_rule_names_is_told(sheet, model):
    told = re.findall(r'id="deadline-([^"]+)"', sheet("deadlines"))
    linked = set(re.findall(r'href="#deadline-([^"]+)"', sheet("advice") + sheet("rights")))
    assert linked <= set(told)


def test_every_role_has_its_desks_and_the_cpas_of_every_municipality_is_there(sheet, model):
    html = sheet("desks")
    assert set(re.findall(r'id="role-([^"]+)"', html)) == set(model.roles)
    cpas = html.split('id="role-cpas"')[1].split("</section>")[0]
    assert cpas.count("<li>") == 20, "nineteen, and the way elsewhere"


def test_the_end_names_the_version_and_the_day_and_can_be_signed(sheet):
    html = sheet("signature").replace("\xa0", " ")
    assert "1a2b3c4d" in html
    assert "22 novembre 2026" in html
    assert 'class="sign"' in html


def test_a_part_that_does_not_exist_is_refused(sheet):
    with pytest.raises(MacroError, match="advise.*Did you mean 'advice'"):
        sheet("advise")
