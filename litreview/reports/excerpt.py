"""Cutting the sentence around a place out of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 600
"""Characters of a sentence that are shown; damaged text may have no full stop for pages."""

# A full stop ends a sentence when a capital, a quote or a bracket follows; "et al." and initials do not.
_NOT_AFTER = r"(?<!\bet al)(?<!\b[A-Z])(?<!\bcf)(?<!\be\.g)(?<!\bi\.e)"
_NEXT = r"(?=[\"“‘(\[]?[A-ZÀ-ÞА-Я0-9])"
_END = re.compile(rf"{_NOT_AFTER}[.!?…][\"”’)\]]*\s+{_NEXT}|\n\s*\n|\n(?=[-*•#])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, and whether it is the stretch that is wrong."""

    text: str
    marked: bool = False


def marked_sentence(text: str, start: int, end: int) -> tuple[Segment, ...]:
    """The sentence that holds ``text[start:end]``, that stretch marked."""
    begin, finish = sentence_at(text, start, end)
    parts = ((begin, start, False), (start, end, True), (end, finish, False))
    return tuple(Segment(text[a:b], marked=marked) for a, b, marked in parts if a < b)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Span of the sentence, or list item, that holds ``text[start:end]``."""
    left = max(0, start - LONGEST)
    begin = max((match.end() for match in _END.finditer(text, left, start)), default=left)
    stop = _END.search(text, end, min(len(text), end + LONGEST))
    finish = stop.end() if stop else min(len(text), end + LONGEST)
    segment = text[begin:finish]
    return begin + len(segment) - len(segment.lstrip()), begin + len(segment.rstrip())
