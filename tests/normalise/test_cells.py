"""Cells: what is guarded, and that it comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.normalise.cells import as_cell, guarded, is_formula, unguarded


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1+1", "-2+3", "@SUM(1)", "=cmd|' /C calc'!A0", "  =1", "'=1", '"=1"', "\t=1", "\tx", "\r=1",
        "\n=1", "＝1+1", "＋1", "－x", "＠x", "|calc", "%x", "\u00a0=1", "-", "-0.31 to 0.12", "+49 30 123",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_might_calculate_is_guarded(cell: str) -> None:
    assert is_formula(cell)
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-2.5",
        "+3",
        "-1,234.5",
        "-1e-5",
        "-5 %",
        "−12.91 (−20.00 to −5.82)",
        "12-19",
        "'Quoted' title",
        "a=b",
    ],
)
def test_numbers_and_words_stay(cell: str) -> None:
    assert guarded(cell) == cell == unguarded(cell)


@given(st.text(alphabet=st.sampled_from("'\"=+-@| \t\nax1.,%＝"), max_size=8))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not is_formula(guarded(text)) or guarded(text).startswith("'")


def test_a_cell_has_no_control_characters_and_no_lone_carriage_return() -> None:
    assert as_cell("a\x1b[2J\rb\r\nc") == "a\ufffd[2J\nb\nc"
