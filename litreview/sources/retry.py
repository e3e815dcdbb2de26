"""How long to wait before asking again, and when to stop asking."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

ATTEMPTS, ATTEMPTS_UNREACHED = 6, 3
"""Times one request is made; fewer where it did not even arrive (no network, nobody there)."""
FIRST, FACTOR, LONGEST = 0.5, 2.0, 30.0
"""Seconds: half a second, doubled each time, at most 30; one request waits about 15 seconds in all."""
MOST_PATIENCE = 120.0
"""A Retry-After longer than this is taken as "not today"."""
DOWN_AFTER, DOWN_FOR = 3, 60.0
"""Requests given up in a row after which nobody is asked any more, for so many seconds. All of these by
judgement."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential waiting with jitter: between half of the step and all of it, so that clients spread out."""

    rng: Random

    def seconds(self, attempt: int, retry_after: float | None) -> float:
        """Seconds to wait after failure number ``attempt`` (from 0); a Retry-After is kept, and more."""
        if retry_after is not None:
            return retry_after + 0.05 + 0.2 * self.rng.random()
        step = min(LONGEST, FIRST * FACTOR**attempt)
        return step * (0.5 + self.rng.random() / 2)


class Circuit:
    """Remembers that the service is down, so that a thousand references do not wait one by one."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._failures, self._until, self.problem = 0, 0.0, ""

    @property
    def is_open(self) -> bool:
        """True where asking is pointless at the moment."""
        return self._failures >= DOWN_AFTER and self._clock() < self._until

    def failed(self, problem: str) -> None:
        """A request was given up after all attempts."""
        with self._lock:
            self._failures += 1
            self._until, self.problem = self._clock() + DOWN_FOR, problem

    def worked(self) -> None:
        """A request was answered."""
        with self._lock:
            self._failures = 0
