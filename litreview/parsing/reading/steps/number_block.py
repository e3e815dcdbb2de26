"""Number blocks of an unmistakable form ("2017; 114(51-52): 883-890") against the labels."""

from __future__ import annotations

from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.numberblock import find_block
from litreview.parsing.reading.spans import Span


def believe_number_block(draft: Draft) -> Draft | None:
    """Volume, issue, pages and year of a number block behind the title are believed against the labels."""
    places = draft.places
    block = find_block(draft.text, max(draft.author_end, places.title[1] if places.title else 0))
    if block is None:
        return None
    moved: dict[str, Span | None] = {}
    for label in ("volume", "issue", "pages", "year"):
        known, found = places.get(label), getattr(block, label)
        if found:
            moved[label] = found
        elif label in ("volume", "issue") and known and block.start <= known[0] < block.end:
            moved[label] = None
    if places.container and places.container[0] < block.start < places.container[1]:
        moved["container"] = (places.container[0], block.start)
    return draft.but(**moved)
