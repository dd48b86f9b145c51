"""A macro that cannot be filled in is named with its line."""

import pytest
from bonguichet.load import ROOT
from bonguichet.macros.tried import Tried


@pytest.fixture
def tried(model) -> Tried:
    return Tried(model, "fr", ROOT / "overrides/components")


def test_every_mistake_of_a_page_is_said_with_its_line(tried):
    page = 'one {{ amont("x") }}\n{{ amount("x") }}\n\n{{ plain("3 mois") }} {{ term }}'
    assert sorted(line for line, _ in tried.mistakes(page)) == [1, 2, 4, 4]


def test_a_macro_that_is_not_closed_is_said(tried):
    assert next(tried.mistakes('a\n{{ amount("ris-single") }\n'))[0] in (2, 3)


def test_a_call_is_tried_once_and_said_at_each_of_its_lines(tried, monkeypatch):
    asked = []
    monkeypatch.setitem(tried._called, "amount", lambda id: asked.append(id) or {}[id])
    text = '{{ amount("x") }}\n{{ amount("x") }}'
    assert [line for line, _ in tried.mistakes(text)] == [1, 2]
    assert asked == ["x"]
