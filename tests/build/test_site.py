"""The whole site, built once and strictly: what every page must hold, and what must not be there."""

import json
import re
import zipfile
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
from bonguichet import feed, sitelinks, styles
from bonguichet.branches import branches
from bonguichet.load import ROOT
from bonguichet.pagefiles import prefix_of, url_of

from tests.build.reached import Site
from tests.conftest import TODAY, real

MAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
ATOM = f"{{{feed.ATOM}}}"
HOME = "https://bon-guichet.example/"
MODEL = real().model
LANGUAGES = tuple(MODEL.offered)
PREFIXES = {language: prefix_of(language) for language in LANGUAGES}
WITHOUT_FACTS = (
    *("orientation", "a-propos", "glossaire", "accessibilite", "professionnels", "hors-ligne", "recherche"),
    "donnees-ouvertes",
)
DRESSED_ELSEWHERE = {"amount-line", "code", "counter", "filters", "group-name", "letter", "when", "without"}
"""The classes that wear a style in one place (on the results, in a question, on paper) and none in another."""


@pytest.fixture(scope="module")
def articles(pages):
    return {address: page for address, page in pages.items() if address != "404.html" and not address.startswith("r/")}


def language_of(address: str) -> str:
    first = address.split("/")[0]
    return first if first in LANGUAGES[1:] else "fr"


def is_written(address: str) -> bool:
    """Whether a page is in the language of its address: it does not fall back to French."""
    language = language_of(address)
    inside = address.removeprefix(PREFIXES[language])
    return any(url_of(path) == inside for path in MODEL.pages[language])


def test_every_page_exists_in_every_language(pages, model):
    for path in model.pages["fr"]:
        inside = "" if path == "index.md" else path.removesuffix(".md") + "/"
        for prefix in PREFIXES.values():
            assert prefix + inside in pages


def test_the_first_page_of_every_language_bears_the_name_of_the_site_and_no_tools_of_an_article(articles):
    for prefix in PREFIXES.values():
        html = articles[prefix].html
        assert "<title>Bon Guichet – " in html, prefix
        assert 'class="parts"' not in html, prefix


def test_every_page_waits_to_be_painted_for_something_that_stands_in_it(articles):
    for address, page in articles.items():
        [aim] = [link["href"] for link in page.attributes("link") if link["rel"] == "expect"]
        assert aim.removeprefix("#") in page.ids, address


def test_every_class_of_a_page_that_a_sheet_dresses_is_dressed_there(articles):
    """A sheet names the components that it is for: one that it forgets would stand undressed on its pages."""
    dressed = {name for sheet in styles.load(ROOT / "overrides" / "styles") for name in dressed_by(sheet.css)}
    for address, page in articles.items():
        shown = {name for attributes in page.all for name in attributes.get("class", "").split()}
        assert shown & dressed - DRESSED_ELSEWHERE <= dressed_by(page.text_of("style")), address


def dressed_by(css: str) -> set[str]:
    """The classes that have a style of their own, whatever shows the page."""
    bare = re.sub(r"@media[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", css)
    return set(re.findall(r"\.([a-z][\w-]*)", bare))


def test_every_page_says_its_language_and_direction(articles):
    for address, page in articles.items():
        [html] = page.attributes("html")
        language = language_of(address)
        assert (html["lang"], html["dir"]) == (language, MODEL.languages[language].direction), address


def test_every_link_anchor_and_picture_leads_to_something(site):
    """The build says so too (hooks/bonguichet/sitelinks.py), and would have ended."""
    assert sitelinks.problems(site, HOME, "fr") == []


def test_what_an_element_names_on_its_page_is_there(pages):
    """Labels, descriptions and headings that assistive technology follows; scripts bring some of their own."""
    for address, page in pages.items():
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            named = {id for a in page.all for id in a.get(attribute, "").split()}
            assert named <= page.ids, (address, attribute, named - page.ids)


def test_no_page_loads_anything_from_another_host(pages):
    for address, page in pages.items():
        loaded = [
            *page.values("script", "src"),
            *page.values("img", "src"),
            *(a["href"] for a in page.attributes("link") if a.get("rel") not in ("canonical", "alternate")),
        ]
        assert not [url for url in loaded if urlsplit(url).netloc], address
        assert not re.search(r"@import|url\((?!.?data:)", page.text_of("style")), address


