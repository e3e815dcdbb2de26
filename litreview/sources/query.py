"""The string a reference is searched by, at Crossref and as a key of the cache."""

from __future__ import annotations

from litreview.model.reference import Reference
from litreview.sources.keys import reference_text

LONGEST = 500
"""Characters of a reference that are sent; longer ones end in notes, and addresses have limits
(judgement)."""


def search_text(reference: Reference) -> str:
    """The raw string of a reference on one line, without addresses; its fields where there is no string."""
    text = " ".join(reference_text(reference).split())
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0]
