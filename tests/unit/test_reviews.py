"""A review names a person of the register, its day and its version, and no longer holds once that version has changed."""

from datetime import date
from decimal import Decimal

import pytest
from bonguichet import looks, reminders, reviews
from bonguichet.load import load
from bonguichet.model import Reviewer, Text

RIGHT = "content/benefits/ris.yml"


def sign(project, **fields: str) -> None:
    written = "".join(f"{field}: {value}\n" for field, value in fields.items())
    project.change(RIGHT, "decides: cpas\n", f"decides: cpas\n{written}")


def register(project) -> None:
    path = project.root / "content/reviewers.yml"
    path.write_text(path.read_text(encoding="utf-8") + "a-jurist: {name: A. Juriste}\n", encoding="utf-8")


def told(project) -> list[str]:
    """What is said of reviews and of days, warnings too."""
    data = load(project.root)
    found = [*reviews.problems(data), *looks.problems(data), *reminders.warnings(data, project.root)]
    return [str(problem) for problem in found]


def test_a_signed_right_passes_and_a_later_change_is_a_warning(project, model):
    register(project)
    version = reviews.version(model, "ris", model.benefits["ris"])
    sign(project, reviewed_by="a-jurist", reviewed_on="2026-11-20", reviewed_version=version)
    assert [line for line in told(project) if RIGHT in line] == []
    project.change(RIGHT, 'article: "3"', 'article: "99"')
    [line] = [line for line in told(project) if RIGHT in line]
    assert "warning: this has changed since A. Juriste reviewed it" in line


def test_nobody_outside_the_register_can_be_named(project):
    sign(project, reviewed_by="a-jurist", reviewed_on="2026-11-20", reviewed_version="v1a2b3c4d")
    done = project.check()
    assert done.returncode == 1
    assert "'a-jurist' is not in reviewers." in done.stderr
    assert "    → CONTRIBUTING.md#sign-off-a-right-or-a-page" in done.stderr.splitlines()


def test_a_review_without_its_version_is_told_that_of_the_moment(project, model):
    register(project)
    sign(project, reviewed_by="a-jurist", reviewed_on="2026-11-20")
    done = project.check()
    assert done.returncode == 1
    assert "reviewed_version is missing" in done.stderr
    assert "this has changed since" not in done.stderr
    assert "    → CONTRIBUTING.md#sign-off-a-right-or-a-page" in done.stderr.splitlines()
    assert reviews.version(model, "ris", model.benefits["ris"]) in done.stderr


def test_a_review_of_a_day_to_come_is_refused(project):
    register(project)
    sign(project, reviewed_by="a-jurist", reviewed_on="2999-11-23", reviewed_version="v1a2b3c4d")
    [line] = [line for line in told(project) if "2999-11-23" in line]
    assert "warning" not in line and "nobody can have looked on 2999-11-23, a day to come" in line


def test_the_review_of_a_page_is_recorded_in_its_front_matter(project, model):
    register(project)
    page = "recours/refus.md"
    version = reviews.version(model, page, model.pages["nl"][page])
    signed = f"reviewed_by: a-jurist\nreviewed_on: 2026-11-20\nreviewed_version: {version}\n"
    project.change(f"docs/nl/{page}", "---\ntitle", f"---\n{signed}title")
    assert [line for line in told(project) if page in line] == []


def test_the_version_of_a_right_changes_with_its_rules_advice_and_warnings_only(model):
    before = reviews.version(model, "ris", model.benefits["ris"])

    def after(kind: str, id: str, **fields) -> str:
        entries = getattr(model, kind)
        changed = model.model_copy(update={kind: entries | {id: entries[id].model_copy(update=fields)}})
        return reviews.version(changed, "ris", changed.benefits["ris"])

    right = model.benefits["ris"]
    advice = next(id for id, entry in model.advice.items() if entry.benefit == "ris")
    other = next(id for id, entry in model.advice.items() if entry.benefit is None and not entry.warnings)
    assert after("benefits", "ris", conditions=right.conditions[1:]) != before
    assert after("advice", advice, title=Text("Autre")) != before
    assert after("warnings", right.warnings[0], text=Text("Autre")) != before
    assert after("advice", other, title=Text("Autre")) == before
    assert after("benefits", "ris", compared=date(2027, 1, 1), reviewed_on=date(2027, 1, 1)) == before
    figure = model.amounts["ris-single"]
    [*days, last] = figure.values
    values = figure.values | {last: figure.values[last].model_copy(update={"value": Decimal("1.00")})}
    assert after("amounts", "ris-single", values=values) == before


@pytest.mark.parametrize("kind", ["amounts", "deadlines", "benefits", "languages"])
def test_a_review_holds_until_what_was_read_changes(model, kind):
    id, entry = next(item for item in getattr(model, kind).items() if item[0] != "fr")
    signed = {
        "reviewed_by": "p",
        "reviewed_on": date(2026, 12, 1),
        "reviewed_version": reviews.version(model, id, entry),
    }
    known = model.model_copy(update={"reviewers": {"p": Reviewer(name="P. Person")}})
    assert reviews.of(known, id, entry) is None
    assert reviews.of(known, id, entry.model_copy(update=signed)).holds
    assert not reviews.of(known, id, entry.model_copy(update=signed | {"reviewed_version": "00000000"})).holds


def test_a_person_who_has_reviewed_nothing_is_told(project):
    register(project)
    assert any("reviewers.yml:3: warning: 'a-jurist' has reviewed nothing" in line for line in told(project))
