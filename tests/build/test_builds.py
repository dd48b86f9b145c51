"""Real builds of copies that are broken on purpose, and of days to come."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bonguichet.load import ROOT


def test_a_mistake_ends_the_build_with_its_line_and_no_traceback(project):
    line = project.change("docs/fr/revenus/ris.md", '{{ amount("ris-single") }}', '{{ amont("ris-single") }}')
    done = project.build()
    assert done.returncode == 1
    assert f"docs/fr/revenus/ris.md:{line}: there is no macro 'amont'. Did you mean 'amount'?" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dead_link_ends_the_build(project):
    for language in ("fr", "nl", "en"):
        project.change(f"docs/{language}/index.md", "(recours/refus.md)", "(recours/refuse.md)")
    done = project.build()
    assert done.returncode == 1
    assert "recours/refuse.md" in done.stderr


def test_a_failed_build_leaves_the_former_site_untouched(project):
    """`make site` itself, told that the environment of the tests is the one it would set up."""
    shutil.copy(ROOT / "Makefile", project.root)
    (project.root / "site").mkdir()
    (project.root / "site/former.html").write_text("former")
    (project.root / "requirements.lock").touch()
    (project.root / "ready").touch()
    project.change("content/amounts/ris.yml", "value: 876.13", "value: many")
    told = ["READY=ready", f"BIN={Path(sys.executable).parent}"]
    done = subprocess.run(["make", "site", *told], cwd=project.root, capture_output=True, text=True)
    assert done.returncode != 0
    assert "content/amounts/ris.yml" in done.stderr
    assert (project.root / "site/former.html").read_text() == "former"


def built(project, path):
    return (project.root / "built" / path).read_text(encoding="utf-8")


def test_the_day_of_the_build_decides_which_amount_is_in_force(project):
    later = "2026-12-01: {value: 1340.47"
    project.change("content/amounts/ris.yml", "2026-03-01: {value: 1340.47", later)
    assert project.build().returncode == 0
    assert "<b>1\u202f314,20\xa0€ par mois</b> (depuis le 1er février 2025)" in built(project, "revenus/ris/index.html")


def test_a_day_before_the_first_amount_is_an_error_not_a_guess(project):
    done = project.build(SITE_DATE="2024-01-01")
    assert done.returncode == 1
    assert "it has no value on 2024-01-01" in done.stderr


def test_an_old_amount_is_marked_then_gives_way_in_every_language(project):
    assert project.build(SITE_DATE="2027-03-01").returncode == 0
    page = built(project, "revenus/ris/index.html")
    assert "<small data-late> (à vérifier" in page
    assert "1\u202f340,47" in page
    assert project.build(SITE_DATE="2027-12-01").returncode == 0
    for path, words in (
        ("revenus/ris/index.html", "un montant à demander, car le nôtre est trop ancien"),
        ("nl/revenus/ris/index.html", "OCMW"),
        ("en/revenus/ris/index.html", "CPAS"),
    ):
        page = built(project, path)
        assert words in page
        assert '<span data-amount="ris-single"' not in page


def test_a_deadline_never_disappears_and_says_to_have_it_checked(project):
    assert project.build(SITE_DATE="2032-01-01").returncode == 0
    page = built(project, "recours/refus/index.html")
    assert "<b>3\xa0mois</b><small data-late> (à faire vérifier aujourd’hui" in page


def test_a_translation_of_an_older_revision_says_so(project, model):
    notice = model.word("older-notice", "nl")
    project.change("docs/fr/revenus/ris.md", "revision: 2", "revision: 3")
    assert project.build().returncode == 0
    assert notice in built(project, "nl/revenus/ris/index.html")
    assert notice not in built(project, "nl/recours/refus/index.html")
    assert notice not in built(project, "revenus/ris/index.html")


@pytest.mark.parametrize("address", ["", "https://example.org/rights/"])
def test_the_site_builds_with_and_without_an_address(project, address):
    done = project.build(SITE_URL=address)
    assert done.returncode == 0, done.stderr
    assert (project.root / "built/sitemap.xml").exists() == bool(address)


SERVED_AFTER_A_MISTAKE = """
from pathlib import Path
from types import SimpleNamespace as Thing

from bonguichet import mkdocs_glue as glue

config = Thing(plugins={"i18n": Thing(current_language="fr", building=False)})
page = Thing(file=Thing(src_uri="fr/revenus/ris.md", locale="fr", dest_uri="revenus/ris/index.html"))
glue.begin(serving=True)
good = glue.fill(page, config)
path = Path("docs/fr/revenus/ris.md")
path.write_text(path.read_text(encoding="utf-8").replace('amount("ris-single")', 'amont("ris-single")'), encoding="utf-8")
glue.begin(serving=True)
assert glue.fill(page, config) == good, "the reader keeps the last good page"
"""


def test_while_serving_a_mistake_in_a_page_leaves_the_last_good_one(project):
    (project.root / "served.py").write_text(SERVED_AFTER_A_MISTAKE, encoding="utf-8")
    done = project.run("served")
    assert done.returncode == 0, done.stderr
    assert "there is no macro 'amont'. Did you mean 'amount'?" in done.stderr


def test_a_language_begun_by_one_command_is_built_as_a_draft_that_nobody_is_offered(project):
    done = project.run("bonguichet", "language", "uk")
    assert done.returncode == 0, done.stderr
    assert "content/translations/uk.po: 0 of" in done.stdout
    assert project.check().returncode == 0
    built = project.build()
    assert built.returncode == 0, built.stderr
    draft = (project.root / "built" / "uk" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="uk"' in draft and 'content="noindex"' in draft
    assert "/uk/" not in (project.root / "built" / "index.html").read_text(encoding="utf-8")
