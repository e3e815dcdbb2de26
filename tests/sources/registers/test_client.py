"""One register asked politely: within its limits, patiently, and no more once it is silent."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from werkzeug import Response

from litreview.model.errors import OptionError
from litreview.sources.crossref import Crossref
from litreview.sources.exchange import NoAnswerError
from litreview.sources.registers import client as client_module
from litreview.sources.registers.client import ATTEMPTS, Client
from litreview.sources.registers.pubmed import PubMed
from litreview.sources.registers.reach import Names
from litreview.sources.registers.services import ARXIV, PUBMED, SERVICES
from litreview.sources.retry import DOWN_AFTER, Patience
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, as_json
from tests.sources.servers import Way, serving


@pytest.fixture
def client(standins: StandIns, clock: Clock) -> Client:
    return Client(PUBMED, base_url=standins.url("PubMed"), clock=clock, sleep=clock.sleep, rng=Random(1))


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_overload_is_waited_out_and_then_given_up(
    status: int, client: Client, standins: StandIns, clock: Clock
) -> None:
    standins.trouble["PubMed"] = lambda: Response("busy", status)
    for number in range(1, DOWN_AFTER + 3):
        page = client.get("/x")
        assert not page.good
        assert f"status {status}" in page.problem
        assert len(standins.asked["PubMed"]) == ATTEMPTS * min(number, DOWN_AFTER)
    assert client.silent
    assert clock.slept < 10


def test_a_good_answer_between_failures_keeps_it_going(client: Client, standins: StandIns) -> None:
    for at in range(2 * DOWN_AFTER):
        answer = as_json({}) if at % 2 else Response("{", 200, mimetype="text/html")
        standins.trouble["PubMed"] = lambda answer=answer: answer  # type: ignore[misc]
        client.get("/x")
    assert not client.silent


def test_a_wait_that_is_asked_for_is_kept_unless_it_is_long(
    client: Client, standins: StandIns, clock: Clock
) -> None:
    standins.trouble["PubMed"] = lambda: Response("busy", 429, headers={"Retry-After": "4"})
    client.get("/x")
    assert 8 <= clock.slept < 10
    standins.trouble["PubMed"] = lambda: Response("busy", 429, headers={"Retry-After": "3600"})
    client.get("/x")
    assert clock.slept < 10
    assert len(standins.asked["PubMed"]) == ATTEMPTS + 1


@pytest.mark.parametrize("status", [401, 403])
def test_who_is_refused_asks_no_more(status: int, client: Client, standins: StandIns) -> None:
    standins.trouble["PubMed"] = lambda: Response("blocked", status)
    assert "it refuses this client" in client.get("/x").problem
    client.get("/y")
    assert len(standins.asked["PubMed"]) == 1


def test_absent_and_malformed_are_answers(client: Client, standins: StandIns) -> None:
    standins.trouble["PubMed"] = lambda: as_json({}, 404)
    assert client.get("/x").absent
    standins.trouble["PubMed"] = lambda: as_json({}, 400)
    assert client.get("/x").malformed
    assert not client.silent


def test_a_host_without_address_is_not_asked() -> None:
    def nobody(host: str) -> None:
        raise OSError(host)

    address = "https://register.invalid"
    client = Client(PUBMED, base_url=address, names=Names([address], nobody))
    assert client.get("/x").problem == "no such host, or no network"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:99999", "http://[::1", "ftp://127.0.0.1/", "http://", "http://a b/"]
)
def test_an_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(OptionError, match="LITREVIEW_PUBMED_URL"):
        Client(PUBMED, base_url=address)


def test_a_name_and_a_password_are_neither_shown_nor_kept() -> None:
    for source in (
        PubMed("", "http://me:secret@127.0.0.1:9/x"),
        Crossref("", "http://me:secret@127.0.0.1:9"),
    ):
        assert "secret" not in repr(source) + source.cache_name
    with pytest.raises(OptionError) as told:
        Client(PUBMED, base_url="ftp://me:secret@127.0.0.1/")
    assert "secret" not in str(told.value)


def drip(connection: socket.socket) -> None:
    """Answer for ever, a byte at a time."""
    connection.recv(65_536)
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n")
    with suppress(OSError):
        while True:
            connection.sendall(b" ")


def keep_silent(connection: socket.socket) -> None:
    """Take the question and say nothing."""
    with suppress(OSError):
        while connection.recv(65_536):
            pass


@pytest.mark.parametrize("way", [drip, keep_silent])
def test_a_silent_register_is_not_asked_again(way: Way) -> None:
    patience = Patience(0.4)
    with serving(way) as url:
        client = Client(PUBMED, base_url=url, patience=patience)
        assert client.get("/x").problem == "no answer in time"
    assert patience.left() <= 0.2
    assert client.silent
    assert client.get("/y").problem == "no answer in time"


def test_a_question_takes_half_of_what_is_left(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []

    def silence(*_: object, seconds: float, **__: object) -> None:
        given.append(seconds)
        clock.sleep(seconds)
        raise NoAnswerError("no answer in time", timed_out=True)

    monkeypatch.setattr(client_module, "exchange", silence)
    patience = Patience(54.0, clock)
    for service in SERVICES:
        client = Client(
            service, base_url="http://127.0.0.1:9", patience=patience, clock=clock, sleep=clock.sleep
        )
        assert client.get("/x").problem == "no answer in time"
    assert given == [20, 17, 8.5, 4.25, 2.125, 1.0625]


def test_when_no_time_is_left_nobody_is_asked(standins: StandIns) -> None:
    patience = Patience(10.0)
    patience.lose("Another", 10.0)
    client = Client(PUBMED, base_url=standins.url("PubMed"), patience=patience)
    assert client.get("/x").problem == "no time was left for it"
    assert not standins.asked["PubMed"]
    patience.regain("Another")
    standins.trouble["PubMed"] = lambda: as_json({})
    assert client.get("/x").good


@pytest.mark.parametrize(
    "location", ["https://elsewhere.example/x", "//elsewhere.example", "file:///etc/passwd"]
)
def test_nobody_follows_a_register_to_somebody_else(
    location: str, client: Client, standins: StandIns
) -> None:
    standins.trouble["PubMed"] = lambda: Response("", 302, headers={"Location": location})
    assert "which is not followed" in client.get("/x").problem
    assert client.silent


def test_a_register_may_move_within_its_host(client: Client, standins: StandIns) -> None:
    answers = [Response("", 301, headers={"Location": f"{standins.url('PubMed')}/y"}), as_json({"a": 1})]
    standins.trouble["PubMed"] = lambda: answers.pop(0)
    assert client.get("/x").json == {"a": 1}


def test_a_register_that_moves_without_end_is_left(client: Client, standins: StandIns) -> None:
    there = f"{standins.url('PubMed')}/y"
    standins.trouble["PubMed"] = lambda: Response("", 307, headers={"Location": there})
    assert client.get("/x").problem == "it redirects without end"


def test_limits_are_shared_in_a_file(standins: StandIns, clock: Clock, tmp_path: Path) -> None:
    clients = [
        Client(ARXIV, base_url=standins.url("arXiv"), clock=clock, sleep=clock.sleep) for _ in range(2)
    ]
    for client in clients:
        client.share_limits(tmp_path / "c.sqlite")
    for client in clients * 2:
        client.get("/query", {"id_list": "2101.00001"}, accept="xml")
    assert clock.slept >= 9  # four requests, one in three seconds


def test_the_address_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBMED.variable, "http://127.0.0.1:9/pubmed/")
    assert Client(PUBMED).base_url == "http://127.0.0.1:9/pubmed"
    assert Client(PUBMED, base_url="http://127.0.0.1:8").base_url == "http://127.0.0.1:8"


def test_what_is_no_web_address_is_said() -> None:
    with pytest.raises(OptionError, match="LITREVIEW_PUBMED_URL"):
        Client(PUBMED, base_url="ftp://127.0.0.1/")
