"""Pages and volumes that say what they are and got no label."""

from __future__ import annotations

import re

from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.spans import Span

_PAGES = re.compile(
    r"\b(?:pp?|pages?|S|Seiten?|págs?)\s?[.:]?\s?(?P<value>[A-Z]?\d+(?:\s?[-–—]+\s?[A-Z]?\d+)?)(?![\w])"
)
_VOLUME = re.compile(r"\b(?:[Vv]ol(?:ume)?|Bd|Band|Jg|Jahrgang|[Tt]ome)\s?\.?\s?(?P<value>\d+|[IVXL]+)\b")


def find_lost_numbers(draft: Draft) -> Draft | None:
    """Pages and a volume behind the texts that say so ("pages 1-9", "S. F283-F289", "Vol. 3")."""
    texts = [span[1] for span in (draft.places.title, draft.places.container) if span]
    if not texts:
        return None
    taken = [*(span for _, span in draft.places), *((start, end) for start, end, _ in draft.cuts.spans)]
    moved: dict[str, Span | None] = {}
    for label, pattern in (("pages", _PAGES), ("volume", _VOLUME)):
        match = None if draft.places.get(label) else pattern.search(draft.text, max(texts))
        span = match.span("value") if match else None
        if span and not any(start < span[1] and span[0] < end for start, end in taken):
            moved[label] = span
    return draft.but(**moved) if moved else None
