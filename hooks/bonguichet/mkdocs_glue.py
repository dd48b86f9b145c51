"""The only module that knows MkDocs and its language plugin: it hands on what MkDocs asks for.

Keeps the build under way between two hooks. Must not decide what a page says or which files there are: another site
generator would need another module like this one, and nothing else.
"""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from . import checks, kept, listing, offline, pageview, publishing, rightpages, sitelinks, situationpages
from .branches import SITUATION
from .load import load
from .messages import say
from .model import SOURCE_LANGUAGE
from .pagefiles import prefix_of, url_of
from .problems import ProblemsFound

log = logging.getLogger("mkdocs.bonguichet")

_KEPT = "kept.html"
"""The template that prints a page as it was made before."""

_current: publishing.Build | None = None
_serving = False


def is_first_language(config: MkDocsConfig) -> bool:
    """Whether this is the build of the first language, before the plugin repeats it for the others."""
    return not config.plugins["i18n"].building


def build_language(config: MkDocsConfig) -> str:
    """The language being built: of the menu and the notices."""
    return config.plugins["i18n"].current_language


def current() -> publishing.Build:
    """The build under way. Raises PluginError when no data could ever be loaded."""
    if _current is None:
        raise PluginError(say("the data could not be loaded: see the messages above."))
    return _current


def begin(serving: bool) -> None:
    """Load and check everything once. In a build mistakes end it; while serving the last good data stay."""
    global _current, _serving
    _serving = serving
    if serving:
        kept.begin()
    try:
        data = load()
        if found := checks.problems(data):
            raise ProblemsFound(found)
    except ProblemsFound as error:
        if not serving or _current is None:
            explain(error)
        count, listed = len(error.problems), "\n".join(listing.listed(error.problems))
        log.error("%s\n%s", say("{count} to mend; the pages still show the last good data.", count=count), listed)
        _current.rest = _current.data.rest()  # templates may have changed
        return
    _current = publishing.begin(data, serving)


def explain(error: Exception) -> None:
    """End the build with sentences where it met mistakes of an editor; any other error stays what it is."""
    if isinstance(error, ProblemsFound):
        listed = "\n".join(listing.listed(error.problems))
        raise PluginError(f"{say('{count} to mend.', count=len(error.problems))}\n{listed}") from None


def publish(files: Files, config: MkDocsConfig) -> Files:
    """Take out the theme's own files, which no page uses, and pages not loaded yet; add the pages that the data make."""
    build, ours = current(), Path(config.docs_dir)
    build.shared.clear()  # another language says nothing alike
    known = {f"{language}/{path}" for language, pages in build.data.model.pages.items() for path in pages}
    for file in list(files):
        foreign = file.abs_src_path and not Path(file.abs_src_path).is_relative_to(ours)
        if foreign or (file.is_documentation_page() and file.src_uri not in known):
            files.remove(file)
    made = [situationpages.path(option.id) for option in build.data.model.questions[SITUATION].options]
    for path in (*made, *map(rightpages.path, build.data.model.benefits)):
        files.append(_made(path, config))
    if _serving:
        for file in files.documentation_pages():
            _kept_page(file, config)
    return files


def _made(path: str, config: MkDocsConfig) -> File:
    """A page that stands in no file, as the language plugin would present it; home leads to it, and no menu."""
    language = build_language(config)
    body = current().data.model.pages[language][path].body
    file = File.generated(config, f"{language}/{path}", content=body, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = f"{prefix_of(language)}{url_of(path)}index.html"
    file.locale = language
    return file


class _Kept(Page):
    """A page that comes out as the build before has made it: nothing of it is made again."""

    def __init__(self, file: File, config: MkDocsConfig, title: str, html: str):
        super().__init__(title, file, config)
        self._html = html

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", {"template": _KEPT}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._html


def _kept_page(file: File, config: MkDocsConfig) -> None:
    """Let a page be as it was, where it is made from the same."""
    shown = _shown(file, config)
    if html := kept.recall(f"page {shown.address}", _made_from(shown, config)):
        _Kept(file, config, shown.record.title, html)


def _made_from(shown: pageview.Shown, config: MkDocsConfig) -> str:
    return kept.fingerprint(pageview.made_from(shown), config.nav)


def title_sections(nav: Navigation, config: MkDocsConfig) -> Navigation:
    """Name the sections of the menu in the language being built."""
    model = current().data.model
    for item in nav.items:
        if isinstance(item, Section):
            item.title = model.word(f"section-{item.title}", build_language(config))
    return nav


def _shown(file: File, config: MkDocsConfig) -> pageview.Shown:
    """A page of MkDocs as the rest of the program knows it; its file bears the language of its text."""
    return pageview.Shown(current(), _path(file), file.locale, build_language(config), config.site_url)


def _path(file: File) -> str:
    """The path of a page below docs/<language>/."""
    return file.src_uri.split("/", 1)[1]


def fill(page: Page, config: MkDocsConfig) -> str:
    """The page as it was loaded and checked, with its macros filled in, in the language of its text."""
    return "" if isinstance(page, _Kept) else pageview.fill(_shown(page.file, config))


def whole(html: str, page: Page, config: MkDocsConfig) -> str:
    """The page as Markdown made it, with the blocks that its macros had finished."""
    return html if isinstance(page, _Kept) else pageview.whole(_shown(page.file, config), html)


def site(page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Everything the templates may know of the page and the site."""
    if isinstance(page, _Kept):
        return {}
    shown = _shown(page.file, config)
    return pageview.site(shown, page.content) | {"menu": _menu(nav, page, shown)}


def _menu(nav: Navigation, page: Page, shown: pageview.Shown) -> list[dict[str, Any]]:
    def entry(item: Any) -> dict[str, Any]:
        if isinstance(item, Section):
            return {"title": item.title, "children": [entry(child) for child in item.children]}
        return pageview.listed(shown, _path(item.file)) | {"current": item is page, "children": []}

    return [entry(item) for item in nav.items]


def not_found(base: str) -> dict[str, Any]:
    """What the page for unknown addresses says; `base` is the way to the root of the site."""
    return pageview.not_found(current(), base)


def secured(html: str) -> str:
    """A finished page with its policy. While serving it has none: MkDocs adds its own script, which reloads the page."""
    return html if _serving else publishing.secured(current(), html)


def finished(html: str, page: Page, config: MkDocsConfig) -> str:
    """A page as it is written; while serving it is kept for the next build. What it was made of is let go: MkDocs would
    hold every page of every language to the end."""
    shown = _shown(page.file, config)
    if _serving and not isinstance(page, _Kept):
        kept.keep(f"page {shown.address}", _made_from(shown, config), html)
    shown.build.macros.pop(shown.address, None)
    page.markdown = page.content = None
    return secured(html)


def finish(config: MkDocsConfig) -> None:
    """After the last language: the files that are no page, and what needs all pages; what only readers need is left out
    while serving. A link that leads nowhere is a warning, which ends a strict build."""
    build, site = current(), Path(config.site_dir)
    build.shared.clear()
    template = config.theme.get_env().get_template("short.html").render
    publishing.write(build, site, template, config.site_url)
    if not _serving:
        publishing.finish(build, site, config.site_url)
    coming = [offline.copy(language) for language in build.data.model.languages] if _serving else ()
    for problem in sitelinks.problems(site, config.site_url, SOURCE_LANGUAGE, coming):
        log.warning("%s", problem)
