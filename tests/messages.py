"""Every sentence that the program says to whoever works on the site, as the code writes it."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOOKS = Path(__file__).parents[1] / "hooks"


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `say`, with the place where it stands."""
    for path in sorted(HOOKS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield f"{path.relative_to(HOOKS)}:{node.lineno}", node


def sentences() -> dict[str, str]:
    """Every English sentence, with the first place that says it."""
    found: dict[str, str] = {}
    for place, call in calls():
        found.setdefault(call.args[0].value, place)
    return found
