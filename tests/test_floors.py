"""The architecture: imports go down, no cycles, heavy packages stay in their one place."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "litreview"
FLOORS = {
    "model": 0, "normalise": 1, "formats": 2, "parsing": 3, "sources": 3, "matching": 4, "library": 5,
    "rules": 6, "evidence": 6, "editing": 7, "plots": 8, "reports": 8, "pipeline": 9, "web": 10, "cli": 11,
}  # fmt: skip
# Each of these is imported by one folder only, so that it can be replaced there.
HOMES = {
    "habanero": {"sources"}, "httpx2": {"sources"}, "matplotlib": {"plots"}, "pybtex": {"formats"},
    "docx": {"formats", "reports"}, "pypdfium2": {"formats"}, "pycrfsuite": {"parsing"}, "typer": {"cli"},
    "rich": {"cli"}, "starlette": {"web"}, "jinja2": {"reports"}, "scipy": {"evidence"},
    "xlsxwriter": {"library", "reports"},
}  # fmt: skip
HEAVY = ("pandas", "matplotlib", "habanero", "httpx2", "scipy")
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def imports(path: Path) -> frozenset[str]:
    """Names of the modules a file imports, those only for type checking left out."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from _imported(str(node.module), [alias.name for alias in node.names])


def _imported(package: str, names: list[str]) -> set[str]:
    """``from package import names``: the modules among the names, else the package itself."""
    folder = PACKAGE.parent.joinpath(*package.split("."))
    return {
        f"{package}.{name}"
        if (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists()
        else package
        for name in names
    }


def folder_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    here = folder_of(name_of(path))
    if not here:
        return
    for module in imports(path):
        if module.split(".")[0] != "litreview":
            continue
        there = folder_of(module)
        assert there, f"{path.name} imports the package's own front door"
        assert there == here or FLOORS[there] < FLOORS[here], f"{path.name} ({here}) reaches up to {module}"
        if there == here:
            assert module != f"litreview.{here}", f"{path.name} imports its own folder's front door"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_third_party_packages_stay_at_home(path: Path) -> None:
    here = folder_of(name_of(path))
    for module in imports(path):
        home = HOMES.get(module.split(".")[0])
        assert home is None or here in home, f"{path.name} ({here}) imports {module}; its home is {home}"
    if here == "model":
        outside = {m for m in imports(path) if m.split(".")[0] not in sys.stdlib_module_names | {"litreview"}}
        assert not outside, f"the ground floor imports {outside}"


def test_no_cycles() -> None:
    graph = {name_of(p): {m for m in imports(p) if m.startswith("litreview.")} for p in MODULES}
    TopologicalSorter({name: deps & graph.keys() - {name} for name, deps in graph.items()}).prepare()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_sizes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 350, f"{path.name} has {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (node.end_lineno or 0) - (body[0].lineno if body else node.lineno) + 1
            assert lines <= 50, f"{path.name}: {node.name} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_broad_except(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught, f"{path.name}:{node.lineno} catches everything"
            assert not re.search(r"\b(Exception|BaseException)\b", caught), f"{path.name}:{node.lineno}"


def test_importing_the_package_is_light() -> None:
    code = f"import sys, litreview; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_is_light() -> None:
    code = (
        "import sys; from litreview.cli.main import run; sys.argv = ['litreview', '--help']\n"
        "try: run()\nexcept SystemExit: pass\n"
        f"print([m for m in {(*HEAVY, 'lxml', 'pycrfsuite', 'docx')!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_no_machine_or_index_address_in_tracked_files() -> None:
    root = PACKAGE.parent
    if not (root / ".git").exists():
        pytest.skip("not a checkout")
    pattern = r"(^|[^A-Za-z0-9_.])/(work|ro" + r"ot|home)/|--index-" + r"url|extra-index-" + r"url|/simple/"
    command = ["git", "grep", "-nIE", pattern, "--", ".", ":!tests/test_floors.py"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout == ""
