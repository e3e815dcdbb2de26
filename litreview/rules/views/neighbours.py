"""Entries that may be one work, of many under one key: those that stand together when sorted."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable

from litreview.model.reference import Reference
from litreview.normalise.text import fold

FEW = 40
"""Entries under one key of which each is compared with every one before it; as for the blocks of a library
(``library.blocking.SMALL_BLOCK``). Lists with more by one first author are rare (judgement)."""
REACH = 6
"""Of more, those on either side in the order of the titles; as ``library.blocking.NEIGHBOURS``."""
ALIKE = 0.5
"""Share of the letters of two of many titles, in order, from which the entries are compared at all; two that
agree share more, but where a subtitle is cut (judgement, below that of ``library.dedupe.ALIKE``)."""

Sorted = list[tuple[tuple[str, str], int]]


class Neighbours:
    """Entries under one key, in the order they were added.

    Two entries of one work have titles that agree, so that they stand together sorted by title or, where the
    beginning is misprinted or cut, by the title read from its end. So n entries cost n, not n², to compare.
    """

    def __init__(self) -> None:
        self._entries: list[Reference] = []
        self._orders: tuple[tuple[Callable[[str], str], Sorted], ...] = ((str, []), (_backwards, []))

    def add(self, reference: Reference) -> None:
        """One entry more."""
        title, author = _sorted_by(reference)
        for turned, order in self._orders:
            insort(order, ((turned(title), author), len(self._entries)))
        self._entries.append(reference)

    def of(self, reference: Reference) -> list[Reference]:
        """Those that the entry may be the same work as, in the order they were added."""
        if len(self._entries) <= FEW:
            return list(self._entries)
        title, author = _sorted_by(reference)
        near: set[int] = set()
        for turned, order in self._orders:
            at = bisect_left(order, ((turned(title), author), -1))
            near |= {place for _, place in order[max(0, at - REACH) : at + REACH]}
        found = (self._entries[place] for place in sorted(near))
        return [one for one in found if _alike(title, fold(one.work.full_title))]


def _sorted_by(reference: Reference) -> tuple[str, str]:
    people = reference.work.author
    return fold(reference.work.full_title), fold(str(people[0])) if people else ""


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    short, long = sorted((one, other), key=len)
    return long.startswith(short) or fuzz.ratio(one, other) >= 100 * ALIKE


def _backwards(title: str) -> str:
    return title[::-1]
