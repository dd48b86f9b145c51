"""The macros that show facts: {{ deadline("appeal-cpas") }}, {{ service("sdj") }} …

Knows every fact of the model, and the way into the questions. Must not know how these are shown (`parts.py`).
"""

from markupsafe import Markup, escape

from .. import formatting, freshness
from ..directory import Place, desks
from ..messages import say
from ..model import SOURCE_LANGUAGE, name_in
from ..pagefiles import url_of
from ..problems import did_you_mean
from .amounts import Amounts
from .words import MacroError


class Facts(Amounts):
    """Every macro that a page or a text may call to show a fact."""

    def timeline(self, id: str) -> Markup:
        """Dates that follow each other, each with what happens to whom, and its source."""
        line = self._entry("timelines", id)
        laws = {step.id: self.source(step.source) for step in line.steps}
        return self._block("timeline", id=id, line=line, laws=laws, day=self.model.day)

    def deadline(self, id: str) -> Markup:
        """How long a deadline lasts, in words. It never disappears: past its review it says to have it checked today."""
        deadline = self._entry("deadlines", id)
        for source, article in ((deadline.source, deadline.article), *((id, None) for id in deadline.also)):
            self._use(source, article)
        words = formatting.length(deadline.length, self.language)
        late = Markup("") if freshness.state(deadline, self.model.day) == "to-check" else Markup(" hidden")
        return Markup(
            '<span data-length="{}" data-review-by="{}"><b>{}</b><small data-late{}> ({})</small></span>'
        ).format(id, deadline.review_by, words, late, self.word("to-check-deadline"))

    def conditions(self, id: str) -> Markup:
        """The conditions of a right, one by one, each with the law behind."""
        benefit = self._entry("benefits", id)
        laws = {c.id: self.source(c.source, c.article) for c in benefit.conditions}
        for source in benefit.sources:
            self._use(source)
        return self._block(
            "conditions", id=id, benefit=benefit, laws=laws, decides=self.model.roles[benefit.decides].name
        )

    def documents(self, id: str) -> Markup:
        """A list of papers to bring: why each is asked, and what to do without it."""
        papers = {document: self.model.documents[document] for document in self._entry("document_lists", id)}
        return self._block("documents", papers=papers)

    def letter(self, id: str) -> Markup:
        """How to recognise a letter, and where its key date stands."""
        letter = self._entry("letters", id)
        for source in letter.sources:
            self._use(source)
        return self._block("letter", id=id, letter=letter)

    def warning(self, id: str) -> Markup:
        """What one must know first."""
        warning = self._entry("warnings", id)
        for source in warning.sources:
            self._use(source)
        return self._block("warning", warning=id, entry=warning)

    def service(self, id: str) -> Markup:
        """The contacts of one desk, or of every desk of a role (with the role's address elsewhere)."""
        if id not in self.model.roles:
            self._entry("services", id)
            return self._block("desks", role=None, cards={id: self.card(id)}, elsewhere=None)
        found = desks(self.model, id, Place(), self.language)
        elsewhere = self.elsewhere(id) if found.elsewhere else None
        return self._block(
            "desks", role=id, cards={desk: self.card(desk) for desk in found.services}, elsewhere=elsewhere
        )

    def desks_of(self, role: str) -> tuple[str, ...]:
        """The desks of a role for a reader whose place is not known, those that speak the language of the page first."""
        return desks(self.model, role, Place(), self.language).services

    def card(self, id: str, sourced: bool = True) -> Markup:
        """The contacts of one desk, without the frame around them; not `sourced`: what stands behind a tap leaves room for
        the source (`desk_source`)."""
        return self._once(("card", id, sourced), self._card, id, sourced)

    def _card(self, id: str, sourced: bool) -> Markup:
        service = self._entry("services", id)
        self.used.desks.setdefault(id)
        review_by, day = freshness.review_by(service.checked), self.model.day
        return self._part(
            "service",
            service=service,
            sourced=sourced,
            sureness=freshness.sureness(service, day),
            review_by=review_by,
            old=day > review_by,
        )

    def desk_source(self, id: str) -> Markup:
        """The page on which the contacts of one desk were read."""
        return self._part("desk_source", service=self._entry("services", id))

    def call(self, *ids: str) -> Markup:
        """The first telephone of several desks, one line each, a role standing for all its desks: for who must call now."""
        named = [desk for id in ids for desk in (self.desks_of(id) if id in self.model.roles else (id,))]
        called = {id: self._entry("services", id) for id in named}
        for id, desk in called.items():
            if not (desk.phones and desk.helps):
                raise MacroError(say("'{id}' cannot be called: it needs a telephone and a sentence in 'helps'.", id=id))
        if not called:
            raise MacroError(say("{macro}() needs at least one desk.", macro="call"))
        return self._block("call", desks=called)

    def elsewhere(self, role: str) -> Markup:
        """The official address of a role where no desk is known."""
        entry = self.model.roles[role].elsewhere
        self._use(entry.source)
        return self._part("elsewhere", role=self.model.roles[role], entry=entry)

    def unsure(self, role: str) -> Markup:
        """How to find the desk of a role where that of the place may be the wrong one."""
        found = self.model.roles[role]
        return self._part("unsure", role=found, page=self.read(found.unsure.page))

    def term(self, id: str) -> Markup:
        """An official term; the first time on a page with its long form, and with the Dutch one where it is not official."""
        term = self._entry("glossary", id)
        name = name_in(term.short, self.language)
        short = Markup('<b translate="no">{}</b>').format(name)
        own = term.long.get(self.language)
        longer = {own: self.language} if own else {term.long["fr"]: "fr", term.short.get("nl"): "nl"}
        more = self.commas(self.in_language(words, code) for words, code in longer.items() if words and words != name)
        if id in self.used.terms or not more:
            return short
        self.used.terms.setdefault(id)
        # Between letters written from right to left, a mark keeps the bracket out of the word before it.
        mark = "\u200f" if self.model.languages[self.language].direction == "rtl" else ""
        return Markup('{0}{2} (<span translate="no">{1}</span>){2}').format(short, more, mark)

    def page(self, path: str) -> Markup:
        """A link to a page of the site, by its title."""
        pages = self.model.pages[SOURCE_LANGUAGE] | self.model.pages[self.language]
        if path not in pages:
            raise MacroError(say("there is no page '{path}'.", path=path) + did_you_mean(path, pages))
        written = self.model.written_in(path, self.language)
        title = self.in_language(*self.model.title(path, self.language))
        if written == self.language:
            return Markup('<a href="{}">{}</a>').format(self.root + url_of(path), title)
        return Markup('<a href="{}" hreflang="{}">{}{}</a>').format(
            self.root + url_of(path), written, title, self.in_french()
        )

    def read(self, path: str) -> Markup:
        """Links to what to read on the subject of a page: first one in the reader's language, where that is another."""
        near = self.model.nearest(path, self.language)
        return self.commas(self.page(each) for each in (near, path) if each)

    def start(self, **answers: str) -> Markup:
        """A way into the questionnaire, with answers already given."""
        return self._block("start", href=self.questions_with(**answers), prefilled=bool(answers))

    def leave(self) -> Markup:
        """A way out of the page at once, for who must not be seen reading it."""
        return self._block("leave", script=f"{self.assets}leave-page.js")

    def questions_with(self, **answers: str) -> str:
        """The address of the questionnaire with answers already given; `_` stands for the `-` of a question's id."""
        for id, value in answers.items():
            question = self._entry("questions", id.replace("_", "-"))
            if question.derived or value not in question.values():
                sentence = say("'{answer}' is not an answer to '{question}'.", answer=value, question=question.id)
                raise MacroError(sentence + did_you_mean(value, question.values()))
        given = "&".join(f"{id.replace('_', '-')}={value}" for id, value in answers.items())
        return self.root + url_of("orientation.md") + (f"#{given}" if given else "")

    def plain(self, text: str, reason: str) -> Markup:
        """A number with its unit that stands in no data; `reason` says why it may be typed."""
        if len(reason.split()) < 2:
            raise MacroError(
                say(
                    "{macro}() needs a reason of a few words: why this figure cannot come from the data.", macro="plain"
                )
            )
        return escape(text)
