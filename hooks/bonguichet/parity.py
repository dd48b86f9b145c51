"""Whether a translated page is built as its source: below each heading the same macros, links, steps and tables.

Knows Markdown. Must not know which macros and pages exist, nor whether the words say the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .calls import CALL
from .links import LINK
from .messages import say
from .problems import did_you_mean

HEADING = re.compile(r"^(#{1,6}) (?:.*?)(?:\{ ?#([a-z0-9-]+) ?\})?\s*$", re.MULTILINE)
"""A heading: its marks, and its id if it has one."""
_OUTWARD = re.compile(r"\]\((?P<to>https?:[^)\s]+)\)")
_COUNTED = {
    "steps": re.compile(r"^\s*\d+[.)] ", re.MULTILINE),
    "points": re.compile(r"^\s*[-*+] ", re.MULTILINE),
    "rows": re.compile(r"^\|", re.MULTILINE),
    "quotes": re.compile(r"(?:^> ?\S.*\n?)+", re.MULTILINE),
}


@dataclass(frozen=True)
class _Section:
    """What stands below one heading, up to the next; `line` is that of the heading (1-based)."""

    line: int
    calls: Counter[str]
    links: Counter[str]
    counts: dict[str, int]


def differences(body: str, source: str) -> Iterator[tuple[int, str]]:
    """Where a translation is not built as its source: the line (1-based) of the heading, and what to do; below a heading
    that only one of both has nothing is compared."""
    yield from _headings(body, source)
    found, wanted = _sections(body), _sections(source)
    for heading in (id for id in wanted if id in found):
        here, there = found[heading], wanted[heading]
        sentences = [*_calls(here, there), *_links(here, there), *_counts(here, there)]
        where = say("below the heading '{heading}': ", heading=heading) if heading else say("above the first heading: ")
        yield from ((here.line, where + sentence) for sentence in sentences)


def _headings(body: str, source: str) -> Iterator[tuple[int, str]]:
    """Where the headings of a translation, its title among them, are not those of its source: the line (1-based) of one
    that the source does not have or has elsewhere, line 1 for one that is missing, and what to do."""
    found = {match[2]: body.count("\n", 0, match.start()) + 1 for match in HEADING.finditer(body) if match[2]}
    wanted = dict.fromkeys(match[2] for match in HEADING.finditer(source) if match[2])
    for id in found.keys() - wanted.keys():
        text = say("the French page has no heading '{id}': same ids, same order.", id=id)
        yield found[id], text + did_you_mean(id, [id for id in wanted if id not in found])
    for id in (id for id in wanted if id not in found):
        yield 1, say("the heading '{id}' of the French page is missing: same ids, same order.", id=id)
    here, there = ([id for id in ids if id in found and id in wanted] for ids in (found, wanted))
    moved = next((id for id, other in zip(here, there, strict=True) if id != other), None)
    if moved:
        yield (
            found[moved],
            say("the heading '{id}' stands elsewhere in the French page: same ids, same order.", id=moved),
        )


def _sections(body: str) -> dict[str, _Section]:
    """The parts of a page by the id of their heading; what stands before the first has none."""
    starts = [(0, ""), *((match.start(), match[2]) for match in HEADING.finditer(body) if match[2])]
    ends = [start for start, _ in starts[1:]] + [len(body)]
    return {
        id: _section(body[start:end], body.count("\n", 0, start) + 1)
        for (start, id), end in zip(starts, ends, strict=True)
    }


def _section(text: str, line: int) -> _Section:
    return _Section(
        line,
        # plain() aside, whose words change with the language
        Counter(re.sub(r"\s+", " ", found["call"]) for found in CALL.finditer(text) if found["name"] != "plain"),
        Counter(found["to"] for marks in (LINK, _OUTWARD) for found in marks.finditer(text)),
        {what: len(marks.findall(text)) for what, marks in _COUNTED.items()},
    )


def _calls(here: _Section, there: _Section) -> Iterator[str]:
    for call in there.calls - here.calls:
        yield say("{{{{ {call} }}}} stands in the French page but not here: add it.", call=call)
    for call in here.calls - there.calls:
        yield say("{{{{ {call} }}}} does not stand in the French page: remove it, or add it there first.", call=call)


def _links(here: _Section, there: _Section) -> Iterator[str]:
    for to in there.links - here.links:
        yield say("the French page has a link to {to}: add it.", to=to)
    for to in here.links - there.links:
        yield say("the French page has no such link to {to}: remove it, or add it there first.", to=to)


def _counts(here: _Section, there: _Section) -> Iterator[str]:
    named = {
        "steps": say("numbered steps"),
        "points": say("points of a list"),
        "rows": say("rows of a table"),
        "quotes": say("quotations"),
    }
    for what, wanted in there.counts.items():
        if here.counts[what] != wanted:
            values = {"what": named[what], "found": here.counts[what], "wanted": wanted}
            yield say("{what}: {found} here, {wanted} in the French page. Write as many, in the same order.", **values)
