"""Versions of the site that a reader keeps on a device: how the tests publish, keep and count them."""

import json
from datetime import date
from pathlib import Path

from bonguichet import offline
from playwright.sync_api import expect

from tests.browser.waiting import until

STORED = """async () => {
  const names = await caches.keys();
  const keys = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  const workers = await navigator.serviceWorker.getRegistrations();
  return { caches: names.sort(), addresses: keys.flat(), workers: workers.length };
}"""
NOTHING = {"caches": [], "addresses": [], "workers": 0}
NEW = "<p data-version-two>2</p></main>"
PATIENCE = 30_000
"""How long, in milliseconds, a download may take on a busy machine."""


def publish_second_version(folder: Path) -> None:
    """Every French page changes, and pack and list with them, as after another build."""
    path = folder / offline.list_name("fr")
    old = json.loads(path.read_text())
    kept = {}
    for name in old["files"]:
        file = folder / name / "index.html" if name.endswith("/") or not name else folder / name
        if file.suffix == ".html":
            replace(file, file.read_text(encoding="utf-8").replace("</main>", NEW))
        kept[name] = file.read_text(encoding="utf-8")
    pack = offline.packed(kept)
    new = offline.listing("fr", old["page"], kept, pack, date(2026, 12, 1), date(2026, 12, 31), old["words"])
    replace(folder / offline.pack_name("fr"), pack.decode())
    replace(path, json.dumps(new, default=str))


def replace(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text, encoding="utf-8")


def stored(reader) -> dict:
    return reader.page.evaluate(STORED)


def keep(reader, page="/hors-ligne/", words="Gardé sur cet appareil : la version du 22 novembre 2026."):
    """Tap « keep », and wait until it is done."""
    reader.open(page)
    reader.page.locator("[data-action=save]").click()
    expect(reader.page.locator("[data-state]")).to_contain_text(words, timeout=PATIENCE)


def leave(reader) -> None:
    """Leave the questionnaire, come back to another page, and wait until nothing is kept."""
    reader.page.locator("[data-action=leave]").click()
    reader.page.wait_for_url("about:blank")
    reader.open("/a-propos/")
    until(reader.page, "async () => (await caches.keys()).length === 0")
    reader.page.reload()
