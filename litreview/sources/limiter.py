"""Limits of services, first Crossref's of 1 December 2025, kept by all processes that share a file.

The table of requests lives in sqlite (in memory, or in the cache file): whoever wants to ask takes a row, in
a transaction, and is told to wait where the last second is full or too many requests are under way.
"""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from weakref import finalize

from litreview.normalise.whole_numbers import whole_number
from litreview.sources.database import Database

POLITE = {"single": 10, "list": 3}
PUBLIC = {"single": 5, "list": 1}
POLITE_AT_ONCE, PUBLIC_AT_ONCE = 3, 1
"""Requests a second and at once, with an address for mail (polite pool) and without (public pool),
as Crossref announced for 1 December 2025."""
WINDOW = 1.0
"""Seconds in which they are counted."""

GRACE = 0.25
"""Seconds a request may need to arrive. The service counts arrivals, which lie between sending and answer, so
a place is free one second after the answer, or after sending and this grace."""
ABANDONED = 25.0
"""Seconds after which a request without answer no longer counts as under way: nobody waits longer than 20 for
one, so its process may have died."""
POLL = 0.02
"""Seconds between two looks while others hold all places."""
AHEAD = 2.0
"""Seconds by which a request may seem to be sent in the future: machines that share a file differ by less
(judgement). What is later was written before the clock was set back, and holds nobody up."""
LONGEST_PAUSE = 3_600.0
"""Seconds; a pause that ends later was written by another clock (judgement: nobody waits for an hour)."""
BUSY = 5.0
"""Seconds to wait for another process that is writing; it needs milliseconds (judgement)."""

_TABLES = """
CREATE TABLE IF NOT EXISTS requests (id INTEGER PRIMARY KEY, pool TEXT, kind TEXT, sent REAL, answered REAL);
CREATE TABLE IF NOT EXISTS pauses (pool TEXT PRIMARY KEY, until REAL);
"""


