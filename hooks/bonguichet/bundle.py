"""Joins our modules: into few small files for the web, and into one classic script for pages opened from a folder,
where browsers run no modules.

Knows the few forms in which our modules import and export. Must not guess: any other form is an error.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import rjsmin

PLACE = "/* every module */"
_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"\./([\w-]+\.js)";$', re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([\w-]+\.js)"\)')
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*|\bimport(?:\(|\.meta).*", re.MULTILINE)


class CannotBundle(ValueError):
    """A module is written in a form that the bundle does not know; the message names it."""


def imported(source: str) -> list[str]:
    """The modules that one imports when it starts."""
    return [name for _, name in _IMPORT.findall(source)]


def files(modules: Mapping[str, str]) -> dict[str, str]:
    """What browsers fetch, by name: for each module that no other imports when it starts, or that another fetches later,
    one small file with everything it needs. What a single file fetches later finds there what both need.

    A module may so run twice on a page, in files that know nothing of each other: what it remembers is not shared.

    Raises CannotBundle as `bundle` does."""
    for name in modules:
        _refuse_circles(name, modules, ())
    wanted = {name for source in modules.values() for name in imported(source)}
    heads = modules.keys() - wanted | {name for source in modules.values() for name in _LATER.findall(source)}

    @cache
    def inside(head: str) -> list[str]:
        """The modules that run for a file, itself last, up to those that head files of their own."""
        return list(dict.fromkeys(_run(head, modules, heads)))

    @cache
    def bases(head: str) -> list[str]:
        """The files that run before this one, in their order."""
        near = {other for name in inside(head) for other in imported(modules[name]) if other in heads}
        fetching = [other for other in heads for name in inside(other) if head in _LATER.findall(modules[name])]
        near |= set(fetching) if len(fetching) == 1 else set()
        return list(dict.fromkeys(name for other in sorted(near) for name in (*bases(other), other)))

    def own(head: str) -> list[str]:
        there = {name for base in bases(head) for name in inside(base)}
        return [name for name in inside(head) if name not in there]

    serving = {base for head in heads for base in bases(head)}
    return {head: _file(own(head), bases(head), modules, head in serving) for head in sorted(heads)}


def _run(name: str, modules: Mapping[str, str], heads: set[str]) -> Iterator[str]:
    for other in imported(modules[name]):
        if other not in heads:
            yield from _run(other, modules, heads)
    yield name


def _file(names: list[str], bases: list[str], modules: Mapping[str, str], serves: bool) -> str:
    """Modules in one, each a function; the last one gives what the file gives. `made` is what they made, by name."""
    lines = [f'import{{$made as $made{n}}}from"./{base}";' for n, base in enumerate(bases)]
    lines.append(f"const $made={{{','.join(f'...$made{n}' for n in range(len(bases)))}}};")
    for name in names:
        exported, body = _rewritten(name, modules[name], lambda module: f'$made["{module}"]', 'import("./{}")')
        lines.append(f'$made["{name}"]=(()=>{{\n{body}\nreturn{{{",".join(exported)}}};\n}})();')
    if exported:
        lines.append(f'export const{{{",".join(exported)}}}=$made["{names[-1]}"];')
    if serves:
        lines.append("export{$made};")
    return small("\n".join(lines))


def small(script: str) -> str:
    """The same script without remarks and needless blanks."""
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
        names, module = found[1], found[2]
        return f"{taking(module)};" if names is None else f"const {{{names.replace(' as ', ': ')}}} = {taking(module)};"

    exported = [found[2] for found in _EXPORT.finditer(source)]
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(taken, source))
    code = re.sub(r"^\s*(?://|\*|/\*).*$", "", _LATER.sub("", body), flags=re.MULTILINE)
    if left := _LEFT.search(code):
        raise CannotBundle(f"{name}: the bundle does not know this form: {left[0].strip()}")
    return exported, _LATER.sub(lambda found: later.format(found[1]), body)
