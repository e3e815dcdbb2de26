"""PubMed: two hundred summaries to a request, what a summary says, and every trouble."""

from __future__ import annotations

from random import Random

import pytest
from werkzeug import Response

from litreview.model.reference import Reference
from litreview.model.source import Outcome, Source
from litreview.model.work import Work
from litreview.sources.registers.pubmed import PubMed
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, as_json, invented, pubmed_summary


@pytest.fixture
def pubmed(standins: StandIns, clock: Clock) -> PubMed:
    return PubMed("a@example.org", standins.url("PubMed"), clock=clock, sleep=clock.sleep, rng=Random(1))


def test_it_is_a_source(pubmed: PubMed) -> None:
    assert isinstance(pubmed, Source)


def test_two_hundred_numbers_go_to_a_request_with_tool_and_address(
    pubmed: PubMed, standins: StandIns
) -> None:
    standins.works = invented(450)
    numbers = [work.pmid for work in standins.works] + ["99999999"]
    answers = dict(pubmed.look_up_each("PMID", numbers))
    assert [len(request.args["id"].split(",")) for request in standins.asked["PubMed"]] == [200, 200, 51]
    assert {request.args["tool"] for request in standins.asked["PubMed"]} == {"litreview"}
    assert {request.args["email"] for request in standins.asked["PubMed"]} == {"a@example.org"}
    assert "mailto:a@example.org" in standins.asked["PubMed"][0].headers["User-Agent"]
    assert answers.pop("99999999").outcome is Outcome.ABSENT
    assert [answers[work.pmid].works[0].doi for work in standins.works] == [
        work.doi for work in standins.works
    ]


def test_pubmed_central_is_asked_by_its_own_numbers(pubmed: PubMed, standins: StandIns) -> None:
    (work,) = standins.works = invented(1)
    answer = dict(pubmed.look_up_each("PMCID", [work.pmcid, "PMC1"]))
    assert answer[work.pmcid].works[0].pmid == work.pmid
    assert answer["PMC1"].outcome is Outcome.ABSENT
    assert standins.asked["PubMed"][0].args["db"] == "pmc"


def test_candidates_are_the_works_behind_the_numbers(pubmed: PubMed, standins: StandIns) -> None:
    (work,) = standins.works = invented(1)
    named = Reference("", f"A paper. PMID: {work.pmid}", Work())
    bare = Reference("", "Another paper.", Work())
    found = pubmed.candidates([named, bare])
    assert [lookup.outcome for lookup in found] == [Outcome.FOUND, Outcome.ABSENT]
    assert found[0].works[0].title == work.title
    assert pubmed.fetch(["10.5555/a"])["10.5555/a"].outcome is Outcome.ABSENT


TROUBLE = {
    "too many": (lambda: as_json({"error": "API rate limit exceeded"}, 429), "too many requests, status 429"),
    "overload": (lambda: Response("busy", 503), "overload, status 503"),
    "a sign-in page": (
        lambda: Response("<!DOCTYPE html><html>Sign in</html>", 200, mimetype="text/html"),
        "an HTML page instead of an answer",
    ),
    "garbage": (lambda: Response("{'result'", 200, mimetype="application/json"), "without summaries"),
    "another shape": (lambda: as_json({"esearchresult": {}}), "without summaries"),
    "xml": (lambda: Response("<eSummaryResult/>", 200, mimetype="text/xml"), "an answer without sense"),
    "refusal": (lambda: Response("blocked", 403), "it refuses this client"),
}


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_is_unreachable_in_words_and_soon_given_up(
    name: str, pubmed: PubMed, standins: StandIns, clock: Clock
) -> None:
    answer, words = TROUBLE[name]
    standins.trouble["PubMed"] = answer
    for _ in range(6):
        lookups = dict(pubmed.look_up_each("PMID", ["31000001", "31000002"]))
        assert {lookup.outcome for lookup in lookups.values()} == {Outcome.UNREACHABLE}
    assert words in lookups["31000001"].reason
    assert lookups["31000001"].reason.startswith("PubMed could not be asked: ")
    assert len(standins.asked["PubMed"]) <= 9
    assert clock.slept < 12


def test_trouble_that_passes_is_waited_out(pubmed: PubMed, standins: StandIns) -> None:
    (work,) = standins.works = invented(1)

    def once() -> Response:
        del standins.trouble["PubMed"]
        return Response("busy", 503, headers={"Retry-After": "2"})

    standins.trouble["PubMed"] = once
    assert dict(pubmed.look_up_each("PMID", [work.pmid]))[work.pmid].outcome is Outcome.FOUND


def test_one_summary_with_another_error_is_unreachable_and_the_rest_is_read(
    pubmed: PubMed, standins: StandIns
) -> None:
    (work,) = standins.works = invented(1)
    standins.summaries["31999999"] = {"uid": "31999999", "error": "backend timed out"}
    answers = dict(pubmed.look_up_each("PMID", [work.pmid, "31999999"]))
    assert [lookup.outcome for lookup in answers.values()] == [Outcome.FOUND, Outcome.UNREACHABLE]


def test_nobody_there_is_asked_once() -> None:
    clock = Clock()
    pubmed = PubMed(base_url="http://127.0.0.1:9", clock=clock, sleep=clock.sleep)
    for _ in range(3):
        lookup = dict(pubmed.look_up_each("PMID", ["31000001"]))["31000001"]
        assert lookup.outcome is Outcome.UNREACHABLE
    assert lookup.reason == "PubMed could not be asked: no connection"
    assert clock.slept == 0


def test_progress_is_told(standins: StandIns) -> None:
    standins.works = invented(2)
    told: list[tuple[str, int, int]] = []
    pubmed = PubMed(base_url=standins.url("PubMed"), progress=lambda *what: told.append(what))
    list(pubmed.look_up_each("PMID", [work.pmid for work in standins.works]))
    assert told == [("PubMed records", 1, 2), ("PubMed records", 2, 2)]


def test_retractions_come_with_the_record(pubmed: PubMed, standins: StandIns) -> None:
    (work,) = invented(1)
    notice = {"refsource": "J Inv Med. 2020;5:1.", "reftype": "Retraction in", "pmid": 32000001, "note": ""}
    standins.summaries[work.pmid] = pubmed_summary(
        work, ("Journal Article", "Retracted Publication"), references=[notice]
    )
    (found,) = dict(pubmed.look_up_each("PMID", [work.pmid]))[work.pmid].works
    assert [update.type for update in found.updated_by] == ["retraction"]
    assert "32000001" in found.updated_by[0].note
