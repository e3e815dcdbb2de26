"""Series, register numbers, editions and remarks on the status: found by pattern, and no part of a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from litreview.parsing.reading.draft import TEXTS, Draft
from litreview.parsing.reading.extras import find_extras
from litreview.parsing.reading.spans import Span, trimmed


def set_extras_aside(draft: Draft) -> Draft | None:
    """Series, register number, edition and remarks behind the authors are read by their marks."""
    extras = find_extras(draft.text, draft.author_end)
    return replace(draft, extras=extras) if extras.spans else None


def leave_out_extras(draft: Draft) -> Draft | None:
    """A title or container ends where an edition, a series or a remark begins that reaches its end."""
    moved: dict[str, Span | None] = {}
    for label in TEXTS:
        span = draft.places.get(label)
        left = span and _without(draft.text, span, draft.extras.spans)
        if left and left != span:
            moved[label] = trimmed(draft.text, *left)
    return draft.but(**moved) if moved else None


def drop_series(draft: Draft) -> Draft | None:
    """What was labelled container, issue or volume within a series' brackets belongs to the series."""
    if not draft.extras.series:
        return None
    within = {
        label: None
        for label, (start, end) in draft.places
        if label in ("container", "issue", "volume")
        and any(left <= start and end <= right for left, right in draft.extras.spans)
    }
    return draft.but(**within) if within else None


def _without(text: str, span: Span, taken: Sequence[Span]) -> Span:
    for start, end in reversed(taken):
        if span[0] < start < span[1] and (span[1] <= end + 2 or not text[end : span[1]].strip(" .,;)]")):
            span = (span[0], start)
    return span
