"""The entry that prints a record, by what is printed: DOI, title, author, year, page."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.article import parse_document
from litreview.parsing.citations.records import find_records

LIST = (
    "References\n\n"
    "1. Arden P, Brill A. Pain and heat in rowers: a trial. J Warm Med 2003;4:101-9.\n"
    "2. Arden P. Pain and heat in rowers: a trial. Part two. J Warm Med 2004;5:11-19.\n"
    "3. Corin B. Ice. Cold Ther 2011;9:24-36.\n"
    "4. D. Dove, Phys. Cold 12, 314 (2014).\n"
    "5. D. Dove, Phys. Cold 12, 977 (2014).\n"
    "6. Evers J. A long title that says it all. Cold Ther 2019. doi:10.1234/ct.2019.7\n"
)
REFERENCES = parse_document(Document(LIST)).references


def record(family: str, year: int, title: str, page: str = "", doi: str = "") -> Work:
    people = (Name(family=family, given="A"),) if family else ()
    return Work(key="k", title=title, author=people, issued=PartialDate(year), page=page, doi=doi, volume="")


@pytest.mark.parametrize(
    ("work", "number"),
    [
        (record("Arden", 2003, "Pain and heat in rowers: a trial"), 1),
        (record("Arden", 2004, "Pain and Heat in Rowers: A Trial. Part Two"), 2),
        (record("Arden", 2003, "Pain and haet in rowrs: a trial"), 1),
        (record("Arden", 2003, "<i>Pain</i> and heat in rowers"), 1),
        (record("Corin", 2011, "Ice", "24-36"), 3),
        (record("Dove", 2014, "What no list of physics prints", "314"), 4),
        (record("Dove", 2014, "What no list of physics prints either", "977"), 5),
        (record("", 1999, "Something else", doi="10.1234/ct.2019.7"), 6),
        (record("Dove", 2014, "What no list of physics prints"), None),
        (record("Corin", 2011, "Quite another work on heat and cold"), None),
        (record("Frost", 2019, "A work that nobody lists anywhere"), None),
    ],
)  # fmt: skip
def test_the_entry_of_a_record(work: Work, number: int | None) -> None:
    assert len(REFERENCES) == 6
    found = find_records([work], REFERENCES).get("k", ())
    assert [one.number for one in found] == ([number] if number else [])
