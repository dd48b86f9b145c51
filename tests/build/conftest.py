"""A copy of the project in which editors have been at work, built once."""

from pathlib import Path

import pytest

from tests.conftest import Project
from tests.recipes import RECIPES, follow, translate

OUTDATED = ("Vivre vraiment en Belgique, la plupart du temps.", "Vivre vraiment en Belgique, presque tout le temps.")


@pytest.fixture(scope="session")
def edited(once) -> Project:
    """Every recipe of CONTRIBUTING.md was followed and translated; then a figure begins later, a page changed its meaning,
    two texts wait for their translators, a language began. The site, which knows no address, stands in `built`."""

    def make(root: Path) -> None:
        project = Project(root)
        for file in RECIPES:
            follow(project, file)
        project.run("bonguichet", "po")
        translate(root)
        project.change("content/amounts/ris.yml", "2026-03-01: {value: 1340.47", "2026-12-01: {value: 1340.47")
        project.change("docs/fr/revenus/ris.md", "revision: 2", "revision: 3")
        project.change("content/benefits/ris.yml", *OUTDATED)
        project.change("questionnaire/questions.yml", "ask: Quel âge avez-vous ?", "ask: Quel âge avez-vous donc ?")
        assert "content/translations/uk.po: 0 of" in project.run("bonguichet", "language", "uk").stdout
        done = project.build()
        assert done.returncode == 0, done.stderr

    return Project(once("edited", make))
