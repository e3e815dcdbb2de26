"""Of several records that fit, which is chosen, and when nothing tells them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.matching.decide import decide
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.model.work import Work
from tests.matching.lab_records import record, references

TITLE = "Barn owls and the price of northern barley"
JOURNAL = "Transactions of the Northern Barley Society"
TWO, THREE = "Petrosyan Anahit; Lindqvist Sven", "Petrosyan Anahit; Lindqvist Sven; Okafor Chinedu"
PRINTED = (
    f"Petrosyan A, Lindqvist S, Okafor C. {TITLE}. {JOURNAL}. 2007;61(12):1820-1827.",
    f"Petrosyan A, Lindqvist S. {TITLE}. {JOURNAL}. 2007;61(12):1820-1827.",
    f"Petrosyan A, Lindqvist S, Okafor C. {TITLE}. {JOURNAL}. 2007:1820-1827.",
)


def owls(doi: str, authors: str = THREE, year: int | None = 2007, place: str = "61(12):1820-1827") -> Work:
    return record(f"10.5555/{doi}", authors, year, TITLE, JOURNAL, place)


def decided(text: str, *works: Work) -> Match:
    (reference,) = references(text)
    match = decide(reference, works)
    assert decide(reference, works[::-1]) == match, "the order of the records says nothing"
    return match


def test_of_an_edition_and_its_reprint_the_year_selects_not_who_is_named() -> None:
    """The two are near in weight and alike in exactness; year here and another year there tell them apart."""
    reprint, first = replace(owls("reprint", ""), issue=""), owls("first", year=1997)
    match = decided(PRINTED[0], reprint, first)
    assert (match.status, match.work) == (MatchStatus.MATCHED, reprint)


def test_a_field_that_is_only_missing_there_does_not_tell_them_apart() -> None:
    """One point of place is a record filled in with less care, not another edition."""
    unsigned, undated = owls("unsigned", ""), owls("undated", TWO, year=None)
    match = decided(PRINTED[1], unsigned, undated)
    assert (match.status, match.decided_by) == (MatchStatus.AMBIGUOUS, DecidedBy.TIE)
    assert {item.work.doi for item in match.candidates} == {"10.5555/unsigned", "10.5555/undated"}


def test_far_behind_in_weight_is_no_rival() -> None:
    match = decided(PRINTED[0], owls("a"), owls("b", year=None))
    assert match.work == owls("a")


def test_a_record_filled_in_with_less_care_is_no_rival() -> None:
    match = decided(PRINTED[0], owls("a"), replace(owls("b"), issue=""))
    assert match.work == owls("a")


def test_two_records_alike_but_for_the_doi_are_one_work_registered_twice() -> None:
    match = decided(PRINTED[0], owls("a"), owls("b"))
    assert (match.status, match.decided_by) == (MatchStatus.AMBIGUOUS, DecidedBy.REGISTERED_TWICE)
    assert match.reason.startswith("The work is registered 2 times ")
    three = decided(PRINTED[0], owls("a"), owls("b"), owls("c"))
    assert three.decided_by == DecidedBy.REGISTERED_TWICE
    assert three.reason.startswith("The work is registered 3 times ")


@pytest.mark.parametrize("place", ["62(12):1820-1827", "()"])
def test_two_records_that_differ_in_more_or_say_too_little_are_two_works(place: str) -> None:
    """The reference gives no volume, so both fit; what lies in another volume is another paper."""
    first = owls("a") if place != "()" else replace(owls("a"), volume="", issue="", page="")
    match = decided(PRINTED[2], first, replace(first, doi="10.5555/b", volume=place.partition("(")[0]))
    assert (match.status, match.decided_by) == (MatchStatus.AMBIGUOUS, DecidedBy.TIE)
    assert match.reason.startswith("2 records fit equally well: ")


def test_a_pair_of_twins_and_a_third_work_is_a_tie_of_three() -> None:
    third = owls("c", place="62(12):1820-1827")
    match = decided(PRINTED[2], owls("a"), owls("b"), third)
    assert match.decided_by == DecidedBy.TIE
    assert match.reason.startswith("3 records fit equally well: ")


def test_where_the_reference_is_wrong_whichever_twin_is_meant_the_work_is_found() -> None:
    text = PRINTED[0].replace("2007", "2009")
    match = decided(text, owls("a"), owls("b"))
    assert match.status is MatchStatus.MATCHED
    assert match.agreement is not None
    assert match.agreement.different == ("issued",)


def test_a_tie_names_every_record_and_what_led_to_it() -> None:
    match = decided(PRINTED[0], owls("a"), owls("b"))
    assert all(f"(10.5555/{name})" in match.reason for name in "ab")
    assert [item.found_by for item in match.candidates] == [("locator", "title", "author-year")] * 2
    alone = decided(
        PRINTED[0], record("10.5555/z", "Quill Ada", 1951, "Tin mining in Wales", "Ore", "3():9-11")
    )
    assert alone.status is MatchStatus.UNMATCHED
    nothing = decided(PRINTED[0])
    assert (nothing.status, nothing.decided_by) == (MatchStatus.UNMATCHED, DecidedBy.NO_CANDIDATE)
