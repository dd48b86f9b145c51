"""The PO files: what is translated, what is missing, and how to bring them up to date.

Knows texts and languages. Must not know how a text is shown.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, read_po, write_po

from . import spoken
from .load import Data
from .messages import say
from .model import SOURCE_LANGUAGE
from .problems import Problem, did_you_mean, relative

_HEADER = """# Bon Guichet. `make po` adds new French texts here and marks changed ones fuzzy; translate msgstr only.
# Keep {{ macros }}, {placeholders}, **bold** and [links](…) as they are."""
_SLOT = re.compile(r"\{\{.*?\}\}|\{[\w-]+\}|(?<=\]\()[^)\s]+(?=\))")
"""What a translation may not change: macros, placeholders, addresses of links."""
_NUMBER = re.compile(r"\d+")


def texts(data: Data) -> dict[str, list[tuple[str, int]]]:
    """Every French text of the data, with the places where it is written."""
    found: dict[str, list[tuple[str, int]]] = {}
    for kind, id, path, text in data.texts():
        file, base = data.origins[kind, id]
        found.setdefault(str(text), []).append((file.file, file.line(*base, *path)))
    return found


def problems(data: Data, root: Path) -> Iterator[Problem]:
    """Texts without translation, and translations that lost a macro, a placeholder or a link. An outdated one is none:
    readers see the French (`doubtful` names it)."""
    written = texts(data)
    for language in data.model.languages:
        if language == SOURCE_LANGUAGE:
            continue
        known, outdated = data.model.translations.get(language, {}), data.model.outdated.get(language, ())
        for text, places in written.items():
            file, line = places[0]
            if text in outdated:
                continue
            if text not in known and language not in data.model.offered:  # a draft may be unfinished, not false
                continue
            if text not in known:
                words = text if len(text) < 50 else text[:47] + "…"
                missing = say(
                    "no {language} translation of '{words}': run `make po`, then translate it.",
                    language=language,
                    words=words,
                )
                yield Problem(file, line, missing, recipe="translate")
            else:
                yield from _lost_slots(text, known[text], language, root)
                yield from _other_numbers(text, known[text], language, root)
                for _, sentence in spoken.mistakes(known[text], language, data.model.languages):
                    line = _line_of(root, language, known[text])
                    yield Problem(f"content/translations/{language}.po", line, sentence)
                if "<" in known[text]:
                    name, line = f"content/translations/{language}.po", _line_of(root, language, known[text])
                    html = say("HTML is not used in a translation: write Markdown, as in the French text.")
                    yield Problem(name, line, html)


def _lost_slots(text: str, translation: str, language: str, root: Path) -> Iterator[Problem]:
    wanted, found = sorted(_SLOT.findall(text)), sorted(_SLOT.findall(translation))
    if wanted == found:
        return
    name, line = f"content/translations/{language}.po", _line_of(root, language, translation)
    for slot in set(wanted) - set(found):
        yield Problem(name, line, say("the translation lost {slot}: put it back.", slot=slot))
    for slot in set(found) - set(wanted):
        yield Problem(name, line, say("{slot} is not in the French text.", slot=slot) + did_you_mean(slot, wanted))


def _other_numbers(text: str, translation: str, language: str, root: Path) -> Iterator[Problem]:
    """A number says the same in every language; what a macro writes is not looked at."""
    wanted, found = (set(_NUMBER.findall(_SLOT.sub("", words))) for words in (text, translation))
    if wanted != found:
        text = say(
            "other numbers than in the French text (lost: {lost}; added: {added}): write the same, in digits.",
            lost=", ".join(sorted(wanted - found)) or say("none"),
            added=", ".join(sorted(found - wanted)) or say("none"),
        )
        yield Problem(f"content/translations/{language}.po", _line_of(root, language, translation), text)


