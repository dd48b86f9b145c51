"""Each file of facts, on its own: the list of failures is the list of files to mend."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from bonguichet import estimate as ris
from bonguichet import reviews
from bonguichet.load import ROOT
from bonguichet.model import Reference, Reviewed, Text, find
from bonguichet.rightpages import path as right_page
from bonguichet.situationpages import path as situation_page
from bonguichet.yamlfiles import read

from tests.conftest import real

DATA = real()
YAML = sorted([*(ROOT / "content").rglob("*.yml"), *(ROOT / "questionnaire").rglob("*.yml")])
SERVICES = sorted(DATA.model.services)
PAGES = sorted((ROOT / "docs").rglob("*.md"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", YAML, ids=name)
def test_a_file_is_strict_yaml(path):
    assert read(path, ROOT).data or path.name in ("link-exceptions.yml", "reviewers.yml"), "only these may be empty"


@pytest.mark.parametrize("path", [path for path in YAML if len(path.read_text().splitlines()) > 150], ids=name)
def test_only_long_lists_are_longer_than_a_sitting(path):
    """One subject a file: what grows by accident is split; the lists below grow by nature."""
    by_nature = (
        "roles",
        "interface",
        "documents",
        "questions",
        "deadlines",
        "glossary",
        "letter-fields",
        "model-letters",
        "synonyms",
        "changes",
        "languages",
    )
    assert path.stem in by_nature or set(path.parts) & {"advice", "cases", "sources", "amounts", "facts"}


@pytest.mark.parametrize("id", SERVICES)
def test_a_desk_that_has_a_telephone_has_another_way_for_who_cannot_hear(id):
    desk = DATA.model.services[id]
    assert desk.email or desk.website or desk.address or not desk.phones


@pytest.mark.parametrize("id", SERVICES)
def test_a_desk_says_how_to_reach_it_and_how_sure_that_is(id):
    desk = DATA.model.services[id]
    assert desk.phones or desk.website or desk.address or desk.email or desk.note


def test_the_ris_has_every_amount_since_november_2023_and_says_which_are_computed():
    for id in ("ris-cohabitant", "ris-single", "ris-family"):
        values = DATA.model.amounts[id].values
        assert [day.isoformat() for day in values] == ["2023-11-01", "2024-05-01", "2025-02-01", "2026-03-01"]
        assert [value.status for value in values.values()] == ["published", "published", "published", "computed"]


def test_the_single_rate_is_one_and_a_half_times_the_cohabitant_rate():
    """The law's own ratio (two thirds) guards against a typing mistake, to a few cents of rounding."""
    single, cohabitant = (DATA.model.amounts[id].values for id in ("ris-single", "ris-cohabitant"))
    for day in single:
        assert abs(single[day].value - cohabitant[day].value * 3 / 2) < 1


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_opens_with_one_title(path):
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert sum(line.startswith("# ") for line in body.splitlines()) == 1


@pytest.mark.parametrize("language", sorted(DATA.model.languages))
def test_no_text_is_empty_in_any_language(language):
    for kind, id in DATA.origins:
        if not kind.startswith("pages "):
            for _, text in find(getattr(DATA.model, kind)[id], Text):
                assert DATA.model.text(text, language).strip()


def test_every_review_is_complete_and_of_a_day_that_has_been():
    assert list(reviews.problems(DATA)) == []


def test_nobody_is_invented():
    """A person stands in the register once they have reviewed something: nobody has yet."""
    reviewed = {entry.reviewed_by for _, _, entry in DATA.entries() if isinstance(entry, Reviewed)}
    assert set(DATA.model.reviewers) == reviewed - {None}


COMPOSED = (
    *("amount-note-", "amount-ended-", "section-", "per-", "status-", "contact-checked-", "need-", "region-", "term-"),
    *("q-urgency-", "q-status-", "q-met-", "rules-status-", "sheet-part-", "sign-part-", "situation-part-"),
    *("fresh-kind-", "change-kind-"),
)
"""Words whose id is put together where it is used: « q-urgency- » and the urgency."""


def code_of(*places: str) -> str:
    paths = [
        path for place in places for path in ((ROOT / place).rglob("*") if (ROOT / place).is_dir() else [ROOT / place])
    ]
    return "".join(path.read_text(encoding="utf-8") for path in paths if path.suffix in (".html", ".py", ".js"))


