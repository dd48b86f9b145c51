"""What is kept for a place without network, under faults: of the network, the host, the device, the browser, other tabs.

In each case the reader keeps a whole version, or nothing where nothing was, is told in words, and can try again."""

import json
import os
import signal
import socket
import struct
import subprocess
import threading
from collections.abc import Callable, Iterable
from functools import partial
from itertools import product

import pytest
from playwright.sync_api import expect

from tests import chromium
from tests.browser.conftest import NETWORK
from tests.browser.versions import NOTHING, PATIENCE, keep, leave, publish_second_version, stored
from tests.conftest import QUIET, TODAY, _Quiet, _Server

FAILED = "Le téléchargement a échoué. Rien n’a été gardé."
UPDATE_FAILED = "La mise à jour a échoué. L’ancienne version reste en place."
FULL = "Il n’y a plus assez de place sur cet appareil. Rien n’a changé."
FIRST = "Gardé sur cet appareil : la version du 22 novembre 2026."
SECOND = "Gardé sur cet appareil : la version du 1er décembre 2026."
NOT_KEPT = "Rien n’est gardé sur cet appareil"
LIST, PACK, WORKER = "/hors-ligne/fr.json", "/hors-ligne/fr.pack.json", "/service-worker.js"
PAGE = "/recours/refus/"
PORTAL = b"<!doctype html><title>Wi-Fi</title><h1>Acceptez les conditions</h1>"


