"""Years, pages, volumes and issues as printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.model.work import PartialDate
from litreview.normalise.numbers import MONTHS, Pages, parse_date, parse_pages, parse_volume_issue, parse_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("785–796", Pages("785", "796")),
        ("883-90", Pages("883", "890")),
        ("1014--23", Pages("1014", "1023")),
        ("S102-8", Pages("S102", "S108")),
        ("L1245-L1250", Pages("L1245", "L1250")),
        ("pp. 29-37", Pages("29", "37")),
        ("S. 165-184", Pages("165", "184")),
        ("m4825", Pages("m4825")),
        ("CD009852", Pages("CD009852")),
        ("e43268", Pages("e43268")),
        ("116–116", Pages("116")),
        ("xi-xv", Pages("xi", "xv")),
        ("905f.", Pages("905f")),
        ("", Pages("")),
    ],
)
def test_pages(text: str, expected: Pages) -> None:
    assert parse_pages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014", PartialDate(2014)),
        ("(2014a)", PartialDate(2014, literal="2014a")),
        ("in press", PartialDate(literal="in press")),
        ("n.d.", PartialDate(literal="n.d.")),
        ("im Erscheinen", PartialDate(literal="im Erscheinen")),
        ("12345", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: PartialDate | None) -> None:
    assert parse_date(text) == expected


def test_year_of_a_longer_number_is_none() -> None:
    assert parse_year("page 12014") is None
    assert parse_year("Paris, 1889") == 1889


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("114(51-52)", ("114", "51-52")),
        ("15.2", ("15", "2")),
        ("26", ("26", "")),
        ("13(Suppl 1)", ("13", "Suppl 1")),
    ],
)
def test_volume_and_issue(text: str, expected: tuple[str, str]) -> None:
    assert parse_volume_issue(text) == expected


def test_months_cover_the_year_in_four_languages() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert MONTHS["märz"] == MONTHS["mars"] == 3


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    parse_pages(text)
    parse_date(text)
    parse_volume_issue(text)
