"""The tests stand as the package does: a test module named for a module tests that module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "litreview"
ROOMS = {path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if (path / "__init__.py").exists()}
MODULES = sorted(path for path in TESTS.rglob("test_*.py") if path.parent != TESTS)


def imported(path: Path) -> Iterator[str]:
    """The names of the package's modules, and of what is in them, that a test module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TESTS)))
def test_a_test_named_for_a_module_imports_it(path: Path) -> None:
    room = path.parent.relative_to(TESTS)
    module = ".".join(("litreview", *room.parts, path.stem.removeprefix("test_")))
    if (PACKAGE / room / f"{path.stem.removeprefix('test_')}.py").exists():
        assert module in set(imported(path)), f"is named for {module} and does not import it"


def test_each_room_of_tests_is_one_of_the_package_or_of_the_project() -> None:
    rooms = {path.parent.relative_to(TESTS) for path in MODULES}
    assert rooms - ROOMS == {Path("analyses"), Path("corpus"), Path("fuzz"), Path("linear")}
