"""Whatever happens to a YAML file, whoever edits it reads `file:line: sentence`, and nothing else ever."""

import re
from datetime import date

import pytest
from bonguichet import checks, yamlfiles
from bonguichet import load as loading
from bonguichet.load import ROOT
from bonguichet.problems import ProblemsFound, relative

from tests.conftest import TODAY
from tests.mutations import mutated

LINE = re.compile(r"[\w./-]+:[1-9]\d*: .+[.?)]", re.DOTALL)
DAY = date.fromisoformat(TODAY)
SHARE, EVERY = 4, 500


@pytest.fixture
def changed(monkeypatch, tmp_path):
    """Loads the project with one file changed; what did not change is read once."""
    known, held = {}, {}
    read, translations = loading.read, loading._Reader.translations

    def read_once(path, root):
        if path in held:
            copy = tmp_path / relative(path, root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(held[path])
            return yamlfiles.read(copy, tmp_path)
        if path not in known:
            known[path] = read(path, root)
        return known[path]

    def translated_once(reader, folder):
        if folder not in known:
            known[folder] = translations(reader, folder)
        return known[folder]

    monkeypatch.setattr(loading, "read", read_once)
    monkeypatch.setattr(loading._Reader, "translations", translated_once)

    def load(path, content):
        held.clear()
        held[path] = content
        return loading.load(ROOT, DAY)

    return load


@pytest.mark.parametrize("count", [SHARE, pytest.param(EVERY, marks=pytest.mark.long)])
def test_a_file_changed_at_random_is_fine_or_said_with_its_line(changed, count):
    told, fine = 0, 0
    for path, content, what in mutated(count, seed=count):
        try:
            data = changed(path, content)
            fine += 1
            found = checks.problems(data) if count == EVERY and fine % 8 == 0 else []
        except ProblemsFound as error:
            found = error.problems
        except Exception as error:
            raise AssertionError(what) from error
        told += bool(found)
        assert [str(problem) for problem in found if not LINE.fullmatch(str(problem))] == [], what
    assert told and (fine or count < EVERY), "some slips are mistakes, some are not"


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_a_build_of_a_file_changed_at_random_is_a_site_or_a_sentence(project, seed):
    [(path, content, what)] = mutated(1, seed=1000 + seed)
    (project.root / path.relative_to(ROOT)).write_bytes(content)
    done = project.build()
    assert done.returncode in (0, 1), what
    assert "Traceback" not in done.stdout + done.stderr, what
    if done.returncode:
        assert re.search(r"^[\w./-]+:[1-9]\d*: .+", done.stderr, re.MULTILINE), (what, done.stderr)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("a: &part {b: *part}", "'&' and '*' repeat another part of the file"),
        ("a: &part 1\nb: *part", "'&' and '*' repeat another part of the file"),
        ("a: " + "[" * 100_000, "stand one inside the other"),
        ("a: " + "{b: " * 3_000, "stand one inside the other"),
        ("- " * 100_000, "stand one inside the other"),
    ],
    ids=["itself", "again", "brackets", "braces", "dashes"],
)
def test_what_the_reader_of_yaml_would_not_bear_is_said(written, sentence):
    with pytest.raises(ProblemsFound, match=re.escape(sentence)):
        yamlfiles.parse(written, "x.yml")


def test_a_number_of_thousands_of_digits_stays_a_text():
    assert yamlfiles.parse("a: " + "9" * 5000, "x.yml").data == {"a": "9" * 5000}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("court-division:", "court-divisions:", "the word 'court-division' is missing"),
        ("{situation}", "{situations}", "the braces of the word 'situation-description' hold what nobody fills in"),
    ],
)
def test_a_word_that_the_program_needs_is_missed_where_it_should_stand(changed, old, new, sentence):
    path = ROOT / "content/interface.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ProblemsFound, match=rf"content/interface\.yml:\d+: {re.escape(sentence)}"):
        changed(path, text.replace(old, new, 1).encode())
