"""The printed string acquits a field that was read wrongly, and only then."""

from __future__ import annotations

import pytest

from litreview.matching.secondreading import reread
from litreview.model.match import Agreement, FieldAgreement, Verdict
from litreview.model.work import PartialDate, Work

FOUND = Work(volume="304", issue="1", page="95-107", issued=PartialDate(1997))
NUMBERED = Work(volume="10", issue="1", article_number="2020", issued=PartialDate(2019))


def _verdict(field: str, found: Work, text: str) -> Verdict:
    agreement = Agreement((FieldAgreement(field, Verdict.DIFFERENT, "x", "y"),))
    return reread(agreement, found, text)[field].verdict


@pytest.mark.parametrize(
    "text",
    [
        "G. Roe, Local Tins 304 (1997) 95.",
        "G. Roe, Local Tins 304 (1997), p. 95",
        "G. Roe, Local Tins 12 (1997) 95-107.",
    ],
)
def test_the_page_stands_in_its_place(text: str) -> None:
    assert _verdict("page", FOUND, text) is Verdict.COMPATIBLE


@pytest.mark.parametrize(
    "text",
    [
        "G. Roe, Local Tins 304 (1997) 96.",
        "G. Roe, Local Tins 304 (1997) 95-112.",
        "G. Roe, Local Tins 305 (1997) 95.",
        "G. Roe, Local Tins 304 (1997) 95 (2), 12.",
        "G. Roe, 95 local tins, Tins 304 (1997) 12.",
    ],
)
def test_another_page_is_not_acquitted(text: str) -> None:
    assert _verdict("page", FOUND, text) is Verdict.DIFFERENT


def test_an_article_number_in_the_place_of_an_issue() -> None:
    assert _verdict("issue", NUMBERED, "Roe K. Tin Lett. 2019;10(2020):1-6.") is Verdict.COMPATIBLE
    assert _verdict("issue", NUMBERED, "Roe K. Tin Lett. 2019;10(3):1-6.") is Verdict.DIFFERENT


def test_the_year_before_the_volume_is_the_year_whatever_the_title_says() -> None:
    text = "Roe G. The tins of 1990-1995: a survey. Local Tins 1997, 304, 95-107."
    assert _verdict("issued", FOUND, text) is Verdict.COMPATIBLE
    assert _verdict("issued", FOUND, text.replace("1997", "1995")) is Verdict.DIFFERENT


def test_greek_letters_that_a_pdf_lost_are_no_other_title() -> None:
    found = Work(title="Tins: an H\N{GREEK SMALL LETTER ALPHA} survey of local tins")
    assert _verdict("title", found, "Roe G. Tins: an H survey of local tins. Tins 1997") is Verdict.COMPATIBLE
    assert _verdict("title", found, "Roe G. Tins: a G survey of local tins. Tins 1997") is Verdict.DIFFERENT
