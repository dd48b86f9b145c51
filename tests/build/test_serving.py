"""`make serve` builds again after each change and keeps what stays as it was: it shows what a build from nothing would show."""

import pytest

SERVED = """
from pathlib import Path

from bonguichet import kept
from mkdocs.commands.build import build
from mkdocs.config import load_config


def serve(folder):
    config = load_config(site_dir=folder)
    if folder == "first":
        config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"
    build(config, serve_url=config.site_url)
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def change(file, old, new):
    path = Path(file)
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: mend this test"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


serve("first")
for file, old, new, _, _ in CHANGES:
    change(file, old, new)
again = serve("again")
for _, _, _, page, words in CHANGES:
    assert words in again[f"{page}/index.html"].decode(), f"{page} still is what it was"
kept._kept.clear()
anew = serve("anew")
assert [name for name in sorted(again | anew) if again.get(name) != anew.get(name)] == []
"""

PAGE = [
    (
        "docs/fr/revenus/ris.md",
        "Vous n’avez pas assez d’argent",
        "Il vous manque de l’argent",
        "revenus/ris",
        "Il vous manque de l’argent",
    )
]
REST = [
    ("content/amounts/ris.yml", "value: 893.65", "value: 911.65", "revenus/montants", "911,65"),
    ("content/translations/nl.po", 'msgstr "Menu"', 'msgstr "Keuze"', "nl/revenus/ris", "Keuze"),
    ("overrides/main.html", "</article>", "<hr></article>", "en/revenus/ris", "<hr></article>"),
]


@pytest.mark.long
@pytest.mark.parametrize("changes", [PAGE, REST], ids=["a page", "a figure, a translation and a template"])
def test_what_is_built_again_after_a_change_is_what_a_build_from_nothing_gives(project, changes):
    (project.root / "served.py").write_text(f"CHANGES = {changes!r}\n{SERVED}", encoding="utf-8")
    done = project.run("served")
    assert done.returncode == 0, done.stdout + done.stderr
