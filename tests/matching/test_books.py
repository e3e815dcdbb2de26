"""Editions and whole books."""

from __future__ import annotations

import pytest

from litreview.matching.books import edition_number, heed_books, is_other_edition
from litreview.matching.decide import decide
from litreview.model.match import MatchStatus, Verdict
from litreview.model.reasons import DecidedBy
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.reading.fields import read_fields

BOOK = Work(
    type="book", title="Baths of the northern towns and villages", author=(Name("Moe", "Petra"),),
    issued=PartialDate(2001), publisher="Havn", doi="10.5555/book",
)  # fmt: skip


def reference(text: str) -> Reference:
    return Reference("k", text, read_fields([text])[0].work, 0, len(text))


def test_another_edition_is_not_the_work() -> None:
    cited = reference("Moe P. Baths of the northern towns and villages. 3rd ed. Bergen: Havn; 2015.")
    match = heed_books(decide(cited, [BOOK]))
    assert (match.status, match.decided_by, match.work) == (
        MatchStatus.OUTSIDE,
        DecidedBy.OTHER_EDITION,
        None,
    )


def test_its_doi_keeps_the_match_and_its_year_accuses_nobody() -> None:
    cited = reference(
        "Moe P. Baths of the northern towns and villages. 3rd ed. Bergen: Havn; 2015. doi:10.5555/book"
    )
    match = heed_books(decide(cited, [BOOK]))
    assert match.status is MatchStatus.MATCHED
    assert match.agreement is not None
    assert match.agreement["issued"].verdict is Verdict.COMPATIBLE


def test_a_wrong_year_without_an_edition_stays_wrong() -> None:
    cited = reference("Moe P. Baths of the northern towns and villages. Bergen: Havn; 2015. doi:10.5555/book")
    match = heed_books(decide(cited, [BOOK]))
    assert match.agreement is not None
    assert match.agreement["issued"].verdict is Verdict.DIFFERENT


def test_the_doi_of_the_book_is_right_for_its_chapter() -> None:
    cited = reference(
        "Lind K. The first baths. In: Moe P, editor. Baths of the northern towns and villages. Bergen: "
        "Havn; 2001. p. 12-31. doi:10.5555/book"
    )
    match = heed_books(decide(cited, [BOOK]))
    assert (match.decided_by, match.cited_doi_work) == (DecidedBy.WHOLE_BOOK, None)


@pytest.mark.parametrize(
    ("cited", "found", "other"),
    [
        (Work(edition="2", issued=PartialDate(2009)), Work(type="book", issued=PartialDate(2001)), True),
        (
            Work(edition="2", issued=PartialDate(2009)),
            Work(type="book", edition="2nd", issued=PartialDate(2008)),
            False,
        ),
        (
            Work(edition="2", issued=PartialDate(2009)),
            Work(type="book", edition="first", issued=PartialDate(2001)),
            True,
        ),
        (Work(edition="2", issued=PartialDate(2009)), Work(type="book", issued=PartialDate(2009)), False),
        (Work(edition="1", issued=PartialDate(2009)), Work(type="book", issued=PartialDate(2001)), False),
        (
            Work(edition="2", issued=PartialDate(2009)),
            Work(type="article-journal", issued=PartialDate(2001)),
            False,
        ),
    ],
)
def test_what_another_edition_is(cited: Work, found: Work, other: bool) -> None:
    assert is_other_edition(cited, found) is other


@pytest.mark.parametrize(
    ("text", "number"), [("3., neu bearb. Aufl.", 3), ("second", 2), ("Deuxième", 2), ("rev.", 0)]
)
def test_numbers_of_editions(text: str, number: int) -> None:
    assert edition_number(text) == number
