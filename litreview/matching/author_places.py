"""Where the names of one author list stand in another."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.matching.people import Likeness, compare_names
from litreview.model.work import Name


def author_places(one: Sequence[Name], two: Sequence[Name]) -> list[int | None]:
    """For each cited name its place in the record: at the same place if possible, else anywhere free."""
    free = set(range(len(two)))
    places: list[int | None] = [None] * len(one)
    for bar in (Likeness.SPELLING, Likeness.GIVEN):
        for at, name in enumerate(one):
            if places[at] is None:
                places[at] = _place(name, at, two, free, bar)
                free.discard(-1 if places[at] is None else places[at])
    return places


def _place(name: Name, at: int, two: Sequence[Name], free: set[int], bar: Likeness) -> int | None:
    if at in free and compare_names(name, two[at]) <= bar:
        return at
    if bar is Likeness.GIVEN:
        return None
    ranked = sorted((compare_names(name, two[place]), abs(place - at), place) for place in free)
    return ranked[0][2] if ranked and ranked[0][0] <= bar else None
