"""Joins our modules: into few small files for the web, and into one classic script for pages opened from a folder,
where browsers run no modules.

Knows the few forms in which our modules import and export. Must not guess: any other form is an error.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import rjsmin

PLACE = "/* every module */"
_IMPORT = re.compile(r'^(?:import|(export)(?= \{)) (?:\{([^}]*)\} from )?"\./([\w-]+\.js)";$', re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([\w-]+\.js)"\)')
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
_IN_CODE = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[`{}]""", re.DOTALL)
_IN_TEMPLATE = re.compile(r"\\.|`|\$\{", re.DOTALL)
_FETCHED = 'import("./{0}").catch(()=>import("./{0}?"+performance.now()))'
"""Firefox never asks again at an address where a module failed to come once: then it has to be another one."""
_LEFT = re.compile(r"^(?:import|export)\b.*|\bimport(?:\(|\.meta).*", re.MULTILINE)


class CannotBundle(ValueError):
    """A module is written in a form that the bundle does not know; the message names it."""


def imported(source: str) -> list[str]:
    """The modules that one imports when it starts."""
    return [name for *_, name in _IMPORT.findall(source)]


def files(modules: Mapping[str, str]) -> dict[str, str]:
    """What browsers fetch, by name: for each module that no other imports when it starts, or that another fetches later,
    one small file with everything it needs. What a single file fetches later lacks what stands in that one.

    Files of one page share what their modules made (`$made`): each runs once, wherever it comes from.

    Raises CannotBundle as `bundle` and `small` do."""
    for name in modules:
        _refuse_circles(name, modules, ())
    wanted = {name for source in modules.values() for name in imported(source)}
    heads = modules.keys() - wanted | {name for source in modules.values() for name in _LATER.findall(source)}

    @cache
    def inside(head: str) -> list[str]:
        """The modules that run for a file, itself last, up to those that head files of their own."""
        return list(dict.fromkeys(_run(head, modules, heads)))

    def needed(head: str) -> set[str]:
        """The other files that a file cannot start without."""
        return {other for name in inside(head) for other in imported(modules[name]) if other in heads}

    @cache
    def before(head: str) -> set[str]:
        """The modules that have run when a file starts."""
        fetching = {other for other in heads for name in inside(other) if head in _LATER.findall(modules[name])}
        near = needed(head) | (fetching if len(fetching) == 1 else set())
        return {name for other in near for name in (*inside(other), *before(other))}

    return {
        head: _file([name for name in inside(head) if name not in before(head)], sorted(needed(head)), modules)
        for head in sorted(heads)
    }


def _run(name: str, modules: Mapping[str, str], heads: set[str]) -> Iterator[str]:
    for other in imported(modules[name]):
        if other not in heads:
            yield from _run(other, modules, heads)
    yield name


def _file(names: list[str], needed: list[str], modules: Mapping[str, str]) -> str:
    """Modules in one, each a function; the last one gives what the file gives."""
    lines = [f'import"./{other}";' for other in needed]
    lines.append("const $made=globalThis.$made??={};")
    for name in names:
        exported, body = _rewritten(name, modules[name], lambda module: f'$made["{module}"]', _FETCHED)
        lines.append(f'$made["{name}"]??=(()=>{{\n{body}\nreturn{{{",".join(exported)}}};\n}})();')
    if exported:
        lines.append(f'export const{{{",".join(exported)}}}=$made["{names[-1]}"];')
    return small("\n".join(lines))


def small(script: str) -> str:
    """The same script without remarks and needless blanks.

    Raises CannotBundle for a template inside a template: rjsmin would take its blanks."""
    open_ones: list[str] = []
    at = 0
    while found := (_IN_TEMPLATE if open_ones[-1:] == ["`"] else _IN_CODE).search(script, at):
        mark, at = found[0], found.end()
        if mark == "`" and open_ones[-1:] != ["`"] and "`" in open_ones:
            raise CannotBundle(
                f"a template inside a template: give it a name of its own: {script[at - 40 : at + 20]!r}"
            )
        if mark in ("{", "${") or (mark == "`" and open_ones[-1:] != ["`"]):
            open_ones.append(mark)
        elif mark in ("}", "`"):
            open_ones.pop()
    return rjsmin.jsmin(script)


def bundle(modules: Mapping[str, str], frame: str) -> str:
    """Every module as a function of its own, put into `frame` (overrides/pack.js) in place of its comment.

    Raises CannotBundle for an unknown form, a module that is missing, or modules that import each other in a circle."""
    for name in modules:
        _refuse_circles(name, modules, ())
    return frame.replace(PLACE, "".join(_as_function(name, modules[name]) for name in sorted(modules)))


def _refuse_circles(name: str, modules: Mapping[str, str], way: tuple[str, ...]) -> None:
    if name in way:
        raise CannotBundle(f"{' → '.join((*way, name))}: these modules import each other.")
    if name not in modules:
        raise CannotBundle(f"{way[-1]}: it imports {name}, which does not exist.")
    for other in imported(modules[name]):
        _refuse_circles(other, modules, (*way, name))


def _as_function(name: str, source: str) -> str:
    exported, body = _rewritten(name, source, lambda module: f'need("{module}")', 'Promise.resolve(need("{}"))')
    return f'\n"{name}"(exports) {{\n{body}\nObject.assign(exports, {{ {", ".join(exported)} }});\n}},'


def _rewritten(name: str, source: str, taking: Callable[[str], str], later: str) -> tuple[list[str], str]:
    """What a module exports, and its code without imports and exports: `taking` says how one gets what a module made."""

    def taken(found: re.Match[str]) -> str:
        names, module = found[2], found[3]
        return f"{taking(module)};" if names is None else f"const {{{names.replace(' as ', ': ')}}} = {taking(module)};"

    handed_on = (name.split()[-1] for again, names, _ in _IMPORT.findall(source) if again for name in names.split(","))
    exported = [*handed_on, *(found[2] for found in _EXPORT.finditer(source))]
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(taken, source))
    code = re.sub(r"^\s*(?://|\*|/\*).*$", "", _LATER.sub("", body), flags=re.MULTILINE)
    if left := _LEFT.search(code):
        raise CannotBundle(f"{name}: the bundle does not know this form: {left[0].strip()}")
    return exported, _LATER.sub(lambda found: later.format(found[1]), body)
