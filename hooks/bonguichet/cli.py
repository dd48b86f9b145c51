"""The command line: `python -m bonguichet check`, and the other commands of COMMANDS.

Knows the capabilities by name and how to print their reports. Must not know MkDocs.
"""

import os
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from . import (
    agenda,
    cases,
    changelog,
    checks,
    completeness,
    diff,
    hosting,
    languages,
    listing,
    looks,
    outlinks,
    paths,
    placing,
    readability,
    references,
    reminders,
    reviews,
    revisions,
    schema,
    translations,
)
from .load import ROOT, Data, load
from .messages import say
from .model import SOURCE_LANGUAGE
from .problems import Problem, ProblemsFound

_MOST_WAITING = 20
"""So many texts that wait for a translator leave the counts in sight."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 when something is wrong, 2 for an unknown command."""
    given = list(sys.argv[1:] if arguments is None else arguments) or ["check"]
    name, *rest = given
    if name not in COMMANDS or not COMMANDS[name].can_take(rest):
        usages = "|".join(" ".join((name, *command.takes, *command.more)) for name, command in COMMANDS.items())
        return _refuse(say("usage: python -m bonguichet {{{commands}}}", commands=usages))
    command = COMMANDS[name]
    try:
        code = command.run(*rest) if command.loads else command.run(load(), *rest)
        sys.stdout.flush()
        return code
    except ProblemsFound as error:
        return _fail(error.problems)
    except BrokenPipeError:  # whoever reads our lines (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # a fault of ours: still a sentence, never a traceback
        error = f"{type(error).__name__}: {error}"
        print(say("Bon Guichet stumbled over something it does not expect ({error}).", error=error), file=sys.stderr)
        return 1


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def _fail(problems: Sequence[Problem], files: Collection[str] = (), every_warning: bool = False) -> int:
    """Print what was found on the side of errors. Returns the exit code: warnings alone are no failure."""
    for line in listing.report(problems, files, every_warning):
        print(line, file=sys.stderr)
    return int(any(not problem.warning for problem in problems))


def check(*given: str) -> int:
    """Data, pages and translations: everything, or what stands in the files given, all of them known to the project."""
    try:
        files = listing.named((name for name in given if name != listing.EVERY_WARNING), ROOT)
    except listing.NoSuchFile as error:
        return _refuse(str(error))
    try:
        data = load()
        found = [*checks.problems(data), *revisions.problems(data), *reviews.problems(data), *looks.problems(data)]
        found += reminders.warnings(data)
    except ProblemsFound as error:
        return _fail(error.problems, files)
    if code := _fail(found, files, listing.EVERY_WARNING in given):
        return code
    print(
        say(
            "ok: {entries} entries, {pages} pages, {languages} languages.",
            entries=len(data.origins),
            pages=sum(len(pages) for pages in data.model.pages.values()),
            languages=len(data.model.languages),
        )
    )
    return 0


def report_paths(data: Data) -> int:
    """The proofs over every possible set of answers."""
    if found := list(references.problems(data)):
        return _fail(found)
    report = paths.prove(data.model)
    print(report)
    if found := list(cases.words(data, ROOT / "overrides/components")):
        return _fail(found)
    return 0 if report.holds else 1


def report_differences(data: Data, ref: str) -> int:
    """What changed since a version of git."""
    if found := list(references.problems(data)):
        return _fail(found)
    try:
        old = diff.version_at(ref, ROOT, data.model.day)
        if outdated := list(references.problems(old)):
            raise diff.unreadable(ref, outdated)
    except diff.Unreadable as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(diff.differences(old.model, data.model)) or say("nothing changes since {version}.", version=ref))
    return 0


def update_translations(data: Data) -> int:
    """Bring the translation files up to date with the French texts, and record French pages at a new revision."""
    _say_recorded(revisions.record(data, ROOT))
    for language, (done, total) in translations.update(data, ROOT).items():
        file = f"content/translations/{language}.po"
        print(say("{file}: {done} of {total} texts translated.", file=file, done=done, total=total))
    waiting = list(translations.waiting(ROOT, data.model.offered))
    for line in waiting[:_MOST_WAITING]:
        print(f"  {line}")
    if (left := len(waiting) - _MOST_WAITING) > 0:
        print("  " + say("and {count} more: `make translations` lists them.", count=left))
    return 0


def record_wording(data: Data) -> int:
    """Say that only the wording of the French pages has changed: their translations still hold."""
    _say_recorded(revisions.record(data, ROOT, wording=True))
    return 0


def _say_recorded(pages: Sequence[str]) -> None:
    for path in pages:
        print(say("recorded: {page}", page=f"docs/{SOURCE_LANGUAGE}/{path}"))


def add_language(data: Data, code: str) -> int:
    """Write a new language as a draft, with its empty translation file, and say what comes next."""
    try:
        name = languages.add(code, set(data.model.languages), ROOT)
    except languages.Refused as error:
        print(error, file=sys.stderr)
        return 1
    (ROOT / "docs" / code).mkdir(exist_ok=True)
    update_translations(load())
    print(
        say(
            "{name} is a draft now: built at {address}, not offered to readers. "
            "CONTRIBUTING.md, « Add a language », says what comes next.",
            name=name,
            address=f"/{code}/",
        )
    )
    return 0


