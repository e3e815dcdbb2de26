"""Every regular expression of the package, with the way in which it is used."""

from __future__ import annotations

import ast
import functools
import importlib
import pkgutil
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import litreview

PACKAGE = Path(litreview.__file__).parent
ANCHORED = frozenset({"match", "fullmatch"})
METHODS = ANCHORED | {"search", "sub", "subn", "split", "finditer", "findall"}
Key = tuple[str | bytes, int]


@dataclass(frozen=True, slots=True)
class Collected:
    """A pattern, where it was found, and whether it is only ever tried at one place of a text."""

    where: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    anchored: bool

    @property
    def key(self) -> Key:
        return self.pattern.pattern, self.pattern.flags


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the package and its source."""

    name: str
    loaded: types.ModuleType
    tree: ast.Module


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every module of the package that can be loaded without running the program."""
    names = [found.name for found in pkgutil.walk_packages([str(PACKAGE)], "litreview.")]
    return tuple(_module(name) for name in ("litreview", *names) if not name.endswith("__main__"))


def collect() -> list[Collected]:
    """Each pattern once, in order of modules; tried at every place if any of its uses is."""
    merged: dict[Key, Collected] = {}
    for found in _all():
        seen = merged.setdefault(found.key, found)
        if seen.anchored and not found.anchored:
            merged[found.key] = Collected(seen.where, seen.pattern, anchored=False)
    return list(merged.values())


def uncollected() -> list[str]:
    """Calls of ``re`` whose pattern is made while the program runs, as "module.function: expression"."""
    found = []
    for module in modules():
        for call, function in calls(module.tree):
            if _evaluated(module, call) is None and not _is_kept(module, call):
                found.append(f"{module.name}.{function}: {ast.unparse(call.args[0])}")
    return found


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Calls ``re.search(…)`` and the like, each with the name of the function it stands in."""
    stack: list[tuple[ast.AST, str]] = [(tree, "")]
    while stack:
        node, function = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            function = node.name
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            base = node.func.value
            if isinstance(base, ast.Name) and base.id == "re" and node.func.attr in METHODS | {"compile"}:
                yield node, function
        stack.extend((child, function) for child in ast.iter_child_nodes(node))


def _module(name: str) -> Module:
    loaded = importlib.import_module(name)
    return Module(name, loaded, ast.parse(Path(str(loaded.__file__)).read_text(encoding="utf-8")))


def _all() -> Iterator[Collected]:
    uses = _uses()
    for module in modules():
        for name, value in vars(module.loaded).items():
            if isinstance(value, types.ModuleType) or name.startswith("__"):
                continue
            owner = module.name if name.startswith("_") else ""
            direct = isinstance(value, re.Pattern)
            ways = uses.get((owner, name), set()) if direct else {"?"}
            for pattern in reachable(value):
                where = f"{module.name}.{name}"
                yield Collected(where, pattern, bool(ways) and ways <= ANCHORED)
        for call, function in calls(module.tree):
            pattern = _evaluated(module, call)
            assert isinstance(call.func, ast.Attribute)
            if pattern is not None and call.func.attr != "compile":
                yield Collected(f"{module.name}.{function}", pattern, call.func.attr in ANCHORED)
            elif pattern is not None and function:
                yield Collected(f"{module.name}.{function}", pattern, anchored=False)


def _uses() -> dict[tuple[str, str], set[str]]:
    """How names are used: {(module, or none for a public name; name): {"search", …; "?" where unknown}}."""
    uses: dict[tuple[str, str], set[str]] = {}
    for module in modules():
        parents = {child: node for node in ast.walk(module.tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(module.tree):
            name = (
                node.id
                if isinstance(node, ast.Name)
                else node.attr
                if isinstance(node, ast.Attribute)
                else ""
            )
            if not name or isinstance(getattr(node, "ctx", None), ast.Store):
                continue
            parent = parents.get(node)
            if isinstance(parent, ast.Attribute) and parent.attr == "pattern":
                continue  # the pattern it is a part of is collected as well
            known = isinstance(parent, ast.Attribute) and isinstance(parents.get(parent), ast.Call)
            way = (
                parent.attr if known and isinstance(parent, ast.Attribute) and parent.attr in METHODS else "?"
            )
            uses.setdefault((module.name if name.startswith("_") else "", name), set()).add(way)
    return uses


def _evaluated(module: Module, call: ast.Call) -> re.Pattern[str] | re.Pattern[bytes] | None:
    """The pattern of a call where it is made of constants and names of the module."""
    assert isinstance(call.func, ast.Attribute)
    flags = next((word.value for word in call.keywords if word.arg == "flags"), None)
    if flags is None and call.func.attr in {"compile", "search", "match", "fullmatch", "findall", "finditer"}:
        position = 1 if call.func.attr == "compile" else 2
        flags = call.args[position] if len(call.args) > position else None
    try:
        said = eval(ast.unparse(call.args[0]), dict(vars(module.loaded)))
        options = eval(ast.unparse(flags), dict(vars(module.loaded))) if flags else 0
    except NameError:
        return None
    return re.compile(said, options)


def _is_kept(module: Module, call: ast.Call) -> bool:
    """Whether the call fills a name of its module, whose patterns are found there."""
    for node in module.tree.body:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
        if targets and any(child is call for child in ast.walk(node)):
            return all(
                isinstance(target, ast.Name) and any(reachable(getattr(module.loaded, target.id, None)))
                for target in targets
            )
    return False


def reachable(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """Patterns in a value: itself, its items and fields, what a function or a partial call holds."""
    seen: set[int] = set()
    stack = [value]
    while stack:
        thing = stack.pop()
        if id(thing) in seen or isinstance(thing, str | bytes | int | float | types.ModuleType | None):
            continue
        seen.add(id(thing))
        if isinstance(thing, re.Pattern):
            yield thing
        else:
            stack.extend(_inside(thing))


def _inside(thing: object) -> list[object]:
    if isinstance(thing, Mapping):
        return [*thing.keys(), *thing.values()]
    if isinstance(thing, list | tuple | set | frozenset):
        return list(thing)
    if isinstance(thing, functools.partial):
        return [thing.func, *thing.args, *thing.keywords.values()]
    held: list[object] = []
    own = str(getattr(type(thing), "__module__", "")).startswith("litreview")
    named = str(getattr(thing, "__module__", "")).startswith("litreview")
    if isinstance(thing, types.FunctionType) and named:
        held += [*(thing.__defaults__ or ()), *(thing.__kwdefaults__ or {}).values()]
        held += [cell.cell_contents for cell in thing.__closure__ or () if _is_filled(cell)]
    elif isinstance(thing, types.BuiltinMethodType | types.MethodType):
        held.append(thing.__self__)
    elif (isinstance(thing, type) and named) or own:
        held += list(getattr(thing, "__dict__", {}).values())
        held += [getattr(thing, slot, None) for slot in getattr(type(thing), "__slots__", ())]
    if hasattr(thing, "__wrapped__"):
        held.append(thing.__wrapped__)
    return held


def _is_filled(cell: types.CellType) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False
