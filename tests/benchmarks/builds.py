"""What our build costs beside a stock one of the same pages, made in the same run; what one changed page costs while
serving; whether more pages or languages cost more each.

Processor time and memory of whole processes: waiting, and whoever else is at work on the machine, do not count.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import budgets, stock
from tests.benchmarks.cost import Cost, cost
from tests.conftest import TODAY, Project

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "built")
OURS = {"PYTHONPATH": "hooks", "SITE_DATE": TODAY, "SITE_URL": stock.ADDRESS}
ADDED = ("uk", "ro", "pl", "es", "it", "pt", "tr")
"""Languages begun for a measurement: with ours, twelve."""

SERVED = """
import sys, time
from mkdocs.commands.build import build
from mkdocs.config import load_config
page = "docs/fr/revenus/ris.md"
spent = []
for turn in range(2):
    config = load_config(site_dir="served")
    if turn == 0:
        config.plugins.on_startup(command="serve", dirty=False)
    else:
        text = open(page, encoding="utf-8").read()
        open(page, "w", encoding="utf-8").write(text.replace("Vous n’avez pas assez d’argent", "Il vous manque de l’argent"))
        config.plugins._current_plugin = None
    started = time.process_time()
    build(config, serve_url="http://127.0.0.1:8000/" if turn else None)
    spent.append(time.process_time() - started)
assert "Il vous manque de l’argent" in open("served/revenus/ris/index.html", encoding="utf-8").read()
print(spent[1], file=open("spent", "w"))
"""
"""What `make serve` does when a page changes, without the waiting for it: builds again, with what it kept."""


@contextmanager
def copy() -> Iterator[Project]:
    """A copy of the project in which nothing was built yet."""
    with tempfile.TemporaryDirectory() as folder:
        yield Project(Path(folder) / "project")


def cold(project: Project) -> Cost:
    """Our whole build."""
    return cost((*MKDOCS, "--strict"), project.root, **OURS)


def edited(project: Project) -> float:
    """Seconds of the processor until one changed page is served."""
    cost((sys.executable, "-c", SERVED), project.root, **OURS)
    return float((project.root / "spent").read_text())


def more_pages(project: Project, times: int) -> int:
    """Give every language each folder of pages `times` more; returns the pages of a language in the menu."""
    settings = project.root / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    start, end = (
        lines.index(next(line for line in lines if line.startswith("nav:"))),
        lines.index("markdown_extensions:\n"),
    )
    sections = re.findall(r"  - \S+:\n(?:      - \S+\n)+", "".join(lines[start:end]))
    for time in range(times):
        lines[end:end] = [re.sub(r"- ([\w-]+)/", rf"- \1-{time}/", section) for section in sections]
    settings.write_text("".join(lines), encoding="utf-8")
    folders = {name for section in sections for name in re.findall(r"- ([\w-]+)/", section)}
    for folder in [path for name in folders for path in project.root.glob(f"docs/*/{name}")]:
        for time in range(times):
            for page in folder.glob("*.md"):
                grown = folder.with_name(f"{folder.name}-{time}") / page.name
                grown.parent.mkdir(exist_ok=True)
                grown.write_bytes(page.read_bytes())
    project.run("bonguichet", "po")  # writes down that these pages are there
    return len(re.findall(r"- \S+\.md", "".join(lines)))


def main() -> None:
    """Print ratios, and the figures below them."""
    with tempfile.TemporaryDirectory() as folder, copy() as project:
        pages = stock.write(Path(folder))
        theirs = cost(MKDOCS, Path(folder))
        first = cold(project)
        again = cold(project)
        changed = edited(project)
    print(
        f"\n{pages} pages: stock {theirs.seconds:.1f} s, {theirs.peak:.0f} MB; ours {first.seconds:.1f} s, {first.peak:.0f} MB; "
        f"ours where the pictures of links are drawn already {again.seconds:.1f} s; one page changed {changed:.1f} s."
    )
    found = {
        "build": first.seconds / theirs.seconds,
        "memory": first.peak / theirs.peak,
        "edit": changed / theirs.seconds,
    }
    print(budgets.lines("Build, beside a stock one", found), flush=True)
    print(budgets.lines("Growth", growth()), flush=True)


def growth() -> dict[str, float]:
    """How much dearer a page and a language become where there are more of them; without the pictures of links."""
    without = OURS | {"SITE_URL": ""}
    with copy() as project:
        here = more_pages(project, 0)
        today = cost(MKDOCS, project.root, **without).seconds
    with copy() as project:
        there = more_pages(project, 5)
        many = cost(MKDOCS, project.root, **without).seconds
    with copy() as project:
        spoken = len(list(project.root.glob("docs/*/recherche.md")))
        for code in ADDED:
            project.run("bonguichet", "language", code)
        polyglot = cost(MKDOCS, project.root, **without).seconds
    print(
        f"\n{here} pages a language {today:.1f} s; {there} pages {many:.1f} s; {spoken + len(ADDED)} languages {polyglot:.1f} s."
    )
    return {
        "more-pages": (many / there) / (today / here),
        "more-languages": (polyglot / (spoken + len(ADDED))) / (today / spoken),
    }


if __name__ == "__main__":
    main()
