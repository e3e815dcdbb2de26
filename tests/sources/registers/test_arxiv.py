"""arXiv: a hundred numbers to a request, one request in three seconds, and its ways of saying no."""

from __future__ import annotations

import pytest
from werkzeug import Response

from litreview.model.source import Outcome
from litreview.sources.registers.arxiv import Arxiv
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import ARXIV_ERROR, StandIns, arxiv_feed, invented


@pytest.fixture
def arxiv(standins: StandIns, clock: Clock) -> Arxiv:
    return Arxiv(base_url=standins.url("arXiv"), clock=clock, sleep=clock.sleep)


def test_a_hundred_numbers_to_a_request_in_three_seconds(
    arxiv: Arxiv, standins: StandIns, clock: Clock
) -> None:
    standins.works = invented(250)
    numbers = [work.arxiv for work in standins.works]
    answers = dict(arxiv.look_up_each("arXiv", numbers))
    assert [len(request.args["id_list"].split(",")) for request in standins.asked["arXiv"]] == [100, 100, 50]
    assert [answers[number].works[0].title for number in numbers] == [work.title for work in standins.works]
    assert 6 <= clock.slept < 8


def test_a_number_that_is_not_in_the_feed_is_absent(arxiv: Arxiv, standins: StandIns) -> None:
    (work,) = standins.works = invented(1)
    answers = dict(arxiv.look_up_each("arXiv", [work.arxiv, "0704.99999"]))
    assert [lookup.outcome for lookup in answers.values()] == [Outcome.FOUND, Outcome.ABSENT]


def test_an_error_about_one_number_does_not_spoil_the_others(arxiv: Arxiv, standins: StandIns) -> None:
    (work,) = standins.works = invented(1)
    standins.entries["math/0101001"] = ARXIV_ERROR
    answers = dict(arxiv.look_up_each("arXiv", [work.arxiv, "math/0101001"]))
    assert [lookup.outcome for lookup in answers.values()] == [Outcome.FOUND, Outcome.ABSENT]
    assert len(standins.asked["arXiv"]) == 3


GARBAGE = {
    "cut off": Response(arxiv_feed("")[:150], content_type="application/atom+xml"),
    "no feed": Response("<entry/>", content_type="application/xml"),
    "a page": Response("<html><body>Rate exceeded.</body></html>", 200, mimetype="text/html"),
    "words": Response("Rate exceeded.", 200, mimetype="text/plain"),
    "overload": Response("Rate exceeded.", 429),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_not_taken_for_absence(name: str, arxiv: Arxiv, standins: StandIns) -> None:
    standins.trouble["arXiv"] = lambda: GARBAGE[name]
    answers = dict(arxiv.look_up_each("arXiv", ["2101.00001", "2101.00002"]))
    assert {lookup.outcome for lookup in answers.values()} == {Outcome.UNREACHABLE}
