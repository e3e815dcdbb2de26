"""Crossref as a source: what is asked, in how many requests, and what every answer comes to."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any
from urllib.parse import quote

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from litreview.model.errors import OptionError, SourceError
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome, Source
from litreview.model.work import Work
from litreview.sources.crossref import BATCH, Crossref
from litreview.sources.limiter import ABANDONED
from litreview.sources.retry import ATTEMPTS, ATTEMPTS_UNREACHED, Backoff, Circuit, Patience
from litreview.sources.store import _packed
from litreview.sources.transport import Answer
from tests.sources.mutants import mutants


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 1_000_000.0, 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        self.slept += seconds


class Fake:
    """A transport that answers from a script and keeps what it was asked."""

    def __init__(
        self, known: Sequence[str] = (), trouble: Callable[[int], Answer | None] = lambda _: None
    ) -> None:
        self.known, self.trouble = {doi.casefold() for doi in known}, trouble
        self.asked: list[tuple[str, ...]] = []

    def prepare(self) -> None: ...
    def close(self) -> None: ...

    def _answer(self, asked: tuple[str, ...], message: dict[str, Any] | None) -> Answer:
        self.asked.append(asked)
        trouble = self.trouble(len(self.asked))
        return trouble or (Answer(200, message) if message is not None else Answer(404))

    def work(self, doi: str) -> Answer:
        return self._answer(("work", doi), {"DOI": doi, "title": ["One"]} if doi in self.known else None)

    def works(self, dois: Sequence[str]) -> Answer:
        return self._answer(
            ("works", *dois), {"items": [{"DOI": doi.upper()} for doi in dois if doi in self.known]}
        )

    def search(self, text: str, rows: int) -> Answer:
        return self._answer(("search", text), {"items": [{"DOI": "10.1234/hit"}] if "hit" in text else []})


def crossref(fake: Fake) -> tuple[Crossref, Clock]:
    clock = Clock()
    source = Crossref("a@example.org", clock=clock, sleep=clock.sleep, rng=Random(1))
    source._transport = fake  # type: ignore[assignment]
    return source, clock


def test_it_is_a_source() -> None:
    assert isinstance(Crossref(), Source)


def test_dois_go_fifty_to_a_request_and_singles_only_where_a_list_cannot_carry_them() -> None:
    dois = [f"10.1234/{number}" for number in range(120)] + ["10.1234/with,comma", "10.1234/missing"]
    fake = Fake(known=[*dois[:121]])
    source, _ = crossref(fake)
    answers = source.fetch(dois)
    assert set(answers) == set(dois)
    assert sorted(len(asked) - 1 for asked in fake.asked if asked[0] == "works") == [21, BATCH, BATCH]
    assert {asked[1] for asked in fake.asked if asked[0] == "work"} == {
        "10.1234/with,comma",
        "10.1234/missing",
    }
    assert answers["10.1234/missing"].outcome is Outcome.ABSENT
    assert answers["10.1234/with,comma"].outcome is Outcome.FOUND


def test_very_long_dois_go_fewer_to_a_request() -> None:
    head, tail = "10.1002/(sici)1097-0258(19980815/30)17:15/16<", f"{'x' * 60}>3.0.co;2-2"
    dois = [f"{head}{number:04d}::aid-sim{tail}" for number in range(60)]
    fake = Fake(known=dois)
    source, _ = crossref(fake)
    assert {lookup.outcome for lookup in source.fetch(dois).values()} == {Outcome.FOUND}
    assert all(sum(len(quote(doi, safe="")) for doi in asked[1:]) < 4100 for asked in fake.asked)
    assert sum(len(asked) - 1 for asked in fake.asked) == 60


def test_spellings_of_one_doi_are_asked_once_and_answered_each() -> None:
    fake = Fake(known=["10.1234/abc"])
    source, _ = crossref(fake)
    spellings = ["10.1234/ABC", "https://doi.org/10.1234/abc", "doi:10.1234/abc"]
    assert {lookup.outcome for lookup in source.fetch(spellings).values()} == {Outcome.FOUND}
    assert fake.asked == [("works", "10.1234/abc")]


def test_what_is_no_doi_is_absent_without_asking() -> None:
    fake = Fake()
    source, _ = crossref(fake)
    assert {lookup.outcome for lookup in source.fetch(["", "none", "978-3-16"]).values()} == {Outcome.ABSENT}
    assert fake.asked == []


def test_a_list_that_is_refused_is_asked_one_by_one() -> None:
    fake = Fake(known=["10.1234/a"], trouble=lambda n: Answer(400, problem="bad filter") if n == 1 else None)
    source, _ = crossref(fake)
    assert source.fetch(["10.1234/a"])["10.1234/a"].outcome is Outcome.FOUND


def test_foreign_records_in_an_answer_are_not_taken() -> None:
    class Everything(Fake):
        def works(self, dois: Sequence[str]) -> Answer:
            return self._answer(("works", *dois), {"items": [{"DOI": "10.9/other"}]})

    source, _ = crossref(Everything(known=["10.1234/a"]))
    found = source.fetch(["10.1234/a"])["10.1234/a"]
    assert [work.doi for work in found.works] == ["10.1234/a"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"items": None},
        {"items": {"DOI": "10.1/a"}},
        {"items": [1, None, "x", []]},
        {"items": [{"DOI": 5}]},
    ],
)
def test_an_answer_that_holds_no_list_of_records_says_nothing_of_the_reference(
    message: dict[str, Any],
) -> None:
    source, _ = crossref(Fake(trouble=lambda _: Answer(200, message)))
    (lookup,) = source.candidates([Reference("", "Smith J. Nothing like it. 2001.", Work())])
    assert lookup.outcome is Outcome.UNREACHABLE


def test_references_are_searched_by_their_string_each_string_once() -> None:
    fake = Fake()
    source, _ = crossref(fake)
    texts = [
        "Smith J. A hit. 2001. doi:10.1000/x",
        "Nothing like it",
        "Smith J. A hit. 2001. https://x.org",
        "",
    ]
    found = source.candidates([Reference("", text, Work()) for text in texts])
    outcomes = [lookup.outcome for lookup in found]
    assert outcomes == [Outcome.FOUND, Outcome.ABSENT, Outcome.FOUND, Outcome.ABSENT]
    assert sorted(fake.asked) == [("search", "Nothing like it"), ("search", "Smith J. A hit. 2001.")]


@pytest.mark.parametrize(
    "trouble",
    [
        Answer(0, problem="reset"),
        Answer(429),
        Answer(500),
        Answer(503, retry_after=2),
        Answer(0, timed_out=True),
    ],
)
def test_passing_trouble_is_waited_out(trouble: Answer) -> None:
    fake = Fake(known=["10.1234/a"], trouble=lambda n: trouble if n <= 2 else None)
    source, clock = crossref(fake)
    assert source.fetch(["10.1234/a"])["10.1234/a"].outcome is Outcome.FOUND
    assert len(fake.asked) == 3
    assert clock.slept >= (4 if trouble.retry_after else 0.7)


def test_a_request_without_answer_may_still_be_under_way_and_keeps_its_place() -> None:
    fake = Fake(known=["10.1234/a"], trouble=lambda n: Answer(0, timed_out=True) if n <= 3 else None)
    source, clock = crossref(fake)
    assert source.fetch(["10.1234/a"])["10.1234/a"].outcome is Outcome.FOUND
    assert clock.slept >= ABANDONED - 5  # three places are taken, the fourth request has to wait for one


def test_trouble_that_does_not_pass_is_unreachable_and_never_absent() -> None:
    source, _ = crossref(fake := Fake(trouble=lambda _: Answer(503, problem="overload")))
    lookup = source.fetch(["10.1234/a"])["10.1234/a"]
    assert lookup.outcome is Outcome.UNREACHABLE
    assert "503" in lookup.reason
    assert 2 <= len(fake.asked) <= ATTEMPTS


def test_a_page_of_a_proxy_with_status_404_is_not_taken_for_an_answer() -> None:
    source, _ = crossref(Fake(trouble=lambda n: Answer(404, problem="an HTML page instead of an answer")))
    assert source.fetch(["10.1234/a"])["10.1234/a"].outcome is Outcome.UNREACHABLE


def test_when_nobody_is_there_a_thousand_references_do_not_wait_one_by_one() -> None:
    source, clock = crossref(fake := Fake(trouble=lambda _: Answer(0, problem="refused", reached=False)))
    found = source.candidates([Reference("", f"hit {number}", Work()) for number in range(1000)])
    assert {lookup.outcome for lookup in found} == {Outcome.UNREACHABLE}
    assert {lookup.reason for lookup in found} == {"Crossref could not be reached: refused"}
    assert len(fake.asked) <= 5 * ATTEMPTS_UNREACHED
    assert clock.slept < 60


def test_a_very_long_retry_after_is_not_waited_for() -> None:
    source, clock = crossref(Fake(trouble=lambda _: Answer(429, retry_after=86_400)))
    assert source.fetch(["10.1234/a"])["10.1234/a"].outcome is Outcome.UNREACHABLE
    assert clock.slept < 60


def test_a_block_stops_with_a_message() -> None:
    source, _ = crossref(fake := Fake(trouble=lambda _: Answer(403, problem="blocked")))
    with pytest.raises(SourceError, match="refuses this client"):
        source.candidates([Reference("", f"hit {number}", Work()) for number in range(100)])
    assert len(fake.asked) <= 5


def test_progress_is_told() -> None:
    source, _ = crossref(Fake(known=["10.1234/a", "10.1234/b"]))
    told: list[tuple[str, int, int]] = []
    source.progress = lambda *what: told.append(what)
    source.fetch(["10.1234/a", "10.1234/b", "10.1234/c"])
    assert told == [("records", 1, 3), ("records", 2, 3), ("records", 3, 3)]


def test_progress_says_what_is_waited_for() -> None:
    source, _ = crossref(
        Fake(known=["10.1234/a"], trouble=lambda n: Answer(429, retry_after=3) if n == 1 else None)
    )
    told: list[tuple[str, int, int]] = []
    source.progress = lambda *what: told.append(what)
    source.fetch(["10.1234/a"])
    assert "waiting 3 s (Crossref answered 429 Too Many Requests" in told[0][0]
    assert told[1:] == [("records", 1, 1)]


def test_the_first_request_goes_alone_and_its_headers_set_the_pace() -> None:
    slow = {"x-rate-limit-limit": "1", "x-rate-limit-interval": "1s", "x-concurrency-limit": "1"}

    class Slow(Fake):
        def search(self, text: str, rows: int) -> Answer:
            self.asked.append((text,))
            return Answer(200, {"items": []}, headers=slow)

    source, clock = crossref(Slow())
    source.candidates([Reference("", f"Text {number}", Work()) for number in range(5)])
    assert clock.slept >= 4


@pytest.mark.parametrize("mailto", ["nobody", "a b@c", "a@b (x)"])
def test_a_bad_mail_address_is_refused(mailto: str) -> None:
    with pytest.raises(OptionError, match="mail"):
        Crossref(mailto)


def test_a_bad_address_is_refused() -> None:
    with pytest.raises(OptionError, match="web address"):
        Crossref(base_url="api.crossref.org")


def test_options_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITREVIEW_MAILTO", "a@example.org")
    monkeypatch.setenv("LITREVIEW_BASE_URL", "http://127.0.0.1:9/")
    source = Crossref()
    assert (source.mailto, source.base_url) == ("a@example.org", "http://127.0.0.1:9")
    assert source.cache_name != Crossref(base_url="https://api.crossref.org").cache_name


def test_waiting_doubles_with_jitter_and_keeps_a_retry_after() -> None:
    backoff = Backoff(Random(3))
    waits = [backoff.seconds(attempt, None) for attempt in range(9)]
    assert all(0.25 * 2**n <= wait <= 0.5 * 2**n for n, wait in enumerate(waits[:6]))
    assert max(waits) <= 30
    assert 7 < backoff.seconds(0, 7) < 7.5


def test_the_circuit_closes_again_after_a_while() -> None:
    clock = Clock()
    circuit = Circuit(clock)
    for _ in range(3):
        circuit.failed("down")
    assert circuit.is_open
    clock.sleep(61)
    assert not circuit.is_open
    circuit.worked()
    assert not circuit.is_open


ENVELOPE = {"status": "ok", "message-type": "work-list", "message-version": "1.0.0"}


@pytest.fixture
def service(httpserver: HTTPServer) -> HTTPServer:
    """A small service with one record, behind real habanero."""

    def single(request: Request) -> Response:
        return Response(
            json.dumps(ENVELOPE | {"message": {"DOI": "10.1234/a#b?c,d"}}), mimetype="application/json"
        )

    def listing(request: Request) -> Response:
        dois = [item.partition(":")[2] for item in request.args.get("filter", "").split(",") if item]
        items = [{"DOI": doi, "title": [request.args["select"]]} for doi in dois] or [
            {"DOI": "10.1234/found"}
        ]
        message = {"items": items, "total-results": len(items)}
        headers = {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s", "x-concurrency-limit": "2"}
        return Response(
            json.dumps(ENVELOPE | {"message": message}), mimetype="application/json", headers=headers
        )

    httpserver.expect_request("/works").respond_with_handler(listing)
    httpserver.expect_request("/works/10.1234/a#b?c,d").respond_with_handler(single)
    return httpserver


def test_habanero_carries_lists_searches_and_quoted_dois(service: HTTPServer) -> None:
    source = Crossref("a@example.org", base_url=service.url_for("/"))
    found = source.fetch(["10.1234/x", "10.1234/a#b?c,d"])
    assert found["10.1234/x"].outcome is Outcome.FOUND
    assert "updated-by" in found["10.1234/x"].works[0].title
    assert found["10.1234/a#b?c,d"].works[0].doi == "10.1234/a#b?c,d"
    hit = source.candidates([Reference("", "A title", Work())])[0]
    assert hit.works[0].doi == "10.1234/found"
    requests = [request for request, _ in service.log]
    agent = requests[0].headers["User-Agent"]
    assert "mailto:a@example.org" in agent
    assert "litreview/" in agent
    assert requests[-1].args["query.bibliographic"] == "A title"
    assert source._limiter.at_once == 2
    source.close()


def test_one_source_may_be_used_by_several_threads(service: HTTPServer) -> None:
    source = Crossref("a@example.org", base_url=service.url_for("/"))
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda n: source.fetch([f"10.1234/{n}"]), range(6)))
    assert {lookup.outcome for answer in answers for lookup in answer.values()} == {Outcome.FOUND}
    source.close()


RECORD = {
    "DOI": "10.1234/a", "type": "journal-article", "title": ["A title"],
    "author": [{"family": "Ito", "given": "K."}],
    "container-title": ["A Journal"], "issued": {"date-parts": [[2011, 3, 1]]}, "volume": "2", "page": "1-9",
    "ISSN": ["1234-5679"], "abstract": "<jats:p>Short.</jats:p>",
    "relation": {"is-same-as": [{"id": "10.1234/b"}]},
    "update-to": [{"DOI": "10.1234/c", "type": "retraction", "updated": {"date-parts": [[2020]]}}],
}  # fmt: skip


def test_odd_values_in_records_give_a_record_or_none() -> None:
    odd_ones = mutants({"items": [RECORD, RECORD]}, 3, 300)
    for odd in (one for one in odd_ones if isinstance(one, dict)):
        source, _ = crossref(Fake(trouble=lambda _, odd=odd: Answer(200, odd)))  # type: ignore[misc]
        lookups = [source.fetch(["10.1234/a"])["10.1234/a"]]
        lookups += source.candidates([Reference("", "A title", Work())])
        assert all(lookup.works or lookup.reason for lookup in lookups)
        assert all(_packed(work) for lookup in lookups for work in lookup.works)


def test_trouble_that_lasts_is_not_asked_about_again() -> None:
    source, clock = crossref(
        fake := Fake(trouble=lambda _: Answer(0, problem="it redirects to a.b", lasting=True))
    )
    lookup = source.fetch(["10.1234/a"])["10.1234/a"]
    assert lookup == Lookup(Outcome.UNREACHABLE, reason="Crossref gave no usable answer: it redirects to a.b")
    assert (len(fake.asked), clock.slept) == (1, 0)


def test_services_of_one_run_share_the_time_for_silence() -> None:
    clock = Clock()
    patience = Patience(54.0, clock)
    source = Crossref(
        "a@example.org", deadline=36.0, patience=patience, clock=clock, sleep=clock.sleep, rng=Random(1)
    )

    def silence(_: int) -> Answer:
        clock.sleep(18)
        return Answer(0, timed_out=True)

    source._transport = Fake(trouble=silence)  # type: ignore[assignment]
    lookup = source.fetch(["10.1234/a"])["10.1234/a"]
    assert lookup.reason == "Crossref gave no answer within 36 seconds"
    assert clock.slept <= 36 + 1
    assert 54 - 37 <= patience.left() <= 54 - 36
    patience.lose("another", 18)
    assert patience.left() <= 0
    assert source.candidates([Reference("", "Text", Work())])[0].outcome is Outcome.UNREACHABLE
    assert clock.slept <= 37
    clock.sleep(61)  # a minute later a new run has begun
    assert patience.left() == 54


def test_a_clock_set_back_lengthens_no_wait() -> None:
    """What is left is counted by a clock that nobody sets."""
    assert Crossref("a@example.org")._circuit._clock is time.monotonic
