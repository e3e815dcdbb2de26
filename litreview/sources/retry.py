"""How long to wait before asking again, and when to stop asking."""

from __future__ import annotations

import threading
import time
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
RUN = 0.9
"""Part of a deadline that is spent on services: reading and reporting need the rest (judgement)."""
FIRST_SHARE = 2 / 3
"""Part of the time that a run has for silence which the first service may take; the others need some too. Of
what is left the next one may take half, and so on (judgement)."""
DOWN_AFTER, DOWN_FOR = 3, 60.0
"""Requests given up in a row after which nobody is asked any more, for so many seconds. All of these by
judgement."""


_CIRCUIT = "the first service"
"""What the service with a circuit is called among those that lose time."""


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


class Patience:
    """The seconds that all services of a run together may take without a usable answer.

    What a service has lost it gives back once it answers. After a minute in which nobody lost anything a new
    run has begun.
    """

    def __init__(self, seconds: float = DEADLINE, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._seconds, self._lock = clock, seconds, threading.Lock()
        self._lost: dict[str, float] = {}
        self._last = clock()

    def left(self) -> float:
        """Seconds that may still be lost."""
        with self._lock:
            if self._clock() - self._last > DOWN_FOR:
                self._lost.clear()
            return self._seconds - sum(self._lost.values())

    def lose(self, service: str, seconds: float) -> None:
        """A service took so long and gave nothing."""
        with self._lock:
            self._last = self._clock()
            self._lost[service] = self._lost.get(service, 0.0) + max(0.0, seconds)

    def regain(self, service: str) -> None:
        """A service has answered."""
        with self._lock:
            self._lost.pop(service, None)


class Circuit:
    """Remembers that the service is down, so that a thousand references do not wait one by one.

    ``deadline`` is how many seconds it may be without a usable answer; ``common`` are those of all services.
    """

    def __init__(
        self, clock: Callable[[], float], deadline: float = DEADLINE, common: Patience | None = None
    ) -> None:
        self._clock, self.deadline, self._lock = clock, deadline, threading.Lock()
        self._common = common or Patience(deadline, clock)
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
        waited = 0.0 if since is None else self._clock() - since
        return min(most, self._common.left()) - waited

    def failed(self, problem: str, *, for_good: bool = False) -> None:
        """A request was given up after all attempts, or ``for_good`` since patience is at its end."""
        with self._lock:
            self._failures += DOWN_AFTER if for_good else 1
            now = self._clock()
            self._until, self.problem = now + DOWN_FOR, problem
            if self._failures >= DOWN_AFTER and self._waiting_since is not None:
                self._common.lose(_CIRCUIT, now - self._waiting_since)
                self._waiting_since = None  # who asks when it closes again waits anew

    def worked(self) -> None:
        """A request was answered."""
        with self._lock:
            self._failures, self._waiting_since, self.has_worked = 0, None, True
            self._common.regain(_CIRCUIT)
