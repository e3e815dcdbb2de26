"""Software and data: what is said of their version and kind is no part of the title."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.kinds import KIND_WORDS
from litreview.parsing.reading.cuts import MEDIUM
from litreview.parsing.reading.draft import NUMBERS, TEXTS, Draft
from litreview.parsing.reading.spans import Span, trimmed

_ACCESS_MARK = re.compile(r"\s\[(?:Internet|Online|[Oo]n-?line|en ligne|en línea|[Oo]nline-Ressource)\]\.?$")
_ALONE = ("thesis", "press release", "manuscript", "talk", "patent", "personal communication")
_KIND_SENTENCE = re.compile(
    rf"(?<=[^\W\d_]{{2}})[.,]\s(?:[^\W\d_][\w’'.-]*\s)?(?:{'|'.join(KIND_WORDS[kind] for kind in _ALONE)})"
    r"(?:\s[^.]{0,40})?\.?$",
    re.IGNORECASE,
)


def end_at_medium(draft: Draft) -> Draft | None:
    """A title or container ends before "(Version 1.0.3)" and "[Computer software]"; what was joined to it
    behind them is the publisher: "Mossgrid (Version v0.17.2) [Computer software]. Zenodo".
    """
    marks = [(start, end) for start, end, kind in draft.cuts.spans if kind == MEDIUM]
    if not marks:
        return None
    before = draft
    for label in TEXTS:
        span = draft.places.get(label)
        if span:
            draft = _ended(draft, label, span, marks)
    return draft if draft is not before else None


def end_title_at_kind(draft: Draft) -> Draft | None:
    """A title ends before "[Internet]", and before a last sentence that names the kind of work: "Tauchen ohne
    Luft. Masterarbeit", "Pumpen schweigen. Pressemitteilung vom 4"."""
    span = draft.places.title
    if span is None:
        return None
    marks = [found for mark in (_ACCESS_MARK, _KIND_SENTENCE) if (found := mark.search(draft.text, *span))]
    if not marks:
        return None
    left = trimmed(draft.text, span[0], min(mark.start() for mark in marks))
    return draft.but(title=left) if left[0] < left[1] else None


def _ended(draft: Draft, label: str, span: Span, marks: list[Span]) -> Draft:
    inside = [mark for mark in marks if span[0] < mark[0] < span[1]]
    if not inside:
        return draft
    left = trimmed(draft.text, span[0], inside[0][0])
    rest = trimmed(draft.text, inside[-1][1], span[1])
    draft = draft.but(**{label: left})
    if rest[0] < rest[1] and not draft.places.has("publisher", *NUMBERS):
        return draft.but(publisher=rest)
    return draft
