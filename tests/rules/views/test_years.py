"""A year beside the record's: how serious it is turns on the months around New Year and on what is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.matching.agreement import compare
from litreview.model.finding import Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.rules.views.years import year_severity

OWLS = Work(
    type="article-journal", title="Barn owls and the price of barley", author=(Name("Petrosyan", "Anahit"),),
    container_title="Barley Journal", volume="61", issue="2", page="20-27", doi="10.5555/owls",
)  # fmt: skip


def severity(year: int | None, record: Work, **more: str) -> Severity:
    """Of a reference that gives this year and else what the record says."""
    issued = PartialDate(year) if year else None
    cited = replace(record, issued=issued, dates=(), **more)  # type: ignore[arg-type]
    reference = Reference("r", "…", cited)
    return year_severity(Match(reference, MatchStatus.MATCHED, record, compare(cited, record)))


def issued(year: int, month: int | None = None) -> Work:
    return replace(OWLS, issued=PartialDate(year, month))


@pytest.mark.parametrize(
    ("month", "cited", "expected"),
    [
        (12, 2008, Severity.NOTE), (11, 2008, Severity.NOTE),
        (10, 2008, Severity.NOTE),  # October: the first month whose papers the next volume prints
        (9, 2008, Severity.WARNING), (7, 2008, Severity.WARNING), (1, 2008, Severity.WARNING),
        (1, 2006, Severity.NOTE), (2, 2006, Severity.NOTE),
        (3, 2006, Severity.NOTE),  # March: the last whose papers were online the year before
        (4, 2006, Severity.WARNING), (10, 2006, Severity.WARNING), (12, 2006, Severity.WARNING),
        (None, 2008, Severity.WARNING), (None, 2006, Severity.WARNING),
        # two years off is no turn of the year, whatever the month
        (12, 2009, Severity.ERROR), (1, 2005, Severity.ERROR), (None, 2010, Severity.ERROR),
    ],
)  # fmt: skip
def test_months_around_new_year_make_it_a_note(month: int | None, cited: int, expected: Severity) -> None:
    assert severity(cited, issued(2007, month)) is expected


def test_a_year_off_beside_another_wrong_field_is_an_error() -> None:
    assert severity(2008, issued(2007, 12), volume="99") is Severity.ERROR
    assert severity(2008, issued(2007, 6), volume="99") is Severity.ERROR


def test_months_of_every_date_count() -> None:
    work = replace(issued(2007), dates=(("published-print", PartialDate(2007, 11)),))
    assert severity(2008, work) is Severity.NOTE
    assert severity(2008, replace(work, dates=(("published-print", PartialDate(2007, 5)),))) is (
        Severity.WARNING
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Severity.NOTE),
        ({"issue": ""}, Severity.WARNING),
        ({"page": ""}, Severity.WARNING),
        ({"article_number": "e12"}, Severity.WARNING),
        ({"dates": (("published-print", PartialDate(2007)),)}, Severity.WARNING),
        ({"dates": (("published-online", PartialDate(2007)), ("published-print", PartialDate(2006)))},
         Severity.WARNING),
    ],
)  # fmt: skip
def test_only_the_day_online_is_known_of_a_paper_in_an_issue(
    change: dict[str, object], expected: Severity
) -> None:
    work = replace(issued(2007), dates=(("published-online", PartialDate(2007)),))
    assert severity(2008, replace(work, **change)) is expected  # type: ignore[arg-type]


def test_the_year_before_the_day_online_is_not_that_of_an_issue() -> None:
    work = replace(issued(2007), dates=(("published-online", PartialDate(2007)),))
    assert severity(2006, work) is Severity.WARNING


def test_without_a_year_or_a_record_nothing_is_milder_than_an_error() -> None:
    assert severity(None, issued(2007, 12)) is Severity.ERROR
    reference = Reference("r", "…", issued(2008))
    assert year_severity(Match(reference, MatchStatus.UNMATCHED)) is Severity.ERROR
    bare = Match(reference, MatchStatus.MATCHED, issued(2007, 12))
    assert year_severity(bare) is Severity.NOTE