_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a service asks of its clients: requests of each kind in a window of seconds, and at once."""

    rates: Mapping[str, int]
    at_once: int = 1
    window: float = WINDOW


CROSSREF_POLITE, CROSSREF_PUBLIC = Limits(POLITE, POLITE_AT_ONCE), Limits(PUBLIC, PUBLIC_AT_ONCE)


@dataclass
class Slot:
    """A place to ask in. ``keep`` holds it until it is surely over: the service may still be at work."""

    number: int
    keep: bool = False


class NoPlaceError(Exception):
    """No place came free in the time that there was."""


class Limiter:
    """Gives out places for requests. ``path`` is the sqlite file shared with other processes, ``service`` the
    address whose limits these are; without ``limits`` they are Crossref's."""

    def __init__(
        self,
        mailto: str,
        path: str | Path = ":memory:",
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        *,
        service: str = "",
        limits: Limits | None = None,
    ) -> None:
        self.pool = f"{'polite' if mailto else 'public'} {service}"
        limits = limits or (CROSSREF_POLITE if mailto else CROSSREF_PUBLIC)
        self._rates, self.at_once, self._window = dict(limits.rates), limits.at_once, limits.window
        self._clock, self._sleep, self._lock = clock, sleep, threading.Lock()
        self.path = path
        self._db = self._opened(path)
        finalize(self, self._db.close)

    @staticmethod
    def _open(path: str | Path) -> sqlite3.Connection:
        connection = sqlite3.connect(
            path, timeout=BUSY, isolation_level=None, check_same_thread=False, factory=Database
        )
        try:
            connection.executescript(_TABLES)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _opened(self, path: str | Path) -> sqlite3.Connection:
        try:
            return self._open(path)
        except sqlite3.Error:
            self.path = ":memory:"
            return self._open(self.path)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._db.close()

    @contextmanager
    def slot(self, kind: str, patience: float = math.inf) -> Iterator[Slot]:
        """Wait for a place for one request of a kind (``single`` or ``list``), and give it back after.

        Raises:
            NoPlaceError: none came free in ``patience`` seconds.
        """
        slot = Slot(self._wait(kind, patience))
        try:
            yield slot
        finally:
            if not slot.keep:
                self._write("UPDATE requests SET answered = ? WHERE id = ?", self._clock(), slot.number)

    def pause(self, seconds: float) -> None:
        """Nobody in this pool asks for so many seconds (a 429, or a Retry-After)."""
        self._write(
            "INSERT INTO pauses VALUES (?, ?)"
            " ON CONFLICT (pool) DO UPDATE SET until = max(until, excluded.until)",
            self.pool,
            self._clock() + seconds,
        )

    def learn(self, kind: str, headers: Mapping[str, str] | None) -> None:
        """Lower the limits to what an answer's headers say; they never rise above the published ones."""
        found = headers or {}
        rate = _whole(found.get("x-rate-limit-limit") or found.get("x-ratelimit-limit"))
        seconds = _whole((found.get("x-rate-limit-interval") or "1s").rstrip("s")) or 1
        if rate:
            self._rates[kind] = max(1, min(self._rates[kind], rate // seconds))
        if at_once := _whole(found.get("x-concurrency-limit")):
            self.at_once = min(self.at_once, at_once)

    def _wait(self, kind: str, patience: float) -> int:
        left = patience
        while True:
            wait, number = self._take(kind)
            if number:
                return number
            if wait > left:
                raise NoPlaceError
            left -= wait  # counted, not read from a clock: that may be set back meanwhile
            self._sleep(wait)

    def _take(self, kind: str) -> tuple[float, int]:
        """Seconds to wait, or the number of the place taken."""
        return self._tried(lambda: self._take_from_file(kind))

    def _take_from_file(self, kind: str) -> tuple[float, int]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            now = self._clock()
            wait, number = self._busy(kind, now), 0
            if wait <= 0:
                sql = "INSERT INTO requests (pool, kind, sent) VALUES (?, ?, ?)"
                wait, number = 0.0, self._db.execute(sql, (self.pool, kind, now)).lastrowid or 0
            self._db.execute("COMMIT")
        except sqlite3.Error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        return wait, number

    def _busy(self, kind: str, now: float) -> float:
        """Seconds until a place may be free, 0 where one is."""
        self._db.execute("DELETE FROM requests WHERE sent < ? OR sent > ?", (now - ABANDONED, now + AHEAD))
        self._db.execute("DELETE FROM pauses WHERE until > ?", (now + LONGEST_PAUSE,))
        until = self._one("SELECT until FROM pauses WHERE pool = ?", self.pool) or 0.0
        if until > now:
            return until - now
        under_way = self._one("SELECT count(*) FROM requests WHERE pool = ? AND answered IS NULL", self.pool)
        if (under_way or 0) >= self.at_once:
            return POLL
        arrived = self._one(
            "SELECT min(coalesce(answered, sent + ?), sent + ?) FROM requests WHERE pool = ? AND kind = ?"
            " ORDER BY 1 DESC LIMIT 1 OFFSET ?",
            GRACE, GRACE, self.pool, kind, self._rates[kind] - 1,
        )  # fmt: skip
        return max(0.0, arrived + self._window - now) if arrived is not None else 0.0

    def _one(self, sql: str, *values: object) -> float | None:
        row = self._db.execute(sql, values).fetchone()
        return float(row[0]) if row and isinstance(row[0], (int, float)) else None

    def _write(self, sql: str, *values: object) -> None:
        self._tried(lambda: self._db.execute(sql, values) and None)

    def _tried(self, work: Callable[[], _Result]) -> _Result:
        """What came of some work on the table, which goes on in memory where the file fails."""
        with self._lock:
            try:
                return work()
            except sqlite3.Error:
                self.close()
                self.path = ":memory:"
                self._db = self._open(self.path)
                finalize(self, self._db.close)
                return work()


def _whole(text: str | None) -> int:
    """A number in a header; what is no sensible one counts as none."""
    return whole_number((text or "").strip()) or 0
