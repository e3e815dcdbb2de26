"""What is asked about the other papers of a journal: which ISSN, in which years, from which end."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.model.source import Lookup, Outcome
from litreview.model.work import Work

AROUND = 1
"""Years before and after the two that differ: where a volume begins and ends (judgement)."""

NO_ISSN = Lookup(Outcome.ABSENT, reason="the record has no ISSN to ask by")
_WRITTEN = re.compile(r"(\S+) (\d+)-(\d+) (asc|desc)")


class Span(NamedTuple):
    """The papers of one journal from one year to another, the end first at which the cited year lies: that is
    where a doubted record has to prove itself."""

    issn: str
    first: int
    last: int
    order: str

    def __str__(self) -> str:
        return f"{self.issn} {self.first}-{self.last} {self.order}"


def span_of(work: Work, year: int) -> Span | None:
    """What to ask about a record when a reference gives it another year; None where it has no ISSN."""
    if not work.issn or not work.years:
        return None
    years = {year, *work.years}
    order = "asc" if year <= min(work.years) else "desc"
    return Span(work.issn[0], min(years) - AROUND, max(years) + AROUND, order)


def span_from(text: str) -> Span:
    """The span that ``str`` wrote."""
    found = _WRITTEN.fullmatch(text)
    assert found is not None
    return Span(found[1], int(found[2]), int(found[3]), found[4])
