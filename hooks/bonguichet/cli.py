"""The command line: `python -m bonguichet check`, and the other commands of COMMANDS.

Knows the capabilities by name and how to print their reports. Must not know MkDocs.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import checks, completeness, diff, languages, links, paths, readability, references, schema, translations, web
from .load import ROOT, Data, load
from .problems import ProblemsFound


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 when something is wrong, 2 for an unknown command."""
    given = list(sys.argv[1:] if arguments is None else arguments) or ["check"]
    name, *rest = given
    if name not in COMMANDS or len(rest) != len(COMMANDS[name].takes):
        usages = (" ".join((name, *command.takes)) for name, command in COMMANDS.items())
        print(f"usage: python -m bonguichet {{{'|'.join(usages)}}}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name].run(load(), *rest)
    except ProblemsFound as error:
        return _fail(error.problems)
    except Exception as error:  # a fault of ours: still a sentence, never a traceback
        print(
            f"Bon Guichet stumbled over something it does not expect ({type(error).__name__}: {error}).",
            file=sys.stderr,
        )
        return 1


def _fail(problems: Sequence[object]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} to mend.", file=sys.stderr)
    return 1


def check(data: Data) -> int:
    """Data, pages and translations."""
    if found := checks.problems(data):
        return _fail(found)
    pages = sum(len(pages) for pages in data.model.pages.values())
    print(f"ok: {len(data.origins)} entries, {pages} pages, {len(data.model.languages)} languages.")
    return 0


def report_paths(data: Data) -> int:
    """The proofs over every possible set of answers."""
    if found := list(references.problems(data)):
        return _fail(found)
    report = paths.prove(data.model)
    print(report)
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
    print("\n".join(diff.differences(old.model, data.model)) or f"nothing changes since {ref}.")
    return 0


def update_translations(data: Data) -> int:
    """Bring the translation files up to date with the French texts."""
    for language, (done, total) in translations.update(data, ROOT).items():
        print(f"content/translations/{language}.po: {done} of {total} texts translated.")
    return 0


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
        f"{name} is a draft now: built at /{code}/, not offered to readers. CONTRIBUTING.md, « Add a language », says what comes next."
    )
    return 0


def report_readability(data: Data) -> int:
    """How easily each page reads."""
    print("words  long       long   index\n/sent. sentences  words")
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
            f"{code}: {len(state.fresh)} pages fresh, {len(state.older)} older, {len(state.missing)} missing, "
            f"{len(state.unreviewed)} reviewed by nobody; "
            f"{state.texts - len(state.untranslated)} of {state.texts} texts translated."
        )
        for what, found in (("older", state.older), ("missing", state.missing)):
            for path in found:
                print(f"  {what}: docs/{code}/{path}")
        for text in state.untranslated:
            print(f"  not translated: {text[:100]}")
    return 0


def report_facts(data: Data) -> int:
    """For each researched fact, where readers find it, or why the site leaves it out."""
    for id, fact in data.model.facts.items():
        print(f"{id}: {', '.join(fact.at) or 'left out: ' + str(fact.left_out)}")
    told = sum(bool(fact.at) for fact in data.model.facts.values())
    print(f"{len(data.model.facts)} facts: {told} told, {len(data.model.facts) - told} left out for a reason.")
    return 0


def write_schemas(data: Data) -> int:
    """Write the schemas of the YAML files anew, and the line that names them where it is missing."""
    changed = schema.write(ROOT)
    print("\n".join([*changed, f"{len(changed)} files written."]))
    return 0


def report_links(data: Data) -> int:
    """Every link to another site, asked once: the only command that needs the network, for a schedule and not for each change."""
    found = links.collected(data)
    print(f"asking {len(found)} addresses, one at a time for each site; this takes minutes.", flush=True)
    if problems := links.problems(data, web.ask_all(found)):
        return _fail(problems)
    print(f"ok: {len(found)} addresses answer, or are known in content/link-exceptions.yml.")
    return 0


@dataclass(frozen=True)
class Command:
    """A command: what it runs, and the names of what it takes besides the data."""

    run: Callable[..., int]
    takes: tuple[str, ...] = ()


COMMANDS = {
    "check": Command(check),
    "diff": Command(report_differences, ("VERSION",)),
    "facts": Command(report_facts),
    "language": Command(add_language, ("CODE",)),
    "links": Command(report_links),
    "paths": Command(report_paths),
    "po": Command(update_translations),
    "readability": Command(report_readability),
    "schemas": Command(write_schemas),
    "translations": Command(report_translations),
}
