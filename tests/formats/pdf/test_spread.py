"""Addresses that TeX spread over a line at their signs, closed up; prose beside addresses stays as it is."""

from __future__ import annotations

import pytest

from litreview.formats.pdf.spread import close_addresses


def closed(*lines: str) -> list[str]:
    chars = [[(sign, False) for sign in line] for line in lines]
    close_addresses(chars)
    return ["".join(sign for sign, _ in line) for line in chars]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [(["doi: 10 . 1234 / 0967 - 3334 / 28 / 3 / R01. url: https :"],
      ["doi: 10.1234/0967-3334/28/3/R01. url: https:"]),
     (["doi: 10 . 1234 / jot . 2017 . 07 .", "015. url: https://things.example.org/S01"],
      ["doi: 10.1234/jot.2017.07.", "015. url: https://things.example.org/S01"]),
     (["doi: 10.1234/s41746", "- 020 - 0226 - 6. url: http : / / www . things . example /"],
      ["doi: 10.1234/s41746", "-020-0226-6. url: http://www.things.example/"]),
     (["doi: 10.1234/0169- 2070(93)90079- 3."], ["doi: 10.1234/0169-2070(93)90079-3."]),
     (["https://doi.org/10.1234/ j.1600 - 0722.2006."], ["https://doi.org/10.1234/j.1600-0722.2006."]),
     (["https://doi.org/10.1234/ jot.", "x.2024.1"], ["https://doi.org/10.1234/jot.", "x.2024.1"]),
     (["url: https://www.things.", "com / science / article / S25 (visited on"],
      ["url: https://www.things.", "com/science/article/S25 (visited on"])],
)  # fmt: skip
def test_spread_addresses_are_closed_up(lines: list[str], wanted: list[str]) -> None:
    assert closed(*lines) == wanted


@pytest.mark.parametrize(
    "line",
    ["See https://things.example - Seen in 2020. Pp. 10 . Then", "https://things.example/ seen 10 May",
     "https://things.example . seen 2 May", "vol. 10. 2010 / 2011. Arden",
     "10.1234/abc. Brill B. 10.1234/x-", "Arden 10 - 12 / 14", "https://a.example/x. Corin C. 12 - 14"],
)  # fmt: skip
def test_other_words_stay_apart(line: str) -> None:
    assert closed(line) == [line]
