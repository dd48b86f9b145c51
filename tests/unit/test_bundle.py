"""Our modules as one classic script: nothing guessed, nothing lost."""

import pytest
from bonguichet.bundle import PLACE, CannotBundle, bundle
from bonguichet.load import ROOT

CLIENT = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "questionnaire" / "client").glob("*.js")}
FRAME = (ROOT / "overrides" / "pack.js").read_text(encoding="utf-8")


def test_a_module_becomes_a_function_that_takes_and_gives_by_name():
    modules = {
        "a.js": 'import { b as c, d } from "./b.js";\nimport "./b.js";\nexport const a = () => c + d;\n',
        "b.js": "export const b = 1;\nexport async function d() {}\n",
    }
    script = bundle(modules, f"{{{PLACE}}}")
    assert 'const { b: c, d } = need("b.js");\nneed("b.js");\nconst a = () => c + d;' in script
    assert "Object.assign(exports, { b, d });" in script
    assert "\nasync function d() {}" in script


def test_a_module_that_is_wanted_later_is_given_later():
    assert 'Promise.resolve(need("b.js"))' in bundle({"a.js": 'const f = () => import("./b.js");', "b.js": ""}, PLACE)


@pytest.mark.parametrize(
    "source",
    [
        'import * as all from "./b.js";',
        'import one from "./b.js";',
        "export default 1;",
        "export { a };",
        "export let a = 1;",
        "const f = () => import(name);",
        "const here = import.meta.url;",
        'import { a } from "https://example.org/a.js";',
    ],
)
def test_a_form_that_the_bundle_does_not_know_is_an_error(source):
    with pytest.raises(CannotBundle, match=r"a\.js"):
        bundle({"a.js": source, "b.js": ""}, PLACE)


def test_modules_that_import_each_other_are_an_error():
    modules = {"a.js": 'import { b } from "./b.js";', "b.js": 'import { a } from "./a.js";'}
    with pytest.raises(CannotBundle, match="import each other"):
        bundle(modules, PLACE)


def test_a_module_that_is_missing_is_an_error():
    with pytest.raises(CannotBundle, match=r"a\.js: it imports b\.js"):
        bundle({"a.js": 'import { b } from "./b.js";'}, PLACE)


@pytest.mark.parametrize("name", sorted(CLIENT))
def test_every_module_of_ours_is_in_the_bundle_with_everything_it_exports(name):
    script = bundle(CLIENT, FRAME)
    start = script.index(f'\n"{name}"(exports) {{')
    body = script[start : script.index("\n},", start)]
    for line in CLIENT[name].splitlines():
        if line.startswith("export "):
            exported = line.split("(")[0].split("=")[0].split("{")[0].split()[-1]
            assert exported in body[body.rindex("Object.assign(exports") :]


def test_the_frame_has_the_place_for_the_modules():
    assert FRAME.count(PLACE) == 1
