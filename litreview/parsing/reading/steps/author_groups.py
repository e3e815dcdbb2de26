"""A study group among the authors: "Vogt R, Ruiz P, for the Tin Study Group. Title", "… on behalf of …"."""

from __future__ import annotations

from litreview.normalise.groups import group_behind
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.namelists import behind_year, names_end
from litreview.parsing.reading.sentences import sentence, words_end


def take_group(draft: Draft) -> Draft | None:
    """A group that the names speak for, or that is the last of them, belongs to the authors."""
    if draft.places.author is None:
        return None
    start = draft.places.author[0]
    for end in dict.fromkeys((draft.author_end, names_end(draft.text, start))):
        group = group_behind(draft.text, end) if end > start else None
        if group and group[1] > draft.author_end:
            return _with_title(draft.claim("author", (start, group[1])), draft)
    return None


def _with_title(draft: Draft, before: Draft) -> Draft:
    """The title that stands behind a group which was labelled as the title."""
    begin = behind_year(draft.text, draft.author_end)
    if before.places.title is None or draft.places.title or begin == draft.author_end:
        return draft
    return draft.but(title=sentence(draft.text, begin, words_end(draft, begin)))
