"""What the sheet for a desk says: only what concerns the desk, in the words of someone who stands before it."""

import pytest
from bonguichet import export
from bonguichet.load import ROOT
from bonguichet.macros import Macros

TODAY = "2026-11-22"


def plain(text: str) -> str:
    """Words with simple spaces."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def rules(model):
    words = Macros(model, "fr", ROOT / "overrides" / "components")
    return export.dump(export.rules(model, words) | {"places": export.places(model, "fr")})


@pytest.fixture
def tellable(engine, rules):
    """Every answer that one may tell at a desk: its words, and whether it is told unless the reader says no."""
    code = """([rules, answers, role, day], { counterRows, resultsView }) =>
      counterRows.tellable(resultsView.viewOf(JSON.parse(rules), answers, day), role)"""

    def found(answers, role):
        return {row["id"]: row for row in engine.run(code, [rules, answers, role, TODAY])}

    return found


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1080", "Je dors ici : 1080 Molenbeek-Saint-Jean"),
        ("1000", "Je dors ici : 1000 Bruxelles"),
        ("abroad", "Je dors dans un autre pays"),
    ],
)
def test_where_one_sleeps_is_told_and_not_asked(tellable, code, said):
    answers = {"situation": ["no-money"], "age": "25-64", "postal-code": code}
    row = tellable(answers, "cpas")[f"postal-code={code}"]
    assert plain(row["text"]) == said


@pytest.mark.parametrize(
    ("letter", "role", "told"),
    [
        ("onem-end-of-right", "payment-body", True),
        ("onem-unclear", "payment-body", False),
        ("cpas-unclear", "cpas", False),
    ],
)
def test_a_letter_that_one_does_not_understand_is_told_to_nobody_unasked(tellable, letter, role, told):
    answers = {"situation": ["letter"], "age": "25-64", "letter": [letter]}
    assert tellable(answers, role)[f"letter={letter}"]["told"] is told


@pytest.mark.parametrize(
    ("question", "age", "offered"), [("minor-situation", "under-18", False), ("household", "25-64", True)]
)
def test_none_of_what_one_may_keep_to_oneself_is_nothing_to_tell(tellable, question, age, offered):
    answers = {"situation": ["no-money"], "age": age, "housing": "tenant", question: ["none"], "postal-code": "1080"}
    assert (f"{question}=none" in tellable(answers, "cpas")) is offered


@pytest.fixture
def desk_first(engine, rules):
    """The desk with which the sheet of these answers opens."""
    code = """([rules, answers, day], { counterRows, resultsView }) =>
      counterRows.placesToGo(resultsView.viewOf(JSON.parse(rules), answers, day))[0]"""
    return lambda answers: engine.run(code, [rules, answers, TODAY])


@pytest.mark.parametrize("place", ["1080", "4000", "unknown"])
@pytest.mark.parametrize("situation", ["danger", "separation", "low-mood"])
def test_the_sheet_opens_with_no_desk_that_reveals_what_nobody_said(desk_first, model, situation, place):
    for age in ("under-18", "25-64", "unknown"):
        first = desk_first({"situation": [situation], "age": age, "postal-code": place})
        assert not model.roles[first].reveals


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        (
            {"situation": ["pension"], "age": "65-plus", "residence": "belgian", "postal-code": "1080"},
            "pension-service",
        ),
        ({"situation": ["debts"], "age": "25-64", "postal-code": "4000"}, "debt-mediation"),
    ],
)
def test_the_desk_of_the_first_advice_has_a_sheet_though_we_know_no_address_of_it(desk_first, answers, first):
    assert desk_first(answers) == first


def test_an_urgent_desk_that_reveals_nothing_still_comes_first(desk_first):
    assert desk_first(JOB_LOST) == "payment-body"


@pytest.fixture
def sheet(engine, rules):
    """The parts of the sheet for one desk, each row as it is read."""
    code = """([rules, answers, role, day], { counterRows, resultsView }) =>
      counterRows.partsOf(resultsView.viewOf(JSON.parse(rules), answers, day), role, new Set(), "fr")"""

    def found(answers, role):
        parts = engine.run(code, [rules, answers, role, TODAY])
        return {
            part["id"]: {row["id"]: plain(f"{row['text']} {row.get('more', '')}") for row in part["rows"]}
            for part in parts
        }

    return found


JOB_LOST = {"situation": ["job-lost"], "job-end-date": "2026-11-19", "postal-code": "1080", "age": "25-64"}
JOB_LOST |= {"residence": "belgian", "income": "below"}


def test_what_to_ask_a_desk_for_is_said_by_who_stands_before_it(sheet, model):
    parts = sheet(JOB_LOST, "payment-body")
    assert parts["ask"] == {"advice-job-lost": model.advice["job-lost"].asked["payment-body"]}
    assert "advice" not in parts, "an order to the reader is no question to the desk"
    assert "Une avance ou une autre aide" in sheet(JOB_LOST, "cpas")["ask"]["advice-job-lost-cpas"]


def test_the_last_day_of_work_gives_the_day_to_register(sheet, model):
    rows = sheet(JOB_LOST, "payment-body")["dates"]
    assert rows["day-job-end-date"] == f"{model.questions['job-end-date'].name} : 19 novembre 2026"
    assert "27 novembre 2026" in rows["deadline-jobseeker-registration"]
    assert "dates" not in sheet(JOB_LOST | {"job-end-date": "unknown"}, "payment-body")


AFRAID = {"situation": ["danger"], "postal-code": "1080", "age": "25-64"}
PUT_OUT = {"situation": ["left-home"], "postal-code": "1080", "age": "under-18"}


@pytest.mark.parametrize(
    ("answers", "role", "begins"),
    [
        (AFRAID, "domestic-violence", "Un lieu sûr et une aide"),
        (AFRAID | {"age": "under-18"}, "saj", "Un lieu sûr et une aide"),
        (PUT_OUT, "saj", "Un endroit sûr où dormir"),
        (PUT_OUT, "sdj", "Un endroit sûr où dormir"),
    ],
)
def test_who_is_afraid_or_was_put_out_has_words_to_ask_with(sheet, answers, role, begins):
    (said,) = sheet(answers, role)["ask"].values()
    assert said.startswith(begins)


@pytest.mark.parametrize(
    ("letter", "first"),
    [
        ({"letter": ["cpas-refused"], "cpas-decision-date": "2026-11-16"}, ["paper-cpas-decision", "paper-envelope"]),
        ({"letter": ["cpas-silence"], "cpas-request-date": "2026-10-05"}, ["paper-identity", "paper-bank-card"]),
    ],
)
def test_what_the_cpas_wrote_is_the_first_paper_to_bring(sheet, letter, first):
    answers = {
        "situation": ["letter", "no-money"],
        "postal-code": "1080",
        "age": "25-64",
        "residence": "belgian",
    } | letter
    papers = list(sheet(answers, "cpas")["papers"])
    assert papers[:2] == first
    assert "paper-bank-card" in papers


def test_the_day_that_passed_is_shown_to_who_may_say_whether_it_is_too_late(sheet):
    answers = {"situation": ["letter"], "letter": ["onem-sanction"], "onem-letter-date": "2026-08-20", "age": "25-64"}
    rows = sheet(answers, "baj")["dates"]
    assert "20 août 2026" in rows["day-onem-letter-date"]
    assert "20 novembre 2026" in rows["deadline-appeal-onem"]


SILENT = {"situation": ["letter"], "letter": ["cpas-silence"], "cpas-request-date": "2026-07-01", "postal-code": "1080"}
SILENT |= {"age": "25-64", "residence": "belgian", "income": "below"}


@pytest.mark.parametrize("role", ["cpas", "labour-court"])
def test_who_decides_is_shown_what_one_asks_and_the_day_but_no_term_and_no_advice(sheet, model, role):
    parts = sheet(SILENT, role)
    assert parts["ask"], "the reader has something to say"
    assert list(parts["dates"]) == ["day-cpas-request-date"]
    assert "1er juillet 2026" in parts["dates"]["day-cpas-request-date"]
    said = " ".join(row for rows in parts.values() for row in rows.values())
    for id in ("cpas-silence", "cpas-complaint"):
        assert model.advice[id].title not in said
    assert "passée" not in said
    assert "deadline-appeal-silence" in sheet(SILENT, "first-line-legal-help")["dates"], "who helps is told the term"


def test_the_cpas_that_is_silent_is_asked_for_its_decision_with_the_proof_of_the_request(sheet, model):
    assert next(iter(sheet(SILENT, "labour-court")["papers"])) == "paper-request-receipt"
    assert sheet(SILENT, "cpas")["ask"]["advice-cpas-silence"] == model.advice["cpas-silence"].asked["cpas"]


def test_every_desk_to_go_to_is_asked_for_something(engine, model, rules):
    """A sheet that says nothing of why one comes helps nobody; the CPAS is told by each piece of advice what it is asked."""
    code = """([rules, day], { counterRows, resultsView }) => {
      const all = JSON.parse(rules);
      const view = resultsView.viewOf(all, {}, day);
      view.found.advice = Object.keys(all.advice).map((id) => ({ id, warnings: [] }));
      view.found.benefits = [];
      return counterRows.placesToGo(view).filter((role) => !counterRows.partsOf(view, role, new Set(), "fr").some(({ id }) => id === "ask"));
    }"""
    assert sorted(engine.run(code, [rules, TODAY])) == []
