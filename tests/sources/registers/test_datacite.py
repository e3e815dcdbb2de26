"""DataCite: one question per DOI, found, absent and every trouble."""

from __future__ import annotations

from dataclasses import replace

import pytest
from werkzeug import Response

from litreview.model.source import Outcome
from litreview.sources.registers.datacite import DataCite
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, as_json, datacite_record, invented


@pytest.fixture
def datacite(standins: StandIns, clock: Clock) -> DataCite:
    return DataCite("a@example.org", standins.url("DataCite"), clock=clock, sleep=clock.sleep)


def test_found_and_absent(datacite: DataCite, standins: StandIns) -> None:
    (work,) = standins.works = [replace(invented(1)[0], doi="10.5281/zenodo.77")]
    answers = datacite.fetch(["https://doi.org/10.5281/ZENODO.77", "10.5281/zenodo.78", "none"])
    outcomes = [lookup.outcome for lookup in answers.values()]
    assert outcomes == [Outcome.FOUND, Outcome.ABSENT, Outcome.ABSENT]
    (found,) = answers["https://doi.org/10.5281/ZENODO.77"].works
    assert (found.title, found.source, found.doi) == (work.title, "DataCite", work.doi)
    assert {request.args["mailto"] for request in standins.asked["DataCite"]} == {"a@example.org"}


def test_three_a_second_with_an_address_and_one_without(standins: StandIns) -> None:
    dois = [f"10.5281/zenodo.{at}" for at in range(7)]
    for mailto, seconds in (("a@example.org", 2), ("", 6)):
        clock = Clock()
        DataCite(mailto, standins.url("DataCite"), clock=clock, sleep=clock.sleep).fetch(dois)
        assert seconds <= clock.slept < seconds + 2


@pytest.mark.parametrize(
    "answer",
    [
        Response("<!DOCTYPE html><title>Just a moment</title>", 404, mimetype="text/html"),
        as_json({"data": []}),
        as_json(datacite_record(replace(invented(1)[0], doi="10.5281/another"))),
        Response("busy", 502),
        Response("not json", 200),
    ],
)
def test_what_is_no_answer_is_not_taken_for_absence(
    answer: Response, datacite: DataCite, standins: StandIns
) -> None:
    standins.trouble["DataCite"] = lambda: answer
    assert datacite.fetch(["10.5281/zenodo.1"])["10.5281/zenodo.1"].outcome is Outcome.UNREACHABLE
