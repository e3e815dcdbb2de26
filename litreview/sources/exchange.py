"""One exchange over HTTP, with an end: so many seconds, so many bytes, and the hosts of the service only.

The limits of an HTTP client hold for each read alone, so a server that drips a byte a second would never come
to an end. So an exchange is made in a thread of its own, which is left alone when its time is up.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import SplitResult, urljoin, urlsplit

from litreview.normalise.text import printable

if TYPE_CHECKING:
    import httpx2

MOST_BYTES = 30_000_000
"""Bytes of an answer, unpacked. A list of fifty works has less than one million; fifty papers with three
thousand authors each would have some 25 (judgement)."""
PIECE = 1 << 20
"""Bytes that are unpacked at once: a few kilobytes may hold gigabytes."""
REDIRECTS = 5
"""That are followed; services move now and then (judgement)."""
PACKINGS = ("gzip", "deflate")
"""How an answer may be packed: what is asked for."""
_PORTS = {"http": 80, "https": 443}
_Result = TypeVar("_Result")


class NoAnswerError(Exception):
    """What came is no answer; ``problem`` says why. ``lasting`` tells that asking again is of no use."""

    def __init__(self, problem: str, *, timed_out: bool = False, lasting: bool = False) -> None:
        super().__init__(problem)
        self.problem, self.timed_out, self.lasting = problem, timed_out, lasting


def exchange(
    client: httpx2.Client,
    url: str,
    *,
    seconds: float,
    to_connect: float | None = None,
    hosts: Collection[str] = (),
    params: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> httpx2.Response:
    """The answer to a GET request, whole and unpacked. ``hosts`` may be redirected to beside the url's own.

    Raises:
        NoAnswerError: too late, too large, or from somewhere else.
        httpx2.HTTPError: any other trouble.
    """
    import httpx2

    over = threading.Event()
    timeout = httpx2.Timeout(seconds, connect=min(seconds, to_connect or seconds))
    asked = {**(headers or {}), "Accept-Encoding": ", ".join(PACKINGS)}

    def call() -> httpx2.Response:
        request = client.build_request("GET", url, params=params, headers=asked, timeout=timeout)
        for _ in range(REDIRECTS + 1):
            response = client.send(request, stream=True, follow_redirects=False)
            try:
                if not response.has_redirect_location:
                    return _whole(response, over)
                target = redirected(str(request.url), response.headers["location"], hosts)
            finally:
                response.close()
            request = client.build_request("GET", target, headers=asked, timeout=timeout)
        raise NoAnswerError("it redirects without end", lasting=True)

    try:
        return within(seconds, call)
    finally:
        over.set()


def within(seconds: float, call: Callable[[], _Result]) -> _Result:
    """What a call gives or raises, if it does in so many seconds.

    Raises:
        NoAnswerError: it did not.
    """
    given: list[_Result] = []
    raised = _Raised()

    def run() -> None:
        with raised:
            given.append(call())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if given:
        return given[0]
    if raised.error:
        raise raised.error
    raise NoAnswerError("no answer in time", timed_out=True)


class _Raised:
    """Takes what is raised within to the thread that waits for it, where it is raised again."""

    error: BaseException | None = None

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        self.error = error
        return True


def redirected(here: str, location: str, hosts: Collection[str] = ()) -> str:
    """The address that a redirect leads to: of the same host or one of ``hosts``, and never from a safe
    connection to an open one, to another port, or with a name and a password.

    Raises:
        NoAnswerError: it leads elsewhere.
    """
    try:
        old, new = urlsplit(here), urlsplit(urljoin(here, location))
        host, ports = new.hostname or "", (_port(old), _port(new))
    except ValueError:
        raise NoAnswerError("it redirects to what is no address", lasting=True) from None
    same_ports = ports[0] == ports[1] or ports == (_PORTS["http"], _PORTS["https"])
    known = host == old.hostname or host in hosts
    safe = new.scheme == "https" or (new.scheme == "http" and old.scheme == "http")
    safe = safe and "\\" not in location  # which others read as a slash
    if known and safe and same_ports and not new.username and not new.password:
        return new.geturl()
    shown = host if known is False and host else f"{new.scheme}://{host}"
    raise NoAnswerError(f"it redirects to {printable(shown)[:100]}, which is not followed", lasting=True)


def _port(address: SplitResult) -> int:
    return address.port or _PORTS.get(address.scheme, 0)


def _whole(response: httpx2.Response, over: threading.Event) -> httpx2.Response:
    """The response with its content, which is read no further than ``MOST_BYTES`` and while there is time."""
    import httpx2

    packing = response.headers.get("content-encoding", "").strip().casefold().removeprefix("x-")
    if packing not in ("", "identity", *PACKINGS):
        raise NoAnswerError("an answer packed in a way that was not asked for", lasting=True)
    chunks = _counted(response.iter_raw(), over)
    content = b"".join(_counted(unpacked(chunks), over) if packing in PACKINGS else chunks)
    dropped = ("content-encoding", "content-length", "transfer-encoding")
    headers = [(name, value) for name, value in response.headers.items() if name not in dropped]
    return httpx2.Response(response.status_code, headers=headers, content=content, request=response.request)


def _counted(chunks: Iterable[bytes], over: threading.Event) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise NoAnswerError(f"an answer of more than {MOST_BYTES // 1_000_000} MB", lasting=True)
        if over.is_set():
            raise NoAnswerError("no answer in time", timed_out=True)
        yield chunk


def unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The content of gzip, zlib or bare deflate, in small pieces.

    Raises:
        NoAnswerError: it is broken, or breaks off.
    """
    opener, begun = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32), False
    for chunk in chunks:
        while chunk and not opener.eof:
            try:
                piece = opener.decompress(chunk, PIECE)
            except zlib.error as error:
                if begun:
                    raise NoAnswerError("a broken answer") from error
                opener, begun = (
                    zlib.decompressobj(wbits=-zlib.MAX_WBITS),
                    True,
                )  # what old servers call deflate
                continue
            begun, chunk = True, opener.unconsumed_tail
            yield piece
    if begun:
        yield opener.flush()
        if not opener.eof:
            raise NoAnswerError("an answer that breaks off")