def doubtful(root: Path) -> Iterator[Problem]:
    """Translations marked fuzzy: made for a text that has changed since; readers see the French, which says so."""
    for path in sorted((root / "content" / "translations").glob("*.po")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#,") and "fuzzy" in line:
                text = say("this translates an older or a like text: correct it, then remove the word 'fuzzy'.")
                yield Problem(relative(path, root), number, text)


def _line_of(root: Path, language: str, translation: str) -> int:
    with (root / f"content/translations/{language}.po").open("rb") as stream:
        for message in read_po(stream):
            if message.string == translation:
                return message.lineno or 1
    return 1


def update(data: Data, root: Path) -> dict[str, tuple[int, int]]:
    """Bring every PO file up to date with the French texts; returns (translated, all) by language.

    Translations are kept; a text that changed a little in its file keeps its old translation, marked fuzzy."""
    written, counts = texts(data), {}
    for language in data.model.languages:
        if language == SOURCE_LANGUAGE:
            continue
        path = root / "content" / "translations" / f"{language}.po"
        catalog = _read(path, language)
        before = list(catalog)
        # Each language takes the messages of a template of its own: a catalog keeps what it is given.
        catalog.update(_template(written), no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        _keep_older(catalog, before)
        _name_older(catalog)
        catalog.header_comment = _HEADER
        file = BytesIO()
        write_po(file, catalog, width=110, omit_header=False, sort_by_file=True, include_previous=True)
        path.write_bytes(_without_dates(file.getvalue()))
        counts[language] = (sum(1 for m in catalog if m.id and m.string and not m.fuzzy), len(catalog))
    return counts


def _template(written: dict[str, list[tuple[str, int]]]) -> Catalog:
    template = Catalog(project="Bon Guichet", charset="utf-8")
    for text, places in written.items():
        template.add(text, locations=[(file, None) for file in dict.fromkeys(file for file, _ in places)])
    return template


def _keep_older(catalog: Catalog, before: list[Message]) -> None:
    """Give each new text the translation of the like text that left the same file, marked fuzzy."""
    gone = [message for message in before if message.id and message.string and message.id not in catalog]
    for message in catalog:
        if message.id and not message.string:
            here = {str(old.id): old for old in gone if _files(old) & _files(message)}
            if near := get_close_matches(str(message.id), here, n=1):
                message.string, message.previous_id = here[near[0]].string, [near[0]]
                message.flags.add("fuzzy")


def _files(message: Message) -> set[str]:
    return {file for file, _ in message.locations}


def waiting(root: Path, languages: Iterable[str]) -> Iterator[str]:
    """Each text that waits for a translator, with its place in the PO file."""
    for language in languages:
        name = f"content/translations/{language}.po"
        for message in _read(root / name, language):
            if message.id and (message.fuzzy or not message.string):
                yield f"{name}:{message.lineno}: {str(message.id)[:80]}"


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def _name_older(catalog: Catalog) -> None:
    """What a fuzzy translation was made for stands above it (`#| msgid`) until somebody has corrected it. Babel writes
    that, and reads it as a comment."""
    for message in catalog:
        older = [line.removeprefix("|").strip() for line in message.user_comments if line.startswith("|")]
        message.user_comments = [line for line in message.user_comments if not line.startswith("|")]
        if not message.fuzzy:
            message.previous_id = []
        elif older and not message.previous_id:
            message.previous_id = [denormalize("\n".join(older).removeprefix("msgid "))]


def _without_dates(po: bytes) -> bytes:
    """The file without stamps and invented names: an update that changes no text changes no byte."""
    kept = (rb"Language: ", rb"Plural-Forms", rb"MIME", rb"Content-")
    header = re.compile(rb'^"(?!' + b"|".join(kept) + rb')[A-Z][A-Za-z-]+: [^"]*"\n', re.MULTILINE)
    head, blank, body = po.partition(b"\n\n")
    return header.sub(b"", head).replace(b"#, fuzzy\n", b"") + blank + body
