"""A stock mkdocs-material + static-i18n site of the same rendered Markdown, languages and pages, search on: what ours is
measured against.

Knows our pages as Markdown with every macro filled in. Must not know how our site looks.
"""

from pathlib import Path

import yaml
from bonguichet import pageview, publishing
from bonguichet.load import ROOT, load

ADDRESS = "https://bon-guichet.example/"


class _Own(yaml.SafeLoader):
    """Reads mkdocs.yml; what it takes from the environment stays out."""


_Own.add_constructor("!ENV", lambda loader, node: ADDRESS)


def write(folder: Path) -> int:
    """Write the site into `folder`, ready for `mkdocs build`; returns its pages, those that fall back to French included."""
    build = publishing.begin(load(ROOT))
    model, pages = build.data.model, 0
    for menu in model.offered:
        for path in model.pages["fr"]:
            pages += 1
            if model.written_in(path, menu) != menu:
                continue  # the language plugin falls back
            shown = pageview.Shown(build, path, menu, menu, ADDRESS)
            written = folder / "docs" / menu / path
            written.parent.mkdir(parents=True, exist_ok=True)
            head = yaml.safe_dump({"title": shown.record.title}, allow_unicode=True)
            text = pageview.whole(shown, pageview.fill(shown))
            written.write_text(f"---\n{head}---\n\n{text}", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_settings(), allow_unicode=True), encoding="utf-8")
    return pages


def _settings() -> dict:
    """The settings of our site as far as they say which pages and languages there are; the rest as Material comes."""
    own = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Own)
    [languages] = [plugin["i18n"]["languages"] for plugin in own["plugins"]]
    i18n = {"docs_structure": "folder", "fallback_to_default": True, "languages": languages}
    return {
        "site_name": own["site_name"],
        "site_url": ADDRESS,
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": i18n}],
        "nav": own["nav"],
        "markdown_extensions": own["markdown_extensions"],
    }
