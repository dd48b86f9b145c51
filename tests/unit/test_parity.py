"""A translation that is built otherwise than its source is found below the heading where it differs."""

import pytest
from bonguichet.parity import differences

SOURCE = """Avant.

## Faire { #do }

1. Allez au [CPAS](../cpas/trouver.md#list).
2. Voyez le [site](https://www.cpasonline.be). {{ term("ris") }}

## Savoir { #know }

- Un point
- Un autre, {{ plain("3 mois", "une observation") }}

> « Bonjour »,
> dit-elle.

| a | b |
|---|---|
| 1 | 2 |
"""


def test_a_translation_built_as_its_source_has_no_difference():
    said = (
        SOURCE.replace("Allez", "Ga").replace('plain("3 mois", "une', 'plain("3 maanden", "een').replace(",\n> ", ", ")
    )
    assert list(differences(said, SOURCE)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("\n2. ", " ", 3, "numbered steps: 1 here, 2 in the French page."),
        ("#list", "", 3, "the French page has a link to ../cpas/trouver.md#list: add it."),
        ("#list", "", 3, "the French page has no such link to ../cpas/trouver.md: remove it"),
        ("https://www.cpasonline.be", "https://example.org", 3, "no such link to https://example.org"),
        ('{{ term("ris") }}', "RIS", 3, "stands in the French page but not here"),
        ("RIS", '{{ term("cpas") }}', 8, "does not stand in the French page"),
        ("\n- Un autre", " et", 8, "points of a list: 1 here, 2 in the French page."),
        ("> ", "", 8, "quotations: 0 here, 1 in the French page."),
        ("| 1 | 2 |\n", "", 8, "rows of a table: 2 here, 3 in the French page."),
        ("Avant.", '{{ term("ris") }}', 1, "above the first heading: "),
    ],
)
def test_a_difference_names_its_heading_and_line(old, new, line, said):
    source = SOURCE.replace("Un point", "RIS")
    changed = source.replace(old, new)
    assert changed != source
    found = list(differences(changed, source))
    assert [number for number, sentence in found if said in sentence] == [line], found
    heading = {1: "above", 3: "'do'", 8: "'know'"}[line]
    assert all(heading in sentence for number, sentence in found if number == line)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{ #do }", "{ #doen }", {(3, "the French page has no heading 'doen'"), (1, "the heading 'do' of the French")}),
        ("Avant.\n", "# Avant { #before }\n", {(1, "the French page has no heading 'before'")}),
    ],
)
def test_a_heading_that_the_source_does_not_have_is_named_at_its_line(old, new, said):
    found = list(differences(SOURCE.replace(old, new), SOURCE))
    assert all(any(line == at and sentence.startswith(words) for line, sentence in found) for at, words in said), found


def test_what_stands_below_the_title_is_compared_with_what_stands_below_the_french_title():
    source = f"# Le titre {{ #title }}\n\n{SOURCE}"
    found = list(differences(source.replace("#title", "#titel").replace("Avant.", "Avant. 1"), source))
    assert {line for line, sentence in found if "title" in sentence or "titel" in sentence} == {1}


def test_headings_in_another_order_are_named():
    first, do, know = SOURCE.split("## ")
    found = list(differences(f"{first}## {know}\n## {do}", SOURCE))
    assert [sentence for _, sentence in found] == [
        "the heading 'know' stands elsewhere in the French page: same ids, same order."
    ]
