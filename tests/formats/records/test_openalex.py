"""OpenAlex works."""

from __future__ import annotations

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.formats.records.openalex import work_from_openalex
from tests.sources.registers.standins import invented, openalex_work

(WORK,) = invented(1)


def test_a_record_is_a_work() -> None:
    found = work_from_openalex(openalex_work(WORK))
    for name in ("doi", "pmid", "title", "container_title", "volume", "issue", "page", "type"):
        assert getattr(found, name) == getattr(WORK, name), name
    assert [one.family for one in found.author] == [one.family for one in WORK.author]
    assert work_from_crossref(work_to_crossref(found), source="OpenAlex") == found


def test_a_retraction_and_a_work_without_doi() -> None:
    found = work_from_openalex(openalex_work(WORK, is_retracted=True, doi=None))
    assert [update.type for update in found.updated_by] == ["retraction"]
    assert found.id == "OpenAlex W1234567"


def test_odd_records() -> None:
    assert work_from_openalex({"biblio": None, "authorships": [{}], "type": 3}).title == ""
