"""Every number that decides something has a name, and the name a word on what set it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "litreview"
FOLDERS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
WITHOUT_A_WORD = {"formats": 0, "matching": 3, "normalise": 1, "parsing": 27}
"""How many still have none, by folder. It only shrinks: whoever works in a file writes the word (what data,
what document; "judgement" and "by eye" are honest ones) and takes the number down."""


def numbers_without_a_word(source: str) -> Iterator[str]:
    """The module's constants in capitals that are numbers and have neither a comment nor a string under them.
    A string under several lines that stand together speaks for all of them."""
    lines = source.splitlines()
    run: list[ast.stmt] = []
    for node in [*ast.parse(source).body, ast.Pass(lineno=len(lines) + 2)]:
        if is_number(node) and (not run or node.lineno == (run[-1].end_lineno or 0) + 1):
            run.append(node)
            continue
        if not is_string(node):
            yield from (ast.unparse(one).partition(" =")[0] for one in run if not commented(one, lines))
        run = [node] if is_number(node) else []


def is_string(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(getattr(node.value, "value", None), str)


def is_number(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        target, value = node.targets[0], node.value
    elif isinstance(node, ast.AnnAssign) and node.value:
        target, value = node.target, node.value
    else:
        return False
    named = all(isinstance(one, ast.Name) and one.id.isupper() for one in parts(target))
    inner = [one for one in ast.walk(value) if isinstance(one, ast.expr)]
    allowed = (ast.Constant, ast.Tuple, ast.BinOp, ast.UnaryOp)
    constants = [one.value for one in inner if isinstance(one, ast.Constant)]
    return (
        named
        and all(isinstance(one, allowed) for one in inner)
        and {type(one) for one in constants} <= {int, float}
        and bool(constants)
    )


def parts(target: ast.expr) -> list[ast.expr]:
    return target.elts if isinstance(target, ast.Tuple) else [target]


def commented(node: ast.stmt, lines: list[str]) -> bool:
    above = lines[node.lineno - 2] if node.lineno > 1 else ""
    return above.lstrip().startswith("#") or "#" in "".join(lines[node.lineno - 1 : node.end_lineno])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("NEAR = 0.7\n", ["NEAR"]),
        ("NEAR = 0.7\n'Set on cora.'\n", []),
        ("NEAR = 0.7\nFAR = -2\n'Set on cora.'\n", []),
        ("NEAR = 0.7\n\nFAR = 2\n'Set on cora.'\n", ["NEAR"]),
        ("NEAR = 0.7  # set on cora\n", []),
        ("# Set on cora.\nNEAR: float = 0.7\n", []),
        ("_A, _B = 1, (2, 3.5)\nimport os\n", ["_A, _B"]),
        ("NAME, LENGTH = 'x', len('x')\nOFF = False\n", []),
        ("SIZE = 1 << 20\ndef f(): ...\n", ["SIZE"]),
    ],
)
def test_what_counts_as_a_word(source: str, found: list[str]) -> None:
    assert [name.strip("()") for name in numbers_without_a_word(source)] == found


@pytest.mark.parametrize("folder", FOLDERS)
def test_named_numbers_say_what_set_them(folder: str) -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for name in numbers_without_a_word(path.read_text(encoding="utf-8"))
    ]
    allowed = Counter(WITHOUT_A_WORD)[folder]
    assert len(found) <= allowed, "no word on what set them:\n" + "\n".join(found)
    assert len(found) == allowed, f"well done: WITHOUT_A_WORD[{folder!r}] is {len(found)} now"
