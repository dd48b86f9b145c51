"""The search as a reader meets it: old words, other languages and slips of the pen lead to the page that answers."""

import json
from functools import cache

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
        "chomage 22ans": "chomage/allocations-insertion/",
        "j'ai 22 ans plus de chomage": "chomage/allocations-insertion/",
        "chomage 17 ans": "chomage/allocations-insertion/",  # an age does not make one forget the word beside it
        "chomage 60 ans": "chomage/vers-le-cpas/",  # nor is it that of « article 60 »
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
        "lojement": "situations/no-home/",
        "pas de logement": "situations/no-home/",
        "je dors dehors": "logement/hebergement-urgence/",
        "expulsé de mon appart": "logement/expulsion/",
        "loyer": "logement/expulsion/",
        "rien a manger": "demander/urgence/",
        "aide du cpas": "cpas/aides/",
        "Sozialhilfe": "revenus/ris/",
        "stempelgeld": "chomage/reforme/",
        "RVA": "chomage/lettre-onem/",
        "lonem": "chomage/lettre-onem/",
        "plus droit au chomage": "chomage/lettre-onem/",
        "exclu du chômage": "chomage/reforme/",
        "C29": "chomage/fin-ou-sanction/",
        "appel tribunal": "recours/tribunal/",
        "rembourser cpas": "recours/remboursement/",
        "pension minimum": "revenus/grapa/",
        "article 61": "revenus/article-61/",
        "art 61": "revenus/article-61/",
        "amu": "etrangers/sans-papiers/",
        "maman solo": "revenus/montants/",
        "divorce": "situations/separation/",
        "mon mari me frappe": "jeunes/conflit-violence/",
        "cpas 1080": "annuaire/#cpas-molenbeek-saint-jean",
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
        "dopgeld": "chomage/reforme/",
        "geen werkloosheid meer": "chomage/lettre-onem/",
        "werkloos 22 jaar": "chomage/allocations-insertion/",
        "chomaj 22 ans": "chomage/allocations-insertion/",
        "steungeld": "revenus/ris/",
        "minimex": "revenus/ris/",
        "leefloon": "revenus/ris/",
        "ONEM": "chomage/lettre-onem/",
        "minimumpensioen": "revenus/grapa/",
        "bijlage 35": "etrangers/droits-selon-le-sejour/",
        "artikel 61": "revenus/article-61/",
        "beroep rechtbank": "recours/tribunal/",
        "studiebeurs": "jeunes/etudes/#grant",
        "huur": "logement/expulsion/",
        "mijn man slaat mij": "jeunes/conflit-violence/",
        "ik wil dood": "annuaire/#tele-accueil-107",
        "buitengezet": "jeunes/quitter-la-maison/",
        "terugbetalen ocmw": "recours/remboursement/",
        "Brussel": "annuaire/#cpas-bruxelles",
        "1030": "annuaire/#cpas-schaerbeek",
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
        "benefits": "cpas/aides/",
        "minimex": "revenus/ris/",
        "leefloon": "revenus/ris/",
        "unemployed 22 years": "chomage/reforme/",
        "RVA": "annuaire/#onem-bruxelles",
        "minimum pension": "revenus/grapa/",
        "carte orange": "etrangers/droits-selon-le-sejour/",
        "annex 35": "etrangers/droits-selon-le-sejour/",
        "17 years old": "jeunes/moins-de-18/",
        "no money": "demander/urgence/",
        "nothing to eat": "demander/urgence/",
        "my husband hits me": "jeunes/conflit-violence/",
        "i want to die": "annuaire/#tele-accueil-107",
        "single mother": "revenus/montants/",
        "housing": "situations/no-home/",
        "repay cpas": "recours/remboursement/",
        "Brussels": "annuaire/#cpas-bruxelles",
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
        "chomaj": "chomage/lettre-onem/",
        "chomage 22 ans": "chomage/lettre-onem/",
        "chomaj 22 ans": "chomage/lettre-onem/",
        "البطالة 22 سنة": "chomage/lettre-onem/",
        "minimex": "revenus/ris/",
        "minimix": "revenus/ris/",
        "leefloon": "revenus/ris/",
        "Sozialhilfe": "revenus/ris/",
        "CPAS": "cpas/mission/",
        "sossial": "cpas/mission/",
        "ONEM": "chomage/lettre-onem/",
        "رفض السوسيال": "recours/refus/",
        "كيفاش نطلب السوسيال": "demander/demande/",
        "tribunal": "recours/refus/",  # the page on the court is not in Arabic
        "article 61": "revenus/article-61/",  # the French title of a page
        "المادة 61": "revenus/article-61/",
        "carte orange": "etrangers/carte-de-sejour/",
        "annexe 35": "etrangers/carte-de-sejour/",
        "warqa": "etrangers/carte-de-sejour/",
        "bla wra9": "situations/residence-worry/",
        "pension minimum": "revenus/grapa/",
        "lantrit": "revenus/grapa/",
        "lkra": "situations/eviction/",
        "بغيت دار": "situations/no-home/",
        "طردوني من الدار": "situations/left-home/",
        "بغيت نخدم": "situations/work/",
        "sbitar bla flous": "situations/health/",
        "makanch flous": "demander/urgence/",
        "bria": "lettres/",
        "طلاق": "situations/separation/",
        "راجلي كيضربني": "situations/danger/",
        "أكتيريس": "annuaire/#actiris",
        "molenbeek": "annuaire/#cpas-molenbeek-saint-jean",
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
        "CPAS": "cpas/mission/",
        "chomage": "chomage/lettre-onem/",
        "Arbeitslos 22 Jahre": "chomage/lettre-onem/",
        "minimex": "revenus/ris/",
        "Sozialhilfe": "revenus/ris/",
        "Hartz IV": "revenus/ris/",
        "Mindestrente": "revenus/grapa/",
        "Klage": "recours/refus/",  # the page on the court is not in German
        "Sozialhilfe gestrichen": "recours/refus/",
        "Arbeitslosengeld gestrichen": "chomage/lettre-onem/",
        "Anlage 35": "etrangers/carte-de-sejour/",
        "Artikel 61": "revenus/article-61/",
        "keine Wohnung": "situations/no-home/",
        "rausgeworfen": "situations/left-home/",
        "Scheidung": "situations/separation/",
        "Brüssel": "annuaire/#cpas-bruxelles",
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

