"""Places in a text: ``(start, end)``, trimmed of the marks around a value."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]

LONGEST_GAP = 20
"""Most blanks and signs before a mark that a pattern tries from each place (judgement; print has three). Of
a longer run ``trimmed`` takes the rest off the end of what stands before the mark."""
_LEFT = frozenset(" \t\n\r\f\v\xa0,.;:-–—/'\"“”„«»‹›‘’‚‛`´([{&+=")
_RIGHT = _LEFT | frozenset(".")
_CLOSING = {")": "(", "]": "["}
_OPENING = {"(": ")", "[": "]"}


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the marks around the value; brackets that belong to it stay.

    >>> trimmed("(2010). Backs (and necks). Spine", 6, 26)
    (8, 25)
    """
    last = {mark: text.rfind(closing, start, end) for mark, closing in _OPENING.items()}
    while start < end and text[start] in _LEFT and last.get(text[start], -1) < start:
        start += 1
    surplus = {
        mark: text.count(mark, start, end) - text.count(opening, start, end)
        for mark, opening in _CLOSING.items()
    }
    while start < end and (text[end - 1] in _RIGHT or surplus.get(text[end - 1], 0) > 0):
        end -= 1
        if text[end] in _CLOSING:
            surplus[text[end]] -= 1
        elif text[end] in _OPENING:
            surplus[_OPENING[text[end]]] += 1
    opening = _CLOSING.get(text[end : end + 1])
    if opening and text.count(opening, start, end) > text.count(text[end], start, end):
        end += 1
    return start, end


def run_start(text: str, start: int, end: int, marks: str) -> int:
    """Where the run of blanks and marks begins that ends at ``end``; a pattern would try each place of it.

    >>> run_start("Rest. , 12", 0, 8, ".,")
    4
    """
    while end > start and (text[end - 1] in marks or text[end - 1].isspace()):
        end -= 1
    return end


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks where the spans are; places stay."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)
