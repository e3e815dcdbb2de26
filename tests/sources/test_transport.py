"""Transport: every way in which habanero reports trouble comes to one of three answers."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest

from litreview.formats.records.crossref_tables import FIELDS
from litreview.sources import transport
from litreview.sources.transport import Answer, Transport, open_seam
from tests.sources.servers import saying, serving

PAGE = "<html><body><h1>429 Too Many Requests</h1></body></html>"
WORK = json.dumps({"status": "ok", "message-type": "work", "message": {"DOI": "10.1234/a", "items": []}})
LIST = json.dumps({"status": "ok", "message": {"total-results": 0, "items": []}})
INVALID = json.dumps(
    {"status": "failed", "message": [{"type": "x", "value": "y", "message": "Integer specified"}]}
)
INSIDE = json.dumps({"status": "error", "message": {"name": "class java.lang.RuntimeException"}})


def reply(
    status: int, body: str, kind: str = "application/json", extra: str = "", *, cut: bool = False
) -> bytes:
    data = body.encode()
    head = f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {len(data)}\r\n{extra}"
    return (head + "connection: close\r\n\r\n").encode() + (data[: len(data) // 2] if cut else data)


@contextmanager
def served(answer: bytes | None) -> Iterator[Transport]:
    """A service that gives one answer to every request; None: it hangs up."""
    with serving(saying(answer or b"")) as url:
        client = Transport(url, "a@example.org", 3)
        try:
            yield client
        finally:
            client.close()


ASK: dict[str, Callable[[Transport], Answer]] = {
    "single": lambda client: client.work("10.1234/a"),
    "list": lambda client: client.works(["10.1234/a"]),
    "search": lambda client: client.search("A title", 5),
}


@pytest.mark.parametrize("kind", ASK)
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (reply(429, PAGE, "text/html"), 429),
        (reply(500, INSIDE), 500),
        (reply(503, PAGE, "text/html"), 503),
        (reply(504, PAGE, "text/html"), 504),
        (reply(400, INVALID), 400),
        (reply(403, "no", "text/plain"), 403),
        (reply(200, PAGE, "text/html"), 0),
        (reply(200, WORK, "text/plain"), 0),
        (reply(200, WORK[:-20]), 0),
        (reply(200, WORK, cut=True), 0),
        (reply(200, "[1, 2]"), 0),
        (reply(200, '{"message": null}'), 0),
        (reply(200, "[" * 100_000), 0),
        (None, 0),
    ],
)
def test_every_trouble_is_an_answer_without_content(kind: str, answer: bytes | None, status: int) -> None:
    with served(answer) as client:
        got = ASK[kind](client)
    assert (got.good, got.absent, got.status) == (False, False, status)
    assert got.problem
    assert got.passing is (status not in (400, 403))
    assert got.reached


def test_only_the_services_own_404_says_absent() -> None:
    with served(reply(404, "Resource not found.", "text/plain")) as client:
        assert client.work("10.1234/a").absent
    with served(reply(404, "Resource not found.", "application/json;charset=utf-8")) as client:
        assert client.work("10.1234/a").absent
    with served(reply(404, PAGE, "text/html")) as client:
        got = client.work("10.1234/a")
    assert not got.absent
    assert not got.passing


@pytest.mark.parametrize("kind", ASK)
def test_a_retry_after_is_read(kind: str) -> None:
    with served(reply(429, PAGE, "text/html", "retry-after: 7\r\n")) as client:
        assert ASK[kind](client).retry_after == 7
    date = "retry-after: Wed, 21 Oct 2015 07:28:00 GMT\r\n"
    with served(reply(503, PAGE, "text/html", date)) as client:
        assert ASK[kind](client).retry_after == 0


def test_nobody_there_is_told_apart_from_a_broken_answer() -> None:
    with served(None) as client:
        pass
    got = client.work("10.1234/a")
    assert (got.status, got.reached, got.timed_out) == (0, False, False)


def test_silence_may_still_be_work_in_progress() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    client = Transport(f"http://127.0.0.1:{server.getsockname()[1]}", "", 1, timeout=0.2)
    answers = [ask(client) for ask in ASK.values()]
    client.close()
    server.close()
    assert [(got.reached, got.timed_out) for got in answers] == [(True, True)] * 3


def test_headers_of_good_answers_are_seen() -> None:
    with served(reply(200, LIST, extra="x-concurrency-limit: 3\r\n")) as client:
        answer = client.search("A title", 5)
    assert answer.good
    assert answer.headers is not None
    assert answer.headers["x-concurrency-limit"] == "3"


def test_the_seam_in_habanero_still_exists() -> None:
    """If this fails, habanero has changed: plain habanero is used then, at a tenth of the speed."""
    assert open_seam()
    for name in transport.SEAMS:
        assert isinstance(import_module(name).httpx2, transport._Lent)
        assert import_module(name).httpx2.HTTPStatusError is import_module("httpx2").HTTPStatusError


def test_without_the_seam_plain_habanero_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "open_seam", lambda: False)
    with served(reply(200, WORK)) as client:
        assert client.work("10.1234/a").message == {"DOI": "10.1234/a", "items": []}
    with served(reply(429, PAGE, "text/html", "retry-after: 3\r\n")) as client:
        assert client.work("10.1234/a").retry_after == 3


def test_other_users_of_habanero_are_left_alone() -> None:
    open_seam()
    habanero = import_module("habanero")
    with served(reply(200, WORK)) as client:
        plain = habanero.Crossref(base_url=client.base_url)
        assert plain.works(ids=["10.1234/a"])["message"]["DOI"] == "10.1234/a"


def test_only_fields_are_asked_for_that_this_habanero_knows() -> None:
    client = Transport("http://127.0.0.1:9", "", 1)
    assert {"DOI", "title", "updated-by", "update-to", "relation", "published-print"} <= set(client._select)
    assert set(client._select) <= set(FIELDS)
