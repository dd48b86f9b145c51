"""Whoever follows a recipe of CONTRIBUTING.md to the letter finds their work on the site, and nothing broken."""

import json

import pytest
from bonguichet.cases import outcome, said
from bonguichet.load import load
from bonguichet.macros import Macros
from bonguichet.publishing import COMPONENTS

from tests.questionnaire.cases import faults
from tests.recipes import RECIPES

SHOWN = {
    "content/amounts/ris.yml": ("revenus/montants/index.html", "1\u202f340,47"),
    "content/events.yml": ("revenus/montants/index.html", "Attendu le 1er mars 2027"),
    "content/sources/pages.yml": ("data/v1/sources.json", "Ville de Bruxelles : avis sur les aides"),
    "content/benefits/ris.yml": ("orientation/regles/ris/index.html", "First name and name"),
    "content/deadlines.yml": ("recours/delais/index.html", "Délai du CPAS pour envoyer sa décision"),
    "content/model-letters.yml": ("lettres/index.html", "Demander une copie de la décision"),
    "content/worked-examples.yml": ("revenus/estimation/index.html", "Une étudiante a un job le week-end"),
    "content/services/cire.yml": ("annuaire/index.html", "CIRÉ – Coordination et initiatives"),
    "docs/nl/revenus/ris.md": ("nl/revenus/ris/index.html", "Wie een leefloon kan vragen, hoeveel het is"),
    "questionnaire/advice/general.yml": ("outcome.fr.json", "Demandez de l’aide là où vous êtes"),
    "questionnaire/questions.yml": ("rules.fr.json", "Avez-vous un animal avec vous"),
    "content/changes.yml": ("a-propos/changements/index.html", "La page sur le recours dit maintenant où trouver"),
    "content/synonyms.yml": ("search.en.json", "court officer"),
}
"""Where readers meet what a recipe shows, and in which words."""
UNSEEN = {"content/reviewers.yml", "questionnaire/cases/cpas-decisions.yml", "content/link-exceptions.yml"}
"""What is for us alone."""


def test_every_recipe_is_followed_and_looked_for():
    assert set(SHOWN) | UNSEEN == set(RECIPES)


@pytest.mark.parametrize("file", SHOWN)
def test_what_a_recipe_writes_is_on_the_site(edited, file):
    place, words = SHOWN[file]
    (found,) = (edited.root / "built").rglob(place) if place.endswith(".json") else [edited.root / "built" / place]
    text = found.read_text(encoding="utf-8")
    text = json.dumps(json.loads(text), ensure_ascii=False) if place.endswith(".json") else text
    assert words in text.replace("\N{NO-BREAK SPACE}?", " ?")


def test_after_every_recipe_the_check_has_nothing_to_mend_and_the_proofs_hold(edited):
    for command in ("check", "paths"):
        done = edited.run("bonguichet", command)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_real_situation_of_the_recipe_holds(edited):
    model = load(edited.root).model
    case = model.cases["example-silence"]
    for language in model.offered:
        shown = outcome(model, case)
        assert faults(case, shown, said(Macros(model, language, COMPONENTS), shown), language) == []