def words_of_the_estimate() -> set[str]:
    """Every word whose id the estimate puts together: its fields and hints, choices, ends of a range, faults."""
    form = code_of("overrides/components/estimate.html")
    asked = re.findall(r"""(?:amount|free)\("([a-z-]+)".*?(false)?\) }}""", form)
    script = code_of("questionnaire/client/estimate-page.js", "questionnaire/client/amount-field.js")
    faults = re.findall(
        r"""say\("[a-z-]+", "([a-z]+)"|say\(name, "([a-z]+)"|"([a-z]+)", say\)|fault: "([a-z]+)\"""", script
    )
    return {
        *(f"estimate-{field}" for field, _ in asked),
        *(f"estimate-{field}-hint" for field, bare in asked if not bare),
        *(f"e-category-{category}" for category in ris.CATEGORIES),
        *(f"estimate-exemption-{exemption}" for exemption in ris.EXEMPTIONS),
        *(f"estimate-debtor-{relation}" for relation in ris.RELATIONS),
        *("e-lines-least", "e-lines-most"),
        *(f"e-fault-{fault}" for found in faults for fault in found if fault not in ("", "empty")),
    }


def unused(words: Iterable[str]) -> set[str]:
    """The words that nothing calls by their id, which is written whole or put together."""
    code = code_of("overrides", "hooks", "questionnaire/client")
    called = set(re.findall(r"""["'`]([a-z]+(?:-[a-z]+)*)["'`]""", code)) | words_of_the_estimate()
    composed = tuple(start for start in COMPOSED if start in code)
    return {id for id in words if id not in called and not id.startswith(composed)}


def test_every_word_of_the_interface_is_used():
    assert unused(DATA.model.interface) == set()


def test_every_word_that_the_estimate_puts_together_is_there():
    assert words_of_the_estimate() - set(DATA.model.interface) == set()


def test_a_word_that_nothing_uses_is_found_in_every_family_of_the_estimate():
    invented = {
        *("estimate-title", "estimate-work-hints", "estimate-partner-hint", "title-hint", "estimate-fault-date"),
        *("e-category-couple", "estimate-exemption-whole", "estimate-debtor-brother", "e-lines-middle"),
        *("e-fault-name", "e-because-x", "e-because", "estimate-line-work", "estimate-why-nothing-at-all"),
    }
    assert unused(invented) == invented


def test_the_home_page_leads_to_every_subject():
    """Whatever happened to someone, the page that answers is one link away."""
    home = DATA.model.pages["fr"]["index.md"].body
    linked = set(re.findall(r"(?:\]\(|page\(\")([a-z0-9/-]+\.md)", home))
    apart = {"index.md", "orientation/regles.md", "orientation/embed.md", "a-propos/traductions.md", "hors-ligne.md"}
    apart |= {"donnees-ouvertes.md", "a-propos/fraicheur.md"}  # for programs, and for those who keep it true
    apart |= {"chiffres.md", "a-propos/changements.md"}  # to look things up in; « À propos » leads there
    situations = {situation_page(option.id) for option in DATA.model.questions["situation"].options}
    assert "{{ choices(" in home
    sheets = set(map(right_page, DATA.model.benefits))
    assert set(DATA.model.pages["fr"]) - linked - apart - situations - sheets == set()


@pytest.mark.parametrize("path", sorted(set(DATA.model.pages["fr"]) - {"index.md"}))
def test_a_page_leads_to_a_desk_to_the_questions_or_to_a_list_of_desks(path):
    page = DATA.model.pages["fr"][path]
    leads = ("{{ service(", "{{ cpas_list(", "{{ start(", "{{ directory(", "trouver.md", "annuaire.md")
    assert page.reference or page.template or any(call in page.body for call in leads)


def test_every_source_is_used():
    """A source that nothing rests on is removed, or the fact that rests on it is missing."""
    words = " ".join(page.body for page in DATA.model.pages["fr"].values())
    words += " ".join(text for *_, text in DATA.texts())
    used = set(re.findall(r"source\(\s*[\"']([\w-]+)", words))
    used |= {str(r) for _, _, entry in DATA.entries() for _, r in find(entry, Reference) if r.kind == "sources"}
    assert set(DATA.model.sources) - used == set()
