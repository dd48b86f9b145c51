"""The table of DESIGN: who may import whom, and who alone knows what."""

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from bonguichet.load import ROOT

PACKAGE = ROOT / "hooks" / "bonguichet"

# From the front doors down. A module may import only what stands on a lower line.
LINES = (
    {"__main__"},
    {"cli", "mkdocs_glue"},
    {"pageview"},
    {"publishing"},
    {"checks", "keeping", "reminders", "shortpages", "sitelinks", "sitemap", "structured"},
    {"cases"},
    {
        *("references", "macros", "export", "translations", "figures", "wording", "paths", "diff", "readability"),
        *("search", "offline", "pack", "outlinks", "agenda", "early", "changelog", "parity", "revisions", "slips"),
        "hosting",
    },
    {"situations", "branches", "opendata", "hsds", "feed"},
    {"derived", "estimate", "schema", "due", "changes"},
    {"logic", "deadlines", "stays", "freshness", "formatting", "directory", "completeness", "shown"},
    {"reviews", "looks"},
    {"load"},
    {"belgium", "pagefiles", "rightpages", "situationpages", "validation", "spoken"},
    {"yamlfiles", "listing"},
    {
        "model",
        "calls",
        "links",
        "styles",
        "policy",
        "languages",
        "qr",
        "bundle",
        "social",
        "web",
        "ics",
        "placing",
        "passed",
        "writing",
    },
    {"interface"},
    {"problems"},
    {"messages", "kept"},
)
LEVEL = {name: index for index, line in enumerate(LINES) for name in line}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def unit_of(path: Path) -> str:
    """The module, or the sub-package, that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Every module a file imports, as dotted absolute names."""
    found = set()
    package = ["bonguichet", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= (
                {f"{module}.{alias.name}" for alias in node.names}
                if not node.module or module == "bonguichet"
                else {module}
            )
    return found


def own(path: Path) -> set[str]:
    """The modules of the package that a file imports, its own sub-package aside."""
    units = {name.split(".")[1] for name in imports(path) if name.startswith("bonguichet.")}
    return units - {unit_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_point_down_only(path):
    unit = unit_of(path)
    assert unit in LEVEL, f"{unit} stands on no line of the table: give it one"
    for other in own(path):
        assert LEVEL[other] > LEVEL[unit], f"{unit} may not import {other}"


@pytest.mark.parametrize(
    ("package", "alone"),
    [
        ("mkdocs", {"mkdocs_glue"}),
        ("material", set()),
        ("yaml", {"yamlfiles"}),
        ("belgica", {"belgium"}),
        ("holidays", {"belgium"}),
        ("pydantic", {"model", "validation"}),
        ("babel.dates", {"formatting"}),
        ("babel.numbers", {"formatting"}),
        ("jinja2", {"macros"}),
        ("markdown", {"macros"}),
        ("segno", {"qr"}),
        ("PIL", {"social"}),
        ("urllib.request", {"web"}),
        ("socket", {"web"}),
    ],
)
def test_only_one_module_knows_a_library(package, alone):
    users = {unit_of(path) for path in MODULES for name in imports(path) if (name + ".").startswith(package + ".")}
    assert users <= alone


def test_only_load_asks_the_date():
    asking = {
        unit_of(path) for path in MODULES if "date.today" in path.read_text() or "datetime.now" in path.read_text()
    }
    assert asking == {"load"}


def test_a_script_that_knows_how_to_leave_changes_the_history_nowhere_else():
    scripts = {path.name: path.read_text() for path in (ROOT / "questionnaire" / "client").glob("*.js")}
    noting = [name for name, script in scripts.items() if name != "leave.js" and '"./leave.js"' in script]
    assert len(noting) >= 4
    assert [name for name in noting if re.search(r"(?:push|replace)State\(", scripts[name])] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_opens_with_what_it_knows(path):
    assert ast.get_docstring(ast.parse(path.read_text())), "say in one or two lines what this module knows"


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.name)
def test_hooks_are_short_adapters(path):
    assert len(path.read_text().splitlines()) <= 60
    assert "bonguichet" in path.read_text()


def test_pytest_looks_into_every_folder_of_tests(pytestconfig):
    left_out = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert [name for name in folders if any(fnmatch(name, pattern) for pattern in left_out)] == []
