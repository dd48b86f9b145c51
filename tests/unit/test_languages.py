"""A language begins as a draft, by one command."""

import pytest
from bonguichet import languages

LANGUAGES = "# The languages.\nfr: {name: Français, scope: full}\n"
BUILD = """plugins:
  - i18n:
      languages: # the default first
        - {locale: fr, name: Français, default: true}
        - {locale: nl, name: Nederlands}
hooks: []
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "languages.yml").write_text(LANGUAGES, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(BUILD, encoding="utf-8")
    return tmp_path


def test_a_language_is_named_in_both_files_in_its_own_script_and_all_else_stays(root):
    assert languages.add("uk", {"fr", "nl"}, root) == "Українська"
    written = (root / "content" / "languages.yml").read_text(encoding="utf-8")
    assert written == LANGUAGES + "uk: {name: Українська, scope: draft}\n"
    build = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert build == BUILD.replace("hooks", "        - {locale: uk, name: Українська}\nhooks")


def test_a_language_written_from_right_to_left_says_so(root):
    languages.add("fa", {"fr"}, root)
    assert "fa: {name: فارسی, direction: rtl, scope: draft}" in (root / "content" / "languages.yml").read_text()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("nl", "a language of the site already"),
        ("klingon", "the code of no language"),
        ("xx", "the code of no language"),
        ("pt_BR", "Use the language alone: pt"),
        ("", "the code of no language"),
    ],
)
def test_what_is_no_new_language_is_refused_and_nothing_is_written(root, code, sentence):
    with pytest.raises(languages.Refused, match=sentence):
        languages.add(code, {"fr", "nl"}, root)
    assert (root / "content" / "languages.yml").read_text(encoding="utf-8") == LANGUAGES
    assert (root / "mkdocs.yml").read_text(encoding="utf-8") == BUILD
