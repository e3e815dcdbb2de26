"""Places in a text: ``(start, end)``, trimmed of the marks around a value."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]

_LEFT = frozenset(" \t\n\r\f\v\xa0,.;:-–—/'\"“”„«»‹›‘’‚‛`´([{&+=")
_RIGHT = _LEFT | frozenset(".")
_CLOSING = {")": "(", "]": "["}
_OPENING = {"(": ")", "[": "]"}


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the marks around the value; brackets that belong to it stay.

    >>> trimmed("(2010). Backs (and necks). Spine", 6, 26)
    (8, 25)
    """
    while start < end and text[start] in _LEFT and not _opens(text, start, end):
        start += 1
    while start < end and (text[end - 1] in _RIGHT or _closes_nothing(text, start, end)):
        end -= 1
    opening = _CLOSING.get(text[end : end + 1])
    if opening and text.count(opening, start, end) > text.count(text[end], start, end):
        end += 1
    return start, end


def _closes_nothing(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    return last in _CLOSING and text.count(last, start, end) > text.count(_CLOSING[last], start, end)


def _opens(text: str, start: int, end: int) -> bool:
    """A bracket at the start that closes within the span is part of the value."""
    closing = _OPENING.get(text[start])
    return closing is not None and closing in text[start:end]


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks where the spans are; places stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
