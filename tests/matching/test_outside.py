"""What no register holds is outside, and an invented article is not."""

from __future__ import annotations

import pytest

from litreview.matching.outside import COUNTED, REGISTERED, told_outside
from litreview.model.match import Candidate, Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.model.reference import Reference
from litreview.parsing.kinds import Kind
from litreview.parsing.reading.fields import read_fields
from tests.parsing.test_kind_guess import CASES

INSIDE = {Kind.CHAPTER, Kind.CONFERENCE_PAPER}
INVENTED = (
    "Sandberg L, Okafor P. Rotation of the bath in rowers. J Bath Spine Med 2016; 4: 101-109.",
    "Sandberg, L., & Okafor, P. (2016). Rotation of the bath. Journal of Bath Medicine, 4(2), 101–109.",
    'L. Sandberg, "Rotation of the bath," J. Bath Spine Med., vol. 4, no. 2, pp. 101-109, 2016.',
    "Sandberg L. The PhD thesis as a bath. J Bath Stud 2016;4(2):101-9.",
    "Sandberg L. Clean Baths Act 2012, revisited. J Bath Law. 2016;4:101-9.",
    "Sandberg L. Data set of all baths [letter]. Bath Rev. 2016;4(2):101-9.",
    "Sandberg L. Rotation of the bath. Nature Baths. In press.",
    "Sandberg L. Rotation of the bath. Oslo: Fjell Forlag; 2016. doi:10.1016/j.bath.2016.01.009",
    "Sandberg L. Rotation of the bath. Oslo: Fjell Forlag; 2016. PMID: 99912345",
    "Sandberg L. Rotation of the bath. bioRxiv. 2016.",
)  # fmt: skip


def nothing_found(text: str, sources: tuple[str, ...] = ()) -> Match:
    reference = Reference("k", text, read_fields([text])[0].work, 0, len(text))
    return Match(reference, MatchStatus.UNMATCHED, decided_by=DecidedBy.NO_CANDIDATE, sources=sources)


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_every_reference_of_the_lab_is_outside_but_parts_of_books(kind: Kind, text: str) -> None:
    status = told_outside(nothing_found(text)).status
    held = kind in INSIDE and "Neural Information" not in text
    assert status is (MatchStatus.UNMATCHED if held else MatchStatus.OUTSIDE)


@pytest.mark.parametrize("text", INVENTED)
def test_an_invented_article_does_not_hide(text: str) -> None:
    assert told_outside(nothing_found(text)).status is MatchStatus.UNMATCHED


def test_a_register_that_holds_the_number_was_asked() -> None:
    text = "Moe P. Sparse baths. arXiv:2104.91234 [Preprint]. 2021."
    assert told_outside(nothing_found(text, sources=("Crossref",))).status is MatchStatus.OUTSIDE
    assert told_outside(nothing_found(text, sources=("Crossref and arXiv",))).status is MatchStatus.UNMATCHED


def test_what_was_found_stays_as_it_is() -> None:
    book = nothing_found("Moe P. Quiet baths. Oslo: Fjell Forlag; 2011.")
    for status in (MatchStatus.MATCHED, MatchStatus.AMBIGUOUS, MatchStatus.UNAVAILABLE):
        other = Match(book.reference, status, decided_by=DecidedBy.TIE)
        assert told_outside(other) is other
    elsewhere = Match(book.reference, MatchStatus.UNMATCHED, decided_by=DecidedBy.DOI_ELSEWHERE)
    assert told_outside(elsewhere) is elsewhere


def test_every_kind_that_may_be_outside_has_its_words() -> None:
    assert {kind for kind in Kind if kind not in REGISTERED} <= set(COUNTED)


def test_candidates_stay() -> None:
    match = nothing_found("Moe P. Quiet baths. Oslo: Fjell Forlag; 2011.")
    near: tuple[Candidate, ...] = ()
    assert told_outside(match).candidates == near