ALSO = {
    ("fr", "minimex"): ["revenus/montants/", "revenus/eris/", "situations/no-money/", "demander/demande/"],
    ("fr", "chomdu"): ["chomage/perdre-son-travail/", "chomage/lettre-onem/", "annuaire/#onem-bruxelles"],
    ("fr", "chomage 17 ans"): ["chomage/reforme/", "chomage/lettre-onem/"],
    ("nl", "steungeld"): ["revenus/montants/", "revenus/eris/", "demander/demande/"],
    ("nl", "buitengezet"): ["situations/left-home/", "chomage/perdre-son-travail/", "logement/expulsion/"],
    ("en", "dole"): ["revenus/montants/", "revenus/estimation/", "situations/no-money/"],
    ("ar", "minimex"): ["demander/demande/", "situations/no-money/", "glossaire/#ris"],
    ("ar", "chomaj"): ["chomage/perdre-son-travail/", "situations/job-lost/", "annuaire/#onem-bruxelles"],
    ("ar", "chomage 22 ans"): ["situations/job-lost/", "demander/demande/"],
    ("ar", "المينيمكس"): ["demander/demande/", "situations/no-money/"],
    ("de", "gestrichen"): ["chomage/lettre-onem/", "recours/refus/", "situations/no-home/"],
    ("de", "Stütze"): ["chomage/perdre-son-travail/", "situations/job-lost/", "demander/demande/"],
}
"""What is typed, and addresses that are found with what comes first: those that speak of it by its plain word, or that
answer another meaning of it."""

