"""The pages of the site as they are read, and a copy of the project in which editors have been at work; each made once."""

from pathlib import Path

import pytest

from tests.build.html import Page
from tests.conftest import Project
from tests.recipes import RECIPES, follow, translate

OUTDATED = ("Vivre vraiment en Belgique, la plupart du temps.", "Vivre vraiment en Belgique, presque tout le temps.")


@pytest.fixture(scope="session")
def pages(site, once_made) -> dict[str, Page]:
    """Every HTML page by its address below the root, read once for all workers."""

    def read() -> dict[str, Page]:
        return {
            path.relative_to(site).as_posix().removesuffix("index.html"): Page(path.read_text(encoding="utf-8"))
            for path in sorted(site.rglob("*.html"))
        }

    return once_made("pages", read)


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
