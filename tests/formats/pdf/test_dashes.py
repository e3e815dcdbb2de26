"""En dashes that a font names "e" or "{": by the vote of all ranges."""

from __future__ import annotations

import pytest

from litreview.formats.pdf.dashes import restore_dashes


def restored(*lines: str) -> list[str]:
    chars = [[(sign, False) for sign in line] for line in lines]
    restore_dashes(chars)
    return ["".join(sign for sign, _ in line) for line in chars]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [(["2007;370:511e20.", "pp. 12e19,", "99e105"], ["2007;370:511–20.", "pp. 12–19,", "99–105"]),
     (["2007;370:511e20.", "pp. 12-19,", "99–105"], None), (["511e20", "12e19"], None),
     (["511e20", "12e19", "3e9", "a 1.5e10 of 2e1", "the3e9"],
      ["511–20", "12–19", "3–9", "a 1.5e10 of 2e1", "the3e9"]),
     (["511{20", "a {b}"], ["511–20", "a {b}"]), (["e", "1e", "e1", ""], None)],
)  # fmt: skip
def test_ranges_vote(lines: list[str], wanted: list[str] | None) -> None:
    assert restored(*lines) == (wanted or lines)
