"""Open Library: fifty ISBNs to a request; a book that is not there is left out of the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from werkzeug import Response

from litreview.model.source import Outcome
from litreview.sources.registers.books import OpenLibrary
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, as_json, invented


@pytest.fixture
def library(standins: StandIns, clock: Clock) -> OpenLibrary:
    return OpenLibrary(base_url=standins.url("Open Library"), clock=clock, sleep=clock.sleep)


def test_found_absent_and_fifty_to_a_request(library: OpenLibrary, standins: StandIns) -> None:
    isbns = [f"978000000{at:04d}" for at in range(60)]
    works = invented(59)
    standins.works = [replace(work, isbn=(isbn,)) for work, isbn in zip(works, isbns, strict=False)]
    answers = dict(library.look_up_each("ISBN", isbns))
    assert len(standins.asked["Open Library"]) == 2
    assert answers.pop(isbns[-1]).outcome is Outcome.ABSENT
    assert [answers[isbn].works[0].title for isbn in isbns[:-1]] == [work.title for work in works]
    assert answers[isbns[0]].works[0].isbn == (isbns[0],)


@pytest.mark.parametrize(
    "answer", [as_json([]), Response("{", 200), Response("<html></html>", 200, mimetype="text/html")]
)
def test_what_is_no_answer_is_not_taken_for_absence(
    answer: Response, library: OpenLibrary, standins: StandIns
) -> None:
    standins.trouble["Open Library"] = lambda: answer
    assert dict(library.look_up_each("ISBN", ["9780306406157"]))["9780306406157"].outcome is (
        Outcome.UNREACHABLE
    )
