"""Our modules as one classic script: nothing guessed, nothing lost."""

import re

import pytest
from bonguichet.bundle import PLACE, CannotBundle, bundle, files, imported
from bonguichet.load import ROOT

CLIENT = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "questionnaire" / "client").glob("*.js")}
FILES = files(CLIENT)
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


def test_a_module_hands_on_what_another_gives_under_the_name_that_it_chose():
    modules = {
        "a.js": 'export { b as c, d } from "./b.js";\nexport const e = 2;\n',
        "b.js": "export const b = 1;\nexport const d = 3;\n",
    }
    script = bundle(modules, f"{{{PLACE}}}")
    assert 'const { b: c, d } = need("b.js");' in script
    assert "Object.assign(exports, { c, d, e });" in script
    assert imported(modules["a.js"]) == ["b.js"]
    assert files(modules)["a.js"].endswith('export const{c,d,e}=$made["a.js"];')


def test_a_module_that_is_wanted_later_is_given_later():
    assert 'Promise.resolve(need("b.js"))' in bundle({"a.js": 'const f = () => import("./b.js");', "b.js": ""}, PLACE)


@pytest.mark.parametrize(
    "source",
    [
        'import * as all from "./b.js";',
        'import one from "./b.js";',
        "export default 1;",
        "export { a };",
        'export * from "./b.js";',
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


def runs(file: str) -> list[str]:
    """The modules of a file, in the order in which they run."""
    return re.findall(r'\$made\["([\w-]+\.js)"\]\?\?=\(', FILES.get(file, file))


def test_a_file_holds_every_module_that_it_needs_once_those_first_on_which_others_rest():
    made = files(
        {
            "page.js": 'import { a } from "./a.js";\nimport { b as c } from "./b.js";\nexport const use = () => a(c);\n',
            "a.js": 'import { b } from "./b.js";\nexport const a = (c) => b + c; // a remark\n',
            "b.js": "export const b = 1;\n",
        }
    )
    assert list(made) == ["page.js"] and "remark" not in made["page.js"]
    assert runs(made["page.js"]) == ["b.js", "a.js", "page.js"]
    assert 'const{b:c}=$made["b.js"];const use=()=>a(c);return{use};' in made["page.js"]
    assert made["page.js"].endswith('export const{use}=$made["page.js"];')


def test_what_one_file_fetches_later_finds_there_what_both_need():
    modules = {
        "page.js": 'import { b } from "./b.js";\nconst more = () => import("./later.js");\n',
        "later.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nexport const d = b + c;\n',
        "b.js": "export const b = 1;\n",
        "c.js": "export const c = 1;\n",
    }
    made = files(modules)
    assert runs(made["page.js"]) == ["b.js", "page.js"] and runs(made["later.js"]) == ["c.js", "later.js"]
    alone = files(modules | {"other.js": 'const more = () => import("./later.js");\n'})
    assert runs(alone["later.js"]) == ["b.js", "c.js", "later.js"]
    last = files(modules | {"last.js": 'import { d } from "./later.js";\nimport { c } from "./c.js";\n'})
    assert runs(last["last.js"]) == ["last.js"] and last["last.js"].startswith('import"./later.js";')


def test_files_of_one_page_share_what_their_modules_made():
    made = files({"one.js": 'import "./b.js";\n', "two.js": 'import "./b.js";\n', "b.js": "export const b = 1;\n"})
    for script in made.values():
        assert script.startswith("const $made=globalThis.$made??={};") and '$made["b.js"]??=(()=>' in script


def test_a_template_inside_a_template_is_an_error_since_its_blanks_would_be_lost():
    with pytest.raises(CannotBundle, match="a template inside a template"):
        files({"a.js": "const f = (all) => `${all.map(({ a }) => `   ${a}`)}`;"})
    [script] = files(
        {"a.js": "// it's `one`\nconst f = (a) => `it's   ${a({ b: `` }.b)}`.length;".replace("``", "1")}
    ).values()
    assert "`it's   ${" in script


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_file_of_ours_says_what_it_exports_and_holds_no_remark(file):
    handed_on = re.findall(r"^export \{ (\w+) \} from", CLIENT[file], re.MULTILINE)
    exported = handed_on + re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", CLIENT[file], re.MULTILINE)
    assert not exported or f'export const{{{",".join(exported)}}}=$made["{file}"];' in FILES[file]
    assert runs(file)[-1] == file and not re.search(r"(^|[;}])\s*(//|/\*)", FILES[file])


def test_no_page_names_a_file_that_would_start_another():
    """A page names its script, the embedded questionnaire its second one, a control what it fetches at a tap."""
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "fr").rglob("*.md"))
    skeleton = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "overrides").rglob("*.*")
        if path.suffix in (".html", ".js")
    )
    named = set(re.findall(r"^script: ([\w-]+)$", pages, re.MULTILINE)) | {"main", "embed"}
    named |= set(re.findall(r'data-(?:module|on-focus)="([\w-]+)"', skeleton)) | set(
        re.findall(r'load\("([\w-]+)\.js"', skeleton)
    )
    assert len(named) >= 12
    for name in named:
        assert not FILES[f"{name}.js"].startswith("import"), name
        assert runs(f"{name}.js")[0] != f"{name}.js" or not imported(CLIENT[f"{name}.js"]), name
