"""The schemas by which an editor's program completes and underlines: fresh, named by each file, and true."""

from datetime import date
from decimal import Decimal

import jsonschema
import pytest
from bonguichet import schema
from bonguichet.load import KINDS, ROOT
from bonguichet.problems import relative
from bonguichet.yamlfiles import parse, read

FILES = {relative(path, ROOT): place for path, place in schema.files(ROOT)}
SCHEMAS = schema.schemas()


def plain(value):
    """YAML as an editor's program reads it: days are text, numbers are numbers."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def mistakes(place: str, data) -> list[str]:
    checker = jsonschema.Draft202012Validator(SCHEMAS[place], format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(plain(data))]


def test_every_yaml_file_of_facts_and_questions_has_a_schema():
    yaml = {relative(path, ROOT) for folder in ("content", "questionnaire") for path in (ROOT / folder).rglob("*.yml")}
    assert yaml == set(FILES)


def test_the_schemas_that_are_written_are_fresh():
    """When this fails: make schemas."""
    written = schema.written()
    kept = {relative(path, ROOT): path.read_text(encoding="utf-8") for path in (ROOT / schema.FOLDER).glob("*")}
    assert kept.keys() == written.keys()
    assert [path for path in written if kept[path] != written[path]] == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_names_its_schema_on_its_first_line(file):
    """When this fails: make schemas."""
    first = (ROOT / file).read_text(encoding="utf-8").partition("\n")[0]
    assert f"{first}\n" == schema.modeline(file, FILES[file])
    assert ((ROOT / file).parent / first.partition("$schema=")[2]).is_file()


@pytest.mark.parametrize("file", FILES)
def test_a_file_follows_its_schema(file):
    assert mistakes(FILES[file], read(ROOT / file, ROOT).data) == []


@pytest.mark.parametrize("place", SCHEMAS)
def test_a_schema_is_one(place):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[place])


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("content/amounts/ris.yml", "review_by:", "reveiw_by:", "'reveiw_by' was unexpected"),
        ("content/amounts/ris.yml", "status: computed", "status: guessed", "'guessed' is not one of"),
        ("content/amounts/ris.yml", "value: 876.13", 'value: "876.13"', "is not of type 'number'"),
        ("content/amounts/ris.yml", "compared: 2026-11-22", "compared: 22/11/2026", "is not a 'date'"),
        ("content/services/cire.yml", "roles: [cire]", "roles: [CIRE]", "does not match"),
        ("content/services/cire.yml", '"+3226297710"', '"02 629 77 10"', "does not match"),
        ("content/benefits/ris.yml", "when: {country: belgium, not: {residence: no-papers}}", "when: {any: []}", "should be non-empty"),
        ("content/benefits/ris.yml", "when: {country: belgium, not: {residence: no-papers}}", "when: {not: {any: [belgium]}}", "is not of type 'object'"),
        ("content/roles.yml", "what:", "wat:", "'what' is a required property"),
        ("content/documents.yml", "papers:", "paper:", "'paper' was unexpected"),
        ("questionnaire/questions.yml", "kind: choice", "kind: choose", "'choose' is not one of"),
        ("questionnaire/advice/general.yml", "urgency: ", "urgence: ", "'urgency' is a required property"),
    ],
)  # fmt: skip
def test_a_typical_mistake_is_underlined(file, old, new, said):
    text = (ROOT / file).read_text(encoding="utf-8")
    assert old in text
    found = mistakes(FILES[file], parse(text.replace(old, new), file).data)
    assert [message for message in found if said in message], found


def test_a_condition_may_nest_as_deep_as_it_likes():
    deep = {"not": {"any": [{"all": [{"age": "18-24"}, {"not": {"country": ["belgium"]}}]}]}}
    entry = {"name": "x", "why": "x", "without": "x", "when": deep}
    assert mistakes("content/documents.yml", {"papers": {"x": entry}}) == []
    deep["not"]["any"][0]["all"][1]["not"] = {"country": 3}
    assert mistakes("content/documents.yml", {"papers": {"x": entry}}) != []


def test_no_schema_lists_ids_which_change_every_day():
    assert "ris-single" not in str(SCHEMAS)
    assert len(SCHEMAS) == len({kind.place for kind in KINDS.values()})
