"""What the search of a language looks through: whole, in that language alone, and small."""

import gzip
import re
from datetime import date

import pytest
from bonguichet import export, rightpages, search
from bonguichet.load import ROOT, load
from bonguichet.macros import Macros, url_of

COMPONENTS = ROOT / "overrides/components"
LANGUAGES = ("fr", "nl", "en")


@pytest.fixture(scope="module")
def found(model):
    return {code: search.index(model, Macros(model, code, COMPONENTS, root="../")) for code in model.languages}


@pytest.fixture(scope="module")
def entries(found):
    return {code: {entry["url"]: entry for entry in index["entries"]} for code, index in found.items()}


def answering(index, *said):
    """The addresses to which somebody who says this is led, the best first."""
    known = [
        synonym for synonym in index["synonyms"] if {*synonym.get("said", ()), *synonym.get("other", ())} & {*said}
    ]
    return [index["entries"][place]["url"] for synonym in known for place in synonym["at"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_desk_term_letter_and_situation_can_be_found(entries, model, language):
    urls = set(entries[language])
    pages = {path for path, page in model.pages[language].items() if not page.embedded} - set(search.LEADS_ON)
    pages -= set(map(rightpages.path, model.benefits))  # who reviews a right comes from the page of all rules
    assert {url_of(path) for path in pages} <= urls
    ends = {url.partition("#")[2] for url in urls}
    assert {*model.services, *model.glossary, *model.letters, *(f"send-{id}" for id in model.model_letters)} <= ends


def test_a_page_that_a_language_lacks_is_not_in_its_index_and_desks_are(model):
    """Results are in the reader's language: no page that falls back to French."""
    dutch = {path: page for path, page in model.pages["nl"].items() if path not in ("revenus/ris.md", "annuaire.md")}
    fewer = model.model_copy(update={"pages": model.pages | {"nl": dutch}})
    index = search.index(fewer, Macros(fewer, "nl", COMPONENTS))
    urls = {entry["url"] for entry in index["entries"]}
    assert not [url for url in urls if url.startswith("revenus/ris/")]
    assert "annuaire/#samusocial" in urls
    assert "revenus/ris/" not in answering(index, "bijstand")


def test_where_a_language_lacks_a_page_the_nearest_one_answers_after_what_answers_itself(found):
    for language in ("ar", "de"):
        assert answering(found[language], "médiateur")[-1] == "recours/refus/"
        assert answering(found[language], "annexe 35")[0] == "etrangers/carte-de-sejour/"


def test_what_people_say_in_any_language_leads_to_pages_in_the_readers_own(found, entries):
    for language in LANGUAGES:
        assert "revenus/ris/" in answering(found[language], "minimex", "dole", "bijstand")
        assert "aides/dettes/" in answering(found[language], "huissier")
    assert entries["nl"]["aides/dettes/"]["title"] != entries["fr"]["aides/dettes/"]["title"]


def test_a_term_is_found_by_its_name_in_every_official_language(entries):
    assert "OCMW" in entries["fr"]["glossaire/#cpas"]["other"]
    assert "CPAS" in entries["nl"]["glossaire/#cpas"]["other"]


def test_the_cpas_of_a_municipality_is_found_by_its_postal_code(entries):
    assert "1050" in entries["fr"]["annuaire/#cpas-ixelles"]["said"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_those_of_a_reader_without_macros_addresses_or_markup(found, language):
    index = found[language]
    for entry in index["entries"]:
        shown = f"{entry['title']} {entry.get('line', '')}"
        assert not re.search(r"\{|\}|<|\]\(|\*\*", shown), entry["url"]
    pages = [entry for entry in index["entries"] if "#" not in entry["url"]]
    for word, numbers in index["words"].items():
        assert word == word.casefold()
        assert 0 < len(numbers) <= len(pages) * 0.1, f"{word} tells no page from the others"
        assert max(numbers) < len(pages)


def test_a_part_of_a_page_names_its_page(found):
    entries = found["fr"]["entries"]
    part = next(entry for entry in entries if entry["url"] == "revenus/calcul/#savings")
    assert entries[part["page"]]["url"] == "revenus/calcul/"


def test_every_address_of_the_index_stands_once(found):
    for index in found.values():
        urls = [entry["url"] for entry in index["entries"]]
        assert len(urls) == len(set(urls))


def test_every_language_of_the_site_says_enough(model):
    """Sixty ways of saying things in each language that is whole, or the search knows official words only."""
    for language in LANGUAGES:
        assert sum(len(synonym.said.get(language, ())) for synonym in model.synonyms.values()) >= 60


def test_the_index_of_a_language_stays_small(found, record_property):
    for language in LANGUAGES:
        size = len(gzip.compress(export.dump(found[language]).encode()))
        record_property(f"search.{language}.json, gzip", size)
        assert size < 60_000, "it is fetched on a cheap phone: see what grew"


def test_the_index_does_not_depend_on_the_day(found):
    later = load(ROOT, date(2027, 6, 1)).model
    assert search.index(later, Macros(later, "en", COMPONENTS, root="../")) == found["en"]


def test_a_range_of_numbers_is_said_number_by_number(found):
    said = [name for synonym in found["fr"]["synonyms"] for name in synonym.get("said", ())]
    assert {"18 ans", "21 ans", "24 ans"} <= {*said}
    assert not [
        name for index in found.values() for each in index["synonyms"] for name in each.get("other", ()) if "…" in name
    ]
