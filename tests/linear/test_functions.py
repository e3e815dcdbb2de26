"""Functions that walk over a text or a list take time in proportion to it: CPU time at n, 2n and 4n."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from math import log2

import pytest

from litreview.formats.latex.bbl import biber_references
from litreview.parsing.reading.spans import blanked, trimmed

STEEP = 1.5
"""Exponent between two sizes that only growth faster than n log n reaches; quadratic growth has 2."""
TOO_SHORT = 0.1
"""Seconds of CPU time below which a clock says nothing about growth."""

CASES: dict[str, tuple[Callable[[int], object], int]] = {
    "closing brackets": (lambda n: trimmed(")" * n, 0, n), 10_000),
    "open brackets": (lambda n: trimmed("(" * n, 0, n), 10_000),
    "mixed brackets": (lambda n: trimmed("[)" * n, 0, 2 * n), 10_000),
    "blanked spans": (lambda n: blanked("ab" * n, ((at, at + 1) for at in range(0, 2 * n, 2))), 10_000),
    "entries of biber": (
        lambda n: biber_references(
            "".join(
                f"\\entry{{k{at}}}{{book}}{{}}\n  \\field{{title}}{{Gait {at}}}\n\\endentry\n"
                for at in range(n)
            ),
            "a.bbl",
        ),
        4_000,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_function_grows_no_faster_than_its_input(name: str) -> None:
    run, size = CASES[name]
    taken = [_seconds(run, size * times) for times in (1, 2, 4)]
    if taken[2] > TOO_SHORT:
        assert log2((taken[2] - taken[1]) / max(taken[1] - taken[0], 1e-3)) < STEEP, taken


def _seconds(run: Callable[[int], object], size: int) -> float:
    """The least CPU time of three runs, without the collector's."""
    gc.disable()
    try:
        return min(_once(run, size) for _ in range(3))
    finally:
        gc.enable()


def _once(run: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    run(size)
    return time.process_time() - start
