"""Every real situation opened as a link, in every language: what shows on the page is what the case promises."""

import pytest
from bonguichet.cases import outcome, plain

from tests.conftest import real
from tests.questionnaire.cases import faults, link_of

DATA = real()
CASES = DATA.model.cases

SHOWN = """() => {
  const box = document.querySelector("[data-results]").cloneNode(true);
  for (const part of box.querySelectorAll("[hidden]")) part.remove();
  const all = (name) => [...box.querySelectorAll(`[data-${name}]`)];
  const ids = (name) => [...new Set(all(name).map((part) => part.getAttribute(`data-${name}`)))];
  return {
    advice: ids("advice"),
    warnings: ids("warning").sort(),
    roles: [...new Set([...box.querySelectorAll("[data-advice] [data-for-role]")].map((part) => part.dataset.forRole))].sort(),
    desks: ids("service"),
    benefits: Object.fromEntries(all("benefit").map((part) => [part.dataset.benefit, part.dataset.status])),
    dates: all("deadline").map((part) => `${part.dataset.deadline} ${part.getAttribute("datetime")}`).sort(),
    papers: ids("document"),
    html: box.innerHTML,
  };
}"""


@pytest.mark.parametrize("languages", [("fr",), pytest.param(tuple(DATA.model.languages), marks=pytest.mark.long)])
@pytest.mark.parametrize("id", CASES)
def test_the_page_shows_what_the_case_promises_in_every_language(reader, model, id, languages):
    seen = {}
    for language in languages:
        reader.open(f"/{'' if language == 'fr' else language + '/'}orientation/#{link_of(CASES[id])}")
        reader.results()
        shown = reader.page.evaluate(SHOWN)
        assert faults(CASES[id], shown, plain(shown.pop("html")), language) == [], language
        wanted = outcome(model, CASES[id])
        assert {name: shown[name] for name in ("roles", "benefits")} == {
            name: wanted[name] for name in ("roles", "benefits")
        }
        assert sorted(shown["advice"]) == sorted(wanted["advice"]), "of equal ones the nearest date comes first"
        seen[language] = {**shown, "desks": sorted(shown["desks"])}
    assert all(shown == seen["fr"] for shown in seen.values()), "the same ids, dates and papers in every language"
