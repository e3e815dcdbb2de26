"""One exchange: it ends, it is small, and it stays with the service."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator

import httpx2
import pytest

from litreview.sources import exchange as module
from litreview.sources.exchange import MOST_BYTES, NoAnswerError, exchange, redirected, unpacked, within
from tests.sources.servers import Way, saying, serving

OK = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
BODY = b'{"message": {"DOI": "10.1234/a"}}' * 50


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    with httpx2.Client() as client:
        yield client


def bare(data: bytes) -> bytes:
    squeezer = zlib.compressobj(wbits=-15)
    return squeezer.compress(data) + squeezer.flush()


def packed(packing: str, data: bytes) -> Way:
    return saying(OK + f"content-encoding: {packing}\r\n\r\n".encode() + data)


GZIPPED = gzip.compress(BODY, mtime=0)
"""The same bytes in every process: they name the tests."""


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("identity", BODY), ("gzip", GZIPPED), ("x-gzip", GZIPPED),
        ("deflate", zlib.compress(BODY)), ("Deflate", bare(BODY)), ("gzip", GZIPPED + b"rubbish"),
    ],
)  # fmt: skip
def test_an_answer_is_unpacked(client: httpx2.Client, packing: str, data: bytes) -> None:
    with serving(packed(packing, data)) as url:
        answer = exchange(client, f"{url}/x", seconds=5, params={"a": "b"})
    assert (answer.status_code, answer.content) == (200, BODY)
    assert str(answer.request.url).endswith("/x?a=b")


@pytest.mark.parametrize(
    ("packing", "data", "problem"),
    [
        ("gzip", GZIPPED[:-20], "breaks off"), ("gzip", b"no gzip at all", "broken|breaks off"),
        ("br", b"x", "not asked for"), ("gzip, gzip", b"x", "not asked for"), ("zstd", b"x", "not asked for"),
        ("gzip", GZIPPED[:40] + b"\xff" * 50, "broken|breaks off"),
    ],
)  # fmt: skip
def test_what_cannot_be_unpacked_is_no_answer(
    client: httpx2.Client, packing: str, data: bytes, problem: str
) -> None:
    with serving(packed(packing, data)) as url, pytest.raises(NoAnswerError, match=problem):
        exchange(client, url, seconds=5)


def bomb(kind: str) -> Way:
    """Far more than is taken, from little."""
    squeezer = zlib.compressobj(wbits={"gzip": 31, "deflate": 15}[kind])
    content = squeezer.compress(bytes(8 * MOST_BYTES)) + squeezer.flush()
    return packed(kind, content)


CHUNK = b"10000\r\n" + b" " * 65_536 + b"\r\n"
ENDLESS = {
    "gzip": lambda: bomb("gzip"),
    "deflate": lambda: bomb("deflate"),
    "plain": lambda: saying(OK + b"\r\n", b" " * 65_536, times=10_000),
    "chunked": lambda: saying(OK + b"transfer-encoding: chunked\r\n\r\n", CHUNK, times=10_000),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_answer_without_end_is_cut(client: httpx2.Client, kind: str) -> None:
    way = ENDLESS[kind]()
    with serving(way) as url, pytest.raises(NoAnswerError, match="more than 30 MB") as told:
        exchange(client, url, seconds=30)
    assert told.value.lasting


def test_headers_without_end_are_an_error_of_http(client: httpx2.Client) -> None:
    way = saying(OK, b"x-name: value\r\n" * 1_000, times=1_000)
    with serving(way) as url, pytest.raises(httpx2.HTTPError):
        exchange(client, url, seconds=10)


def drip(before: bytes) -> Way:
    def way(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(before)
        while True:
            connection.sendall(b"x")
            pause.wait(0.01)

    pause = threading.Event()
    return way


@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 200 OK\r\nx-", OK + b"\r\n"])
def test_a_byte_now_and_then_is_not_waited_for(client: httpx2.Client, before: bytes) -> None:
    with serving(drip(before)) as url, pytest.raises(NoAnswerError) as told:
        exchange(client, url, seconds=0.2)
    assert told.value.timed_out


def test_what_a_call_raises_is_raised() -> None:
    assert within(5, lambda: "a") == "a"
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 / 0)
    with pytest.raises(NoAnswerError, match="in time"):
        within(0.01, threading.Event().wait)


HERE = "https://api.example.org/works/1"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/works/2", "https://api.example.org/works/2"),
        ("https://API.example.org/x", "https://API.example.org/x"),
        ("https://www.example.org/x", "https://www.example.org/x"),
        ("https://api.example.org:443/x", "https://api.example.org:443/x"),
    ],
)
def test_a_redirect_within_the_service_is_followed(location: str, target: str) -> None:
    assert redirected(HERE, location, ["www.example.org"]) == target
    assert redirected("http://a.org/", "https://a.org/x") == "https://a.org/x"
    assert redirected("http://a.org:8080/", "/x") == "http://a.org:8080/x"


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/x", "//evil.example/x", "http://api.example.org/x", "http://127.0.0.1/x",
        "https://api.example.org:8443/x", "https://me:secret@api.example.org/x", "file:///etc/passwd",
        "ftp://api.example.org/x", "https://api.example.org.evil.example/", "https://[::1", "javascript:x",
        "https://api.example.org@evil.example/", "https://api.example.org:x/", "data:,x",
        "https:\\\\evil.example",
        "gopher://api.example.org/", "https://evil.example\\@api.example.org/",
    ],
)  # fmt: skip
def test_a_redirect_elsewhere_is_not(location: str) -> None:
    with pytest.raises(NoAnswerError) as told:
        redirected(HERE, location, ["www.example.org"])
    assert told.value.lasting
    assert "secret" not in told.value.problem


def test_the_host_is_named_and_cannot_write_to_the_terminal() -> None:
    with pytest.raises(NoAnswerError, match=r"it redirects to evil\.example, which is not followed"):
        redirected(HERE, "https://evil.example/x?" + "y" * 500)


def test_pieces_are_small() -> None:
    assert max(map(len, unpacked([gzip.compress(bytes(5 << 20), mtime=0)]))) <= module.PIECE
    assert list(unpacked([])) == []