def test_the_site_holds_no_file_that_nothing_refers_to(pages, site):
    """From where readers, hosts and search engines come in; `reached.py` says what counts as referring."""
    assert Site(site, HOME, LANGUAGES, pages).unreached(["", "404.html", "sitemap.xml", "_headers"]) == set()


REFERRING = {
    "index.html": """<html data-assets="a/1/"><link href="m.webmanifest"><a href="nl/">n</a><b data-module="late"></b></html>""",
    "nl/index.html": """<a href="#x">x</a><script>load("now.js")</script><html data-assets="../a/1/">""",
    "m.webmanifest": """{"icons": [{"src": "icon.png"}]}""",
    "a/1/late.js": """import "./twin.js"; fetch(`${assets}words.${language}.json`);""",
    "a/1/now.js": """register("worker.js")""",
    "sitemap.xml": "<loc>https://bon-guichet.example/told/</loc>",
    **dict.fromkeys(("icon.png", "a/1/twin.js", "a/1/words.nl.json", "worker.js", "told/index.html"), "{}"),
}
STRAY = ("stray.html", "a/1/words.xx.json", "a/1/bundle.js.map", "nl/404.html")


def test_a_file_that_nothing_refers_to_is_seen(tmp_path):
    for name, content in (REFERRING | dict.fromkeys(STRAY, "{}")).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    assert Site(tmp_path, HOME, ["nl"]).unreached(["", "sitemap.xml"]) == set(STRAY)


def test_every_page_links_to_itself_in_every_language(articles):
    for address, page in articles.items():
        switch = {a["hreflang"]: a["href"] for a in page.attributes("a") if a.get("data-action") == "language"}
        assert list(switch) == list(LANGUAGES)
        inside = address.split("/", 1)[1] if language_of(address) != "fr" else address
        for language, href in switch.items():
            prefix = "" if language == "fr" else f"{language}/"
            assert urlsplit(urljoin(HOME + address, href)).path.lstrip("/") == prefix + inside


def test_search_engines_get_absolute_addresses(articles, site):
    listed = {url.find(f"{MAP}loc").text for url in ElementTree.parse(site / "sitemap.xml").getroot()}
    kept = {address: page for address, page in articles.items() if is_written(address) and "/embed/" not in address}
    assert listed == {HOME + address for address in kept}
    for address, page in kept.items():
        assert [a["href"] for a in page.attributes("link") if a.get("rel") == "canonical"] == [HOME + address]


def test_the_list_for_search_engines_and_every_page_name_the_same_versions(articles, site):
    listed = {}
    for url in ElementTree.parse(site / "sitemap.xml").getroot():
        links = [(link.get("hreflang"), link.get("href")) for link in url.findall(f"{XHTML}link")]
        listed[url.find(f"{MAP}loc").text] = dict(links)
        assert len(links) == len(dict(links))
        assert url.find(f"{MAP}lastmod") is None, "nobody knows that day"
    for address, page in articles.items():
        told = {a["hreflang"]: a["href"] for a in page.attributes("link") if "hreflang" in a}
        assert told == listed.get(HOME + address, {}), address
    for address, versions in listed.items():
        assert versions["x-default"] == versions["fr"]
        assert address in versions.values()
        for other in versions.values():
            assert listed[other] == versions, "versions name each other"


def test_every_page_names_the_feed_of_its_language_and_each_entry_leads_to_pages_that_exist(articles, site):
    for address, page in articles.items():
        named = [a["href"] for a in page.attributes("link") if a.get("type") == feed.TYPE]
        assert [urljoin(HOME + address, href) for href in named] == [f"{HOME}feed.{language_of(address)}.xml"], address
    changes = {}
    for language in LANGUAGES:
        entries = ElementTree.parse(site / f"feed.{language}.xml").getroot().findall(f"{ATOM}entry")
        changes[language] = []
        for entry in entries:
            links = [link.get("href") for link in entry.findall(f"{ATOM}link")]
            assert len(links) > 1
            for link in links:
                there, _, anchor = link.removeprefix(HOME).partition("#")
                assert not anchor or anchor in articles[there].ids, link
            changes[language].append(links[0].partition("#")[2])
        page = articles[f"{PREFIXES[language]}a-propos/changements/"]
        assert set(changes[language]) <= page.ids and changes[language]
    assert all(told == changes["fr"] for told in changes.values())


