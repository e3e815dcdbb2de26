"""OpenAlex: single works by DOI and PubMed number."""

from __future__ import annotations

from werkzeug import Response

from litreview.model.source import Outcome
from litreview.sources.registers.openalex import OpenAlex
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, as_json, invented


def test_found_absent_and_silent(standins: StandIns, clock: Clock) -> None:
    openalex = OpenAlex("a@example.org", standins.url("OpenAlex"), clock=clock, sleep=clock.sleep)
    (work,) = standins.works = invented(1)
    assert openalex.fetch([work.doi])[work.doi].works[0].title == work.title
    assert dict(openalex.look_up_each("PMID", [work.pmid]))[work.pmid].works[0].doi == work.doi
    standins.trouble["OpenAlex"] = lambda: as_json({"error": "Not found", "message": "Work not found"}, 404)
    assert openalex.fetch(["10.5555/none"])["10.5555/none"].outcome is Outcome.ABSENT
    standins.trouble["OpenAlex"] = lambda: Response("busy", 503)
    assert openalex.fetch(["10.5555/none"])["10.5555/none"].outcome is Outcome.UNREACHABLE
    standins.trouble["OpenAlex"] = lambda: as_json({"results": []})
    assert openalex.fetch(["10.5555/none"])["10.5555/none"].outcome is Outcome.UNREACHABLE
