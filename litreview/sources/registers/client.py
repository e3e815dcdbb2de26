"""One register asked politely: within its limits, patiently, and no more once it stays silent.

A register is an addition. So it is given up sooner than Crossref: at once where it cannot be reached or
refuses us, else after three questions in a row without a usable answer; then it is silent for the whole run.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from weakref import finalize

from litreview.sources.addresses import checked_address, shown_address
from litreview.sources.exchange import NoAnswerError, exchange
from litreview.sources.limiter import Limiter, NoPlaceError
from litreview.sources.registers.reach import Names
from litreview.sources.registers.services import ASKED, Service
from litreview.sources.retry import DOWN_AFTER, Backoff, Patience
from litreview.sources.transport import retry_after_seconds

if TYPE_CHECKING:
    import httpx2

ATTEMPTS = 3
"""Times one question is put while the register is overloaded (judgement: it may not hold up a run)."""
MOST_PATIENCE = 10.0
"""Seconds; a register that wants a longer wait is left for today (judgement)."""
TO_CONNECT, TO_ANSWER = 3.0, 20.0
"""Seconds to be connected, and in all; doi.org took 7.6 for two hundred DOIs (a measurement reported in a
public repository, 2026)."""
NEXT_SHARE = 0.5
"""Part of the time left for silence that one question may take: the registers after it need some too."""
LEAST = 0.05
"""Seconds below which nobody is asked any more (judgement)."""

WORDS = {
    401: "it refuses this client", 403: "it refuses this client", 429: "too many requests",
    500: "a failure of the service", 502: "a failure of the service", 503: "overload", 504: "overload",
}  # fmt: skip
"""What a status means, in words."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came of one question: the bytes of a sound answer, else the ``problem`` in words.

    ``absent`` tells that the register itself says that it has no such thing; ``malformed`` that it did not
    understand the question, which another one may mend.
    """

    content: bytes = b""
    problem: str = ""
    absent: bool = False
    malformed: bool = False

    @property
    def good(self) -> bool:
        """A sound answer, though perhaps about nothing."""
        return not self.problem and not self.absent and not self.malformed

    @property
    def json(self) -> object:
        """The answer as JSON; None where it is none."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            return None


@dataclass(frozen=True, slots=True)
class _Reply:
    page: Page
    passing: bool = False
    final: bool = False
    retry_after: float | None = None