def test_a_version_that_search_engines_are_told_of_is_in_its_language(articles, site):
    for url in ElementTree.parse(site / "sitemap.xml").getroot():
        for link in url.findall(f"{XHTML}link"):
            code, address = link.get("hreflang"), link.get("href").removeprefix(HOME)
            assert is_written(address)
            assert language_of(address) == ("fr" if code == "x-default" else code)


def test_a_page_tells_search_engines_only_what_it_shows(articles):
    told = {}
    for address, page in articles.items():
        for script in re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page.html):
            assert "<" not in script, "nothing in it may end it"
            told[address] = json.loads(script)["@graph"]
            for node in told[address]:
                assert node["name"] in page.words.replace("\xa0", " ") or node["@type"] == "GovernmentService"
                for number in node.get("telephone", ()):
                    assert f"tel:{number}" in page.values("a", "href"), (address, number)
                assert node.get("url", HOME + address) in {HOME + address, *page.values("a", "href")}
    assert {"annuaire/", "nl/annuaire/", "annuaire/tribunaux/"} <= set(told)
    rights = {address for address, nodes in told.items() if any(n["@type"] == "GovernmentService" for n in nodes)}
    pages = {(code, b.page) for code in LANGUAGES for b in MODEL.benefits.values() if b.page in MODEL.pages[code]}
    assert rights == {PREFIXES[code] + url_of(path) for code, path in pages}
    assert all(is_written(address) for address in told)


def test_open_data_stand_where_others_rely_on_them(site, pages):
    """Each names its schema beside it and follows it; the page that explains them links to every one."""
    linked = {
        urlsplit(urljoin(HOME + "donnees-ouvertes/", a)).path for a in pages["donnees-ouvertes/"].values("a", "href")
    }
    names = ("amounts", "benefits", "roles", "services", "deadlines", "sources", "questionnaire", "version")
    for name in names:
        path = site / f"data/v1/{name}.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        schema = json.loads((path.parent / data["$schema"]).read_text(encoding="utf-8"))
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(data)) == []
        assert f"/data/v1/{name}.json" in linked
    assert json.loads((site / "data/v1/version.json").read_text(encoding="utf-8"))["day"] == TODAY
    desks = json.loads((site / "data/v1/hsds/services.json").read_text(encoding="utf-8"))
    assert desks["total_items"] == len(MODEL.services)
    assert "/data/v1/hsds/services.json" in linked


def test_what_is_kept_for_a_place_without_network_holds_no_open_data(site):
    for language in LANGUAGES:
        kept = json.loads((site / f"hors-ligne/{language}.json").read_text(encoding="utf-8"))["files"]
        with zipfile.ZipFile(site / f"hors-ligne/{language}.zip") as copy:
            names = [*kept, *copy.namelist()]
            pages = "".join(copy.read(name).decode() for name in copy.namelist() if name.endswith(".html"))
        assert not [name for name in names if "data/v1" in name]
        assert "ld+json" not in pages, "no search engine reads a folder"


def test_a_page_that_falls_back_says_so_and_stands_in_french(articles):
    fallen = {address: page for address, page in articles.items() if not is_written(address)}
    assert fallen, "a core language leaves pages to French"
    for address, page in fallen.items():
        language = language_of(address)
        assert MODEL.word("fallback-notice", language) in page.words
        french = address.removeprefix(PREFIXES[language])
        assert [a["href"] for a in page.attributes("link") if a.get("rel") == "canonical"] == [HOME + french]
        assert {"lang": "fr", "dir": "ltr"}.items() <= page.attributes("article")[0].items()


def links_of(html: str, address: str):
    """Every link with the path to which it leads from `address`, and the words in it."""
    for attributes, words in re.findall(r"<a\s([^>]*)>(.*?)</a>", html, re.DOTALL):
        if 'data-action="language"' not in attributes and (found := re.search(r'href="([^"]*)"', attributes)):
            yield urlsplit(urljoin(HOME + address, found[1])).path.lstrip("/"), words


