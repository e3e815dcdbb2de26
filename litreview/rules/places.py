"""Where a reference's field stands, and what is written there."""

from __future__ import annotations

from litreview.model.article import Article
from litreview.model.reference import Reference


def is_placed(reference: Reference, article: Article) -> bool:
    """True where the reference's offsets can be trusted: in this article's text, or in the file it names."""
    if not reference.text:
        return False
    return bool(reference.origin) or article.text[reference.start : reference.end] == reference.text


def written(reference: Reference, field: str) -> tuple[int, int, str] | None:
    """Start, end and text of a field's value as printed, None where its place is not known."""
    span = reference.span(field)
    if span is None or not reference.text:
        return None
    start, end = span[0] - reference.start, span[1] - reference.start
    if not 0 <= start < end <= len(reference.text):
        return None
    return span[0], span[1], reference.text[start:end]
