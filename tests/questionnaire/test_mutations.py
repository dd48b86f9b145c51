"""Changing one operator of the logic, in either language, is noticed: no mutant survives the examples."""

import ast
import re
import types
from copy import copy
from itertools import islice

import pytest
from bonguichet.load import ROOT

from tests.questionnaire.conftest import CLIENT
from tests.questionnaire.examples import OBSERVE, as_json, observe

SOURCE = (ROOT / "hooks/bonguichet/logic.py").read_text(encoding="utf-8")
LINES = SOURCE.splitlines()
SCRIPT = (CLIENT / "logic.js").read_text(encoding="utf-8")

SWAPS = {
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
NAMES = {"every": "some", "some": "every", "True": "False", "False": "True"}


def python_mutants():
    """The text of logic.py with one operator, constant or connective changed, and what was changed."""
    for index, node in enumerate(ast.walk(ast.parse(SOURCE))):
        if change := _changed(copy(node)):
            tree = ast.parse(SOURCE)
            _changed(next(islice(ast.walk(tree), index, None)))
            yield f"line {change[0]}: {change[1]}", ast.unparse(ast.fix_missing_locations(tree))


def _changed(node):
    """Change the node in place, if it bears an operator; its line and what was done."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in SWAPS:
            node.ops = [SWAPS[type(op)]()]
        case ast.BinOp(op=op, right=right) if type(op) in SWAPS and ast.unparse(right) != "None":
            node.op = SWAPS[type(op)]()
        case ast.BoolOp(op=op) if type(op) in SWAPS:
            node.op = SWAPS[type(op)]()
        case ast.Constant(value=bool(value), lineno=line) if not LINES[line - 1].startswith("@dataclass"):
            node.value = not value
        case ast.UnaryOp(op=ast.Not()):
            node.op = ast.UAdd()
        case ast.Call(func=ast.Name(id=("every" | "some") as name)):
            node.func = ast.Name(NAMES[name], ast.Load())
        case _:
            return None
    return node.lineno, ast.unparse(node)


SCRIPT_SWAPS = [
    (r"===", "!=="),
    (r"!==", "==="),
    (r"&&", "||"),
    (r"\|\|", "&&"),
    (r"\btrue\b", "false"),
    (r"\bfalse\b", "true"),
    (r"\bevery\(", "some("),
    (r"\bsome\(", "every("),
    (r"\.some\(", ".every("),
    (r"(?<=[(\s])!(?=[\w(])", ""),
    (r" - ", " + "),
    (r" \+ ", " - "),
]


def script_mutants():
    """The text of logic.js with one operator changed, and what was changed."""
    for pattern, new in SCRIPT_SWAPS:
        for match in re.finditer(pattern, SCRIPT):
            line = SCRIPT[: match.start()].count("\n") + 1
            text = SCRIPT.splitlines()[line - 1]
            if text.lstrip().startswith(("//", "/**", "export function every", "export function some")):
                continue
            yield (
                f"line {line}: {match[0]} -> {new or 'nothing'} in {text.strip()[:60]}",
                (SCRIPT[: match.start()] + new + SCRIPT[match.end() :]),
            )


@pytest.fixture(scope="module")
def examples(corpus):
    """Examples, each with what the unchanged logic makes of it."""
    return [(example, observe(example)) for example in corpus]


def engine_of(text):
    module = types.ModuleType("bonguichet.mutant")
    module.__package__ = "bonguichet"
    exec(compile(text, "mutant", "exec"), module.__dict__)
    return module


def noticed(example, module, wanted):
    try:
        return observe(example, module) != wanted
    except Exception:
        return True


@pytest.mark.parametrize(("change", "text"), list(python_mutants()))
def test_a_changed_operator_in_logic_py_is_noticed(examples, change, text):
    module = engine_of(text)
    assert any(noticed(example, module, wanted) for example, wanted in examples), change


def test_a_changed_operator_in_logic_js_is_noticed(engine, examples):
    engine.run("(given) => { globalThis.corpus = given; }", [[as_json(e), wanted] for e, wanted in examples])
    code = f"""(folder) => import(`/${{folder}}/logic.js`).then((mutant) => corpus.some(([example, wanted]) => {{
      const observe = {OBSERVE};
      const text = (value) => JSON.stringify(value, (_, part) => part && part.constructor === Object
        ? Object.fromEntries(Object.entries(part).sort()) : part);
      try {{ return text(observe(example, mutant)) !== text(wanted); }} catch {{ return true; }}
    }}))"""
    assert engine.run(code, "as-written") is False, "the unchanged engine agrees with itself"
    survivors = []
    for index, (change, text) in enumerate(script_mutants()):
        folder = f"mutant-{index}"
        engine.changed[f"{folder}/logic.js"] = text
        if not engine.run(code, folder):
            survivors.append(change)
    assert survivors == []