@pytest.mark.parametrize("language", [code for code, entry in MODEL.offered.items() if entry.scope == "core"])
def test_a_link_to_a_page_in_french_says_so_in_the_words_of_the_reader(articles, site, language):
    """Pages, and what the questionnaire shows."""
    [outcome] = site.glob(f"assets/*/outcome.{language}.json")
    shown = {f"{language}/orientation/": json.loads(outcome.read_text(encoding="utf-8"))["advice"]}
    html = {address: json.dumps(found, ensure_ascii=False).replace('\\"', '"') for address, found in shown.items()}
    html |= {f"{at}?": page.html for at, page in articles.items() if language_of(at) == language and is_written(at)}
    links = [link for address, text in html.items() for link in links_of(text, address)]
    french = [
        words for path, words in links if path in articles and language_of(path) == language and not is_written(path)
    ]
    assert len(french) > 100
    assert not [words for words in french if MODEL.word("in-french", language) not in words]
    assert not [words for words in french if words.startswith('<span lang="fr"')], (
        "each page has a title in the reader's language"
    )


def test_a_page_that_falls_back_names_the_nearest_one_in_the_readers_language(articles):
    [notice] = re.findall(
        r'<p class="notice">([^<]*<a href="[^"]*situations/debts/".*?)</p>', articles["ar/aides/dettes/"].html
    )
    assert MODEL.word("fallback-nearest", "ar") in notice


def test_the_page_for_frames_of_others_is_not_for_search_engines(articles):
    for prefix in PREFIXES.values():
        page = articles[f"{prefix}orientation/embed/"]
        assert {"name": "robots", "content": "noindex"} in page.attributes("meta")
        assert "canonical" not in page.values("link", "rel")


def test_the_code_for_other_sites_names_the_page_for_frames_in_the_language(articles):
    for prefix in PREFIXES.values():
        if is_written(f"{prefix}professionnels/"):
            assert f'src="{HOME}{prefix}orientation/embed/"' in articles[f"{prefix}professionnels/"].words


def test_every_page_of_facts_ends_with_its_sources_and_dates(articles):
    for address, page in articles.items():
        if address in PREFIXES.values() or any(name in address for name in WITHOUT_FACTS):
            continue
        checked = MODEL.text(MODEL.interface["rests-on-checked"], language_of(address)).split("{")[0].split()[0]
        assert 'class="rests-on"' in page.html, address
        assert page.html.rindex("<footer") > page.html.index("</article>")
        ending = page.html[page.html.index('class="rests-on"') :]
        assert "<li id=" in ending, address
        assert checked in ending, address


def test_an_id_stands_once_on_a_page(pages):
    assert {address: page.repeated for address, page in pages.items() if page.repeated} == {}


def test_a_translation_that_nobody_reviewed_says_so(pages, model):
    for language in LANGUAGES[1:]:
        assert model.word("page-written-in", language) in pages[f"{language}/revenus/ris/"].words


def test_amounts_follow_the_language_and_say_that_they_are_computed(pages):
    assert "environ 1\u202f340,47\xa0€ par mois" in pages["revenus/ris/"].words
    assert "1\u202f314,20\xa0€ par mois, depuis le 1er février 2025" in pages["revenus/ris/"].words
    assert "€\xa01.340,47" in pages["nl/revenus/ris/"].words
    assert "€1,340.47" in pages["en/revenus/ris/"].words


def test_the_first_question_stands_in_the_page(pages, model):
    first = next(iter(model.questions.values()))
    for prefix in PREFIXES.values():
        page = pages[f"{prefix}orientation/"]
        values = [a["value"] for a in page.attributes("input") if a.get("name") == first.id]
        assert values == [*(option.id for option in first.options), "none", "unknown"]
        assert "<form" not in page.html, "nothing can be submitted"


def test_without_script_every_rule_can_be_read_and_reached_by_its_address(pages, model):
    for prefix in PREFIXES.values():
        page = pages[f"{prefix}orientation/regles/"]
        asked = {f"question-{id}" for id in model.questions}
        rules = {f"warning-{id}" for id in model.warnings} | {f"not-covered-{id}" for id in model.not_covered}
        desks = {f"role-{id}" for id in model.roles}
        assert {*model.advice, *model.benefits, *asked, *rules, *desks} <= page.ids
    words = pages["orientation/regles/"].words.replace("\xa0", " ")
    for id, advice in model.advice.items():
        assert advice.title in words, id


