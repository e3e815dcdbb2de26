"""Years side by side: a work has several, and which one was cited is told."""

from __future__ import annotations

import pytest

from litreview.matching.compare_dates import compare_dates
from litreview.model.match import Verdict
from litreview.model.reasons import Note
from litreview.model.work import PartialDate, Work

ONLINE, PRINT = ("published-online", PartialDate(2006)), ("published-print", PartialDate(2008))
RECORD = Work(issued=PartialDate(2007), dates=(ONLINE, PRINT, ("posted", PartialDate(2004))))


@pytest.mark.parametrize(
    ("cited", "verdict", "notes"),
    [
        (2007, Verdict.EQUAL, ()),
        (2006, Verdict.COMPATIBLE, (Note.ONLINE_YEAR,)),
        (2008, Verdict.COMPATIBLE, (Note.PRINT_YEAR,)),
        (2004, Verdict.COMPATIBLE, (Note.OTHER_YEAR,)),
        # one off any of them, on either side; two off all is just another year
        (2005, Verdict.DIFFERENT, (Note.OFF_BY_ONE,)),
        (2009, Verdict.DIFFERENT, (Note.OFF_BY_ONE,)),
        (2003, Verdict.DIFFERENT, (Note.OFF_BY_ONE,)),
        (2002, Verdict.DIFFERENT, ()),
        (2010, Verdict.DIFFERENT, ()),
    ],
)
def test_which_of_the_years_was_cited(cited: int, verdict: Verdict, notes: tuple[Note, ...]) -> None:
    found = compare_dates(Work(issued=PartialDate(cited)), RECORD)
    assert (found.field, found.verdict, found.notes) == ("issued", verdict, notes)
    assert (found.cited, found.found) == (str(cited), "2004 or 2006 or 2007 or 2008")


@pytest.mark.parametrize(
    ("cited", "record", "claimed", "registered"),
    [
        (Work(), RECORD, "", "2004 or 2006 or 2007 or 2008"),
        (Work(issued=PartialDate(literal="in press")), RECORD, "in press", "2004 or 2006 or 2007 or 2008"),
        (Work(issued=PartialDate(2007)), Work(), "2007", ""),
        (Work(), Work(), "", ""),
    ],
)
def test_a_year_on_one_side_only_is_no_difference(
    cited: Work, record: Work, claimed: str, registered: str
) -> None:
    found = compare_dates(cited, record)
    assert (found.verdict, found.notes) == (Verdict.MISSING, ())
    assert (found.cited, found.found) == (claimed, registered)
