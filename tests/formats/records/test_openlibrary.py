"""Open Library's books."""

from __future__ import annotations

from dataclasses import replace

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.formats.records.openlibrary import work_from_openlibrary
from tests.sources.registers.standins import book_data, invented

WORK = replace(invented(1)[0], isbn=("9780306406157",))


def test_a_book_is_a_work() -> None:
    found = work_from_openlibrary(book_data(WORK))
    assert (found.type, found.title, found.isbn, found.year) == ("book", WORK.title, WORK.isbn, WORK.year)
    assert [one.family for one in found.author] == [one.family for one in WORK.author]
    assert (found.publisher, found.publisher_place) == ("Invented Press", "Oslo")
    assert (found.id, found.source) == ("Open Library OL1234M", "Open Library")
    assert work_from_crossref(work_to_crossref(found), source="Open Library") == found


def test_books_lack_much() -> None:
    assert work_from_openlibrary({"title": "Knots", "publish_date": "n.d."}).title == "Knots"
    assert work_from_openlibrary({"title": "Knots", "authors": [{}], "identifiers": []}).author == ()
