"""Small faults put into a module on purpose: each changes one place of its syntax tree.

A test suite that stays green with one of them does not test that place. ``bench_mutants`` runs them.
"""

from __future__ import annotations

import ast
import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_CONDITIONS = re.compile(r"\w+:[\w/ ]+(?:, \w+:[\w/ ]+)*")
_PROSE_WORDS = 4
"""A string of so many words is a sentence for people; another wording is no fault (judgement)."""

Change = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Break:
    """One fault: the line it is in, what kind it is, the statement before and after, and the whole tree."""

    line: int
    kind: str
    before: str
    after: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Line, kind and the change in one line."""
        return f"{self.line}: {self.kind}\n      - {self.before}\n      + {self.after}"


def breaks(source: str, count: int, seed: int) -> list[Break]:
    """``count`` of the faults that can be put into a module, as the seed chooses, in order of lines."""
    places = [
        (index, number)
        for index, node in enumerate(_nodes(ast.parse(source)))
        for number, _ in enumerate(_changes(node, {}))
    ]
    chosen = random.Random(seed).sample(places, min(count, len(places)))
    found = (_broken(source, index, number) for index, number in sorted(chosen))
    return [item for item in found if item.before != item.after]


def _broken(source: str, index: int, number: int) -> Break:
    tree = ast.parse(source)
    node = _nodes(tree)[index]
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    kind, change = list(_changes(node, parents))[number]
    line, around = getattr(node, "lineno", 0), _statement(node, parents)
    before = _shown(around)
    change()
    return Break(line, kind, before, _shown(around), ast.fix_missing_locations(tree))


def _statement(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> ast.AST:
    while node in parents and not isinstance(node, ast.stmt):
        node = parents[node]
    return node


def _shown(node: ast.AST) -> str:
    shown = copy.deepcopy(node)
    for part in ("body", "orelse", "handlers", "finalbody"):
        if isinstance(node, ast.stmt) and isinstance(getattr(shown, part, None), list):
            setattr(shown, part, [ast.Pass()] if part == "body" else [])
    return " ".join(ast.unparse(ast.fix_missing_locations(shown)).split())


def _nodes(tree: ast.Module) -> list[ast.AST]:
    """The nodes of the code that runs: no annotation, docstring, import, decorator or error message."""
    return list(_walk(tree))


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "format_spec", "type_params", "exc", "cause"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Import | ast.ImportFrom) or _is_text(child):
                continue
            if isinstance(child, ast.AST):
                yield from _walk(child)


def _is_text(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(  # noqa: C901 - one branch for each kind of node
    node: ast.AST, parents: dict[ast.AST, ast.AST]
) -> Iterator[tuple[str, Change]]:
    """What can be changed at a node, in a fixed order. Without ``parents`` they can only be counted."""
    if isinstance(node, ast.Compare):
        for other in _COMPARED[type(node.ops[0])]:
            yield "comparison", partial(node.ops.__setitem__, 0, other())
    elif isinstance(node, ast.BoolOp):
        swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and/or", lambda: setattr(node, "op", swapped)
        for number in range(len(node.values)):
            yield "condition dropped", partial(_drop, node.values, number, node, parents)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not removed", lambda: _put(node, node.operand, parents)
    elif isinstance(node, ast.BinOp) and type(node.op) in _COMPUTED:
        yield "arithmetic", lambda: setattr(node, "op", _COMPUTED[type(node.op)]())
    elif isinstance(node, ast.Call):
        yield from _call_changes(node, parents)
    elif isinstance(node, ast.Constant):
        yield from _constant_changes(node)
    elif isinstance(node, ast.Tuple | ast.Set | ast.List) and len(node.elts) > 1 and _is_loaded(node):
        for number in range(len(node.elts)):
            yield "element dropped", partial(node.elts.__delitem__, number)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "condition turned", lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.stmt):
        yield from _statement_changes(node, parents)


def _statement_changes(node: ast.stmt, parents: dict[ast.AST, ast.AST]) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Return) and node.value and not _is_nothing(node.value):
        yield "returns None", lambda: setattr(node, "value", ast.Constant(None))
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue | ast.Break) or (
        isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name | ast.Tuple)
    ):
        yield "statement dropped", lambda: _put(node, ast.Pass(), parents)


def _call_changes(node: ast.Call, parents: dict[ast.AST, ast.AST]) -> Iterator[tuple[str, Change]]:
    called = node.func
    if isinstance(called, ast.Name) and called.id in _NAMES:
        yield "min/max", lambda: setattr(called, "id", _NAMES[called.id])
    if isinstance(called, ast.Attribute) and not node.keywords and len(node.args) <= 1:
        yield "call dropped", lambda: _put(node, called.value, parents)
    elif isinstance(called, ast.Name) and len(node.args) == 1 and called.id[:1].islower():
        argument = node.args[0]
        if not isinstance(argument, ast.GeneratorExp | ast.Starred):
            yield "call dropped", lambda: _put(node, argument, parents)
    for number in range(len(node.keywords)):
        if node.keywords[number].arg:
            yield "keyword dropped", partial(node.keywords.__delitem__, number)


def _constant_changes(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", lambda: setattr(node, "value", not value)
    elif isinstance(value, int | float):
        others = {value + 1, value - 1, type(value)(value * 0.7)} - {value}
        for other in sorted(others):
            yield "constant", partial(setattr, node, "value", other)
    elif isinstance(value, str) and _CONDITIONS.fullmatch(value):
        parts = value.split(", ")
        for number in range(len(parts)):
            rest = ", ".join(parts[:number] + parts[number + 1 :])
            yield "condition dropped", partial(setattr, node, "value", rest)
    elif isinstance(value, str) and value and len(value.split()) < _PROSE_WORDS:
        yield "string", lambda: setattr(node, "value", f"{value}XX")


def _is_loaded(node: ast.Tuple | ast.Set | ast.List) -> bool:
    return isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)


def _is_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _drop(values: list[ast.expr], number: int, node: ast.BoolOp, parents: dict[ast.AST, ast.AST]) -> None:
    values.pop(number)
    if len(values) == 1:
        _put(node, values[0], parents)


def _put(old: ast.AST, new: ast.AST, parents: dict[ast.AST, ast.AST]) -> None:
    parent = parents[old]
    for name, value in ast.iter_fields(parent):
        if value is old:
            setattr(parent, name, new)
        elif isinstance(value, list) and any(item is old for item in value):
            setattr(parent, name, [new if item is old else item for item in value])
