"""Lines inside a list that part its entries or stand below them, and that no entry owns: the letters of an
alphabetical list, the bare signs of a quoted mail, the footnotes and link addresses of a Markdown
text."""

from __future__ import annotations

import re
from itertools import pairwise

from litreview.parsing.lists.lines import Line

_LETTER = re.compile(r"[#*_> ]*([^\W\d_])[*_ ]*")
_SIGNS = re.compile(r"[>*#_=| ]+")
_NOTE = re.compile(r"\[(?:\^[^\]\s]{1,40}\]:|[^\]\s]{1,40}\]: ?<?https?://)")
MIN_LETTERS = 2
"""Single letters, each later in the alphabet than the one before, from which they part a list. A judgement:
one alone may be an initial that a narrow column left on a line."""


def without_dividers(text: str, lines: list[Line]) -> list[Line]:
    """The lines that entries may own; what stands after a divider stands after a gap."""
    if not lines:
        return lines
    starts = {line.start for line in lines if _SIGNS.fullmatch(text, line.start, line.end)}
    starts |= _letters(text, lines)
    if text[lines[0].start] != "[":  # else they are the list
        starts |= {line.start for line in lines if _NOTE.match(text, line.start, line.end)}
    kept: list[Line] = []
    gap = False
    for line in lines:
        if line.start in starts:
            gap = True
        else:
            kept.append(line._replace(after_gap=True) if gap and kept else line)
            gap = False
    return kept


def _letters(text: str, lines: list[Line]) -> set[int]:
    found = [
        (line.start, match[1]) for line in lines if (match := _LETTER.fullmatch(text, line.start, line.end))
    ]
    rising = all(one[1].casefold() < other[1].casefold() for one, other in pairwise(found))
    capital = all(letter == letter.upper() for _, letter in found)
    return {start for start, _ in found} if len(found) >= MIN_LETTERS and rising and capital else set()
