"""The search as a reader meets it: old words, other languages and slips of the pen lead to the page that answers."""

import json

import pytest
from bonguichet import export, search
from bonguichet.load import ROOT
from bonguichet.macros import Macros

FOUND = {
    "fr": {
        "j'ai perdu mon travail": "situations/job-lost/",
        "viré": "chomage/perdre-son-travail/",
        "C4": "chomage/perdre-son-travail/",
        "minimex": "revenus/ris/",
        "MINIMEXE": "revenus/ris/",
        "leefloon": "revenus/ris/",
        "leefoon": "revenus/ris/",
        "dole": "revenus/ris/",
        "chomage": "chomage/reforme/",
        "chômages": "chomage/reforme/",
        "chomgae": "chomage/reforme/",
        "propre de chômage": "chomage/reforme/",
        "chomage 22 ans": "chomage/allocations-insertion/",
        "chomage 40 ans": "chomage/reforme/",  # « ans » alone is not « 18 ans »
        "17 ans": "jeunes/moins-de-18/",
        "moins de 18 ans": "jeunes/moins-de-18/",
        "68 ans": "revenus/grapa/",
        "107": "annuaire/#tele-accueil-107",  # not the beginning of a postal code
        "lettre de l'ONEM": "chomage/lettre-onem/",
        "OCMW": "cpas/mission/",
        "rekour": "recours/tribunal/",
        "avoca gratuit": "recours/aide-juridique/",
        "pro deo": "recours/aide-juridique/",
        "refus cpas": "recours/refus/",
        "mutuel": "aides/sante/",
        "sans abri": "logement/hebergement-urgence/",
        "SDF": "logement/hebergement-urgence/",
        "carte orange": "etrangers/droits-selon-le-sejour/",
        "annexe 35": "etrangers/droits-selon-le-sejour/",
        "carte f": "etrangers/carte-f/",
        "étudiantes": "jeunes/etudes/",
        "minimum vieux": "revenus/grapa/",
        "IGO": "revenus/grapa/",
        "GPMI": "revenus/piis/",
        "epargne": "revenus/calcul/#savings",
        "lojement": "cpas/aides/#housing",
        "cpas ixelles": "annuaire/#cpas-ixelles",
        "samu social": "annuaire/#samusocial",
        "112": "annuaire/#urgence-112",
        "danger": "annuaire/#urgence-112",
        "mes parents m’ont mis dehors": "situations/left-home/",
    },
    "nl": {
        "ontslagen": "chomage/perdre-son-travail/",
        "werk verloren": "chomage/perdre-son-travail/",
        "bestaansminimum": "revenus/ris/",
        "bijstand": "revenus/ris/",
        "leeflon": "revenus/ris/",
        "CPAS": "cpas/mission/",
        "doppen": "chomage/reforme/",
        "stempelgeld": "chomage/reforme/",
        "werkloos 22 jaar": "chomage/allocations-insertion/",
        "chomage": "chomage/reforme/",
        "dakloos": "logement/hebergement-urgence/",
        "gratis advokaat": "recours/aide-juridique/",
        "schuld": "aides/dettes/",
        "F-kaart": "etrangers/carte-f/",
        "bemiddeling": "glossaire/#debt-mediation",
        "OCMW Elsene": "annuaire/#cpas-ixelles",
    },
    "en": {
        "fired": "chomage/perdre-son-travail/",
        "lost my job": "chomage/perdre-son-travail/",
        "dole": "revenus/ris/",
        "welfare": "revenus/ris/",
        "unemployement": "chomage/reforme/",
        "chômage": "chomage/reforme/",
        "free lawer": "recours/aide-juridique/",
        "homeless": "logement/hebergement-urgence/",
        "asylum seekers": "etrangers/asile/",
        "bailif": "aides/dettes/",
        "the court's judge": "recours/tribunal/",
        "OCMW": "cpas/mission/",
    },
    "ar": {
        "فقدت عملي": "chomage/perdre-son-travail/",
        "طردت من العمل": "chomage/perdre-son-travail/",
        "شوماج": "chomage/lettre-onem/",
        "اعانه البطالة": "chomage/lettre-onem/",  # no hamza, heh for teh marbuta
        "منحة البطاله": "chomage/lettre-onem/",
        "سي بي أ إس": "cpas/mission/",
        "محامى مجانى": "annuaire/#baj-bruxelles-fr",
        "اقامة": "etrangers/carte-de-sejour/",  # no article, no hamza
        "لوراق": "etrangers/carte-de-sejour/",
        "المُحامي المجاني": "annuaire/#baj-bruxelles-fr",  # vowel signs
        "كرا": "situations/eviction/",
        "لانتريت": "revenus/grapa/",
        "البوليس": "annuaire/#urgence-112",
        "batala": "chomage/lettre-onem/",
        "chomage": "chomage/lettre-onem/",
        "الشوماج": "chomage/lettre-onem/",
        "سيباس": "cpas/mission/",
        "سي بي أ س": "cpas/mission/",
        "المينيمكس": "revenus/ris/",
        "مترجم": "aides/langues/",
        "بنك": "situations/debts/",  # the page on accounts is in French alone
        "بلجيكا بلا مأوى": "situations/no-home/",
        "السوسيال سكاربيك": "annuaire/#cpas-schaerbeek",
        "CPAS مولنبيك": "annuaire/#cpas-molenbeek-saint-jean",
        "اندرلخت": "annuaire/#cpas-anderlecht",
    },
    "de": {
        "entlassen": "chomage/perdre-son-travail/",
        "Job verloren": "chomage/perdre-son-travail/",
        "Sozialamt": "cpas/mission/",
        "OSHZ": "cpas/mission/",
        "Arbeitslosengelt": "chomage/lettre-onem/",
        "Bürgergeld": "revenus/ris/",
        "kostenlose Anwältin": "annuaire/#baj-bruxelles-fr",
        "Gerichtsvollziher": "situations/debts/",
        "Mietschulden": "situations/eviction/",
        "kleine Rente": "revenus/grapa/",
        "Aufenthaltskarte": "etrangers/carte-de-sejour/",
    },
}
"""What is typed, and the address that must come first."""

