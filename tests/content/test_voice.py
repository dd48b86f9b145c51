"""How the texts speak: to one reader, always as « vous », « u », „Sie“; to everybody before they speak to some."""

import re

import pytest
from babel.messages.pofile import read_po
from bonguichet.derived import complete
from bonguichet.load import ROOT
from bonguichet.logic import evaluate

from tests.conftest import real

DATA = real()
FAMILIAR = {
    "fr": re.compile(
        r"(?<![\w’-])(?:tu|te|toi|ton|ta|tes)(?![\w’])|(?<!\w)t’(?=\w)"
        r"|(?<!\w)(?:Appelle|Parle|Dis|Va|Prends|Raconte|Pars|Attends|Montre|Lis|Préviens|N’attends)(?=[ -])",
    ),
    "nl": re.compile(r"(?<!\w)(?:je|jij|jou|jouw|jouwe|jullie)(?!\w)", re.IGNORECASE),
    "de": re.compile(r"(?<!\w)(?:du|dich|dir|dein|deine|deinem|deinen|deiner|deines|euch)(?!\w)", re.IGNORECASE),
}
"""What one says to a friend or a child, by language. English and plain Arabic have one form for all."""

FRENCH_IN = {"nl": r"“[^”]*”|\((?:[^()]*)\)|«[^»]*»", "de": r"„[^“]*“|\([^()]*\)|«[^»]*»", "fr": r"\{\{.*?\}\}"}
"""Words to say at a desk, and French beside its translation: they are nobody's address to the reader."""

SAID = {
    "fr": [(f"{kind} {id}", str(text)) for kind, id, _, text in DATA.texts() if not kind.startswith("pages")],
    **{
        language: [
            (str(message.id)[:60], str(message.string))
            for message in read_po((ROOT / f"content/translations/{language}.po").open("rb"), locale=language)
            if message.id
        ]
        for language in ("nl", "en", "ar", "de")
    },
}
FOR_HOW_LONG = (
    r"par (?:an|mois)|per (?:jaar|maand|year|month)|a (?:year|month)|(?:im|pro) (?:Jahr|Monat)|في (?:السنة|الشهر)"
)


def spoken(text: str, language: str) -> str:
    return re.sub(FRENCH_IN[language], " ", re.sub(r"(?m)^>.*", " ", text))


@pytest.mark.parametrize("language", FAMILIAR)
def test_no_text_of_the_data_calls_the_reader_tu_je_or_du(language):
    found = [(where, text) for where, text in SAID[language] if FAMILIAR[language].search(spoken(text, language))]
    assert found == []


@pytest.mark.parametrize("language", FAMILIAR)
def test_only_the_pages_for_the_young_say_tu(language):
    pages = {path: page for path, page in DATA.model.pages[language].items() if not path.startswith("jeunes/")}
    found = {path: FAMILIAR[language].search(spoken(page.body, language)) for path, page in pages.items()}
    assert {path: match[0] for path, match in found.items() if match} == {}


def test_nobody_who_said_to_be_belgian_is_asked_about_another_nationality():
    model = DATA.model
    answers = complete(model, {"postal-code": "1070", "residence": "belgian"}, model.day)
    said = {id: (advice.title, *advice.steps) for id, advice in model.advice.items()}
    said |= {
        id: (warning.text,)
        for id, warning in model.warnings.items()
        if evaluate(warning.when, model.questions, answers) is not False
    }
    said |= {id: (clock.starts, clock.besides or "", clock.missed) for id, clock in model.deadlines.items()}
    told = [id for id, texts in said.items() if re.search("pas belge|Autre nationalité", " ".join(texts))]
    assert told == []


@pytest.mark.parametrize("language", FAMILIAR)
def test_what_one_says_to_a_friend_is_found(language):
    for text in {
        "fr": ["Appelle le 103.", "C’est pour toi.", "On t’écoute."],
        "nl": ["Bel je dokter."],
        "de": ["Ruf deinen Arzt."],
    }[language]:
        assert FAMILIAR[language].search(text)


@pytest.mark.parametrize("language", DATA.model.languages)
def test_the_first_step_of_a_page_is_for_everybody(language):
    """What concerns the residence card has its own headed passage; a Belgian does not read it first."""
    led = {path: re.search(r"(?m)^1\. .*?\]\((.*?)\)", page.body) for path, page in DATA.model.pages[language].items()}
    cards = [path for path, link in led.items() if link and "carte-de-sejour.md" in link[1]]
    assert [path for path in cards if not path.startswith("etrangers/")] == []


ON_THE_STAY = {"bdas-unreasonable-burden", "droitsquotidiens-permanent-card", "droitsquotidiens-sponsor-means"}
"""The guides on what aid may do to a residence permit."""


@pytest.mark.parametrize(
    "id", [id for id, advice in DATA.model.advice.items() if {"cpas", "pension-service"} & set(advice.roles)]
)
def test_what_may_mean_not_asking_yet_stands_before_the_steps_that_ask(id):
    warnings = {name: DATA.model.warnings[name] for name in DATA.model.advice[id].warnings}
    late = [name for name, entry in warnings.items() if ON_THE_STAY & set(entry.sources) and not entry.first]
    assert late == []


def test_no_title_of_advice_sends_somebody_today_to_a_desk_that_may_be_closed():
    """The line below the title says so on a day when desks are closed: both would not be true together."""
    titles = {id: advice.title for id, advice in DATA.model.advice.items()}
    assert {id: title for id, title in titles.items() if "aujourd’hui" in title.casefold()} == {}


def test_a_question_that_takes_several_answers_says_so(model):
    several = {id: question.hint for id, question in model.questions.items() if question.kind == "many"}
    assert several
    assert [id for id, hint in several.items() if not re.search(r"\bcoche[zr]\b", hint or "", re.I)] == []


@pytest.mark.parametrize("language", SAID)
def test_no_sentence_adds_to_a_figure_for_how_long_it_is_meant(language):
    """A figure brings its own « par an »: with another one readers would read it twice."""
    twice = re.compile(rf"amount\([^}}]*\}}\}}\s+(?:{FOR_HOW_LONG})")
    said = [*SAID[language], *((path, page.body) for path, page in DATA.model.pages[language].items())]
    assert sum("amount(" in text for _, text in said) >= 10
    assert [(where, text) for where, text in said if twice.search(text)] == []
