"""Organisations as authors: the label model cuts them up, or takes them for the title."""

from __future__ import annotations

from litreview.normalise.organisations import leading_organisations
from litreview.parsing.reading.draft import Draft


def keep_organisations_whole(draft: Draft) -> Draft | None:
    """Organisations that open an entry are its authors, up to their full stop or the year.

    "Kapteyn Astronomical Institute. (1992). GIPSY", "University of Edinburgh. (n.d.). Data facility"
    """
    span = leading_organisations(draft.text, draft.cuts.body)
    author = draft.places.author
    if span is None or author == span or (author and author[0] > span[0] + 1):
        return None
    return draft.claim("author", span)
