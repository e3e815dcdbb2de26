"""A text without its markup that still knows where each character stands in the source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Plain(NamedTuple):
    """A text without markup; its n-th character stands for ``source[starts[n]:ends[n]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that ``text[start:end]`` was read from; empty stretches stay empty."""
        if not start < end <= len(self.text):
            at = self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[end - 1]


def gather(tokens: Iterable[tuple[str, int, int]]) -> Plain:
    """A plain text from tokens: what each prints, and the span of the source it stands for."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for text, start, end in tokens:
        pieces.append(text)
        starts += [start] * len(text)
        ends += [end] * len(text)
    return Plain("".join(pieces), tuple(starts), tuple(ends))
