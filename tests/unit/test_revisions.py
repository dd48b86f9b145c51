"""A changed French page asks whether its meaning changed; both answers are recorded."""

from bonguichet import revisions
from bonguichet.load import ROOT, load
from bonguichet.revisions import LOCK

PAGE = "docs/fr/recours/refus.md"


def asked(project) -> list[str]:
    """What whoever changed French pages is asked."""
    return [str(problem) for problem in revisions.problems(load(project.root), project.root)]


def test_every_french_page_is_recorded_at_its_revision(data):
    assert list(revisions.problems(data, ROOT)) == []


def test_a_changed_text_is_asked_about_with_both_ways_out(project):
    project.change(PAGE, "# ", "# Tout ")
    done = project.check()
    assert done.returncode == 1
    assert f"{PAGE}:2: the text has changed since revision" in done.stderr
    assert "`make po`" in done.stderr and "`make revisions`" in done.stderr


def test_bringing_translations_up_to_date_does_not_answer_for_the_author(project):
    project.change(PAGE, "# ", "# Tout ")
    project.run("bonguichet", "po")
    [problem] = asked(project)
    assert problem.startswith(f"{PAGE}:2: the text has changed")


def test_who_says_that_only_the_wording_changed_is_believed(project):
    project.change(PAGE, "# ", "# Tout ")
    assert f"recorded: {PAGE}" in project.run("bonguichet", "revisions").stdout
    assert asked(project) == []


def test_a_raised_revision_is_recorded_with_the_translations_which_are_then_older(project):
    project.change(PAGE, "# ", "# Tout ")
    number = int((project.root / PAGE).read_text().split("revision: ")[1].split("\n")[0])
    project.change(PAGE, f"revision: {number}", f"revision: {number + 1}")
    assert asked(project) == [f"{PAGE}:2: revision {number + 1} is not recorded yet: run `make po`."]
    project.run("bonguichet", "po")
    done = project.check()
    assert done.returncode == 0
    assert "docs/nl/recours/refus.md:" in done.stderr, "the translation follows an older text"


def test_lines_broken_elsewhere_are_no_change(project):
    project.change(PAGE, "\n\n", "\n\n\n")
    assert asked(project) == []


def test_a_page_that_is_gone_leaves_the_lock(project):
    with (project.root / LOCK).open("a") as lock:
        lock.write("gone.md 1 0123456789abcdef\n")
    assert asked(project) == [f"{LOCK}:1: docs/fr/gone.md is gone: run `make po`."]
    project.run("bonguichet", "po")
    assert "gone.md" not in (project.root / LOCK).read_text()
