"""The letters people receive, each a way into the questions.

Knows letters, their clocks and the answers that name them. Must not know advice or rights (`parts.py`).
"""

from markupsafe import Markup

from ..model import UNKNOWN
from .lists import Lists


class Letters(Lists):
    """The macro that shows every letter."""

    def letters(self) -> Markup:
        """Every letter: how to recognise it, where its date stands, the clock it starts, and the questions that follow."""
        for letter in self.model.letters.values():
            for source in letter.sources:
                self._use(source)
        return self._block(
            "letters",
            letters=self.model.letters,
            laws={id: [self.number(source) for source in letter.sources] for id, letter in self.model.letters.items()},
            clocks={id: self._clock(letter.starts) for id, letter in self.model.letters.items() if letter.starts},
            ways={id: self._ways(id) for id in self.model.letters},
            others=self._ways(None) | self._unknown_letter(),
        )

    def _clock(self, id: str) -> Markup:
        """What a letter starts: the name of the deadline and how long it lasts."""
        deadline = self._entry("deadlines", id)
        line = self.word("q-labelled", label=self.text(deadline.name), value=self.deadline(id))
        return Markup('{}. <a href="{}">{}</a>').format(line, self.reckoner(id), self.word("d-reckon"))

    def _ways(self, letter: str | None) -> dict[str, Markup]:
        """The addresses of the questions with this letter already given, and the answers that name it."""
        options = [option for option in self._entry("questions", "letter").options if option.letter == letter]
        return {self._letter_given(option.id): self.text(option.label) for option in options}

    def _unknown_letter(self) -> dict[str, Markup]:
        return {self._letter_given(UNKNOWN): self.text(self.model.questions["letter"].unknown)}

    def _letter_given(self, option: str) -> str:
        return self.questions_with(situation="letter", letter=option)
