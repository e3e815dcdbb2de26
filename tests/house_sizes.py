"""How long files and functions of the package are: ``python -m tests.house_sizes`` prints the distribution.

A file counts all its lines. A function counts from its first statement behind the docstring to its end.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).parents[1] / "litreview"


def file_sizes() -> dict[str, int]:
    """Lines of every module, by its path in the package."""
    return {str(path.relative_to(PACKAGE)): text.count("\n") for path, text in _modules()}


def function_sizes() -> dict[str, int]:
    """Lines of every function and method, by ``path:name:line``."""
    return {
        f"{path.relative_to(PACKAGE)}:{node.name}:{node.lineno}": _lines(node)
        for path, text in _modules()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _modules() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - (body[0].lineno if body else node.lineno) + 1


def percentile(sizes: dict[str, int], share: float) -> int:
    """The size that ``share`` (0 to 1) of all do not exceed (nearest rank)."""
    ranked = sorted(sizes.values())
    return ranked[max(0, ceil(share * len(ranked)) - 1)]


def main() -> None:
    """Print count, median, 90th percentile and maximum, and the longest five of each kind."""
    for kind, sizes in (("files", file_sizes()), ("functions", function_sizes())):
        longest = sorted(sizes, key=lambda name: -sizes[name])[:5]
        print(
            f"{kind}: {len(sizes)}, median {median(sizes.values()):g}, p90 {percentile(sizes, 0.9)}, "
            f"max {max(sizes.values())}; longest: {', '.join(f'{name} {sizes[name]}' for name in longest)}"
        )


if __name__ == "__main__":
    main()