class Client:
    """Asks one register. ``silent`` says why it is not asked any more, empty while it is.

    ``names`` are the look-ups of hosts that several clients share, ``patience`` the time that all services of
    a run have for silence; ``clock``, ``sleep`` and ``rng`` are there for tests. Raises OptionError for what
    is no web address.
    """

    def __init__(
        self,
        service: Service,
        mailto: str = "",
        base_url: str = "",
        *,
        names: Names | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        rng: Random | None = None,
    ) -> None:
        self.service, self.mailto = service, mailto
        named = base_url or service.named_url or service.url
        self.base_url = checked_address(named, f"{service.variable}={service.url}")
        self.silent, self._failures = "", 0
        self._names = names or Names([self.base_url])
        self._clock, self._sleep, self._backoff = clock, sleep, Backoff(rng or Random())
        self._steady = time.monotonic if clock is time.time else clock  # that of the day may be set back
        self._patience = patience or Patience(clock=self._steady)
        self._limiter = self._limits(":memory:")

    def share_limits(self, path: Path) -> None:
        """Keep the limits together with every process that uses this sqlite file."""
        self._limiter.close()
        self._limiter = self._limits(path)

    def _limits(self, path: str | Path) -> Limiter:
        limits = self.service.polite if self.mailto else self.service.public
        pool = f"{self.service.name} {shown_address(self.base_url)}"
        return Limiter(self.mailto, path, self._clock, self._sleep, service=pool, limits=limits)

    def get(self, path: str, parameters: Mapping[str, str] | None = None, accept: str = "json") -> Page:
        """The answer to one question; ``accept`` is what it must be, ``json`` or ``xml``."""
        if not self.silent and not self._names.knows(self.base_url):
            self.silent = "no such host, or no network"
        if self.silent:
            return Page(problem=self.silent)
        begun = self._steady()
        reply = self._asked(path, parameters or {}, accept)
        self._remember(reply, self._steady() - begun)
        return reply.page

    def _asked(self, path: str, parameters: Mapping[str, str], accept: str) -> _Reply:
        """What comes of a question that is put again while that may help and there is time."""
        reply, end = _Reply(Page(problem="no time was left for it")), self._patience.left() + self._steady()
        for attempt in range(ATTEMPTS):
            left = end - self._steady()
            if left < LEAST:
                break
            try:
                with self._limiter.slot(ASKED, left):
                    reply = self._send(path, parameters, accept, NEXT_SHARE * (end - self._steady()))
            except NoPlaceError:
                return _Reply(Page(problem="no place for a request came free"))
            if not reply.passing or attempt + 1 == ATTEMPTS or (reply.retry_after or 0.0) > MOST_PATIENCE:
                break
            self._limiter.pause(self._backoff.seconds(attempt, reply.retry_after))
        return reply

    def _remember(self, reply: _Reply, seconds: float) -> None:
        if not reply.page.problem:
            self._failures = 0
            self._patience.regain(self.service.name)
            return
        self._patience.lose(self.service.name, seconds)
        self._failures += 1
        if reply.final or self._failures >= DOWN_AFTER:
            self.silent = reply.page.problem

    @cached_property
    def _pool(self) -> httpx2.Client:
        from importlib.metadata import version

        import httpx2

        contact = f" (mailto:{self.mailto})" if self.mailto else ""
        client = httpx2.Client(
            headers={"User-Agent": f"litreview/{version('litreview')}{contact}"},
        )
        finalize(self, client.close)
        return client

    def _send(self, path: str, parameters: Mapping[str, str], accept: str, most: float) -> _Reply:
        import httpx2

        seconds = max(LEAST, min(TO_ANSWER, most))
        try:
            answer = exchange(
                self._pool,
                f"{self.base_url}{path}",
                seconds=seconds,
                to_connect=TO_CONNECT,
                hosts=self.service.hosts,
                params=parameters,
            )
        except NoAnswerError as error:
            return _Reply(Page(problem=error.problem), final=error.timed_out or error.lasting)
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.UnsupportedProtocol):
            return _Reply(Page(problem="no connection"), final=True)
        except httpx2.TimeoutException:
            return _Reply(Page(problem="no answer in time"), final=True)
        except (httpx2.HTTPError, httpx2.InvalidURL):
            return _Reply(Page(problem="the connection broke"), passing=True)
        return _read(answer.status_code, answer.content, answer.headers, accept)


def _read(status: int, content: bytes, headers: Mapping[str, str], accept: str) -> _Reply:
    """What an answer amounts to. A page for people is no answer, whatever its status: proxies send such."""
    kind, head = headers.get("content-type", ""), content.lstrip()[:200].lower()
    if "html" in kind or head.startswith((b"<!doctype html", b"<html")):
        said = WORDS.get(status, "")
        problem = f"an HTML page instead of an answer{f' ({said}, status {status})' if said else ''}"
        return _Reply(Page(problem=problem), passing=status in WORDS, final=status in (401, 403))
    if status in (404, 410):
        return _Reply(Page(content, absent=True))
    if status in (400, 414, 422):
        return _Reply(Page(content, malformed=True))
    if status != 200:
        problem = f"{WORDS.get(status, 'no usable answer')}, status {status}"
        wait = retry_after_seconds(headers.get("retry-after", ""))
        passing = status in (408, 429) or status >= 500
        return _Reply(Page(problem=problem), passing, status in (401, 403), wait)
    if head.startswith(b"<") != (accept == "xml"):
        return _Reply(Page(problem="an answer without sense"))
    return _Reply(Page(content))
