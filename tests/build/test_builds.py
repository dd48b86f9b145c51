"""Real builds of copies that are broken on purpose, and of days to come."""

import json
import re
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from bonguichet import formatting
from bonguichet.load import ROOT

from tests.build.conftest import OUTDATED
from tests.conftest import Project


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


@pytest.mark.long
def test_a_word_that_only_a_template_needs_ends_the_build_with_a_sentence(project):
    project.change("content/interface.yml", "\nmenu:", "\nmenus:")
    done = project.build()
    assert done.returncode == 1
    assert "content/interface.yml:1: the word 'menu' is missing" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.long
def test_a_link_of_a_template_that_leads_nowhere_ends_the_build_where_it_stands(project):
    project.change("overrides/main.html", "{{ site.root }}recherche/", "{{ site.root }}rechercher/")
    done = project.build()
    assert done.returncode == 1
    assert "a-propos/index.html:" in done.stderr
    assert "'../rechercher/' leads to nothing in the site." in done.stderr


def make_site(project: Project, *options: str, bin: Path | None = None) -> subprocess.CompletedProcess:
    """`make site` itself in the copy, told that the environment of the tests is the one it would set up."""
    shutil.copy(ROOT / "Makefile", project.root)
    for name in ("requirements.lock", "ready"):
        (project.root / name).touch()
    told = ["READY=ready", f"BIN={bin or Path(sys.executable).parent}"]
    return subprocess.run(
        ["make", "site", *options, *told], cwd=project.root, capture_output=True, text=True, start_new_session=True
    )


@pytest.fixture
def published(project) -> Project:
    """A copy of the project whose former site stands."""
    (project.root / "site").mkdir()
    (project.root / "site/former.html").write_text("former")
    return project


def published_files(project: Project) -> list[str]:
    return [path.name for path in (project.root / "site").iterdir()]


def test_a_failed_build_leaves_the_former_site_untouched(published):
    published.change("content/amounts/ris.yml", "value: 876.13", "value: many")
    done = make_site(published)
    assert done.returncode != 0
    assert "content/amounts/ris.yml" in done.stderr
    assert published_files(published) == ["former.html"]


KILLED = """#!/bin/sh
for out; do :; done
mkdir -p "$out"
echo half > "$out/index.html"
[ -f whole ] || kill -KILL 0
"""


def test_a_build_stopped_in_the_middle_leaves_the_former_site_and_the_next_one_takes_its_place(published):
    """As when a machine loses its power: make, its shell and the program (here a short one instead of MkDocs) end at once."""
    programs = published.root / "programs"
    programs.mkdir()
    (programs / "mkdocs").write_text(KILLED)
    (programs / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    for program in programs.iterdir():
        program.chmod(0o755)
    assert make_site(published, "--assume-old=paths", bin=programs).returncode == -signal.SIGKILL
    assert (published.root / ".build/site/index.html").exists(), "it was stopped in the middle"
    assert published_files(published) == ["former.html"]
    (published.root / "whole").touch()
    assert make_site(published, "--assume-old=paths", bin=programs).returncode == 0
    assert published_files(published) == ["index.html"]


STOPPED = """
import os
import signal

from bonguichet import mkdocs_glue as glue


def on_nav(nav, config, files):
    if glue.build_language(config) == "ar":
        os.killpg(0, signal.SIGKILL)
    return glue.title_sections(nav, config)
"""


@pytest.mark.long
def test_a_real_build_killed_between_two_languages_writes_nothing_into_the_former_site(published):
    (published.root / "hooks/nav.py").write_text(STOPPED)
    assert make_site(published, "--assume-old=paths").returncode == -signal.SIGKILL
    assert (published.root / ".build/site/nl/index.html").exists(), "it was stopped in the middle"
    assert published_files(published) == ["former.html"]


@pytest.mark.long
@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar", "de"])
def test_an_error_in_any_language_alone_publishes_nothing(published, language):
    path = published.root / f"docs/{language}/index.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n[…](nowhere.md)\n", encoding="utf-8")
    done = make_site(published, "--assume-old=paths")
    assert done.returncode != 0
    assert "nowhere" in done.stderr
    assert published_files(published) == ["former.html"]


