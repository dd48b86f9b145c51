"""README and CONTRIBUTING tell the truth: every recipe loads, every command and macro is named."""

import re

import pytest
from bonguichet.load import ROOT
from bonguichet.macros import Macros
from bonguichet.model import (
    Advice,
    Amount,
    Case,
    Change,
    Deadline,
    Event,
    LinkException,
    ModelLetter,
    Page,
    Question,
    Reviewed,
    Reviewer,
    Service,
    Source,
    Synonym,
    WorkedExample,
)
from bonguichet.validation import validate
from bonguichet.yamlfiles import parse

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"```yaml\n# (\S+)\n(.*?)```", CONTRIBUTING, re.DOTALL)
SHAPES = {
    "content/amounts": Amount,
    "content/sources": Source,
    "content/benefits": Reviewed,
    "content/reviewers.yml": Reviewer,
    "content/events.yml": Event,
    "content/changes.yml": Change,
    "content/deadlines": Deadline,
    "content/synonyms.yml": Synonym,
    "content/link-exceptions.yml": LinkException,
    "content/model-letters": ModelLetter,
    "content/worked-examples": WorkedExample,
    "content/services": Service,
    "questionnaire/advice": Advice,
    "questionnaire/cases": Case,
    "questionnaire/questions.yml": Question,
    "docs": Page,
}


@pytest.mark.parametrize(("file", "text"), RECIPES, ids=[file for file, _ in RECIPES])
def test_a_recipe_loads_as_it_is_written(file, text):
    assert (ROOT / file).exists()
    shape = next(shape for start, shape in SHAPES.items() if file.startswith(start))
    data = parse(text, file).data
    if shape is Page:
        entries = [data | {"body": "", "body_line": 1}]
    elif shape in (Service, Reviewed):
        entries = [data]
    else:
        entries = data if isinstance(data, list) else list(data.values())
    for entry in entries:
        assert validate(shape, entry)[1] == []


def test_there_is_a_recipe_for_each_kind_of_work():
    assert len(RECIPES) == len(SHAPES)


def test_every_macro_is_explained_and_no_other():
    assert set(re.findall(r"^\| `\{\{ (\w+)\(", CONTRIBUTING, re.MULTILINE)) == set(Macros.NAMES)


def test_every_command_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", README + CONTRIBUTING)) - {"and"} <= targets


def test_the_folders_that_are_named_exist_and_no_other_is_hidden():
    named = set(re.findall(r"^\| `(\w+)/` \|", README, re.MULTILINE))
    assert named == {"content", "questionnaire", "docs", "overrides", "hooks", "tests"}
    assert all((ROOT / folder).is_dir() for folder in named)


def test_every_dependency_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    pinned = re.findall(r'^  "[\w-]+==[\d.]+",(.*)$', text, re.MULTILINE)
    assert len(pinned) >= 12
    assert all("#" in rest for rest in pinned)


def test_the_check_before_a_commit_is_the_check_and_looks_at_every_file_that_holds_data():
    ((hook,),) = [repo["hooks"] for repo in parse((ROOT / ".pre-commit-config.yaml").read_text(), "hook").data["repos"]]
    assert hook["entry"].endswith("-m bonguichet check")
    named = re.compile(hook["files"])
    edited = [
        path.relative_to(ROOT).as_posix()
        for part in ("content", "questionnaire", "docs")
        for path in (ROOT / part).rglob("*.*")
    ]
    assert edited
    assert [file for file in edited if not named.search(file)] == []
    assert not named.search("hooks/bonguichet/checks.py")


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_a_link_of_a_document_leads_to_a_file(path):
    links = re.findall(r"\]\(([^)#\s]+)", re.sub(r"(?s)```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8")))
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_the_way_out_of_mkdocs_names_everything_that_we_take_from_it():
    told = (ROOT / "EXIT.md").read_text(encoding="utf-8")
    taken = set()
    for path in (ROOT / "hooks").rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        for names in re.findall(r"^from mkdocs\S* import (.+)$", code, re.MULTILINE):
            taken |= set(names.split(", "))
        if path.parent.name == "hooks":
            taken |= set(re.findall(r"^def (on_\w+)", code, re.MULTILINE))
        if path.name == "mkdocs_glue.py":
            taken |= set(re.findall(r"(?<!mkdocs\.)\bconfig\.((?:theme\.)?\w+)", code))
            taken |= set(re.findall(r"\b(?:page\.)?(?:file|File|item\.file)\.(\w+)", code))
            taken |= set(re.findall(r"""plugins\["i18n"\]\.(\w+)""", code))
    assert len(taken) > 20
    assert sorted(name for name in taken if not re.search(rf"\b{re.escape(name)}\b", told)) == []
