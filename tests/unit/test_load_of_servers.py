"""The command that measures web servers asks for the same addresses each time, and notices every wrong answer."""

from dataclasses import replace

import pytest

from tests.benchmarks import load

REPORT = """
finished in 1.25s, 10000.50 req/s, 510.04MB/s
requests: 12500 total, 12500 started, 12500 done, 12150 succeeded, 350 failed, 0 errored, 0 timeout
status codes: 12150 2xx, 0 3xx, 350 4xx, 0 5xx
traffic: 637.55MB (668520000) total, 2.55MB (2678000) headers (space savings 0.00%), 634.00MB (664797000) data
"""


@pytest.fixture
def small(tmp_path):
    """A site of a few files."""
    files = ("index.html", "a/index.html", "assets/0a/main.js", "hors-ligne/fr.json", "data/v1/x.json", "404.html")
    for number, name in enumerate(files):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x" * (number + 1))
    return tmp_path


def test_every_address_of_the_mix_is_a_file_of_the_site_or_leads_nowhere_on_purpose(small):
    paths = load.mix(small, 100)
    assert paths == load.mix(small, 100) and len(paths) == 100
    assert {"/", "/a/", "/assets/0a/main.js"} < set(paths)
    nowhere = [path for path in paths if path.startswith("/nowhere/")]
    wanted = load.expected(small, paths)
    assert (wanted.found, wanted.missing) == (100 - len(nowhere), len(nowhere))
    assert nowhere and wanted.size == 6 * len(nowhere) + sum(
        len((small / f"{path[1:]}{'index.html' if path.endswith('/') else ''}").read_text())
        for path in paths
        if path not in nowhere
    )


def test_an_answer_that_is_missing_wrong_or_too_short_is_an_error():
    counted = load.read(REPORT)
    wanted = load.Expected(found=243, missing=7, size=664797000 // 50)
    assert counted.rate == 10000.5
    assert counted.errors(wanted, 50) == []
    assert counted.errors(replace(wanted, size=wanted.size + 1), 50) == ["size: 664797000, not 664797050"]
    broken = REPORT.replace("12150 2xx, 0 3xx, 350 4xx, 0 5xx", "12148 2xx, 0 3xx, 350 4xx, 1 5xx")
    assert load.read(broken).errors(wanted, 50) == ["found: 12148, not 12150", "others: 1", "unanswered: 1"]


def test_a_report_that_nobody_understands_is_not_taken_for_a_good_one():
    with pytest.raises(ValueError):
        load.read("h2load: nothing to say")


@pytest.mark.parametrize("name", load.SERVERS)
def test_a_server_listens_on_this_machine_alone(name, tmp_path):
    load.SERVERS[name](tmp_path, 4321)
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert "127.0.0.1:4321" in written
    assert {"nginx": "listen 127.0.0.1:4321;", "caddy": "default_bind 127.0.0.1"}[name] in written
    assert written.count("listen ") == (name == "nginx")
