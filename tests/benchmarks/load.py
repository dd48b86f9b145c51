"""How many requests a second a web server answers of the built site, beside one plain file of the average size.

The server is nginx or Caddy, whichever stands on this machine, with its file of hosting/ where there is one; the client is
h2load. Everything listens and asks on 127.0.0.1 alone, is counted and has its time, and is ended here.
"""

import argparse
import getpass
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bonguichet.load import ROOT

HOST = "127.0.0.1"
"""No other address is ever asked: whoever wants to try another server starts one here."""
READERS = 50
ADDRESSES = 250
"""Each reader asks for the whole list of addresses, on one connection: a round, of which there are four."""
SECONDS = 300
"""What one round may take before it is ended, and counts as failed."""
MIX = {
    "pages": ("**/index.html", 60),
    "scripts, rules and searches": ("assets/**/*.*", 28),
    "lists of what can be kept": ("hors-ligne/??.json", 3),
    "open data": ("data/**/*.json", 3),
    "feeds, manifests, worker": ("*.*", 3),
}
"""What readers ask for: which files of the site, and how many of a hundred requests. The rest leads nowhere (404)."""
PACKED = "Accept-Encoding: gzip"
PLAIN = "plain.html"
NEEDED = "make load needs h2load, and nginx or Caddy (on Debian: apt-get install nghttp2-client nginx-light caddy)."


@dataclass(frozen=True)
class Expected:
    """What must come back when each address of a list is asked for once: how many pages, how many 404, how many bytes."""

    found: int
    missing: int
    size: int


@dataclass(frozen=True)
class Round:
    """What h2load counted: requests a second, answers by their status, those that did not come, bytes of all bodies."""

    rate: float
    found: int
    missing: int
    others: int
    unanswered: int
    size: int

    def errors(self, expected: Expected, times: int) -> list[str]:
        """What is not as `times` the `expected`; the size counts where nothing was compressed."""
        wanted = {"found": expected.found, "missing": expected.missing, "size": expected.size}
        wrong = [
            f"{name}: {getattr(self, name)}, not {times * count}"
            for name, count in wanted.items()
            if getattr(self, name) != times * count and (name != "size" or expected.size)
        ]
        wrong += [f"{name}: {getattr(self, name)}" for name in ("others", "unanswered") if getattr(self, name)]
        return wrong


def mix(site: Path, count: int) -> list[str]:
    """`count` addresses of the built site as readers ask for them, the same ones each time; some of them lead nowhere."""
    chance = random.Random(8)
    found: list[str] = []
    for pattern, share in MIX.values():
        files = sorted(path.relative_to(site).as_posix() for path in site.glob(pattern) if path.is_file())
        found += chance.choices(files, k=count * share // 100)
    addresses = ["/" + path.removesuffix("index.html") for path in found]
    addresses += [f"/nowhere/{number}/" for number in range(count - len(addresses))]
    chance.shuffle(addresses)
    return addresses


def expected(site: Path, addresses: list[str]) -> Expected:
    """What a server must answer: the file of each address, or the page of unknown addresses."""
    files = [site / f"{address[1:]}{'index.html' if address.endswith('/') else ''}" for address in addresses]
    known = [file.stat().st_size for file in files if file.is_file()]
    missing = len(files) - len(known)
    return Expected(len(known), missing, sum(known) + missing * (site / "404.html").stat().st_size)


def read(report: str) -> Round:
    """What h2load said. Raises ValueError when it says something else."""
    rate = re.search(r"finished in [^,]+, ([\d.]+) req/s", report)
    kinds = re.search(r"status codes: (\d+) 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx", report)
    asked = re.search(r"requests: (\d+) total, .*?(\d+) errored, (\d+) timeout", report)
    traffic = re.search(r"traffic: .*\((\d+)\) data", report)
    if not (rate and kinds and asked and traffic):
        raise ValueError(report)
    found, moved, missing, broken = map(int, kinds.groups())
    unanswered = int(asked[1]) - (found + moved + missing + broken)
    return Round(float(rate[1]), found, missing, moved + broken, unanswered, int(traffic[1]))


def nginx(folder: Path, port: int) -> list[str]:
    """The command that serves `folder`/site by nginx, until it is ended."""
    ours = ROOT / "hosting" / "nginx.conf"
    plain = "server {\nlisten 80;\nroot /srv;\ngzip on;\ngzip_types application/json text/javascript application/javascript;\nerror_page 404 /404.html;\n}"
    server = ours.read_text(encoding="utf-8") if ours.exists() else plain
    server = re.sub(r"\blisten [^;]+;", f"listen {HOST}:{port};", server)
    server = re.sub(r"\broot [^;]+;", f"root {folder}/site;", server)
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()};\n" if os.geteuid() == 0 else ""  # else its workers may not read our folder
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\npid {folder}/pid;\nworker_processes auto;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\nsendfile on;\nkeepalive_requests 1000000;\n{places}{server}\n}}\n",
        encoding="utf-8",
    )
    return [_program("nginx"), "-e", f"{folder}/errors", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, port: int) -> list[str]:
    """The command that serves `folder`/site by Caddy, until it is ended."""
    ours = ROOT / "hosting" / "Caddyfile"
    plain = "{$ADDRESS} {\nroot * {$SITE}\nencode zstd gzip\nfile_server\nhandle_errors {\nrewrite * /404.html\nfile_server\n}\n}\n"
    site = ours.read_text(encoding="utf-8") if ours.exists() else plain
    options = f"{{\nadmin off\nauto_https off\ndefault_bind {HOST}\n}}\n"
    text = options + re.sub(r"\{\$ADDRESS[^}]*\}", f"http://{HOST}:{port}", site)
    text = re.sub(r"\{\$SITE[^}]*\}", f"{folder}/site", text)
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    return [_program("caddy"), "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


def _program(name: str) -> str | None:
    """Where a program stands: servers are not always on the path of those who are not root."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")


SERVERS = {"nginx": nginx, "caddy": caddy}


@contextmanager
def serving(name: str, site: Path, folder: Path) -> Iterator[str]:
    """Serve `site`, and beside it a plain file; yields the address, and ends the server whatever happens."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = SERVERS[name](folder, port)
    own = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "said").open("w") as said:
        server = subprocess.Popen(command, env=own, stdout=said, stderr=said)
    try:
        _wait(server, port, folder)
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: subprocess.Popen, port: int, folder: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"the server did not start:\n{(folder / 'said').read_text()}")