def test_every_situation_has_a_page_with_all_the_advice_it_leads_to(pages, model):
    for option in model.questions["situation"].options:
        found = branches(model, option.id)
        for prefix in PREFIXES.values():
            page = pages[f"{prefix}situations/{option.id}/"]
            assert {a["data-advice"] for a in page.all if "data-advice" in a} == {*found.warnings}, page
            assert {a["data-later"] for a in page.all if "data-later" in a} == {*found.later}
            assert f"../../orientation/#situation={option.id}" in page.values("a", "href")


def test_the_directory_has_an_anchor_for_every_desk_role_and_municipality(pages, model):
    links = {href.split("#")[1] for href in pages["annuaire/"].values("a", "href") if "#" in href}
    shown = {a["id"] for a in pages["annuaire/"].attributes("details") if "id" in a}
    towns = [town for town in model.municipalities.values() if town.region == "brussels"]
    of_a_town = [id for id in shown & set(model.services) if model.services[id].serves.municipalities]
    assert {
        town
        for id in of_a_town
        for town in model.services[id].serves.municipalities
        if "cpas" in model.services[id].roles
    } >= {id for id, town in model.municipalities.items() if town in towns}
    roles = {role for id in shown & set(model.services) for role in model.services[id].roles} - {"cpas"}
    assert {f"role-{role}" for role in roles} <= pages["annuaire/"].ids
    assert shown & set(model.services) <= links


def test_nothing_on_a_page_can_be_submitted_without_its_script(pages):
    for address, page in pages.items():
        for form in page.attributes("form"):
            assert "hidden" in form and not {"action", "method"} & set(form), address


def test_the_rule_sheet_names_the_version_that_shared_links_carry(pages, site):
    (path,) = site.glob("assets/*/rules.fr.json")
    version = json.loads(path.read_text(encoding="utf-8"))["version"]
    for prefix in PREFIXES.values():
        assert version in pages[f"{prefix}orientation/regles/"].words


def test_every_letter_is_one_link_away_and_leads_to_the_questions(pages, model):
    for prefix in PREFIXES.values():
        page = pages[f"{prefix}lettres/"]
        assert {*model.letters, "no-letter"} <= page.ids
        ways = {href.split("#")[1] for href in page.values("a", "href") if "orientation/#" in href}
        options = {*(option.id for option in model.questions["letter"].options), "unknown"}
        assert ways == {f"situation=letter&letter={id}" for id in options}


def test_the_page_for_unknown_addresses_speaks_every_language(pages, model):
    page = pages["404.html"]
    for language in LANGUAGES:
        assert model.word("not-found", language) in page.words
    assert {a["href"] for a in page.attributes("a")} == {f"/{prefix}" for prefix in PREFIXES.values()}


def rules_of(site, language):
    """Everything that the questionnaire of a language fetches of the rules, in one."""
    files = [path for part in ("rules", "outcome") for path in site.glob(f"assets/*/{part}.{language}.json")]
    assert len(files) == 2
    return {name: value for path in files for name, value in json.loads(path.read_text(encoding="utf-8")).items()}


def test_the_rules_are_the_same_in_every_language(site):
    logic = []
    for language in LANGUAGES:
        rules = rules_of(site, language)
        logic.append(
            [
                rules["version"],
                [(id, q.get("when"), q["values"]) for id, q in rules["questions"].items()],
                [(id, a["when"], a["roles"], a["urgency"]) for id, a in rules["advice"].items()],
                rules["deadlines"],
            ]
        )
    assert all(rules == logic[0] for rules in logic)


def test_mkdocs_builds_the_languages_that_the_data_promise(model):
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.findall(r"locale: (\w+)", text) == list(model.languages), (
        "the default comes first, the same in both files"
    )


def test_every_folder_of_docs_is_a_language_or_the_assets(model):
    """The language plugin silently drops two-letter folders that are no language."""
    folders = {path.name for path in (ROOT / "docs").iterdir()}
    assert {*model.offered, "assets"} <= folders <= {*model.languages, "assets"}


def test_headings_keep_their_ids_in_every_language(articles):
    for address, page in articles.items():
        if language_of(address) != "fr":
            french = articles[address.split("/", 1)[1]]
            assert page.heading_ids == french.heading_ids, address
