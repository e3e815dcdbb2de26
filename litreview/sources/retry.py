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
DEADLINE = 60.0
"""Seconds without a usable answer after which nobody is asked any more, where no other number is given."""
NEVER_ANSWERED = 5.0
"""Seconds after which a service is given up that has not once said anything of use, whatever came instead: a
refusal, a proxy's page, no connection. Only silence may be a long search and gets all the time there is."""
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
    """Remembers that the service is down, so that a thousand references do not wait one by one.

    ``deadline`` is how many seconds it may be without a usable answer.
    """

    def __init__(self, clock: Callable[[], float], deadline: float = DEADLINE) -> None:
        self._clock, self.deadline, self._lock = clock, deadline, threading.Lock()
        self._failures, self._until, self.problem = 0, 0.0, ""
        self._waiting_since: float | None = None
        self.has_worked = False

    @property
    def is_open(self) -> bool:
        """True where asking is pointless at the moment."""
        return self._failures >= DOWN_AFTER and self._clock() < self._until

    def asking(self) -> None:
        """A request is about to be made."""
        with self._lock:
            if self._waiting_since is None:
                self._waiting_since = self._clock()

    def patience(self, *, silent: bool) -> float:
        """Seconds that may still pass until a usable answer comes, after one that was none or ``silent``."""
        most = self.deadline if self.has_worked or silent else min(NEVER_ANSWERED, self.deadline)
        since = self._waiting_since
        return most if since is None else since + most - self._clock()

    def failed(self, problem: str, *, for_good: bool = False) -> None:
        """A request was given up after all attempts, or ``for_good`` since patience is at its end."""
        with self._lock:
            self._failures += DOWN_AFTER if for_good else 1
            self._until, self.problem = self._clock() + DOWN_FOR, problem
            if self._failures >= DOWN_AFTER:
                self._waiting_since = None  # who asks when it closes again waits anew

    def worked(self) -> None:
        """A request was answered."""
        with self._lock:
            self._failures, self._waiting_since, self.has_worked = 0, None, True
