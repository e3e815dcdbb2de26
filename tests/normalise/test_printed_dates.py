"""Dates as printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.model.work import PartialDate
from litreview.normalise.printed_dates import parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014", PartialDate(2014)),
        ("(2014a)", PartialDate(2014, literal="2014a")),
        ("in press", PartialDate(literal="in press")),
        ("n.d.", PartialDate(literal="n.d.")),
        ("im Erscheinen", PartialDate(literal="im Erscheinen")),
        ("12345", None),
        ("page 12014", None),
        ("Paris, 1889", PartialDate(1889)),
        ("Rev Clin Esp, en prensa", PartialDate(literal="en prensa")),
        ("Presse Med, sous presse", PartialDate(literal="sous presse")),
        ("Orthopäde (im Druck)", PartialDate(literal="im Druck")),
        ("Minerva Med, in corso di stampa", PartialDate(literal="in corso di stampa")),
        ("Клин мед, в печати", PartialDate(literal="в печати")),
        ("Ned Tijdschr (N.D.)", PartialDate(literal="N.D.")),
        ("Smith N.D., Brown B.R. Pain", None),
        ("The expression of genes", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: PartialDate | None) -> None:
    assert parse_date(text) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    parse_date(text)