SAID_EVERYWHERE = ["chomage", "minimex", "CPAS", "ONEM", "avocat", "chomage 22 ans"]
"""French words that all of Brussels says."""

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
    "١٠٧٠ Anderlecht": ["1070", "anderlecht"],
    "L’ÉPARGNE d'Œuvre": ["epargne", "oeuvre"],
    "aujourd’hui, qu’est-ce": ["aujourd", "hui", "est", "ce"],
    "isolé·e": ["isole"],
    "Straße 22ans C4": ["strasse", "22", "ans", "c4"],
    "the worker's card": ["the", "worker", "card"],
    "المُساعَدة": ["مساعده"],
    "إعانة أحمد آخر": ["اعانه", "احمد", "اخر"],
    "  …!? ": [],
}


@pytest.fixture(scope="module")
def parts(model):
    """The two parts of the index of one language, as a browser gets them."""

    @cache
    def parts(language):
        index = search.index(model, Macros(model, language, ROOT / "overrides/components", root="../"))
        return [json.loads(export.dump(part)) for part in search.parts(index)]

    return parts


@pytest.fixture(scope="module")
def first(engine, parts):
    """The first addresses for several things typed, in one language; at once, or when all has come."""

    def first(language, typed, at_once=False):
        code = (
            "([first, more, typed], { search }) => { const known = search.prepare(more ? search.completed(first, more) : first);"
            " return typed.map((words) => search.search(known, words).map((entry) => entry.url)); }"
        )
        begin, more = parts(language)
        return engine.run(code, [begin, None if at_once else more, list(typed)])

    return first


@pytest.mark.parametrize("language", FOUND)
def test_what_people_type_leads_first_to_what_answers(first, language):
    found = dict(zip(FOUND[language], first(language, FOUND[language]), strict=True))
    assert {typed: [*urls, None][0] for typed, urls in found.items()} == FOUND[language]


@pytest.mark.parametrize(("language", "typed"), ALSO)
def test_with_what_comes_first_stands_what_answers_by_the_plain_word_or_another_meaning(first, language, typed):
    (urls,) = first(language, [typed])
    assert not set(ALSO[language, typed]) - set(urls)


@pytest.mark.parametrize("language", [language for language in FOUND if language != "fr"])
def test_what_all_of_brussels_says_is_answered_at_once_in_every_language(first, language):
    assert [urls[0] for urls in first(language, SAID_EVERYWHERE, at_once=True)] == [
        urls[0] for urls in first(language, SAID_EVERYWHERE)
    ]


def test_a_municipality_in_arabic_letters_leads_to_its_cpas(first, model):
    found = dict(zip(ARABIC_PLACES, first("ar", ARABIC_PLACES.values()), strict=True))
    assert {town: urls[0] for town, urls in found.items()} == {t: f"annuaire/#cpas-{t}" for t in ARABIC_PLACES}
    assert {f"cpas-{town}" for town in ARABIC_PLACES} == {
        id for id, desk in model.services.items() if "cpas" in desk.roles and desk.serves.municipalities
    }


@pytest.mark.parametrize("page", ["revenus/grapa/", "glossaire/"])
def test_a_page_and_its_parts_are_one_result(first, page):
    (urls,) = first("fr", ["grapa"])
    assert [url.partition("#")[0] for url in urls].count(page) == 1


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


def test_the_two_parts_of_an_index_make_it_whole(engine, model, parts):
    index = search.index(model, Macros(model, "nl", ROOT / "overrides/components", root="../"))
    begin, more = parts("nl")
    assert len(export.dump(begin)) < 0.5 * len(export.dump(index)), "what comes first is the smaller part"
    whole = engine.run("([first, more], { search }) => search.completed(first, more)", [begin, more])
    for kind in ("entries", "synonyms"):
        whole[kind] = [{name: value for name, value in entry.items() if value is not None} for entry in whole[kind]]
    headings = index.pop("headings")
    assert whole == index | {"entries": index["entries"] + headings}
    pages = {entry["page"] for entry in whole["entries"] if "page" in entry}
    assert all("page" not in whole["entries"][page] for page in pages), "a part names its page, not another part"
