"""Every server is told the same: each file of hosting/, read as its server reads it, says what `headers` says."""

import re

import pytest
from bonguichet import hosting
from bonguichet.load import ROOT

ADDRESSES = {
    "/": ("alone", "fresh"),
    "/revenus/ris/": ("alone", "fresh"),
    "/ar/orientation/": ("alone", "fresh"),
    "/orientation/embed/": ("framed", "fresh"),
    "/ar/orientation/embed/": ("framed", "fresh"),
    "/r/orientation/embed": ("alone", "fresh"),
    "/assets/icon.svg": ("alone", "fresh"),
    "/assets/0123456789ab/main.js": ("alone", "lasting"),
    "/service-worker.js": ("alone", "fresh"),
    "/hors-ligne/fr.json": ("alone", "fresh"),
    "/hors-ligne/fr.pack.json": ("alone", "fresh"),
    "/data/v1/amounts.json": ("alone", "fresh"),
}
"""Who may show it in a frame, and how long it is kept."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_the_page_for_it_is_shown_in_frames_and_only_what_a_hash_names_is_kept(address):
    framed, kept = ADDRESSES[address]
    said = hosting.headers(address)
    assert said["Content-Security-Policy"].endswith("frame-ancestors *") == (framed == "framed")
    assert said["Content-Security-Policy"].endswith("frame-ancestors 'none'") == (framed == "alone")
    assert ("immutable" in said["Cache-Control"], said["Cache-Control"] == "no-cache") == (
        kept == "lasting",
        kept == "fresh",
    )
    assert (said["Referrer-Policy"], said["X-Content-Type-Options"]) == ("no-referrer", "nosniff")


def test_only_open_data_may_be_fetched_by_pages_of_somebody_else():
    shared = [address for address in ADDRESSES if "Access-Control-Allow-Origin" in hosting.headers(address)]
    assert shared == ["/data/v1/amounts.json"]


def test_the_files_that_are_written_are_fresh():
    """When this fails: make hosting."""
    assert {name: (ROOT / "hosting" / name).read_text(encoding="utf-8") for name in hosting.FILES} == {
        name: made() for name, made in hosting.FILES.items()
    }


def caddy(text: str, address: str) -> dict[str, str]:
    matchers = dict(re.findall(r"^\t@(\w+) ((?:not )?path_regexp \S+)$", text, re.MULTILINE))
    held = {
        name for name, rule in matchers.items() if bool(re.search(rule.split()[-1], address)) != rule.startswith("not ")
    }
    always = re.search(r"\n\theader \{\n(.*?)\n\t\}", text, re.DOTALL)[1]
    said = dict(re.findall(r'^\t\t([\w-]+) "(.*)"$', always, re.MULTILINE))
    chosen = re.findall(r'^\theader @(\w+) ([\w-]+) "(.*)"$', text, re.MULTILINE)
    return said | {name: value for matcher, name, value in chosen if matcher in held}


def nginx(text: str, address: str) -> dict[str, str]:
    values = {}
    for name, body in re.findall(r"map \$uri \$(\w+) \{\n(.*?)\n\}", text, re.DOTALL):
        values[f"${name}"] = re.search(r'default "(.*)";', body)[1]
        for pattern, value in re.findall(r'"~(.*?)" "(.*)";', body):
            if re.search(pattern, address):
                values[f"${name}"] = value
    said = re.findall(r'add_header ([\w-]+) (?:"(.*)"|(\$\w+)) always;', text)
    sent = {name: written or values[variable] for name, written, variable in said}
    return {name: value for name, value in sent.items() if value}  # nginx leaves out a header that says nothing


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("read", [caddy, nginx])
def test_a_server_says_of_each_file_what_all_say(read, address):
    file = {caddy: "Caddyfile", nginx: "nginx.conf"}[read]
    assert read((ROOT / "hosting" / file).read_text(encoding="utf-8"), address) == hosting.headers(address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_hosts_that_read_headers_in_the_site_say_the_same_in_their_own_words(address):
    """Each rule that fits adds its headers. No rule forbids frames but by the older header, which any frame-ancestors
    overrules; pages are kept as those hosts do by themselves, to be asked for again each time."""
    found: dict[str, list[str]] = {}
    for rule in re.split(r"\n(?=/)", hosting.netlify()):
        path, *lines = rule.splitlines()
        pattern = re.sub(r":\w+", "[^/]+", re.escape(path)).replace(r"\*", ".*").replace(r"\:", ":")
        if re.fullmatch(re.sub(r":\w+", "[^/]+", pattern), address):
            for line in lines:
                name, value = line.strip().split(": ", 1)
                found.setdefault(name, []).append(value)
    same = hosting.headers(address)
    policies = set("; ".join(found["Content-Security-Policy"]).split("; "))
    wanted = set(same["Content-Security-Policy"].split("; ")) - {"frame-ancestors 'none'"}
    assert policies == wanted
    assert found["X-Frame-Options"] == ["DENY"]
    assert found.get("Access-Control-Allow-Origin", [None]) == [same.get("Access-Control-Allow-Origin")]
    assert found.get("Cache-Control", ["no-cache"]) == [same["Cache-Control"]]
    assert [found[name] for name in ("Referrer-Policy", "X-Content-Type-Options")] == [["no-referrer"], ["nosniff"]]


def test_the_pack_of_a_language_is_sent_as_small_as_its_page_says():
    """It is JSON; nginx compresses nothing but HTML unless told, and then as fast as it can."""
    told = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    assert re.search(r"gzip_types .*\bapplication/json\b", told)
    assert int(re.search(r"gzip_comp_level (\d);", told)[1]) >= 5
    assert re.search(
        r"^\tencode .*\bgzip\b", (ROOT / "hosting" / "Caddyfile").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_what_is_missing_is_never_kept_as_if_it_had_a_hash():
    """A file asked for between two versions is there a moment later."""
    text = (ROOT / "hosting" / "Caddyfile").read_text(encoding="utf-8")
    assert re.search(r'handle_errors \{[^}]*header Cache-Control "no-cache"', text)
