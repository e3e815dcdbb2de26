"""habanero, wrapped: one question in, one ``Answer`` out, whatever went wrong. The only import of habanero.

habanero opens a new client for each call (about 30 ms of TLS set-up, no connection reused), hides response
headers, and reports one and the same failure in three ways. Here its two request modules are lent a pooled
client instead of the name ``httpx2``; where that seam is gone, plain habanero is used, slower but right.
Behaviour noted for habanero 2.9.2.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, urlsplit

from litreview.formats.records.crossref_tables import FIELDS
from litreview.sources.exchange import NoAnswerError, exchange
from litreview.sources.neighbours import Span

if TYPE_CHECKING:
    import httpx2

DEFAULT_URL = "https://api.crossref.org"
TIMEOUT = 20.0
"""Seconds for a request in all; text queries of five seconds and more are common at Crossref."""
SHORTEST = 0.05
"""Seconds a request gets where none are left (judgement): it has been decided to make it."""
A_PAGE = "a page of HTML instead of JSON: a proxy or a login page?"
"""What an answer is that a service of records does not give."""
SEAMS = ("habanero.request", "habanero.request_class")
"""The modules of habanero that send requests by calling ``httpx2.get``."""

PLACE_FIELDS = (
    "DOI", "type", "container-title", "ISSN", "volume", "issue", "page", "issued", "published-print",
    "published-online",
)  # fmt: skip
"""What is read of a paper that only shows when its volume appeared."""

_getter: ContextVar[Callable[..., httpx2.Response] | None] = ContextVar("getter", default=None)
_seam_lock = threading.Lock()
_SECONDS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one request.

    ``status`` is the HTTP status, 0 where there was no usable answer (``problem`` says why: a broken
    connection, a page that is not JSON). ``message`` is the ``message`` of a good answer.
    ``reached`` is false where the request surely never arrived, ``timed_out`` true where it may
    still be worked on. ``retry_after`` is in seconds. ``lasting`` tells of trouble that stays (an answer
    without end, a redirect to somewhere else).
    """

    status: int
    message: Mapping[str, object] | None = None
    problem: str = ""
    headers: Mapping[str, str] | None = None
    retry_after: float | None = None
    reached: bool = True
    timed_out: bool = False
    lasting: bool = False

    @property
    def good(self) -> bool:
        """A sound answer with content."""
        return self.message is not None

    @property
    def absent(self) -> bool:
        """The service says that there is no such record; a page of a proxy with status 404 says nothing."""
        return self.status == 404 and not self.problem

    @property
    def passing(self) -> bool:
        """Worth asking again: no answer, overload, or a broken one."""
        return not self.lasting and (self.status in (0, 408, 429) or self.status >= 500)


class _Habanero(Protocol):
    """The one method of habanero's untyped Crossref that is used."""

    def works(self, *args: object, **options: object) -> object: ...


class Transport:
    """Asks Crossref through habanero. Thread-safe; ``close`` gives the connections back.

    A request takes ``timeout`` seconds at most, and no more than ``patience`` gives when it is made.
    """

    def __init__(
        self,
        base_url: str,
        mailto: str,
        connections: int,
        timeout: float = TIMEOUT,
        patience: Callable[[], float] = lambda: TIMEOUT,
    ) -> None:
        self.base_url, self.mailto, self._connections = base_url, mailto, connections
        self.timeout, self._patience = timeout, patience
        self._seen, self._lock, self._users = threading.local(), threading.Lock(), 0

    def prepare(self) -> None:
        """Load habanero and open the client now: within a slot this second would look like a slow request.

        Each ``prepare`` needs its ``close``; the client is closed with the last of them.
        """
        with self._lock:
            self._users += 1
            _ = self._crossref, self._select, self._pool, open_seam()

    def work(self, doi: str) -> Answer:
        """One record by DOI, quoted: an unquoted ``#`` or ``?`` would silently fetch another record."""
        return self._ask(lambda: self._crossref.works(ids=[quote(doi, safe="")]))

    def works(self, dois: Sequence[str]) -> Answer:
        """Many records in one list request. The filter goes by position: its name changes after 2.9."""
        wanted = {"doi": list(dois)}
        return self._ask(
            lambda: self._crossref.works(None, None, wanted, limit=len(dois), select=self._select)
        )

    def search(self, text: str, rows: int) -> Answer:
        """The search meant for reference strings."""
        return self._ask(
            lambda: self._crossref.works(query_bibliographic=text, limit=rows, select=self._select)
        )

    def journal(self, span: Span, rows: int) -> Answer:
        """Papers of a journal by year: only what tells volume and date."""
        wanted = {"issn": [span.issn], "from_pub_date": str(span.first), "until_pub_date": str(span.last)}
        select = [name for name in PLACE_FIELDS if name in self._select]
        return self._ask(
            lambda: self._crossref.works(
                None, None, wanted, limit=rows, sort="published", order=span.order, select=select
            )
        )

    def close(self) -> None:
        """Close the pooled connections, if nobody else uses them."""
        with self._lock:
            self._users = max(0, self._users - 1)
            if not self._users and (pool := self.__dict__.pop("_pool", None)):
                pool.close()

    @cached_property
    def _crossref(self) -> _Habanero:
        from importlib.metadata import version

        from habanero import Crossref

        agent = f"litreview/{version('litreview')}"
        mailto = self.mailto or None
        client: _Habanero = Crossref(
            base_url=self.base_url, mailto=mailto, ua_string=agent, timeout=self.timeout
        )
        return client

    @cached_property
    def _select(self) -> list[str]:
        """The fields that are read, as far as this habanero lets them be asked for."""
        allowed = set(import_module("habanero.select").VALID_SELECTS)
        return [name for name in FIELDS if name in allowed]

    @cached_property
    def _pool(self) -> httpx2.Client:
        import httpx2

        # one that was given up may linger, so only those that wait for work are counted
        limits = httpx2.Limits(
            max_connections=None, max_keepalive_connections=self._connections, keepalive_expiry=30
        )
        return httpx2.Client(timeout=self.timeout, limits=limits)

    def _get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = TIMEOUT,
    ) -> httpx2.Response:
        """What habanero calls in place of ``httpx2.get``."""
        seconds = max(SHORTEST, min(timeout, self.timeout, self._patience()))
        answer = exchange(self._pool, url, seconds=seconds, params=params, headers=headers)
        self._seen.headers = dict(answer.headers)
        return answer

    def _ask(self, call: Callable[[], object]) -> Answer:
        import httpx2
        from habanero import RequestError

        self._seen.headers = None
        token = _getter.set(self._get if open_seam() else None)
        try:
            return _good(call(), self._seen.headers)
        except NoAnswerError as error:
            return Answer(0, problem=error.problem, timed_out=error.timed_out, lasting=error.lasting)
        except (httpx2.HTTPError, httpx2.InvalidURL, RuntimeError) as error:
            return _failed(error, self._seen.headers)
        except RequestError as error:
            return _refused(int(error.status_code), str(error.error), self._seen.headers)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            # habanero trips over answers that are JSON of another shape, or not JSON at all
            problem = "broken JSON" if isinstance(error, ValueError) else "JSON of another shape"
            return Answer(0, problem=problem, headers=self._seen.headers)
        finally:
            _getter.reset(token)


