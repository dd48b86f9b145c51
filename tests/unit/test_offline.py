"""What is kept for a place without network: which files, which version, until when; and how a page becomes a copy."""

import json
import struct
import zipfile
from base64 import b64decode
from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest
from bonguichet import freshness, offline
from bonguichet.load import ROOT
from bonguichet.macros.offline import SIZES
from bonguichet.pack import Copy

from tests.unit.test_freshness import amount

DAY, UNTIL = date(2026, 11, 22), date(2026, 12, 31)


@pytest.fixture
def built(tmp_path):
    """A small built site of two languages."""
    for path in ("index.html", "a/index.html", "nl/index.html", "nl/a/index.html", "manifest.nl.webmanifest"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    folder = tmp_path / "assets" / "0123"
    folder.mkdir(parents=True)
    for name in ("main.js", "rules.fr.json", "rules.nl.json"):
        (folder / name).write_text(name)
    for name in (offline.ICON, *map(offline.icon, offline.ICON_SIZES)):
        (tmp_path / name).write_text(name)
    return tmp_path


def listed(kept):
    return offline.listing("nl", "nl/hors-ligne/", kept, offline.packed(kept), DAY, UNTIL, {})


def test_a_language_keeps_its_pages_every_module_and_its_own_data_only(built):
    kept = offline.files(built, "nl", ["fr", "nl"], ["nl/", "nl/a/"], "assets/0123")
    assets = ["assets/0123/main.js", "assets/0123/rules.nl.json", "assets/icon.svg"]
    assert list(kept) == [*assets, "manifest.nl.webmanifest", "nl/", "nl/a/"]
    assert kept["nl/a/"] == "nl/a/index.html"


def test_a_page_that_was_not_built_is_an_error(built):
    with pytest.raises(FileNotFoundError):
        offline.files(built, "nl", ["fr", "nl"], ["nl/gone/"], "assets/0123")


def test_the_list_names_the_pack_with_its_length_and_fingerprint_and_each_file_with_its_type():
    kept = {"nl/": "hello", "assets/0123/main.js": "x"}
    found, pack = listed(kept), offline.packed(kept)
    assert (found["pack"], found["length"]) == ("hors-ligne/nl.pack.json", len(pack))
    assert b64decode(found["sha256"]) == sha256(pack).digest()
    assert found["files"] == {
        "nl/": "text/html; charset=utf-8",
        "assets/0123/main.js": "text/javascript; charset=utf-8",
    }


def test_in_a_pack_nothing_is_said_twice():
    kept = {"a/": "<p>one</p>\n<p>two</p>\n", "b/": "<p>one</p>\n<p>one</p>\n", "c/": ""}
    assert json.loads(offline.packed(kept)) == {
        "pieces": ["<p>", "one", "</p>", "\n", "two"],
        "lines": [[0, 0, 0, 0], [1, 0, 3, 4]],
        "files": {"a/": [0, 0], "b/": [1, 1], "c/": []},
    }


def test_pages_are_kept_without_what_only_machines_read():
    head = """<meta name="description" content="d">
<link rel="canonical" href="https://x/">
<link rel="alternate" hreflang="nl" href="https://x/nl/">
<meta property="og:title" content="t">
<meta name="twitter:card" content="summary">
<script type="application/ld+json" data-online>{"a": "<"}</script>
"""
    code = '<div class="code"><svg viewBox="0 0 1 1"><path d="M0"/></svg></div>\n'
    rest = '<link rel="icon" href="i.svg">\n<p>https://x/</p><div class="code" data-code hidden><div></div></div>'
    assert offline.for_readers("", head + code + rest) == offline.for_readers("a/", rest) == rest
    assert offline.for_readers("assets/0/x.json", head) == head


def test_the_version_changes_with_any_byte_and_any_address_and_with_nothing_else():
    version = listed({"nl/": "hello"})["version"]
    assert listed({"nl/": "hello"})["version"] == version
    assert listed({"nl/": "hello!"})["version"] != version
    assert listed({"nl/a/": "hello"})["version"] != version


def test_sizes_stand_in_the_page_and_in_its_pack_in_the_words_of_its_language():
    page = f"{SIZES.kept}, {SIZES.pack}"
    for content in (page.encode(), offline.packed({"a/": page})):
        found = offline.fill_sizes(content, {"kept": 4_260_000, "pack": 980_000}, "fr").decode()
        assert "data-size" not in found
        words = found.replace("\u202f", " ").replace("\xa0", " ")
        assert "<bdi>4,3 Mo" in words and "<bdi>1,0 Mo" in words


@pytest.mark.parametrize("size", offline.ICON_SIZES)
def test_an_icon_is_the_size_that_its_name_says(size):
    content = (ROOT / "docs" / offline.icon(size)).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (size, size)


def test_a_copy_is_trusted_until_the_day_before_a_figure_changes():
    changing = amount(values=amount().values | {date(2027, 1, 1): amount().values[date(2026, 3, 1)]})
    assert freshness.trusted_until([amount(), changing], DAY) == date(2026, 12, 31)


def test_a_copy_is_trusted_until_a_figure_is_too_old_to_be_shown():
    assert freshness.trusted_until([amount(hide_after=date(2027, 2, 3))], DAY) == date(2027, 2, 3)


def test_a_copy_is_trusted_until_the_last_day_on_which_a_figure_is_known():
    values = {day: value.model_copy(update={"until": date(2027, 1, 5)}) for day, value in amount().values.items()}
    assert freshness.trusted_until([amount().model_copy(update={"values": values})], DAY) == date(2027, 1, 5)


def test_a_copy_is_never_trusted_longer_than_half_a_year():
    assert freshness.trusted_until([amount(hide_after=date(2030, 1, 1))], DAY) == date(2027, 5, 24)


PAGE = """<html data-assets="../../assets/0123/"><head><meta charset="utf-8">
<link rel="canonical" href="https://example.org/nl/a/">
<link rel="icon" href="../../assets/icon.svg"><link rel="manifest" href="../../manifest.nl.webmanifest">
<script type="module" src="../../assets/0123/main.js" onerror="x()"></script></head>
<body><nav class="languages" data-online><ul><li><a href="../../a/">fr</a></li></ul></nav>
<main id="main"><a href="../#part">home</a> <a class="x" href="#here">here</a> <a href="https://example.org/">out</a>
<a href="../../a/">other language</a><div data-rules="../../assets/0123/rules.nl.json"></div>
<script type="application/json" data-words>{"html":"\\u003ca href=\\"../\\">home\\u003c/a>"}</script></main></body></html>"""


@pytest.fixture
def copy():
    """A copy of two Dutch pages, read back as text by name."""
    made = Copy(
        language="nl",
        root="nl/",
        pages=["nl/", "nl/a/"],
        files={
            "nl/": '<meta charset="utf-8">\n<main></main><body></body>',
            "nl/a/": PAGE,
            "assets/0123/rules.nl.json": '{"html":"<a href=\\"../a/\\">a</a></script>"}',
            "assets/icon.svg": "<svg/>",
        },
        icon="assets/icon.svg",
        script="/* modules */",
        notice="<p>notice</p>",
        readme=("LEESMIJ.txt", "Open index.html"),
    )
    assert made.zipped(DAY) == made.zipped(DAY), "the same bytes each time"
    with zipfile.ZipFile(BytesIO(made.zipped(DAY))) as archive:
        return {name.removeprefix("bon-guichet-nl/"): archive.read(name).decode() for name in archive.namelist()}


def test_a_copy_begins_with_its_first_page_and_says_where_to_begin(copy):
    assert set(copy) == {"LEESMIJ.txt", "a/index.html", "assets/icon.svg", "assets/pack.js", "index.html"}


def test_links_of_a_copy_name_files_and_those_that_lead_out_of_it_are_words(copy):
    page = copy["a/index.html"]
    assert '<a href="../index.html#part">home</a> <a class="x" href="#here">' in page
    assert '<a href="https://example.org/">out</a>' in page
    assert "<span>other language</span>" in page
    assert 'rel="icon" href="../assets/icon.svg"' in page
    assert not any(word in page for word in ("canonical", "manifest", "languages"))


def test_a_copy_has_its_data_in_the_page_under_the_name_by_which_it_is_asked(copy):
    held = copy["a/index.html"].split('data-file="../../assets/0123/rules.nl.json">')[1].split("</script>")[0]
    assert json.loads(held) == {"html": '<a href="index.html">a</a></script>'}


def test_links_inside_data_of_a_page_name_files_too(copy):
    assert '{"html":"\\u003ca href=\\"../index.html\\">home\\u003c/a>"}' in copy["a/index.html"]


def test_a_copy_runs_one_classic_script_that_starts_the_module_of_the_page(copy):
    assert '<script defer src="../assets/pack.js" data-run="main.js"></script>' in copy["a/index.html"]
    assert 'type="module"' not in copy["a/index.html"]


def test_every_page_of_a_copy_shows_the_notice(copy):
    assert all("<p>notice</p>" in text for name, text in copy.items() if name.endswith(".html"))
