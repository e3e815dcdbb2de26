"""The author names that stand before a year, read backwards from it."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.parsing.citations.name_reader import Manner, NameReader
from litreview.parsing.citations.name_words import TOKEN

WINDOW, WIDER = 260, 900
"""Characters before a year in which its authors are looked for; the wider ones where names fill the first, as
in styles that print thirteen authors in the text."""
_WIDE = {"，": ",", "、": ",", "；": ";"}
"""Signs of Chinese and Japanese type, and what they mean between names."""
_PARAGRAPH = re.compile(r"\n\s*\n")


class Authors(NamedTuple):
    """Names before a year: where they start, whether "et al." follows, whether "and" joins them."""

    names: tuple[str, ...]
    start: int
    et_al: bool
    joined: bool
    words: int


def read_authors(text: str, floor: int, end: int, manner: Manner, *, inside: bool) -> Authors | None:
    """The authors that end at ``end``, at the latest beginning at ``floor``; None where no name stands there.

    ``inside`` tells that they stand in the same brackets as the year, where a comma may join names and an
    organisation may be several words long.
    """
    found = _read_back(text, max(floor, end - WINDOW), end, manner, inside=inside)
    if inside and found and floor < end - WINDOW and found.start < end - WINDOW + _NEAR_FLOOR:
        return _read_back(text, max(floor, end - WIDER), end, manner, inside=inside)
    return found


def _read_back(text: str, floor: int, end: int, manner: Manner, *, inside: bool) -> Authors | None:
    gap = list(_PARAGRAPH.finditer(text, floor, end))
    tokens = list(TOKEN.finditer(text, gap[-1].end() if gap else floor, end))
    signs = [_WIDE.get(token.group(), token.group()) for token in tokens]
    reader = NameReader(signs, manner, inside=inside)
    reader.read()
    if not reader.names:
        return None
    first = reader.first
    return Authors(tuple(reader.names), tokens[first].start(), reader.et_al, reader.joined, reader.longest)


_NEAR_FLOOR = 30
"""Characters from the window's beginning that a name cut by it may leave: a long surname; a judgement."""
