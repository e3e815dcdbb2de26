"""Why a service could not be asked, in words; and that constant trouble ends in seconds."""

from __future__ import annotations

import pytest

from litreview.model.source import Outcome
from litreview.sources.obstacles import why
from litreview.sources.retry import DEADLINE, NEVER_ANSWERED
from litreview.sources.transport import A_PAGE, Answer, Transport
from tests.sources.test_crossref import Fake, crossref


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(429), "answered 429 Too Many Requests to every request"),
        (Answer(429, retry_after=30), "… to every request and asks to come back in 30 seconds"),
        (Answer(429, retry_after=3600), "… to every request and asks to come back in 60 minutes"),
        (Answer(503, retry_after=86_400), "… to every request and asks to come back in 24 hours"),
        (Answer(599), "answered 599 to every request"),
        (Answer(0, problem=A_PAGE), f"gave no usable answer: {A_PAGE}"),
        (Answer(0, timed_out=True), "gave no answer within 60 seconds"),
        (Answer(0, problem="no network?", reached=False), "could not be reached: no network?"),
    ],
)
def test_words(answer: Answer, words: str) -> None:
    assert why(answer, DEADLINE, always=True).endswith(words.lstrip("… "))


CONSTANT = [
    Answer(429),
    Answer(429, retry_after=2),
    Answer(429, retry_after=3600),
    Answer(503),
    Answer(0, problem=A_PAGE),
    Answer(0, problem="x", reached=False),
    Answer(404, problem=A_PAGE),
]


@pytest.mark.parametrize("trouble", CONSTANT)
def test_constant_trouble_ends_soon_for_all_with_one_reason(trouble: Answer) -> None:
    source, clock = crossref(fake := Fake(trouble=lambda _: trouble))
    found = source.fetch([f"10.1234/{at}" for at in range(300)])
    assert {lookup.outcome for lookup in found.values()} == {Outcome.UNREACHABLE}
    assert len({lookup.reason for lookup in found.values()}) == 1
    assert clock.slept <= NEVER_ANSWERED + 2
    assert len(fake.asked) < 20


def test_a_service_that_has_answered_gets_more_patience() -> None:
    known = [f"10.1234/{at}" for at in range(60)]
    source, clock = crossref(Fake(known, trouble=lambda n: Answer(429, retry_after=20) if n == 2 else None))
    assert {found.outcome for found in source.fetch(known).values()} == {Outcome.FOUND}
    assert clock.slept >= 20


def test_silence_is_waited_for_until_the_deadline() -> None:
    source, clock = crossref(fake := Fake())

    def silent(*_: object) -> Answer:
        clock.now += 20
        fake.asked.append(())
        return Answer(0, timed_out=True)

    fake.works = fake.work = silent  # type: ignore[method-assign]
    found = source.fetch([f"10.1234/{at}" for at in range(300)])
    assert {lookup.reason for lookup in found.values()} == {"Crossref gave no answer within 60 seconds"}
    assert len(fake.asked) <= 4


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://nowhere.invalid", "the name nowhere.invalid could not be resolved: no network?"),
        ("http://127.0.0.1:9", "nobody answers at 127.0.0.1"),
    ],
)
def test_why_nothing_arrives(url: str, says: str) -> None:
    assert Transport(url, "", 1).work("10.1234/a").problem == says
