"""Without network: nothing is stored before the tap, a version is whole or absent, and everything can be taken away.

Each test has a server of its own, whose files it may break and replace."""

import json
import threading
import zipfile
from functools import partial
from pathlib import Path

import pytest
from bonguichet import formatting, offline
from playwright.sync_api import expect

from tests.browser.conftest import ADULT, NETWORK, PHONE
from tests.browser.versions import NOTHING, PATIENCE, keep, leave, publish_second_version, replace, stored
from tests.conftest import TODAY, _Quiet, _Server

SIZE = """async () => {
  const name = (await caches.keys()).find((name) => !name.includes('kept'));
  const cache = await caches.open(name);
  const sizes = (await cache.keys()).map(async (key) => (await (await cache.match(key)).arrayBuffer()).byteLength);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size);
}"""
"""What is kept on the device, in bytes."""
LOST = "hors-ligne/fr.pack.json"


@pytest.fixture
def address(folder) -> str:
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    ("language", "prefix", "words", "need"),
    [
        ("fr", "/", "Gardé sur cet appareil : la version du 22 novembre 2026.", "Pour quel besoin ?"),
        ("nl", "/nl/", "Op dit toestel bewaard: de versie van 22 november 2026.", "Voor welke nood?"),
    ],
    ids=["fr", "nl"],
)
def test_after_one_tap_a_language_opens_without_network_and_before_it_nothing_is_stored(
    new_reader, language, prefix, words, need
):
    reader = new_reader()
    reader.open(f"{prefix}revenus/ris/").open(f"{prefix}orientation/").open(f"{prefix}hors-ligne/")
    assert stored(reader) == NOTHING
    pack = reader.page.request.get(f"{reader.address}/hors-ligne/{language}.pack.json").body()
    sent, told = formatting.megabytes(offline.sent(pack), language), reader.page.locator("#offline-size")
    expect(told).to_contain_text(sent.replace("\xa0", " "))  # stands there before the tap
    said = told.inner_text().replace("\xa0", " ")
    keep(reader, f"{prefix}hors-ligne/", words)
    assert formatting.megabytes(reader.page.evaluate(SIZE), language).replace("\xa0", " ") in said
    reader.page.context.set_offline(True)
    reader.open(prefix)
    expect(reader.page.locator("h1")).to_be_visible()
    reader.page.locator("footer a[href$='hors-ligne/']").click()
    expect(reader.page.locator("[data-state]")).to_contain_text(words)
    reader.open(f"{prefix}orientation/#{ADULT}&at=income")
    reader.answer("income", "none-at-all")
    reader.results()
    assert reader.page.locator("[data-advice] [data-service]").count()
    reader.open(f"{prefix}annuaire/")
    everything = reader.page.locator("li[data-service]:visible").count()
    reader.page.locator("#filter-need").select_option("home")
    assert 0 < reader.page.locator("li[data-service]:visible").count() < everything
    assert [url for url in stored(reader)["addresses"] if "#" in url or "?" in url or "none-at-all" in url] == []
    reader.page.goto(f"{reader.address}/en/recours/refus/", wait_until="commit")
    expect(reader.page.locator("#not-kept")).to_be_in_viewport()
    assert reader.page.url.endswith("hors-ligne/#not-kept"), "what is not kept leads to the page that says so"


def test_a_first_download_that_fails_keeps_nothing_and_says_so(new_reader, folder):
    reader = new_reader(may_note=NETWORK)
    (folder / LOST).rename(folder / "lost")
    keep(reader, words="Le téléchargement a échoué. Rien n’a été gardé.")
    assert stored(reader) == NOTHING


