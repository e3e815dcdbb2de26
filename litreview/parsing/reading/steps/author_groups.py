"""A study group among the authors: "Vogt R, Ruiz P, for the Tin Study Group. Title", "… on behalf of …"."""

from __future__ import annotations

from litreview.normalise.organisations import group_behind
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.namelists import names_end


def take_group(draft: Draft) -> Draft | None:
    """A group that the names speak for, or that is the last of them, belongs to the authors."""
    if draft.places.author is None:
        return None
    start = draft.places.author[0]
    for end in dict.fromkeys((draft.author_end, names_end(draft.text, start))):
        group = group_behind(draft.text, end) if end > start else None
        if group and group[1] > draft.author_end:
            return draft.claim("author", (start, group[1]))
    return None
