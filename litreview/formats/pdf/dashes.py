"""En dashes that a font prints but names "e" or "{": "511e20" for pages 511 to 520.

"e" was seen in journals' fonts of 2005 to 2015, "{" is the code of the dash in TeX's bitmap fonts. Whether a
file has such a font is voted by all its ranges.
"""

from __future__ import annotations

from collections.abc import Sequence

from litreview.normalise.whole_numbers import whole_number

MIN_VOTES = {"e": 3, "{": 1}
"""Ranges with such a sign that a file must have, and more of them than with a dash; "2e3" is a number too."""
_DASHES = "-‐–—"

Chars = list[tuple[str, bool]]


def restore_dashes(lines: Sequence[Chars]) -> None:
    """Puts en dashes into the lines of a file whose font names them "e"; other files stay as they are."""
    found = [(chars, at) for chars in lines for at in _signs(chars) if _is_range(chars, at)]
    for sign, least in MIN_VOTES.items():
        named = [(chars, at) for chars, at in found if chars[at][0] == sign]
        if len(named) >= least and 2 * len(named) > len(found):
            for chars, at in named:
                chars[at] = ("–", chars[at][1])


def _signs(chars: Chars) -> list[int]:
    """The places of signs that may join two numbers."""
    places = [at for at, (text, _) in enumerate(chars) if text in MIN_VOTES or text in _DASHES]
    return [at for at in places if 0 < at < len(chars) - 1]


def _is_range(chars: Chars, at: int) -> bool:
    """True for a place between two whole numbers of which the second, made complete, is the greater."""
    first, second = _digits(chars, at, -1), _digits(chars, at, 1)
    if not first or not second or len(second) > len(first) + 1:
        return False
    lower, upper = whole_number(first), whole_number(first[: max(0, len(first) - len(second))] + second)
    return lower is not None and upper is not None and lower < upper


def _digits(chars: Chars, at: int, step: int) -> str:
    """The whole number beside a place; empty where it is part of a word or has decimals."""
    place = at + step
    while 0 <= place < len(chars) and chars[place][0].isdecimal():
        place += step
    beyond = chars[place][0] if 0 <= place < len(chars) else " "
    digits = "".join(text for text, _ in chars[min(place, at) + 1 : max(place, at)])
    after = chars[place + step][0] if beyond in ".," and 0 <= place + step < len(chars) else " "
    return "" if beyond.isalpha() or (beyond in ".," and after.isdecimal()) else digits
