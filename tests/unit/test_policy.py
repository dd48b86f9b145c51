"""The policy of a page names what is inlined, and lets in no more than the page needs."""

import re

import pytest
from bonguichet import policy

PAGE = '<!doctype html>\n<meta charset="utf-8">\n<style>p{}</style>\n<script>run()</script>\n<p>'


def policy_of(html: str) -> dict[str, str]:
    [written] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return dict(part.split(" ", 1) for part in written.split("; "))


def test_what_is_inlined_is_named_by_its_hash_and_nothing_else_is_let_in():
    found = policy_of(policy.secured('<meta charset="utf-8">\n<script>run()</script>'))
    again = policy_of(policy.secured('<meta charset="utf-8">\n<script>run() </script>'))
    assert found["default-src"] == found["base-uri"] == found["form-action"] == "'none'"
    assert re.fullmatch(r"'self' 'sha256-[\w+/]{43}='", found["script-src"])
    assert found["script-src"] != again["script-src"], "another text, another hash"


def test_data_in_a_page_need_no_hash_and_a_page_without_script_may_fetch_nothing():
    data = '<script type="application/json">{"a":1}</script>'
    with_data, without = (policy_of(policy.secured(f'<meta charset="utf-8">\n{part}')) for part in (data, ""))
    assert with_data == without
    assert {"script-src", "connect-src", "worker-src"}.isdisjoint(without)


def test_a_style_that_comes_later_is_named_too():
    alone, more = (policy_of(policy.secured(PAGE, later))["style-src"] for later in ((), ("b{}",)))
    assert more.startswith(alone) and more.count("sha256-") == 2


def test_secured_again_a_page_has_one_policy_and_a_copy_asks_for_files_alone():
    copy = policy.secured(policy.secured(PAGE), ours="file:")
    found = policy_of(copy)
    assert found["script-src"].startswith("file: 'sha256-")
    assert "connect-src" not in found and "'self'" not in copy
    assert policy.secured(policy.secured(PAGE)) == policy.secured(PAGE)


def test_a_page_without_its_first_line_is_refused():
    with pytest.raises(ValueError, match="charset"):
        policy.secured("<p>")


@pytest.mark.parametrize("frames", [None, "*", "'none'"])
def test_a_server_allows_nothing_unsafe_and_forbids_no_script_of_a_later_build(frames):
    said = policy.for_site(frames)
    assert "unsafe" not in said and "sha256" not in said and "default-src" not in said
    assert not re.search(r"script-src |style-src ", said)
    assert ("frame-ancestors" in said) == bool(frames)