def build_site(*command: str) -> int:
    """Run the command that builds a site, and put what it built in the place of site/: whole, or not at all."""
    try:
        return placing.build(command, ROOT / ".build", ROOT / "site")
    except placing.Busy:
        print(say("another build of this site is at work: wait for it, then run make site again."), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def report_readability(data: Data) -> int:
    """How easily each page reads."""
    print(say("words  long       long   index\n/sent. sentences  words"))
    for language, pages in data.model.pages.items():
        for path, page in pages.items():
            if not page.reference and (r := readability.read(page.body, language)):
                numbers = f"{r.sentence_length:5.1f}  {r.long_sentences:5.0%}     {r.long_words:5.0%}  {r.index:5.1f}"
                print(f"{numbers}  docs/{language}/{path}")
    return 0


def report_translations(data: Data) -> int:
    """What is fresh, older, missing and unreviewed in each language."""
    for code, state in completeness.states(data.model).items():
        print(
            say(
                "{language}: {fresh} pages fresh, {older} older, {missing} missing, {unreviewed} reviewed by nobody; "
                "{done} of {total} texts translated, {outdated} outdated.",
                language=code,
                fresh=len(state.fresh),
                older=len(state.older),
                missing=len(state.missing),
                unreviewed=len(state.unreviewed),
                done=state.texts - len(state.untranslated) - len(state.outdated),
                total=state.texts,
                outdated=len(state.outdated),
            )
        )
        whole = [(code, state.review)] if state.review else []
        for what, review in (*whole, *((f"docs/{code}/{path}", review) for path, review in state.reviewed)):
            print("  " + _reviewed(what, review))
        for path in state.older:
            print("  " + say("older: {page}", page=f"docs/{code}/{path}"))
        for path in state.missing:
            print("  " + say("missing: {page}", page=f"docs/{code}/{path}"))
        for text in state.outdated:
            print("  " + say("outdated, readers see the French: {text}", text=text[:100]))
        for text in state.untranslated:
            print("  " + say("not translated: {text}", text=text[:100]))
    return 0


def _reviewed(what: str, review: reviews.Review) -> str:
    if review.holds:
        return say("{what}: reviewed by {name} on {day}", what=what, name=review.name, day=review.on)
    return say("{what}: reviewed by {name} on {day}, and changed since", what=what, name=review.name, day=review.on)


def report_facts(data: Data) -> int:
    """For each researched fact, where readers find it, or why the site leaves it out."""
    for id, fact in data.model.facts.items():
        print(f"{id}: {', '.join(fact.at) or say('left out: {reason}', reason=fact.left_out)}")
    told = sum(bool(fact.at) for fact in data.model.facts.values())
    every = len(data.model.facts)
    print(say("{every} facts: {told} told, {left} left out for a reason.", every=every, told=told, left=every - told))
    return 0


def report_freshness(data: Data) -> int:
    """What must be looked at again, now and soon; the same as a table and as a calendar file."""
    if found := list(references.problems(data)):
        return _fail(found)
    print("\n".join(agenda.text(data)))
    print(say("Written too: {files}.", files=", ".join(agenda.write(data, ROOT))))
    return 0


def _say_written(changed: Sequence[str]) -> int:
    print("\n".join([*changed, say("{count} files written.", count=len(changed))]))
    return 0


def write_schemas(data: Data) -> int:
    """Write the schemas of the YAML files anew, and the line that names them where it is missing."""
    return _say_written(schema.write(ROOT))


def write_hosting() -> int:
    """Write the files by which servers are told how to hand out the site."""
    return _say_written(hosting.write(ROOT))


def write_changelog(data: Data) -> int:
    """Write CHANGELOG.md anew from the changes and the dates of the data."""
    if found := checks.problems(data):
        raise ProblemsFound(found)
    (ROOT / changelog.FILE).write_text(changelog.written(data.model), encoding="utf-8")
    print(say("{file} is written.", file=changelog.FILE))
    return 0


def report_links(data: Data) -> int:
    """Every link to another site, asked once: the only command that needs the network, for a schedule and not for each change."""
    from . import web  # the standard library's client is slow to import, and no other command needs it

    found = outlinks.collected(data)
    sentence = say("asking {count} addresses, one at a time for each site; this takes minutes.", count=len(found))
    print(sentence, flush=True)
    if problems := outlinks.problems(data, web.ask_all(found)):
        return _fail(problems)
    print(say("ok: {count} addresses answer, or are known in content/link-exceptions.yml.", count=len(found)))
    return 0


@dataclass(frozen=True)
class Command:
    """A command: what it runs, what it takes besides the data, and what `more` may follow. One that `loads` reads the
    data itself."""

    run: Callable[..., int]
    takes: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    loads: bool = False

    def can_take(self, given: Sequence[str]) -> bool:
        """Whether so many arguments can be what the command takes."""
        return len(given) == len(self.takes) or bool(self.more) and len(given) > len(self.takes)


COMMANDS = {
    "changelog": Command(write_changelog),
    "check": Command(check, more=(f"[{listing.EVERY_WARNING}]", "[FILE…]"), loads=True),
    "diff": Command(report_differences, ("VERSION",)),
    "facts": Command(report_facts),
    "freshness": Command(report_freshness),
    "hosting": Command(write_hosting, loads=True),
    "language": Command(add_language, ("CODE",)),
    "links": Command(report_links),
    "paths": Command(report_paths),
    "po": Command(update_translations),
    "readability": Command(report_readability),
    "revisions": Command(record_wording),
    "schemas": Command(write_schemas),
    "site": Command(build_site, more=("COMMAND…",), loads=True),
    "translations": Command(report_translations),
}
