"""Where links to other sites stand, and what is said of those that fail."""

from datetime import date

import pytest
from bonguichet import cli, outlinks, web
from bonguichet.load import ROOT, load
from bonguichet.web import Answer

from tests.conftest import TODAY
from tests.unit.test_bad_input import LINE

SITE = "https://www.cire.be"
TWICE = "https://www.1712.be"
ABSENT = "https://example.org/nothing-links-here"


@pytest.fixture(scope="module")
def found(data):
    return outlinks.collected(data)


def said(data, answers) -> list[str]:
    return [str(problem) for problem in outlinks.problems(data, answers)]


def excepting(project, *addresses: str):
    """The data of a copy that knows of exceptions."""
    with (project.root / "content/link-exceptions.yml").open("a", encoding="utf-8") as file:
        file.writelines(f"{address}: {{reason: it refuses programs, since: 2026-11-22}}\n" for address in addresses)
    return load(project.root, date.fromisoformat(TODAY))


def test_links_are_found_in_sources_desks_texts_and_pages(found, model):
    assert {source.url for source in model.sources.values() if source.url} <= set(found)
    ours = (desk for id, desk in model.services.items() if (ROOT / f"content/services/{id}.yml").exists())
    for desk in ours:
        assert desk.checked.url in found
        assert desk.website is None or desk.website in found
    assert any(place.file == "content/roles.yml" for place in found[TWICE]), "a link inside a text"
    assert any(place.file.startswith("docs/") for places in found.values() for place in places), "a link on a page"


def test_a_link_knows_the_line_on_which_it_stands(found):
    for address, places in found.items():
        for place in places:
            lines = (ROOT / place.file).read_text(encoding="utf-8").splitlines()
            entry = "\n".join(lines[place.line - 1 : place.line + 8])
            assert address in entry or address in entry.replace("\n", ""), (address, place)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://a.be/x_(y).aspx", ["https://a.be/x_(y).aspx"]),
        ("Voir [la page](https://a.be/x_(y)).", ["https://a.be/x_(y)"]),
        ("Voir <https://a.be/x>, ou https://b.be/y.", ["https://a.be/x", "https://b.be/y"]),
        ("[ici](revenus/ris.md) et https:// rien", []),
    ],
)
def test_an_address_ends_where_a_reader_sees_it_end(text, addresses):
    assert outlinks._addresses(text) == addresses


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("gone", "status", 404), "is gone (answers 404)"),
        (Answer("moved", moved_to="https://new.be"), "has moved for good: write https://new.be"),
        (Answer("refused", "status", 403), "refuses a program (answers 403): look yourself"),
        (Answer("gone", "host"), "is gone (no such host)"),
        (Answer("broken", "circle"), "does not answer as it should (it redirects in a circle)"),
        (Answer("broken", "certificate"), "does not answer as it should (its certificate is not in order)"),
        (Answer("broken", "connection"), "does not answer as it should (it broke off)"),
        (Answer("late"), "did not answer in time"),
        (Answer("broken", "status", 500), "does not answer as it should (answers 500)"),
    ],
)
def test_what_fails_is_said_at_every_place_where_it_stands(data, found, answer, words):
    sentences = said(data, {TWICE: answer})
    assert len(sentences) == len(found[TWICE]) > 1
    assert any(sentence.startswith("content/roles.yml:") for sentence in sentences)
    for sentence in sentences:
        assert f"{TWICE} {words}" in sentence
        assert LINE.match(sentence)


def test_what_answers_is_not_spoken_of(data, found):
    assert said(data, dict.fromkeys(found, Answer("fine"))) == []


def test_an_exception_is_not_said_again(project):
    assert said(excepting(project, SITE), {SITE: Answer("refused", "status", 403)}) == []


def test_an_exception_that_is_needed_no_longer_is_said(project):
    sentences = said(excepting(project, SITE, ABSENT), {SITE: Answer("fine")})
    assert [sentence.split(": ", 1)[0] for sentence in sentences] == [
        f"content/link-exceptions.yml:{n}" for n in (4, 5)
    ]
    assert "it answers again. Remove it." in sentences[0]
    assert "nothing links to it any more. Remove it." in sentences[1]


def test_an_exception_names_a_whole_address_and_its_reason(project):
    (project.root / "content/link-exceptions.yml").write_text("www.cire.be: {since: 2026-11-22}\n")
    done = project.check()
    assert "link-exceptions.yml:1: 'www.cire.be' cannot be an address: write a whole web address" in done.stderr
    assert "'reason' is missing" in done.stderr


@pytest.mark.parametrize(("kind", "code"), [("fine", 0), ("gone", 1)])
def test_the_command_ends_badly_when_there_is_something_to_look_at(data, monkeypatch, capsys, kind, code):
    asked = []
    ask_all = lambda addresses: asked.extend(addresses) or {SITE: Answer(kind, "status", 404)}  # noqa: E731
    monkeypatch.setattr(web, "ask_all", ask_all)
    assert cli.report_links(data) == code
    assert SITE in asked and len(asked) == len(set(asked))
    assert ("is gone" in capsys.readouterr().err) == bool(code)


def test_nothing_but_this_command_asks_the_network():
    """Tests, builds and checks must run anywhere."""
    users = [path.name for path in (ROOT / "hooks").rglob("*.py") if "ask_all(" in path.read_text(encoding="utf-8")]
    assert sorted(users) == ["cli.py", "web.py"]
    assert web.PAUSE >= 1
