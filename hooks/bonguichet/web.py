"""Asks addresses of other sites whether they still answer, politely.

The only module that speaks to the network, and only for `make links`. Must not know where an address stands, nor what
to do about an answer (`outlinks.py`).
"""

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urldefrag, urljoin, urlsplit

AGENT = "BonGuichet-links/1 (checks the links of a public social-rights site, a few times a year)"
TIMEOUT = 20.0
"""Seconds to wait for one answer."""
PAUSE = 1.0
"""Seconds between two questions to the same host, which is asked one thing at a time."""
HOSTS = 8
"""How many hosts are asked at the same time."""
_MOST_HOPS = 10
_FOR_GOOD = (301, 308)
_REDIRECTS = (*_FOR_GOOD, 302, 303, 307)
_GONE, _REFUSED = (404, 410), (401, 403, 429, 451)

Kind = Literal["fine", "gone", "moved", "refused", "late", "broken"]
Why = Literal["status", "host", "circle", "certificate", "connection"]


@dataclass(frozen=True)
class Answer:
    """What became of an address, why it is not fine (`status` where it answered at all), or where it `moved_to` for good."""

    kind: Kind
    why: Why | None = None
    status: int | None = None
    moved_to: str | None = None


class _NoHop(urllib.request.HTTPRedirectHandler):
    """Leaves redirections to us: we want to know which are for good."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoHop)


def ask_all(addresses: Iterable[str], timeout: float = TIMEOUT, pause: float = PAUSE) -> Mapping[str, Answer]:
    """What became of each address, each asked once; several hosts at a time, one question at a time to each."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        hosts[urlsplit(address).netloc].append(address)

    def one_host(own: list[str]) -> list[tuple[str, Answer]]:
        found = []
        for number, address in enumerate(own):
            if number:
                time.sleep(pause)
            found.append((address, ask(address, timeout)))
        return found

    with ThreadPoolExecutor(HOSTS) as pool:
        return dict(pair for pairs in pool.map(one_host, hosts.values()) for pair in pairs)


def ask(address: str, timeout: float = TIMEOUT) -> Answer:
    """What became of one address. Some servers know no HEAD: what it does not settle, GET does."""
    answer = _follow("HEAD", address, timeout)
    return answer if answer.kind in ("fine", "moved", "late") else _follow("GET", address, timeout)


def _follow(method: str, address: str, timeout: float) -> Answer:
    """The answer at the end of the redirections; moved where the first of them are for good."""
    here, moved_to, for_good = urldefrag(address).url, "", True
    for _ in range(_MOST_HOPS):
        try:
            status, target = _once(method, here, timeout)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _unanswered(error)
        if status not in _REDIRECTS or not target:
            return _judged(status, moved_to)
        for_good = for_good and status in _FOR_GOOD
        here = urldefrag(urljoin(here, target)).url
        moved_to = here if for_good else moved_to
    return Answer("broken", "circle")


def _once(method: str, address: str, timeout: float) -> tuple[int, str]:
    """The status of one answer, and where it redirects to, if it does."""
    request = urllib.request.Request(quote(address, safe="%/:=&?~#+!$,;'@()*[]"), method=method)
    request.add_header("User-Agent", AGENT)
    request.add_header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
    try:
        with _OPENER.open(request, timeout=timeout) as response:
            return response.status, ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get("Location", "")


def _judged(status: int, moved_to: str) -> Answer:
    if status in _GONE:
        return Answer("gone", "status", status)
    if status in _REFUSED:
        return Answer("refused", "status", status)
    if status >= 400:
        return Answer("broken", "status", status)
    return Answer("moved", moved_to=moved_to) if moved_to else Answer("fine")


def _unanswered(error: Exception) -> Answer:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, socket.gaierror):
        return Answer("gone", "host")
    if isinstance(reason, TimeoutError):
        return Answer("late")
    return Answer("broken", "certificate" if isinstance(reason, ssl.SSLError) else "connection")
