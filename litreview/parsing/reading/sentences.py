"""Sentences within an entry: where the one that begins at a place ends."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.access import ACCESS_SURE
from litreview.normalise.vocabulary.patterns import any_of, phrases_of
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.spans import Span, run_start, trimmed

# Not behind one letter ("St. A. Brown") nor a short word with its stop ("Vol. 3", "J. Phys. Soc.").
_STOP = re.compile(
    r"(?:(?<=[^\W\d_]{4})|(?<=[\d)\]”\"])|(?<=[A-Z]{2}))\.\s+(?=[^\W_]|[“\"(\[])|\.\s+(?=\()"
    r"|[?!][”\"’]?\s+(?=[^\W\d_a-zà-ÿ])"
)
_LOOKED_UP = any_of(("available", "online", "url", *phrases_of(ACCESS_SURE, "en")))
_LEAD_OUT = re.compile(rf"{_LOOKED_UP}\b[^.]{{0,20}}?(?:at|from)?+:?+\s*+$", re.IGNORECASE)


def sentence(text: str, start: int, end: int) -> Span:
    """The sentence that begins at ``start`` within a stretch, without its stop.

    >>> text = "Tin. Zenodo. 2020"
    >>> sentence(text, 5, 17)
    (5, 11)
    """
    stop = _STOP.search(text, start, end)
    if stop is None:
        return trimmed(text, start, end)
    return trimmed(text, start, stop.start() + (text[stop.start()] in "?!"))


def sentences(text: str, start: int, end: int) -> list[Span]:
    """All sentences of a stretch, in order; none where it holds no letter."""
    found, at = [], start
    while at < end:
        stop = _STOP.search(text, at, end)
        last = stop.start() + (text[stop.start()] in "?!") if stop else end
        span = trimmed(text, at, last)
        if span[0] < span[1]:
            found.append(span)
        at = stop.end() if stop else end
    return found


def words_end(draft: Draft, after: int) -> int:
    """Where the words behind ``after`` end: before an identifier, an address or a date of access."""
    ends = [
        start for start, _, kind in draft.cuts.spans if start >= after and kind not in ("label", "medium")
    ]
    end = min(ends, default=len(draft.text))
    lead = _LEAD_OUT.search(draft.text, after, end)
    end = max(lead.start() if lead else end, after)
    return run_start(draft.text, after, end, ".,;:")
