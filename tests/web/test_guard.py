"""Foreign pages, bodies that are too large, and the headers of every answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from starlette.testclient import TestClient

from litreview.sources.open import open_source
from litreview.web import guard
from litreview.web.app import make_app


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(make_app(partial(open_source, "none"))) as client:
        yield client


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
     {"sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_foreign_pages_may_not_send(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", headers=headers, files={"file": ("a.txt", b"x")}).status_code == 403


@pytest.mark.parametrize(("length", "status"), [("abc", 400), ("-5", 400), ("9" * 30, 413)])
def test_absurd_lengths_are_refused(client: TestClient, length: str, status: int) -> None:
    assert client.post("/", headers={"content-length": length}).status_code == status


def test_a_body_is_counted_as_it_comes(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 1000)
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    pieces = iter([head, b"a" * 600, b"a" * 600, b"\r\n--x--\r\n"])
    page = client.post("/", content=pieces, headers={"content-type": "multipart/form-data; boundary=x"})
    assert page.status_code == 413
    assert "larger than" in page.text


def test_every_answer_has_the_headers(client: TestClient) -> None:
    for page in (
        client.get("/"),
        client.get("/nowhere"),
        client.post("/"),
        client.get("/report/x/citations.csv"),
    ):
        assert {name: page.headers[name] for name in guard.HEADERS} == guard.HEADERS