def test_a_version_is_replaced_whole_after_the_reader_agreed_or_stays_as_it_was(new_reader, folder):
    reader = new_reader(may_note=NETWORK)
    keep(reader)
    first = stored(reader)["caches"]
    second = reader.page.locator("[data-version-two]")
    update = reader.page.locator("[data-newer] [data-action=update]")

    publish_second_version(folder)
    (folder / LOST).rename(folder / "lost")
    reader.open("/revenus/ris/")
    expect(reader.page.locator("[data-newer] [role=status]")).to_contain_text("Une version plus récente existe.")
    assert second.count() == 0, "nothing changes before the tap"
    update.click()
    expect(reader.page.locator("[data-newer] [role=status]")).to_contain_text(
        "L’ancienne version reste en place.", timeout=PATIENCE
    )
    assert stored(reader)["caches"] == first
    for path in ("/", "/recours/refus/"):
        assert reader.page.goto(reader.address + path).from_service_worker
        assert second.count() == 0, "with the network back, each page is still of the version that is kept"

    (folder / "lost").rename(folder / LOST)
    update.click()
    expect(second).to_be_attached(timeout=PATIENCE)
    expect(reader.page.locator("[data-newer]")).to_have_count(0)
    kept = stored(reader)
    assert len(kept["caches"]) == 2
    assert not set(kept["caches"]) & set(first) - {"bon-guichet-kept-fr"}
    reader.page.context.set_offline(True)
    for path in ("/", "/revenus/ris/", "/recours/refus/"):
        reader.open(path)
        assert second.count() == 1, path


def test_a_pack_that_is_not_of_the_version_of_the_list_is_refused(new_reader, folder):
    reader = new_reader()
    pack = folder / LOST
    replace(pack, pack.read_text(encoding="utf-8").replace("CPAS", "SAPC"))
    keep(reader, words="Le téléchargement a échoué.")
    assert stored(reader) == NOTHING


def test_what_is_kept_is_what_the_site_shows_but_for_what_only_others_read(new_reader, site):
    reader = new_reader()
    keep(reader)
    found = reader.page.evaluate("""async () => {
      const list = await (await caches.match('/hors-ligne/fr.json')).json();
      const texts = Object.keys(list.files).map(async (path) => {
        const response = await caches.match(new URL(path, new URL('/', location.href)).href);
        return [path, [response.headers.get('Content-Type').split(';')[0], await response.text()]];
      });
      return Object.fromEntries(await Promise.all(texts));
    }""")
    shown = offline.Files(site, found)
    assert {name: text for name, (_, text) in found.items()} == {
        name: offline.for_readers(name, text) for name, text in shown.items()
    }
    kinds = {name.rpartition("/")[2].rpartition(".")[2] or "html": kind for name, (kind, _) in found.items()}
    assert kinds == {
        "html": "text/html",
        "js": "text/javascript",
        "json": "application/json",
        "svg": "image/svg+xml",
        "webmanifest": "application/manifest+json",
    }


def test_a_button_removes_everything_that_is_kept(new_reader):
    reader = new_reader()
    keep(reader)
    reader.page.locator("[data-action=remove]").click()
    expect(reader.page.locator("[data-state]")).to_contain_text("Tout est enlevé")
    expect(reader.page.locator("[data-action=save]")).to_be_visible()
    reader.open("/")
    assert stored(reader) == NOTHING


def test_leaving_the_questionnaire_removes_everything_that_is_kept(new_reader):
    reader = new_reader()
    keep(reader)
    reader.open(f"/orientation/#{ADULT}")
    leave(reader)
    assert stored(reader) == NOTHING


def test_what_is_kept_is_read_without_opening_a_cache_which_would_bring_a_removed_one_back(new_reader):
    reader = new_reader()
    keep(reader)
    (worker,) = reader.page.context.service_workers
    worker.evaluate("() => { caches.open = () => Promise.reject(new Error('opened')); }")
    reader.page.context.set_offline(True)
    reader.open("/recours/refus/")
    expect(reader.page.locator("h1")).to_be_visible()


def test_a_browser_that_cannot_keep_the_site_is_told_of_the_copy(new_reader):
    reader = new_reader()
    reader.page.add_init_script("delete Navigator.prototype.serviceWorker")
    reader.open("/hors-ligne/")
    expect(reader.page.locator("[data-state]")).to_contain_text("Prenez la copie à télécharger.")
    assert reader.page.locator("[data-action=save]").is_hidden()