def open_seam() -> bool:
    """Make habanero's request modules use the pooled client of the running call; False where they cannot."""
    with _seam_lock:
        modules = [import_module(name) for name in SEAMS]
        if not all(hasattr(getattr(module, "httpx2", None), "get") for module in modules):
            return False
        for module in modules:
            if not isinstance(module.httpx2, _Lent):
                vars(module)["httpx2"] = _Lent(module.httpx2)
    return True


class _Lent:
    """Stands in for the module ``httpx2``: ``get`` goes to the transport of this call, if any."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> object:
        return getattr(self._module, name)

    def get(self, url: str, **options: object) -> object:
        """What habanero calls; code that uses habanero without us gets the plain function."""
        get: Callable[..., object] = _getter.get() or self._module.get
        return get(url, **options)


def _good(content: object, headers: Mapping[str, str] | None) -> Answer:
    message = content.get("message") if isinstance(content, Mapping) else None
    if not isinstance(message, Mapping):
        return Answer(0, problem="an answer without content", headers=headers)
    return Answer(200, message, headers=headers)


def _failed(error: Exception, headers: Mapping[str, str] | None) -> Answer:
    """An error of httpx2, bare or (from list requests) wrapped in a RuntimeError."""
    import httpx2

    cause = error if isinstance(error, httpx2.HTTPError) else error.__cause__
    if isinstance(cause, httpx2.HTTPStatusError):
        response = cause.response
        return _refused(response.status_code, response.text, dict(response.headers))
    if isinstance(error, RecursionError) or isinstance(cause, RecursionError):
        return Answer(0, problem="an answer nested too deeply", headers=headers)
    if not isinstance(cause, httpx2.HTTPError):
        raise error
    reached = not isinstance(cause, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout))
    timed_out = isinstance(cause, httpx2.TimeoutException) and reached
    problem = (
        _unreached(cause) if not reached else "no answer in time" if timed_out else "the connection broke"
    )
    return Answer(0, problem=problem, headers=headers, reached=reached, timed_out=timed_out)


def _unreached(error: BaseException) -> str:
    """Why a request never arrived, as the system says it."""
    causes, cause = [error], error.__cause__ or error.__context__
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    host = urlsplit(str(getattr(getattr(error, "_request", None), "url", ""))).hostname or "of the service"
    if any(isinstance(one, socket.gaierror) for one in causes):
        return f"the name {host} could not be resolved: no network?"
    if any(isinstance(one, ssl.SSLError) for one in causes):
        return f"no safe connection to {host}: a proxy with a certificate of its own?"
    if any(isinstance(one, ConnectionRefusedError) for one in causes):
        return f"nobody answers at {host}"
    return f"no connection to {host}"


def _refused(status: int, text: str, headers: Mapping[str, str] | None) -> Answer:
    """An answer with an error status, or (status 200) one that is not JSON."""
    kind = (headers or {}).get("content-type", "")
    page = "html" in kind or text.lstrip()[:1] == "<"
    if status == 404:
        return Answer(404, problem=A_PAGE if page else "", headers=headers)
    said = A_PAGE if page else "an answer that is not JSON" if status < 300 else " ".join(text.split())[:200]
    wait = retry_after_seconds((headers or {}).get("retry-after", ""))
    return Answer(0 if status < 300 else status, problem=said, headers=headers, retry_after=wait)


def retry_after_seconds(text: str) -> float | None:
    """A Retry-After header: seconds, or a date."""
    from email.utils import parsedate_to_datetime

    if _SECONDS.fullmatch(text.strip()):
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None
