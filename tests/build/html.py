"""Reads a built page the way a test needs it: attributes, ids, visible words."""

from html.parser import HTMLParser

_UNSEEN = ("script", "style", "template")


class Page(HTMLParser):
    """One page: every element's attributes, its ids and those it repeats, its words without the markup."""

    def __init__(self, html: str):
        super().__init__()
        self.html = html
        self.all: list[dict[str, str]] = []
        self.ids: set[str] = set()
        self.repeated: set[str] = set()
        self.heading_ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[tuple[str, list[str]]] = []
        self._texts: list[tuple[str, dict[str, str], list[str]]] = []
        self._words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = {key: value or "" for key, value in attrs}
        self.all.append(attributes)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            (self.repeated if attributes["id"] in self.ids else self.ids).add(attributes["id"])
            if tag in ("h1", "h2", "h3", "h4"):
                self.heading_ids.append(attributes["id"])
        if tag in _UNSEEN:
            self._open.append((tag, []))
            self._texts.append((tag, attributes, self._open[-1][1]))

    def handle_endtag(self, tag):
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data):
        if self._open:
            self._open[-1][1].append(data)
        else:
            self._words.append(data)

    @property
    def words(self) -> str:
        """Everything a reader can read."""
        return "".join(self._words)

    def attributes(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, tag: str, attribute: str) -> list[str]:
        return [found[attribute] for found in self.attributes(tag) if attribute in found]

    def text_of(self, tag: str) -> str:
        return "".join(text for _, text in self.texts(tag))

    def texts(self, tag: str) -> list[tuple[dict[str, str], str]]:
        """What each of these elements, which no reader sees, holds: with its attributes."""
        return [(attributes, "".join(parts)) for name, attributes, parts in self._texts if name == tag]