def ask(address: str, paths: list[str], folder: Path, *headers: str) -> Round:
    """Every reader asks for every path, on one connection that stays open."""
    (folder / "addresses").write_text("".join(f"{address}{path}\n" for path in paths), encoding="utf-8")
    total = str(READERS * len(paths))
    command = ["h2load", "--h1", "-n", total, "-c", str(READERS), "-T", "30", "-N", "30", "-i", f"{folder}/addresses"]
    command += [part for header in headers for part in ("-H", header)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    return read(done.stdout)


def stage(site: Path, folder: Path, size: int) -> None:
    """The site as it is, and in it one more file of `size` bytes of the same kind of text."""
    shutil.copytree(site, folder / "site")
    text = b"".join(path.read_bytes() for path in sorted(site.glob("*/index.html")))
    (folder / "site" / PLAIN).write_bytes((text * (1 + size // len(text)))[:size])


def measure(name: str, site: Path, times: int) -> list[str]:
    """Print the rates of one server; returns what went wrong."""
    paths = mix(site, ADDRESSES)
    wanted = expected(site, paths)
    average = wanted.size // len(paths)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        stage(site, folder, average)
        with serving(name, site, folder) as address:
            plain = [f"/{PLAIN}"] * len(paths)
            ask(address, plain, folder)  # warm
            ask(address, paths, folder)
            for said, headers, rounds in (("as they are", (), times), ("compressed on the way", (PACKED,), 1)):
                rates = []
                for _ in range(rounds):
                    beside = ask(address, plain, folder, *headers)
                    got = ask(address, paths, folder, *headers)
                    rates.append((got.rate, beside.rate, got.rate / beside.rate))
                    counts = replace(wanted, size=0) if headers else wanted
                    wrong += got.errors(counts, READERS)
                mixed, one, ratio = map(statistics.median, zip(*rates, strict=True))
                print(
                    f"{name}, {said}: {rounds * READERS * ADDRESSES} mixed requests, {average} bytes on average: "
                    f"{mixed:.0f} a second; one plain file of that size: {one:.0f}; ratio {ratio:.2f}; "
                    f"{len(wrong)} errors.",
                    flush=True,
                )
    return wrong


def main() -> None:
    """Print two lines for each server of this machine; leave with an error if any answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--times", type=int, choices=range(1, 17), default=4, help=f"of {READERS * ADDRESSES} requests")
    asked = parser.parse_args()
    found = [name for name in SERVERS if _program(name)]
    if not found or not shutil.which("h2load"):
        sys.exit(NEEDED)
    if not (asked.site / "404.html").exists():
        sys.exit("There is no built site: make site first.")
    wrong = [f"{name}: {fault}" for name in found for fault in measure(name, asked.site, asked.times)]
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
