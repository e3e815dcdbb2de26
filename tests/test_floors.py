"""The architecture: imports go down, no cycles, heavy packages stay in their one place.

An import counts wherever it stands: at the top, inside a function, or for type checking only. A module that
``importlib`` loads by its name (rules, renderers, figures: tables that name what they hold) is no import.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

from tests.house_sizes import file_sizes, function_sizes, percentile

PACKAGE = Path(__file__).parents[1] / "litreview"
FLOORS = {
    "model": 0, "budget": 1, "normalise": 1, "formats": 2, "parsing": 3, "sources": 3, "matching": 4,
    "library": 5, "rules": 6, "evidence": 6, "editing": 7, "plots": 8, "reports": 8, "pipeline": 9, "web": 10,
    "cli": 11, "__main__": 12,
}  # fmt: skip
# Where each package is imported, and nowhere else, so that it can be replaced there.
HOMES = {
    "docx": {"formats", "reports"}, "habanero": {"sources"}, "httpx2": {"sources"}, "jinja2": {"reports"},
    "lxml": {"editing", "formats", "reports"}, "matplotlib": {"plots"}, "numpy": {"evidence", "parsing"},
    "pandas": {"cli", "evidence", "library", "plots", "reports"}, "platformdirs": {"sources"},
    "pybtex": {"formats"}, "pylatexenc": {"formats"}, "pypdfium2": {"formats"},
    "rapidfuzz": {"library", "matching", "normalise", "parsing", "rules"}, "rich": {"cli"},
    "scipy": {"evidence"}, "starlette": {"web"}, "tantivy": {"sources"}, "typer": {"cli"},
    "uvicorn": {"web"}, "xlsxwriter": {"library", "reports"}, "yaml": {"formats"},
}  # fmt: skip
HEAVY = ("pandas", "matplotlib", "habanero", "httpx2", "scipy")
MODULES = sorted(PACKAGE.rglob("*.py"))
OURS = sys.stdlib_module_names | {"litreview"}


@cache
def imports(path: Path) -> frozenset[str]:
    """Names of the modules a file imports, wherever in it and for whatever."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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


def test_third_party_packages_stay_at_home() -> None:
    """Both ways: an import elsewhere is said, and so is a home that nothing imports any more."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        for package in {module.split(".")[0] for module in imports(path)} - OURS:
            found.setdefault(package, set()).add(folder_of(name_of(path)))
    assert found == HOMES


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=name_of)
def test_the_ground_floor_stands_on_the_standard_library(path: Path) -> None:
    assert {module.split(".")[0] for module in imports(path)} <= OURS


def test_no_cycles() -> None:
    graph = {name_of(p): {m for m in imports(p) if m.startswith("litreview.")} for p in MODULES}
    TopologicalSorter({name: deps & graph.keys() - {name} for name, deps in graph.items()}).prepare()


def test_sizes() -> None:
    files, functions = file_sizes(), function_sizes()
    assert {name: lines for name, lines in files.items() if lines > 350} == {}
    assert {name: lines for name, lines in functions.items() if lines > 50} == {}
    assert median(files.values()) <= 100
    assert percentile(functions, 0.9) <= 18


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