ARABIC_PLACES = {
    "anderlecht": "أندرلخت",
    "auderghem": "أوديرغيم",
    "berchem-sainte-agathe": "برشم",
    "bruxelles": "بروكسل",
    "etterbeek": "إتربيك",
    "evere": "إيفير",
    "forest": "فورست",
    "ganshoren": "غانسهورن",
    "ixelles": "إيكسل",
    "jette": "جيت",
    "koekelberg": "كوكلبرغ",
    "molenbeek-saint-jean": "مولنبيك",
    "saint-gilles": "سان جيل",
    "saint-josse-ten-noode": "سان جوس",
    "schaerbeek": "سكاربيك",
    "uccle": "أوكل",
    "watermael-boitsfort": "بواتسفور",
    "woluwe-saint-lambert": "وولوي سان لامبير",
    "woluwe-saint-pierre": "وولوي سان بيير",
}
"""The municipalities of Brussels by the end of their CPAS's id, as Arabic writes them."""

FOLDED = {
    "L’ÉPARGNE d'Œuvre": ["epargne", "oeuvre"],
    "aujourd’hui, qu’est-ce": ["aujourd", "hui", "est", "ce"],
    "isolé·e": ["isole"],
    "Straße 60bis": ["strasse", "60bis"],
    "the worker's card": ["the", "worker", "card"],
    "المُساعَدة": ["مساعده"],
    "إعانة أحمد آخر": ["اعانه", "احمد", "اخر"],
    "  …!? ": [],
}


@pytest.fixture(scope="module")
def first(engine, model):
    """The first addresses for several things typed, in one language."""

    def first(language, typed):
        index = search.index(model, Macros(model, language, ROOT / "overrides/components", root="../"))
        code = (
            "([index, typed], { search }) => { const known = search.prepare(index);"
            " return typed.map((words) => search.search(known, words).map((entry) => entry.url)); }"
        )
        return engine.run(code, [json.loads(export.dump(index)), list(typed)])

    return first


@pytest.mark.parametrize("language", FOUND)
def test_what_people_type_leads_first_to_what_answers(first, language):
    found = dict(zip(FOUND[language], first(language, FOUND[language]), strict=True))
    assert {typed: [*urls, None][0] for typed, urls in found.items()} == FOUND[language]


def test_a_municipality_in_arabic_letters_leads_to_its_cpas(first, model):
    found = dict(zip(ARABIC_PLACES, first("ar", ARABIC_PLACES.values()), strict=True))
    assert {town: urls[0] for town, urls in found.items()} == {t: f"annuaire/#cpas-{t}" for t in ARABIC_PLACES}
    assert {f"cpas-{town}" for town in ARABIC_PLACES} == {
        id for id, desk in model.services.items() if "cpas" in desk.roles and desk.serves.municipalities
    }


def test_a_page_and_its_parts_are_one_result(first):
    (urls,) = first("fr", ["grapa"])
    assert [url.partition("#")[0] for url in urls].count("revenus/grapa/") == 1


@pytest.mark.parametrize("typed", ["", "   ", "?!", "xqzzyw", "hasOwnProperty", "constructor"])
def test_what_means_nothing_here_finds_nothing(first, typed):
    assert first("fr", [typed]) == [[]]


def test_a_text_of_any_length_is_searched(first):
    (urls,) = first("fr", ["leefloon " * 2_000])
    assert urls[0] == "revenus/ris/"


@pytest.mark.parametrize(("text", "words"), FOLDED.items(), ids=range(len(FOLDED)))
def test_case_accents_elisions_and_arabic_signs_make_no_difference(engine, text, words):
    assert engine.run("(text, { search }) => search.tokens(text)", text) == words


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("dete", "dette", 1),
        ("chomgae", "chomage", 1),
        ("rekour", "recours", 1),  # begun, and one letter wrong
        ("abc", "abd", 1),
        ("lait", "loi", 2),
        ("mutuelle", "mutuelle", 0),
    ],
)
def test_slips_are_counted_by_letter_and_a_swap_is_one(engine, typed, word, slips):
    assert engine.run("([typed, word], { search }) => search.distance(typed, word)", [typed, word]) == slips


def test_the_two_parts_of_an_index_make_it_whole(engine, model):
    index = search.index(model, Macros(model, "nl", ROOT / "overrides/components", root="../"))
    parts = [json.loads(export.dump(part)) for part in search.parts(index)]
    assert len(export.dump(parts[0])) < 0.6 * len(export.dump(index)), "what comes first is the smaller part"
    whole = engine.run("([first, more], { search }) => search.completed(first, more)", parts)
    for kind in ("entries", "synonyms"):
        whole[kind] = [{name: value for name, value in entry.items() if value is not None} for entry in whole[kind]]
    assert whole == index


def test_the_first_part_of_an_index_answers_alone(engine, model):
    first, _ = search.parts(search.index(model, Macros(model, "fr", ROOT / "overrides/components", root="../")))
    found = engine.run("(first, { search }) => search.search(search.prepare(first), 'minimex')[0].url", first)
    assert found == "revenus/ris/"
