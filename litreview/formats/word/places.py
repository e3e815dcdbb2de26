"""From a stretch of a Word document's text back to its runs: where a comment or a correction goes."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from litreview.model.document import Document


class RunSlice(NamedTuple):
    """``start`` to ``end`` of the text of one run: ``runs(paragraphs(root)[paragraph])[run]`` of a part.

    ``part`` is ``body``, ``footnotes`` or ``endnotes``. Offsets count the run's characters as they were
    read: ``w:t`` as it is, a tab or a line break as one. ``run`` is -1 for a list number, which stands
    in no run.
    """

    part: str
    paragraph: int
    run: int
    start: int
    end: int


def run_slices(document: Document, start: int, end: int) -> tuple[RunSlice, ...]:
    """The runs that ``document.text[start:end]`` stands in, in order; empty outside of all runs."""
    places = document.places
    at = max(bisect_right(places, start, key=lambda place: place.start) - 1, 0)
    found: list[RunSlice] = []
    while at < len(places) and places[at].start < max(end, start + 1):
        place = places[at]
        at += 1
        if place.end <= start or len(place.address) < 2:
            continue
        part, paragraph, *rest = place.address
        run = int(rest[0]) if rest else -1
        first, last = max(start, place.start) - place.start, min(max(end, start), place.end) - place.start
        found.append(RunSlice(str(part), int(paragraph), run, first, last))
    return tuple(found)
