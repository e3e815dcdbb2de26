"""Small repairs of labelled values: each for one way in which a label ends in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.model.work import Work
from litreview.parsing.extras import KIND_MARK
from litreview.parsing.segments import Span, trimmed

# "Petermanns Geographische Mitteilungen, Band LIX"
_VOLUME_TAIL = re.compile(r"[\s,.;(]+(?:vol(?:ume)?|bd|band|jg|jahrgang|tome)\b\.?\s*(?P<volume>\d+|[IVXLC]+)\)?\s*$", re.IGNORECASE)
_LEAD = re.compile(r"(?:in|In|IN|en|dans)\s?:\s+|(?:In|IN)\s+(?=[^\W\d_])")
_YEAR_TAIL = re.compile(r"[\s,]+\(?(?:1[5-9]|20)\d\d\)?$")
PAGE_SPREAD = 60
"""Longest chapter that "222248" is read as (222 to 248); EXCITE's scans lose the dash."""


def trim_title(text: str, span: Span, taken: Sequence[Span]) -> tuple[Span, None]:
    """A title without remarks on its status, series in brackets, editions, and kind marks."""
    span = _without(text, span, taken)
    mark = KIND_MARK.search(text, span[0], span[1])
    if mark:
        span = (span[0], mark.start())
    return trimmed(text, *span), None


def trim_container(text: str, span: Span, taken: Sequence[Span]) -> tuple[Span, Span | None]:
    """A container without "In", and the volume that was left at its end."""
    span = _without(text, span, taken)
    lead = _LEAD.match(text, span[0], span[1])
    if lead and lead.end() < span[1]:
        span = (lead.end(), span[1])
    tail = _VOLUME_TAIL.search(text, span[0], span[1])
    if tail and tail.start() > span[0]:
        return trimmed(text, span[0], tail.start()), tail.span("volume")
    return trimmed(text, *span), None


def _without(text: str, span: Span, taken: Sequence[Span]) -> Span:
    """Cut a span where something else that was recognised reaches into its end."""
    for start, end in taken:
        if span[0] < start < span[1] <= end + 2:
            span = (span[0], start)
    return span


def repaired_pages(pages: str, work: Work) -> str:
    """Pages as printed; in a chapter, two page numbers run together by a lost dash are parted."""
    size = len(pages)
    if work.container_title and not work.volume and pages.isdigit() and size in (4, 6):
        first, last = pages[: size // 2], pages[size // 2 :]
        if first[0] != "0" and 0 < int(last) - int(first) < PAGE_SPREAD and (work.editor or work.publisher_place):
            return f"{first}-{last}"
    return pages
