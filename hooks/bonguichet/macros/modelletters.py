"""The letters that readers send: their text in every language that a desk reads, with places to fill in.

Knows letters to send, their fields and the desks they go to. Must not know advice, or what a reader types
(`questionnaire/client/letters-page.js`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from .. import formatting
from ..model import FRAME, SLOT, LetterField, ModelLetter, Service, name_in
from ..pagefiles import url_of
from .letters import Letters

OFFICIAL = ("fr", "nl")
"""The languages in which the desks of Brussels read letters."""
_DOTS = "…" * 9
_MUCH = " ".join([_DOTS] * 6)
"""What stands for a field on paper: a line, or room for some sentences."""


@dataclass(frozen=True)
class Block:
    """One line or paragraph of a letter: `only` the choices for which it stands, `tick` their names before it on paper,
    `optional` whether it goes when its field stays empty."""

    html: Markup
    only: tuple[str, ...] = ()
    tick: str = ""
    optional: bool = False


class ModelLetters(Letters):
    """The macro that shows every letter to send, and the links to them."""

    def model_letters(self) -> Markup:
        """Every letter to send: when, its text in French, in Dutch and in the language of the page, how to send it."""
        letters = self.model.model_letters
        for source in (source for letter in letters.values() for source in letter.sources):
            self._use(source)
        return self._block(
            "model_letters",
            letters=letters,
            official=OFFICIAL,
            directions={code: self.model.languages[code].direction for code in self._shown_in()},
            groups={
                id: {code: self._groups(letter, code) for code in self._official_first()}
                for id, letter in letters.items()
            },
            fields={id: self._asked(letter) for id, letter in letters.items()},
            warnings=self.model.warnings,
            pages={id: self.read(letter.page) for id, letter in letters.items()},
            help=self.page("aides/langues.md"),
            say=lambda id, code: self.plainly(self.model.interface[id], code),
            laws={id: [self.number(source) for source in letter.sources] for id, letter in letters.items()},
            desks=self.embedded(self._addresses()),
        )

    def model_letter(self, id: str) -> Markup:
        """A link to a letter to send, by its name."""
        self._entry("model_letters", id)
        ((href, name),) = self.letter_links([id]).items()
        return Markup('<a href="{}">{}</a>').format(href, name)

    def letter_links(self, ids: Iterable[str]) -> dict[str, Markup]:
        """The addresses of letters to send, each with its name."""
        page = self.root + url_of("lettres.md")
        return {f"{page}#send-{id}": self.text(self.model.model_letters[id].name) for id in ids}

    def _shown_in(self) -> list[str]:
        """The languages a letter is shown in, that of the page first."""
        return list(dict.fromkeys((self.language, *OFFICIAL)))

    def _official_first(self) -> list[str]:
        """The same, the languages in which a letter is sent before that of its writer."""
        return sorted(self._shown_in(), key=lambda code: code not in OFFICIAL)

    def _groups(self, letter: ModelLetter, language: str) -> list[tuple[str, list[Block]]]:
        """The letter from top to bottom: what stands together, by its place on the sheet."""
        fields, words = self.model.letter_fields, self.model.interface
        options = letter.choice.options if letter.choice else {}

        def block(text: str, only: tuple[str, ...] = (), whole: bool = False) -> Block:
            tick = self._tick([self.plainly(options[option], language) for option in only], language) if only else ""
            optional = any(fields[slot].optional for slot in SLOT.findall(text))
            return Block(self._with_gaps(text, language, whole), only, tick, optional)

        subject = Markup("<b>{} {}</b>").format(
            self.plainly(words["send-subject"], language), self._with_gaps(letter.subject, language)
        )
        groups = [
            ("from", [block(fields[id].line or f"{{{id}}}") for id in letter.sender]),
            ("to", [Block(self._gap(letter.to, language, whole=True))] if letter.to else []),
            ("dated", [block(words[id]) for id in FRAME]),
            ("subject", [Block(subject)]),
            ("body", [block(words["send-greeting"])] if letter.to else []),
            *(("body", [block(paragraph.text, paragraph.only, paragraph.whole)]) for paragraph in letter.paragraphs),
            ("body", [block(words["send-closing"])] if letter.to else []),
            ("signed", [block(words["send-signature"]), block("{name}")]),
        ]
        return [(place, blocks) for place, blocks in groups if blocks]

    def _tick(self, options: list[str], language: str) -> str:
        """What stands before a line that is for some choices only: « une décision ou un silence : »."""
        label = formatting.listed(options, language, "or")
        return self.plainly(self.model.interface["q-labelled"], language).format(label=label, value="").rstrip()

    def _with_gaps(self, french: str, language: str, whole: bool = False) -> Markup:
        """A text of a letter with a place to fill in for each of its fields."""
        parts = SLOT.split(self.plainly(french, language))
        return Markup("").join(
            self._gap(part, language, whole) if index % 2 else escape(part) for index, part in enumerate(parts)
        )

    def _gap(self, id: str, language: str, whole: bool = False) -> Markup:
        """The place of a field; while it is blank, that is said to who cannot see the dots. `whole`: of a desk, its
        address too."""
        field = self.model.letter_fields[id]
        blank = self.plainly(field.blank, language) if field.blank else _MUCH if field.kind == "text" else _DOTS
        return Markup('<span class="gap" data-gap="{}"{}>{}</span><span class="spoken"> {}</span>').format(
            id,
            Markup(" data-whole") if whole else "",
            blank,
            self.plainly(self.model.interface["send-blank"], language),
        )

    def _asked(self, letter: ModelLetter) -> dict[str, LetterField]:
        """The fields of a letter, in the order of the form."""
        texts = [*(self.model.interface[id] for id in FRAME), *(text for _, text in letter.texts())]
        named = {*letter.sender, letter.to, "name", *(slot for text in texts for slot in SLOT.findall(text))}
        return {id: field for id, field in self.model.letter_fields.items() if id in named}

    def _addresses(self) -> dict[str, dict[str, Any]]:
        """The desks that a field may name, by role: the languages they work in, and how to write to them in each."""
        roles = {field.role for field in self.model.letter_fields.values() if field.role}
        return {
            role: {
                id: {
                    "languages": list(desk.languages),
                    "lines": {code: self._on_envelope(desk, code) for code in self._shown_in()},
                }
                for id, desk in self._by_name(self._near(role), lambda desk: desk).items()
            }
            for role in sorted(roles)
        }

    def _near(self, role: str) -> dict[str, Service]:
        """The desks of a role with an address, the courts that hear nobody of Brussels aside."""
        return {
            id: desk
            for id, desk in self.model.services.items()
            if role in desk.roles and desk.address and not self._is_far_court(desk)
        }

    def _on_envelope(self, desk: Service, language: str) -> list[str]:
        """The name and address of a desk as they stand on a letter."""
        address = desk.address
        street = f"{name_in(address.street, language)} {address.number}".strip()
        where = f"{street}, {self.plainly(address.extra, language)}" if address.extra else street
        return [name_in(desk.names, language), where, f"{address.postal_code} {name_in(address.place, language)}"]