class Host(_Quiet):
    """A host of the site; a test sets what it does instead, for which addresses, in `server.fault` and `server.on`."""

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.server.asked.append(path)
        if self.server.fault and self.server.on(path):
            self.server.fault(self)
        else:
            super().do_GET()

    def give(self, body: bytes, kind: str, length: int | None = None, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def file(self) -> tuple[bytes, str]:
        """The bytes and the kind of what is asked for."""
        path = self.translate_path(self.path)
        path += "index.html" if path.endswith("/") else ""
        with open(path, "rb") as file:
            return file.read(), self.guess_type(path)


def cut(host: Host) -> None:
    """The connection breaks off in the middle of the body."""
    content, kind = host.file()
    host.give(content[: len(content) // 2], kind, len(content))
    host.wfile.flush()
    host.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def shorter(host: Host) -> None:
    """Less arrives than the header promised, and the connection ends in order."""
    content, kind = host.file()
    host.give(content[:-100], kind, len(content))


def unnoticed(host: Host) -> None:
    """Half of the body, of which no header told the length: only its fingerprint shows it."""
    content, kind = host.file()
    host.give(content[: len(content) // 2], kind)


def broken(host: Host) -> None:
    host.send_error(500)


def missing(host: Host) -> None:
    host.send_error(404)


def portal(host: Host) -> None:
    """The page of a network that wants to be agreed to first, at every address."""
    host.give(PORTAL, "text/html")


def other_data(host: Host) -> None:
    host.give(b"{}", "application/json")


FAULTS = [cut, shorter, unnoticed, broken, missing, portal, other_data]


def named(value: Callable | str) -> str:
    return value if isinstance(value, str) else value.__name__


def first_in_short(cases: Iterable[tuple]) -> list:
    """The first case is tried by `make test`, the others by `make test-all`."""
    first, *others = cases
    return [first, *(pytest.param(*case, marks=pytest.mark.long) for case in others)]


class Held:
    """A fault that answers nothing until a test lets it go on: with the file, or with `fault`."""

    def __init__(self):
        self.reached, self.go, self.fault = threading.Event(), threading.Event(), None

    def __call__(self, host: Host) -> None:
        self.reached.set()
        self.go.wait(PATIENCE / 1000)
        if self.fault:
            self.fault(host)
        else:
            host.give(*host.file())


@pytest.fixture
def host(folder):
    """The server of this test, which may break it."""
    server = _Server(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    server.fault, server.on, server.asked = None, lambda path: True, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def address(host) -> str:
    return f"http://127.0.0.1:{host.server_port}"


@pytest.fixture
def reader(new_reader):
    """A reader whose browser may note faults of the network, but no other."""
    return new_reader(may_note=NETWORK)


def state(page):
    return page.locator("[data-state]")


def says(page, *words: str) -> None:
    for text in words:
        expect(state(page)).to_contain_text(text, timeout=PATIENCE)


def save(page) -> None:
    page.locator("[data-action=save]").click()


def is_whole(reader, second: bool) -> bool:
    """Without network the first page, another page and the questions open, all of one version."""
    reader.page.context.set_offline(True)
    for path in ("/", PAGE, "/hors-ligne/"):
        reader.page.goto(reader.address + path)
        assert reader.page.locator("[data-version-two]").count() == second, path
    reader.open("/orientation/")
    reader.page.context.set_offline(False)
    kept = json.loads(reader.page.evaluate("async () => (await caches.match('/hors-ligne/fr.json')).text()"))
    return len(stored(reader)["addresses"]) == len(kept["files"]) + 1


@pytest.mark.parametrize(("fault", "on"), first_in_short(product(FAULTS, (PACK, LIST, WORKER))), ids=named)
def test_a_first_download_that_meets_a_fault_leaves_nothing_says_so_and_can_be_tried_again(reader, host, fault, on):
    host.fault, host.on = fault, lambda path: path == on
    keep(reader, words=FAILED)
    says(reader.page, NOT_KEPT)
    assert stored(reader) == NOTHING
    host.fault = None
    save(reader.page)
    says(reader.page, FIRST)
    assert is_whole(reader, second=False)


@pytest.mark.long
@pytest.mark.parametrize("on", [PACK, LIST], ids=named)
@pytest.mark.parametrize("fault", FAULTS, ids=named)
def test_an_update_that_meets_a_fault_leaves_the_former_version_with_its_date(reader, host, folder, fault, on):
    keep(reader)
    former = stored(reader)
    publish_second_version(folder)
    reader.open("/hors-ligne/")
    says(reader.page, "Une version plus récente existe.")
    host.fault, host.on = fault, lambda path: path == on
    save(reader.page)
    says(reader.page, UPDATE_FAILED, FIRST)
    assert stored(reader) == former
    assert is_whole(reader, second=False)
    host.fault = None
    reader.open("/hors-ligne/")
    save(reader.page)
    says(reader.page, SECOND)
    assert is_whole(reader, second=True)


def list_for(page):
    """The list as this page asks for it: the page before may still be asking while it is left."""
    return lambda got: got.url.endswith(LIST) and got.frame.url == page


def test_a_host_that_mixes_two_versions_gives_the_reader_neither_a_mixture_nor_an_older_one(reader, host, folder, site):
    """The list of one version with the pack of another; later, from a server that has not heard, the former list."""
    keep(reader)
    publish_second_version(folder)
    reader.open("/hors-ligne/")
    host.on = lambda path: path == PACK
    host.fault = lambda host: host.give((site / PACK[1:]).read_bytes(), "application/json")
    save(reader.page)
    says(reader.page, UPDATE_FAILED, FIRST)
    host.fault = None
    save(reader.page)
    says(reader.page, SECOND)
    host.on, host.fault = (
        lambda path: path == LIST,
        lambda host: host.give((site / LIST[1:]).read_bytes(), "application/json"),
    )
    asked = host.asked.count(LIST)
    for path in ("/revenus/ris/", "/hors-ligne/"):
        with reader.page.expect_response(list_for(reader.address + path)) as answer:
            reader.open(path)
        answer.value.finished()
    assert host.asked.count(LIST) >= asked + 2
    says(reader.page, SECOND)
    reader.page.locator("[data-action=remove]").wait_for()
    assert reader.page.locator("[data-action=save]:visible, [data-newer]").count() == 0
    assert is_whole(reader, second=True)


@pytest.mark.long
@pytest.mark.parametrize("fault", [broken, missing, portal, other_data, cut], ids=named)
def test_a_version_that_is_kept_opens_whatever_the_network_answers(reader, host, fault):
    keep(reader)
    host.fault = fault
    for path in ("/", PAGE, "/hors-ligne/"):
        assert reader.page.goto(reader.address + path).from_service_worker
        expect(reader.page.locator("h1")).to_be_visible()
        assert reader.page.locator("[data-newer]").count() == 0
    says(reader.page, FIRST)
    assert not reader.page.locator("[data-action=save]").is_visible()
    reader.open("/orientation/")
    reader.page.locator("[data-action=next]").wait_for()


@pytest.mark.long
def test_a_network_that_lets_requests_hang_does_not_hide_the_date_of_what_is_kept(reader, host):
    keep(reader)
    host.fault, host.on = Held(), lambda path: path == LIST
    reader.open("/hors-ligne/")
    says(reader.page, FIRST)
    assert not host.fault.go.is_set()
    host.fault.go.set()


@pytest.mark.long
@pytest.mark.parametrize("on", [PACK, LIST], ids=["pack", "list"])
def test_a_download_in_which_nothing_arrives_any_more_ends_and_says_so(reader, host, on):
    host.fault, host.on = Held(), lambda path: path == on
    reader.page.clock.install(time=f"{TODAY}T12:00:00")
    reader.open("/hors-ligne/")
    save(reader.page)
    assert host.fault.reached.wait(PATIENCE / 1000)
    for _ in range(300):  # what arrived before counts as a sign of life
        if FAILED in state(reader.page).inner_text():
            break
        reader.page.clock.fast_forward(60_000)
    says(reader.page, FAILED)
    assert stored(reader) == NOTHING
    host.fault.go.set()


class Slowly:
    """A fault that gives the file part by part, each once a test asks for it."""

    def __init__(self, parts: int):
        self.parts, self.more = parts, threading.Semaphore(0)

    def __call__(self, host: Host) -> None:
        content, kind = host.file()
        size = -(-len(content) // self.parts)
        for at in range(0, len(content), size):
            self.more.acquire(timeout=PATIENCE / 1000)
            if at:
                host.wfile.write(content[at : at + size])
            else:
                host.give(content[:size], kind, len(content))
            host.wfile.flush()


def test_a_slow_download_tells_how_much_has_arrived_and_ends_well_however_long_it_takes(reader, host):
    host.fault, host.on = Slowly(4), lambda path: path == PACK
    reader.page.clock.install(time=f"{TODAY}T12:00:00")
    reader.open("/hors-ligne/")
    save(reader.page)
    for share in (25, 50, 75):
        host.fault.more.release()
        says(reader.page, f"Téléchargement : {share} %")
        reader.page.clock.fast_forward(100_000)
    host.fault.more.release()
    says(reader.page, FIRST)
    assert is_whole(reader, second=False)


def limit(reader, size: int | None) -> None:
    """Leave the site `size` bytes on this device; None: as much as there is."""
    tab = reader.page.context.new_cdp_session(reader.page)
    tab.send(
        "Storage.overrideQuotaForOrigin", {"origin": reader.address} | ({"quotaSize": size} if size is not None else {})
    )


def test_a_full_device_keeps_what_it_had_and_is_told_apart_from_a_bad_network(reader, folder):
    reader.open("/hors-ligne/")
    limit(reader, 2_000_000)
    keep(reader, words=FULL)
    says(reader.page, NOT_KEPT)
    assert stored(reader) == NOTHING
    limit(reader, None)
    save(reader.page)
    says(reader.page, FIRST)
    former = stored(reader)
    publish_second_version(folder)
    limit(reader, reader.page.evaluate("async () => (await navigator.storage.estimate()).usage") + 2_000_000)
    reader.open("/hors-ligne/")
    save(reader.page)
    says(reader.page, FULL, FIRST)
    reader.open("/revenus/ris/")
    reader.page.locator("[data-action=update]").click()
    expect(reader.page.locator("[data-newer] [role=status]")).to_contain_text(FULL, timeout=PATIENCE)
    assert stored(reader) == former
    assert is_whole(reader, second=False)


@pytest.mark.long
def test_a_device_that_is_full_when_only_the_record_is_missing_keeps_the_former_version(reader, folder):
    keep(reader)
    former = stored(reader)
    publish_second_version(folder)
    reader.page.add_init_script("""const put = Cache.prototype.put;
      Cache.prototype.put = function (address, response) {
        if (!String(address).endsWith('/hors-ligne/fr.json')) return put.call(this, address, response);
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      };""")
    reader.open("/hors-ligne/")
    save(reader.page)
    says(reader.page, FULL, FIRST)
    assert stored(reader) == former
    assert is_whole(reader, second=False)


@pytest.mark.long
@pytest.mark.parametrize("day", ["1990-01-01", "2099-12-31"])
def test_a_clock_that_is_wrong_changes_neither_what_is_kept_nor_its_date(reader, folder, day):
    reader.page.clock.set_fixed_time(f"{day}T12:00:00")
    keep(reader)
    assert is_whole(reader, second=False)
    publish_second_version(folder)
    reader.open("/hors-ligne/")
    save(reader.page)
    says(reader.page, SECOND)
    assert is_whole(reader, second=True)


def another_tab(reader):
    page = reader.page.context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.goto(f"{reader.address}/hors-ligne/")
    return page


@pytest.mark.long
def test_two_tabs_that_keep_the_site_at_once_keep_it_once(reader, host):
    host.fault, host.on = Held(), lambda path: path == PACK
    reader.open("/hors-ligne/")
    other = another_tab(reader)
    save(reader.page)
    assert host.fault.reached.wait(PATIENCE / 1000)
    save(other)
    host.fault.go.set()
    says(reader.page, FIRST)
    says(other, FIRST)
    assert host.asked.count(PACK) == 1, "the second tab found what the first had kept"
    assert is_whole(reader, second=False)


@pytest.mark.long
def test_two_tabs_of_a_browser_that_cannot_let_them_wait_keep_a_whole_version_or_nothing(reader, host):
    reader.page.context.add_init_script("delete Navigator.prototype.locks")
    held = host.fault = Held()
    host.on = lambda path: path == PACK
    reader.open("/hors-ligne/")
    other = another_tab(reader)
    save(reader.page)
    assert held.reached.wait(PATIENCE / 1000)
    host.fault = None
    save(other)
    says(other, FIRST)
    held.fault = broken
    held.go.set()
    says(reader.page, FIRST)
    assert is_whole(reader, second=False)


@pytest.mark.long
def test_what_is_taken_away_in_one_tab_is_not_brought_back_by_the_download_of_another(reader, host, folder):
    keep(reader)
    publish_second_version(folder)
    reader.open("/hors-ligne/")
    host.fault, host.on = Held(), lambda path: path == PACK
    other = another_tab(reader)
    save(reader.page)
    assert host.fault.reached.wait(PATIENCE / 1000)
    other.locator("[data-action=remove]").click()
    says(other, "Tout est enlevé")
    host.fault.go.set()
    says(reader.page, NOT_KEPT)
    assert stored(reader) == NOTHING


@pytest.mark.long
@pytest.mark.parametrize("then", ["keep", "remove", "leave"])
def test_of_a_download_whose_tab_was_closed_nothing_stays_behind(reader, host, folder, then):
    host.fault, host.on = Held(), lambda path: path == PACK
    other = another_tab(reader)
    save(other)
    assert host.fault.reached.wait(PATIENCE / 1000)
    other.close()
    host.fault = None
    publish_second_version(folder)
    reader.open("/orientation/" if then == "leave" else "/hors-ligne/")
    assert stored(reader)["caches"], "there is something to take away"
    if then == "keep":
        says(reader.page, NOT_KEPT)
        save(reader.page)
        says(reader.page, SECOND)
        assert is_whole(reader, second=True)
        return
    if then == "remove":
        reader.page.locator("[data-action=remove]").click()
        says(reader.page, "Tout est enlevé")
    else:
        leave(reader)
    assert stored(reader) == NOTHING


@pytest.mark.long
def test_a_record_that_cannot_be_read_takes_nothing_away_and_the_site_can_be_kept_again(reader):
    keep(reader)
    reader.page.evaluate("""async () => {
      const cache = await caches.open('bon-guichet-kept-fr');
      await cache.put(new URL('/hors-ligne/fr.json', location.href).href, new Response('{"langua'));
    }""")
    reader.open("/recours/refus/")
    expect(reader.page.locator("h1")).to_be_visible()
    keep(reader)
    assert is_whole(reader, second=False)


@pytest.mark.long
def test_a_record_without_its_files_leads_nobody_round_in_circles(reader):
    keep(reader)
    reader.page.evaluate(
        "async () => { for (const name of await caches.keys()) if (!name.includes('kept')) await caches.delete(name); }"
    )
    reader.page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_FAILED|ERR_INTERNET_DISCONNECTED"):
        reader.page.goto(f"{reader.address}/hors-ligne/")
    reader.page.context.set_offline(False)
    reader.page.goto("about:blank")
    keep(reader)
    assert is_whole(reader, second=False)


class Machine:
    """A browser of its own, which keeps what it keeps in `folder`, and can be killed."""

    def __init__(self, browser, folder):
        start = [chromium.find(), "--headless", *QUIET, f"--user-data-dir={folder}", "--remote-debugging-port=0"]
        self.process = subprocess.Popen(start, stderr=subprocess.PIPE, text=True, start_new_session=True)
        said = next(line for line in self.process.stderr if line.startswith("DevTools listening on "))
        self.driver = browser.browser_type.connect_over_cdp(said.split()[-1])
        self.page = self.driver.contexts[0].new_page()
        self.page.clock.set_fixed_time(f"{TODAY}T12:00:00")

    def kill(self) -> None:
        """End it as an empty battery would, with everything that it started."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stderr.close()


@pytest.fixture
def machine(browser, tmp_path):
    """Start a browser with the things that the former one kept."""
    started = []

    def start() -> Machine:
        started.append(Machine(browser, tmp_path / "machine"))
        return started[-1]

    yield start
    for machine in started:
        if machine.process.poll() is None:
            machine.kill()


@pytest.mark.long
def test_a_browser_that_is_killed_in_the_middle_of_an_update_still_has_the_former_version(
    machine, host, folder, address
):
    first = machine()
    first.page.goto(f"{address}/hors-ligne/")
    save(first.page)
    says(first.page, FIRST)
    publish_second_version(folder)
    first.page.reload()
    says(first.page, "Une version plus récente existe.")
    host.fault, host.on = Held(), lambda path: path == PACK
    save(first.page)
    assert host.fault.reached.wait(PATIENCE / 1000)
    first.kill()
    host.fault, host.on = broken, lambda path: True
    second = machine()
    for path in ("/", PAGE, "/orientation/", "/hors-ligne/"):
        assert second.page.goto(address + path).from_service_worker
        assert second.page.locator("[data-version-two]").count() == 0
    says(second.page, FIRST)
    host.fault = None
    second.page.reload()
    save(second.page)
    says(second.page, SECOND)
    assert second.page.evaluate("async () => (await caches.keys()).length") == 2, "nothing stays of what was under way"
