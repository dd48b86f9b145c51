"""What is asked of other sites, tried on a server of our own: never on the network."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError

import pytest
from bonguichet import web
from bonguichet.web import Answer


class Strange(BaseHTTPRequestHandler):
    """A server with every habit that we must bear; it notes what it was asked."""

    def answer(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        self.server.noted.set()
        name = self.path.strip("/")
        if name == "silent":
            self.server.ending.wait()
        elif name == "no-head" and self.command == "HEAD":
            self.reply(405)
        elif name == "close":
            self.close_connection = True
        elif name in self.server.redirects:
            status, target = self.server.redirects[name]
            self.reply(status, target)
        else:
            self.reply(int(name) if name.isdigit() else 200)

    do_GET = do_HEAD = answer

    def reply(self, status, target=None):
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    found = ThreadingHTTPServer(("127.0.0.1", 0), Strange)
    found.asked, found.noted, found.ending = [], threading.Event(), threading.Event()
    found.redirects = {
        "old": (301, "/new"),
        "older": (308, "/old"),
        "today": (302, "/new"),
        "old-then-today": (301, "/today"),
        "today-then-old": (302, "/old"),
        "old-then-gone": (301, "/404"),
        "circle": (301, "/circle"),
    }
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.ending.set()
    found.shutdown()
    found.server_close()


def at(server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}/{path}"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("fine", "fine"),
        ("fine#heading", "fine"),
        ("no-head", "fine"),
        ("404", "gone"),
        ("410", "gone"),
        ("401", "refused"),
        ("403", "refused"),
        ("429", "refused"),
        ("500", "broken"),
        ("503", "broken"),
        ("close", "broken"),
        ("circle", "broken"),
        ("today", "fine"),
        ("today-then-old", "fine"),
        ("old-then-gone", "gone"),
    ],
)
def test_an_answer_is_understood(server, path, kind):
    assert web.ask(at(server, path)).kind == kind


@pytest.mark.parametrize(("path", "new"), [("old", "new"), ("older", "new"), ("old-then-today", "today")])
def test_an_address_that_moved_for_good_tells_the_last_one_that_is_for_good(server, path, new):
    assert web.ask(at(server, path)) == Answer("moved", moved_to=at(server, new))


def test_a_server_that_never_answers_is_late_and_not_asked_again(server):
    assert web.ask(at(server, "silent"), timeout=0.2) == Answer("late")
    assert server.noted.wait(30), "a busy machine notes it after the answer was given up"
    assert [command for command, *_ in server.asked] == ["HEAD"]


def test_a_host_that_does_not_exist_is_gone(monkeypatch):
    def nowhere(*_, **__):
        raise URLError(socket.gaierror("Name or service not known"))

    monkeypatch.setattr(web._OPENER, "open", nowhere)
    assert web.ask("https://nowhere.invalid/") == Answer("gone", "host")


def test_each_address_is_asked_once_by_name_and_without_its_fragment(server):
    addresses = [at(server, path) for path in ("a", "b", "a")]
    assert web.ask_all(addresses, pause=0) == dict.fromkeys(addresses, Answer("fine"))
    assert sorted(path for _, path, _ in server.asked) == ["/a", "/b"]
    assert all("BonGuichet" in agent for *_, agent in server.asked)


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause_between(server, monkeypatch):
    pauses = []
    monkeypatch.setattr(web.time, "sleep", lambda seconds: pauses.append((seconds, len(server.asked))))
    web.ask_all([at(server, path) for path in "abc"], pause=3)
    assert pauses == [(3, 1), (3, 2)]


def test_letters_beyond_ascii_are_sent_as_servers_want_them(server):
    web.ask(at(server, "aidée/d’urgence"))
    assert server.asked[0][1] == "/aid%C3%A9e/d%E2%80%99urgence"