def test_the_site_can_be_installed_in_every_language(new_reader):
    reader = new_reader()
    for language, prefix in (("fr", "/"), ("nl", "/nl/"), ("en", "/en/")):
        reader.open(prefix)
        tab = reader.page.context.new_cdp_session(reader.page)
        found = tab.send("Page.getAppManifest")
        assert found["errors"] == []
        manifest = json.loads(found["data"])
        assert (manifest["lang"], manifest["display"], manifest["scope"]) == (language, "standalone", "./")
        assert manifest["start_url"] == f".{prefix}"
        for icon in manifest["icons"]:
            assert reader.page.request.get(f"{reader.address}/{icon['src']}").ok


@pytest.fixture
def copied(browser, site, tmp_path):
    """A page of a browser at the first file of a copy, extracted; it must ask for files only, and meet no fault."""
    with zipfile.ZipFile(site / "hors-ligne" / "fr.zip") as archive:
        archive.extractall(tmp_path)
    faults, requests = [], []
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type in ("error", "warning") else None)
    page.on("request", lambda request: requests.append(request.url))
    page.on(
        "requestfailed",
        lambda request: faults.append(f"failed: {request.url}") if request.failure != "net::ERR_ABORTED" else None,
    )
    page.goto((tmp_path / "bon-guichet-fr" / "index.html").as_uri())
    yield page
    context.close()
    assert faults == []
    assert [url for url in requests if not url.startswith(("file:", "about:", "blob:"))] == []


def test_in_a_copy_a_situation_of_the_first_page_opens_the_questions(copied):
    copied.locator(".choices a[data-situation=no-home]").click()
    expect(copied.locator("[data-action=next]")).to_be_enabled(timeout=30_000)
    assert copied.url.endswith("/orientation/index.html#situation=no-home&at=situation")


def test_a_copy_opens_from_a_folder_with_its_questions_and_its_directory(copied):
    notice = copied.locator("[data-copy]")
    expect(notice).to_contain_text("Copie du 22 novembre 2026. Ne vous y fiez plus après le 31 décembre 2026.")
    assert copied.locator("a[data-action=language], a[href^='/'], a[href$='/']:not([href^=http])").count() == 0
    copied.locator("a[href^='annuaire/index.html']").last.evaluate("(link) => link.click()")
    expect(copied.locator("[data-count]")).not_to_be_empty()
    everything = copied.locator("li[data-service]:visible").count()
    copied.locator("#filter-need").select_option("home")
    assert 0 < copied.locator("li[data-service]:visible").count() < everything
    folder = copied.url.split("/annuaire/")[0]
    copied.goto(f"{folder}/annuaire/tribunaux/index.html")
    copied.locator("#court-code").fill("1070")
    copied.locator("[data-court-finder] button").click()
    expect(copied.locator("[data-found]")).to_contain_text("Anderlecht")
    copied.goto(f"{folder}/orientation/index.html#{ADULT}&at=income")
    copied.locator("fieldset[data-question=income] input[value=none-at-all]").check()
    copied.locator("[data-action=next]").click()
    expect(copied.locator("[data-view]")).to_have_attribute("data-view", "results")
    expect(notice).to_be_visible()
    assert copied.locator("[data-action=share]").is_hidden(), "a link into a folder leads nobody anywhere"
    copied.locator("[data-results] [data-advice] a[href*='index.html']").first.evaluate("(link) => link.click()")
    expect(copied.locator("[data-copy]")).to_be_visible()
    assert copied.url.startswith(folder)
    copied.go_back()
    copied.locator("[data-action=leave]").click()
    copied.wait_for_url("about:blank")


def test_a_copy_says_when_its_day_has_passed(copied):
    expect(copied.locator("[data-copy] [data-late]")).to_be_hidden()
    copied.clock.set_fixed_time("2027-01-01T12:00:00")
    copied.reload()
    expect(copied.locator("[data-copy] [data-late]")).to_be_visible()


@pytest.mark.long
def test_every_page_of_a_copy_opens_without_a_fault(copied):
    folder = Path(copied.url.removeprefix("file://")).parent
    for path in sorted(folder.rglob("index.html")):
        copied.goto(path.as_uri())
        links = copied.eval_on_selector_all("a[href]", "(links) => links.map(({ href }) => href)")
        missing = [
            url
            for url in links
            if url.startswith("file:") and not Path(url.removeprefix("file://").split("#")[0]).is_file()
        ]
        assert missing == [], path
