"""Turns our modules into one classic script, for pages opened from a folder, where browsers run no modules.

Knows the few forms in which our modules import and export. Must not guess: any other form is an error.
"""

import re
from collections.abc import Mapping

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
    exported = [found[2] for found in _EXPORT.finditer(source)]
    body = _IMPORT.sub(_taken, source)
    body = _LATER.sub(r'Promise.resolve(need("\1"))', body)
    body = _EXPORT.sub(r"\1 \2", body)
    code = re.sub(r"^\s*(?://|\*|/\*).*$", "", body, flags=re.MULTILINE)
    if left := _LEFT.search(code):
        raise CannotBundle(f"{name}: the bundle does not know this form: {left[0].strip()}")
    return f'\n"{name}"(exports) {{\n{body}\nObject.assign(exports, {{ {", ".join(exported)} }});\n}},'


def _taken(found: re.Match[str]) -> str:
    names, module = found[1], found[2]
    if names is None:
        return f'need("{module}");'
    return f'const {{{names.replace(" as ", ": ")}}} = need("{module}");'
