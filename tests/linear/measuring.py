"""CPU time of a pattern on its worst cases at growing sizes, stopped before it can hang."""

from __future__ import annotations

import math
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from tests.linear.cases import pumps
from tests.linear.collecting import Collected

LIMIT = 1.2
"""Exponent of growth above which a pattern is not called linear."""
SLOWEST = 20e-6
"""Seconds a character may take: two seconds for 100 kB."""
FAST = 5e-6
"""Seconds a character may take whatever the growth: half a second for 100 kB. Small times grow by chance."""
QUIET = 2e-3
"""Seconds below which a time says nothing."""
TOO_LONG = 0.2
"""Seconds of CPU time after which a match is stopped."""
SIZES = (4000, 16000)
SMALL = 24


@dataclass(frozen=True, slots=True)
class Growth:
    """How a pattern's time grows on one pump; an exponent of infinity where a short text was too slow."""

    exponent: float
    seconds: float
    size: int
    pump: tuple[str, str, str]

    @property
    def is_linear(self) -> bool:
        allowed = SLOWEST if self.exponent <= LIMIT else FAST
        return self.seconds <= allowed * self.size


class TooSlowError(Exception):
    """A match took longer than it may."""


def text_of(pump: tuple[str, str, str], size: int) -> str:
    before, unit, end = pump
    return before + unit * max(1, size // len(unit)) + end


def worst(found: Collected, sizes: tuple[int, ...] = SIZES) -> Growth | None:
    """The first pump on which a pattern is not linear; none where it is on all."""
    cases = pumps(found.pattern)
    for pump in cases:
        if timed(found, text_of(pump, SMALL)) is None:
            return Growth(math.inf, TOO_LONG, SMALL, pump)
    for pump in cases:
        growth = _growth(found, pump, sizes)
        # A busy machine shows growth where none is: what fails is measured again.
        if growth and not growth.is_linear:
            growth = min(growth, _growth(found, pump, sizes, runs=3) or growth, key=_steepness)
            if not growth.is_linear:
                return growth
    return None


def _steepness(growth: Growth) -> float:
    return growth.exponent if not growth.is_linear else 0.0


def _growth(
    found: Collected, pump: tuple[str, str, str], sizes: tuple[int, ...], runs: int = 1
) -> Growth | None:
    small = timed(found, text_of(pump, sizes[0] // 4), runs)
    large = timed(found, text_of(pump, sizes[0]), runs)
    if small is None or large is None:
        return Growth(math.inf, TOO_LONG, sizes[0], pump)
    if large < QUIET or large < 5.5 * small:  # 4 times the text in less than 5.5 times the time
        return Growth(1.0, large, sizes[0], pump) if large > SLOWEST * sizes[0] else None
    last, last_size, exponent = large, sizes[0], math.log(large / small, 4)
    for size in sizes[1:]:
        now = timed(found, text_of(pump, size), runs + 1)
        if now is None:
            return Growth(max(exponent, 2.0), TOO_LONG, size, pump)
        exponent = math.log(max(now, 1e-9) / last, size / last_size)
        last, last_size = now, size
        if exponent <= LIMIT:
            break
    return Growth(exponent, last, last_size, pump)


def timed(found: Collected, text: str, runs: int = 1) -> float | None:
    """Seconds of CPU time that one pass takes, the least of some; none where it was stopped."""
    pattern, said = found.pattern, text if isinstance(found.pattern.pattern, str) else text.encode("utf-8")
    least = math.inf
    try:
        for _ in range(runs):
            with _stopped_after(TOO_LONG):
                begin = time.process_time()
                if found.anchored:
                    pattern.match(said)  # type: ignore[arg-type]
                    pattern.fullmatch(said)  # type: ignore[arg-type]
                else:
                    deque(pattern.finditer(said), maxlen=0)  # type: ignore[arg-type]
                least = min(least, max(time.process_time() - begin, 1e-6))
    except TooSlowError:
        return None
    return least


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Raise where the CPU time of the process in this block goes beyond some seconds."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
