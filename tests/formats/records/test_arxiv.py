"""arXiv's feed: titles over two lines, versions, the paper that came of it, errors and garbage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.formats.records.arxiv import works_from_arxiv
from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Relation, Work
from tests.sources.registers.standins import ARXIV_ERROR, arxiv_entry, arxiv_feed, invented

(WORK,) = invented(1)


def read(work: Work, **more: str) -> Work:
    (found,) = (works_from_arxiv(arxiv_feed(arxiv_entry(work, **more)).encode()) or {}).values()  # type: ignore[arg-type]
    return found


def test_an_entry_is_a_preprint() -> None:
    found = read(WORK)
    assert (found.type, found.arxiv, found.title, found.doi) == ("article", WORK.arxiv, WORK.title, "")
    assert (found.source, found.id) == ("arXiv", f"arXiv {WORK.arxiv}")
    assert [one.family for one in found.author] == [one.family for one in WORK.author]
    assert found.issued == PartialDate(WORK.year, 3, 15)


def test_names_in_full() -> None:
    people = (Name("Nordby", "Kari Anne"), Name("Berg", "Jan", "van den"))
    entry = arxiv_entry(WORK).partition("<author>")
    names = "".join(
        f"<author><name>{name}</name></author>" for name in ("Kari Anne Nordby", "Jan van den Berg")
    )
    feed = arxiv_feed(f"{entry[0]}{names}</entry>")
    assert (works_from_arxiv(feed.encode()) or {})[WORK.arxiv].author == people


def test_the_years_of_its_versions_and_of_the_paper_are_right() -> None:
    found = read(WORK, journal_ref="J. Inv. Phys. 12 (2031) 4", doi="10.5555/JIP.4")
    assert found.years == {WORK.year, (WORK.year or 0) + 1, 2031}
    assert found.relations == (Relation("is-preprint-of", "10.5555/jip.4"),)


def test_old_numbers() -> None:
    assert read(replace(WORK, arxiv="hep-th/9901001")).arxiv == "hep-th/9901001"


def test_errors_and_empty_feeds() -> None:
    assert works_from_arxiv(arxiv_feed(arxiv_entry(WORK) + ARXIV_ERROR).encode()) is None
    assert works_from_arxiv(arxiv_feed("").encode()) == {}
    assert works_from_arxiv(arxiv_feed("<entry/>").encode()) == {}


@pytest.mark.parametrize("content", [b"", b"<feed>", b"<html/>", b"{}", b"\xff\xfe"])
def test_garbage(content: bytes) -> None:
    with pytest.raises(InputError):
        works_from_arxiv(content)


def test_what_is_kept_in_a_cache_comes_out_the_same() -> None:
    found = read(WORK, journal_ref="J. Inv. Phys. 12 (2031) 4", doi="10.5555/jip.4")
    assert work_from_crossref(work_to_crossref(found), source="arXiv") == found
