"""Fills texts and pages: Jinja for the macros, Markdown for the texts, templates for the blocks.

Knows how a call in a text becomes HTML. Must not know any macro (`facts.py`, `parts.py`), nor how to name a call that
cannot be filled in (`tried.py`).
"""

import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2 import nodes
from markdown import Markdown
from markupsafe import Markup, escape

from .. import formatting, links, spoken
from ..calls import CALL
from ..messages import say
from ..model import SOURCE_LANGUAGE, WEEK, Dated, Model, Opening, language_of, name_in
from ..problems import did_you_mean
from ..reviews import Review

_Made = TypeVar("_Made")

_BLOCKS = ("<p>", "<ul>", "<ol>")
_NO_MARKS = re.compile(r"[^\W\d_](?:[^\\`*_\[\]<>&\r\n\t\x02\x03]*\S)?")
"""One line that Markdown would leave as it is: nearly every text."""
_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)


_MARKDOWN = Markdown()
CALLS = jinja2.Environment()
"""Reads calls of macros, as Jinja writes them."""


@cache
def _components(folder: Path) -> jinja2.Environment:
    """The templates of a folder, compiled once for every page and language, and kept until they change."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        bytecode_cache=jinja2.FileSystemBytecodeCache(),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _call(written: str) -> tuple[str, list[Any], dict[str, Any]]:
    """The macro that a call names and what it gives it, positional and named; the same calls stand in many texts."""
    [call] = CALLS.parse(written).find_all(nodes.Call)
    return call.node.name, *given(call)


def given(call: nodes.Call) -> tuple[list[Any], dict[str, Any]]:
    """What a call gives its macro. Raises nodes.Impossible where that is more than ids and texts."""
    named = {argument.key: argument.value.as_const() for argument in call.kwargs}
    return [argument.as_const() for argument in call.args], named


@cache
def _inline(markdown: str) -> Markup:
    """A text as HTML, without the paragraph around a single one."""
    if _NO_MARKS.fullmatch(markdown):
        return Markup(markdown)
    html = links.told_nothing(_MARKDOWN.reset().convert(markdown))
    only = _PARAGRAPH.fullmatch(html)
    return Markup(only[1] if only and "<p>" not in only[1] else html)


class MacroError(Exception):
    """A macro was called with something that does not exist; the message is for the editor."""


@dataclass
class Used:
    """What a page rests on: its sources with the articles cited, those it numbered, the dated facts, the events it named,
    the desks whose contacts it shows, and its components; `in_french`: a text that its language does not have."""

    sources: dict[str, dict[str, None]] = field(default_factory=dict)
    noted: dict[str, None] = field(default_factory=dict)
    in_french: bool = False
    facts: dict[str, Dated] = field(default_factory=dict)
    events: dict[str, None] = field(default_factory=dict)
    desks: dict[str, None] = field(default_factory=dict)
    terms: dict[str, None] = field(default_factory=dict)
    components: dict[str, None] = field(default_factory=dict)

    def add(self, other: "Used") -> None:
        """That the page uses this too."""
        for source, articles in other.sources.items():
            self.sources.setdefault(source, {}).update(articles)
        for name in ("facts", "events", "desks", "components"):
            getattr(self, name).update(getattr(other, name))
        self.in_french |= other.in_french


class Words:
    """The words of one text in one language, and what it has used so far. `NAMES` are the macros it offers,
    `HIDDEN` those that only the program writes."""

    NAMES: tuple[str, ...] = ()
    HIDDEN: tuple[str, ...] = ()

    def __init__(
        self,
        model: Model,
        language: str,
        components: Path,
        root: str = "",
        assets: str = "",
        version: str = "",
        top: str = "",
        address: str = "",
        shared: dict[Hashable, tuple[Any, Used | None]] | None = None,
    ):
        """`components` holds the HTML templates; `root` is the relative way to the language's first page,
        `assets` the one to the folder of what scripts need, `top` the one to what has no language; `version` is the
        fingerprint of the rule sheet, `address` that of the site in this language, where the build knows it. Pages for which
        all this is the same may have one `shared`: what all of them say is made once."""
        self.model, self.language, self.root, self.assets, self.version = model, language, root, assets, version
        self.top = top
        self.address = address
        self.used = Used()
        self._directions = {code: entry.direction for code, entry in model.languages.items()}
        self._shared = {} if shared is None else shared
        self._components = _components(components)
        self._shown = {
            "word": self.word,
            "bare": self.bare,
            "reviewed": self.reviewed,
            "text": self.text,
            "name": lambda names: name_in(names, language),
            "lang_of": self.lang_of,
            "isolated": self.isolated,
            "format": formatting,
            "language": language,
            "hours": self.hours,
            "commas": self.commas,
            "top": top,
            "late": self.late,
        }
        self._called = {name: getattr(self, name) for name in (*self.NAMES, *self.HIDDEN)}

    # What texts and pages go through

    def render(self, markdown: str) -> str:
        """Markdown with its macros filled in. `Tried` finds mistakes first: here one raises MacroError."""
        filled = CALL.sub(self._filled, markdown)
        return spoken.as_html(formatting.typeset(filled, self.language), self.language, self._directions)

    def _filled(self, call: re.Match[str]) -> str:
        name, positional, named = _call(call[0])
        return escape(self._called[name](*positional, **named))

    def text(self, french: str) -> Markup:
        """A French text of the data, translated, with macros and inline Markdown turned into HTML."""
        return self._once(("text", french), self._text, french)

    def _text(self, french: str) -> Markup:
        return self._fallen_back(french, _inline(self.render(self.model.text(french, self.language))))

    def word(self, id: str, **values: Any) -> Markup:
        """A word of the interface; its values are escaped unless they are HTML already."""
        return self.model.interface.filled(id, self._once(("word", id), self._word, id), values)

    def _word(self, id: str) -> Markup:
        french = self.model.interface[id]
        said = formatting.typeset(self.model.text(french, self.language), self.language)
        html = Markup(spoken.as_html(str(escape(said)), self.language, self._directions))
        return self._fallen_back(french, html)

    def reviewed(self, review: Review | None, nobody: str) -> Markup:
        """Who reviewed something, and when; the word `nobody` until somebody has."""
        if review is None:
            return self.word(nobody)
        day = formatting.day(review.on, self.language)
        return self.word("reviewed-by" if review.holds else "reviewed-earlier", name=review.name, day=day)

    def bare(self, id: str, **values: Any) -> str:
        """A word of the interface without any element, for an attribute or a title."""
        return self.model.interface.filled(id, self.plainly(self.model.interface[id]), values)

    def _fallen_back(self, french: str, html: Markup) -> Markup:
        """What a French text became, which says that it is French where its translation is missing or outdated."""
        spoken_in = self.model.text_language(french, self.language)
        if self.language in (SOURCE_LANGUAGE, spoken_in):
            return html
        self.used.in_french = True
        block = html.startswith(_BLOCKS)
        return Markup(spoken.element(html, spoken_in, self.language, self._directions, "div" if block else "span"))

    def plainly(self, french: str, language: str | None = None) -> str:
        """A French text as plain words of a language, that of the page if none is said: no macros, no Markdown."""
        language = language or self.language
        return spoken.as_words(formatting.typeset(self.model.text(french, language), language))

    def in_language(self, words: str, language: str) -> Markup:
        """Words of a language, which they say where it is not that of the page."""
        if language == self.language:
            return escape(words)
        return Markup(spoken.element(str(escape(words)), language, self.language, self._directions))

    def in_french(self) -> Markup:
        """What ends a link to a page that the reader's language lacks. A link shown as a table would lose a plain space."""
        return Markup("\u00a0<small>({})</small>").format(self.word("in-french"))

    def late(self, review_by: date) -> Markup:
        """That what follows should have been looked at by a day: hidden until it has passed, in the reader's browser too."""
        hidden = Markup("") if self.model.day > review_by else Markup(" hidden")
        said = self.word("fact-late", day=formatting.day(review_by, self.language))
        return Markup('<div data-review-by="{}"><p class="notice" data-late{}>{}</p></div>').format(
            review_by, hidden, said
        )

    def commas(self, items: Iterable[str]) -> Markup:
        """Words in a row, with the comma of the language and no « et » before the last."""
        return self.word("comma").join(items)

    def plain_words(self, *beginnings: str) -> dict[str, str]:
        """The words of the interface that a script needs, by the beginnings of their ids."""
        return {id: self.plainly(text) for id, text in self.model.interface.items() if id.startswith(beginnings)}

    def embedded(self, value: Any) -> Markup:
        """Data for a script, to stand inside a <script> of the page."""
        return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).replace("<", "\\u003c"))

    def lang_of(self, names: Mapping[str, str]) -> Markup:
        """The attributes that tell in which language a name is said, and its direction, where these are not the page's.

        They belong to an inline element: a block would move to the other side."""
        code = language_of(names, self.language)
        return Markup("") if code == self.language else spoken.attributes(code, self.language, self._directions)

    def isolated(self, names: Mapping[str, str]) -> Markup:
        """A name whose direction is that of its language: its first letter may be of another script."""
        own = self.lang_of(names)
        turned = own if "dir=" in own else Markup('{} dir="{}"').format(own, self._directions[self.language])
        return Markup("<bdi{}>{}</bdi>").format(turned, name_in(names, self.language))

    def hours(self, opening: Opening) -> Markup:
        """When a desk answers: « du lundi au vendredi, 09:00–17:00 », or day and night."""
        days = [formatting.weekday(day, self.language) for day in opening.days]
        if (opening.at, opening.until) == ("00:00", "24:00") and len(days) == 7:
            return self.word("day-and-night")
        at, until = (formatting.hour(hour, self.language) for hour in (opening.at, opening.until))
        in_a_row = opening.days == WEEK[WEEK.index(opening.days[0]) :][: len(days)]
        if in_a_row and len(days) > 2:
            words = self.word("days-in-a-row", first=days[0], last=days[-1])
        else:
            words = self.commas(days)
        return self.commas(
            [words, Markup('<span class="hours">{}</span>').format(self.word("hours-span", at=at, until=until))]
        )

    def _entry(self, kind: str, id: str) -> Any:
        entries = getattr(self.model, kind)
        if id not in entries:
            sentence = say("'{id}' is not in {what}.", id=id, what=kind.replace("_", " "))
            raise MacroError(sentence + did_you_mean(id, entries))
        entry = entries[id]
        if isinstance(entry, Dated):
            self.used.facts[id] = entry
        return entry

    def _block(self, component: str, **values: Any) -> Markup:
        self.used.components.setdefault(component)
        html = self._components.get_template(f"{component}.html").render(self._shown | values)
        return Markup("\n\n" + "".join(map(str.strip, html.split("\n"))) + "\n\n")

    def _use(self, source: str, article: str | None = None) -> None:
        articles = self.used.sources.setdefault(source, {})
        if article:
            articles.setdefault(article)

    def _once(self, key: Hashable, make: Callable[..., _Made], *given: Any, **more: Any) -> _Made:
        """What `make` gives, made once for all pages that share; what it uses counts for each of them."""
        if key not in self._shared:
            before, self.used = self.used, Used()
            try:
                made = make(*given, **more)
            finally:
                found, self.used = self.used, before
            if found.terms or found.noted:  # says what depends on the rest of the page
                return make(*given, **more)
            self._shared[key] = made, None if found == Used() else found
        made, found = self._shared[key]
        if found:
            self.used.add(found)
        return made

    def _part(self, component: str, **values: Any) -> Markup:
        """A block without the empty lines that Markdown needs around it."""
        return Markup(self._block(component, **values).strip())
