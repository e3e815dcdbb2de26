"""Numbers that stand in documents: whole, and no longer than a number of this field can be."""

from __future__ import annotations

MOST_DIGITS = 18
"""Digits of the longest number that is read as one: what 64 bits hold. Python refuses to read 4,301 digits,
and a volume, page or year of 19 is none."""


def whole_number(text: str) -> int | None:
    """The number that decimal digits of any script spell; None for all else and for too many of them.

    >>> whole_number("0286"), whole_number("²"), whole_number("9" * 5_000)
    (286, None, None)
    """
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None