@pytest.fixture(scope="module")
def changed(edited) -> Path:
    """The site built without an address after the work of editors."""
    return edited.root / "built"


@pytest.fixture(scope="module")
def aged(once) -> Path:
    """The site built in 2032, when nobody has looked at anything for years."""

    def make(root: Path) -> None:
        done = Project(root).build(SITE_DATE="2032-01-01")
        assert done.returncode == 0, done.stderr

    return once("aged", make) / "built"


def read(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def test_the_day_of_the_build_decides_which_amount_is_in_force(changed):
    words = "<b>1\u202f314,20\xa0€ par mois</b> (depuis le 1er février 2025)"
    assert words in read(changed, "revenus/ris/index.html")


def test_a_translation_of_an_older_revision_says_so(changed, model):
    for language in ("nl", "ar"):
        notice = model.word("older-notice", language)
        assert notice in read(changed, f"{language}/revenus/ris/index.html")
        assert notice not in read(changed, f"{language}/recours/refus/index.html")
    assert model.word("older-notice", "fr") not in read(changed, "revenus/ris/index.html")


@pytest.mark.parametrize(("language", "told"), [("nl", ' lang="fr"'), ("ar", ' lang="fr" dir="ltr"')])
def test_a_text_that_changed_is_read_in_french_which_says_so(changed, model, language, told):
    page = read(changed, f"{language}/revenus/ris/index.html")
    assert f"<span{told}>{OUTDATED[1]}" in page
    assert page.count(model.word("partly-french", language)) == 1
    assert model.word("partly-french", language) not in read(changed, f"{language}/recours/refus/index.html")
    assert model.word("partly-french", language) in read(changed, f"{language}/orientation/index.html")
    [rules] = changed.glob(f"assets/*/rules.{language}.json")
    ask = json.loads(rules.read_text(encoding="utf-8"))["questions"]["age"]["ask"]
    assert ask == f"<span{told}>Quel âge avez-vous donc ?</span>"


def test_words_that_are_not_translated_say_so_everywhere_but_where_no_element_can_stand(changed):
    for path in (changed / "uk").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        broken = re.search(r"""="[^"<>]*<(?:span|div) lang|<(?:title|option|textarea)[^>]*>[^<]*<(?:span|div)""", html)
        assert not broken, (path, broken)
    assert '<h2 id="first"><span lang="fr">D’abord</span></h2>' in read(changed, "uk/situations/debts/index.html")


def test_without_an_address_the_site_names_none(changed):
    assert not (changed / "sitemap.xml").exists()
    assert "canonical" not in read(changed, "index.html")
    assert list(changed.glob("feed.*")) == [] and "atom+xml" not in read(changed, "a-propos/changements/index.html")


def test_a_language_begun_by_one_command_is_built_as_a_draft_that_nobody_is_offered(changed):
    draft = read(changed, "uk/index.html")
    assert '<html lang="uk"' in draft and 'content="noindex"' in draft
    assert "/uk/" not in read(changed, "index.html")


def test_an_old_amount_gives_way_in_every_language(aged, model):
    for language in model.languages:
        page = read(aged, f"{'' if language == 'fr' else language + '/'}revenus/ris/index.html")
        assert model.text(model.interface["amount-hidden"], language).split(" (")[0] in page
        assert '<span data-amount="ris-single"' not in page


def test_in_every_language_an_old_page_a_right_and_a_desk_say_that_nobody_looked_again(aged, model):
    for language in model.languages:
        page = read(aged, f"{'' if language == 'fr' else language + '/'}revenus/ris/index.html")
        assert f'<p class="notice" data-late>{model.word("page-late", language, day="§").split("§")[0]}' in page
    assert f"<small data-late> ({model.word('contact-late', 'fr')})</small>" in read(aged, "annuaire/index.html")
    said = model.word("fact-late", "fr", day="§").split(": ")[1].split("§")[0]
    shown = re.findall(r'<p class="notice" data-late>([^<]*)', read(aged, "revenus/ris/index.html"))
    assert any(said in words for words in shown)


def test_the_page_of_freshness_counts_all_as_due_once_nobody_has_looked_for_years(aged, model):
    for root in ("", "nl/", "en/"):
        page = read(aged, f"{root}a-propos/fraicheur/index.html")
        due = r'<span data-due="{}">[^<]*?(\d+)</span>'
        line = rf'<li data-kind="(\w+)">.*?{due.format("now")} · {due.format("soon")}'
        rows = re.findall(line, page, re.DOTALL)
        found = {kind: (int(now), int(soon)) for kind, now, soon in rows}
        assert found["amounts"] == (len(model.amounts), 0)
        assert found["deadlines"] == (len(model.deadlines), 0)


def test_a_deadline_never_disappears_and_says_to_have_it_checked(aged):
    words = "<b>3\xa0mois</b><small data-late> (à faire vérifier aujourd’hui"
    assert words in read(aged, "recours/refus/index.html")


def test_a_day_before_the_first_amount_is_an_error_not_a_guess(project):
    line = (
        project.change(
            "content/amounts/income.yml", "    2024-05-01: {value: 10307.68", "    2024-05-01: {value: 10307.69"
        )
        - 1
    )
    done = project.build(SITE_DATE="2024-01-01")
    assert done.returncode == 1
    said = "'ris-cohabitant-year' has no value on 2024-01-01; the first is of 2024-05-01."
    assert done.stderr.count(said) == 1
    assert f"content/amounts/income.yml:{line}: {said}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def first_day(once, model) -> Path:
    """The site as of the first day on which every amount has a value."""
    day = max(min(amount.values) for amount in model.amounts.values())

    def make(root: Path) -> None:
        done = Project(root).build(SITE_DATE=day.isoformat())
        assert done.returncode == 0, done.stderr

    return once("first-day", make) / "built"


@pytest.mark.long
def test_the_site_as_of_an_older_day_shows_the_figures_of_that_day(first_day, model):
    day = max(min(amount.values) for amount in model.amounts.values())
    amount = model.amounts["exception-career"]
    since = max(when for when in amount.values if when <= day)
    assert f"<b>{amount.values[since].value}" in read(first_day, "chomage/exceptions/index.html").replace("\xa0", " ")


@pytest.mark.parametrize("built", ["aged", pytest.param("first_day", marks=pytest.mark.long)])
@pytest.mark.parametrize("path", ["index.html", "revenus/ris/index.html", "orientation/index.html", "r/sdj/index.html"])
def test_a_page_of_another_time_says_so_before_anything_else_in_every_language(request, model, path, built):
    site = request.getfixturevalue(built)
    day = {"aged": date(2032, 1, 1), "first_day": max(min(a.values) for a in model.amounts.values())}[built]
    if path.startswith("r/"):
        assert all(as_of(model, day, language) in read(site, path) for language in model.offered)
        return
    for language in model.offered:
        page = read(site, f"{'' if language == 'fr' else language + '/'}{path}")
        assert page.index(as_of(model, day, language)) < page.index("<h1")


def as_of(model, day: date, language: str) -> str:
    return model.word("as-of-notice", language, day=formatting.day(day, language)).split(".")[0]


SERVED_AFTER_A_MISTAKE = """
from pathlib import Path
from types import SimpleNamespace as Thing

from bonguichet import mkdocs_glue as glue

config = Thing(site_url="", plugins={"i18n": Thing(current_language="fr", building=False)})
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
