"""One reference with a run of one sign in it is read in a time that grows as the run does."""

from __future__ import annotations

import time

import pytest

from litreview import pipeline
from litreview.formats.registry import read_text

RATIO = 6
"""Times the CPU time that four times the text may take; quadratic reading takes 16 times."""
TRIES = 3
"""Measurings: a busy machine shows growth where none is, and not each time."""
QUIET = 0.1
"""Seconds of CPU time below which a clock says nothing about growth."""
FILLERS = (" ", "\t", "\n ", ",", ".", "976", "A", "O'", "(", "e-Bu", "A. ", "A.")
SIZES = (2_000, 8_000)


@pytest.mark.parametrize("filler", FILLERS)
def test_a_run_in_a_title_is_read_once(filler: str) -> None:
    _seconds("")
    tried = list[tuple[float, ...]]()
    while len(tried) < TRIES:
        small, large = (_seconds((filler * size)[:size]) for size in SIZES)
        if large < QUIET or large <= RATIO * small:
            return
        tried.append((small, large))
    pytest.fail(f"too slow each time: {tried}")


def _seconds(run: str) -> float:
    text = (
        "# Rest\n\nRest helps (Adler, 2015).\n\n## References\n\n"
        f"Adler, T. (2015). Rest {run} and work in the north. *J Rest*, 3(1), 1-9.\n"
    )
    start = time.process_time()
    pipeline.check(read_text(text, "markdown"), source=None)
    return time.process_time() - start
