"""Translations in brackets: "Demografija [Demography. An introduction], Ekonomika [Economics], no. 4"."""

from __future__ import annotations

import re

from litreview.parsing.reading.cuts import MEDIUM
from litreview.parsing.reading.draft import NUMBERS, TEXTS, Draft
from litreview.parsing.reading.spans import trimmed

# A translation, not a remark such as "[Internet]", "[Article in German]", "[cited 2008]", "[Preprint]".
_TRANSLATION = re.compile(
    r"\s?\[(?!(?:Internet|online|serial|preprint|J|D|M|C|R|in|article|abstract|\d))[^\[\]]{4,200}\]",
    re.IGNORECASE,
)
_LONGEST_BRACKET = 200
"""Most characters of a translation in brackets; longest in the data: 146."""
_BEHIND_BRACKET = re.compile(r"\],\s(?=[A-ZÄÖÜ])")


def keep_translations(draft: Draft) -> Draft | None:
    """A translation in brackets stays with the title or container that it translates."""
    before = draft
    for label in TEXTS:
        draft = _with_translation(draft, label)
    title = draft.places.title
    if title and draft.places.container is None and draft.places.has(*NUMBERS):
        border = _BEHIND_BRACKET.search(draft.text, *title)
        if border:
            container = trimmed(draft.text, border.end(), title[1])
            draft = draft.but(title=(title[0], border.start() + 1), container=container)
            draft = _with_translation(draft, "container")
    return draft if draft is not before else None


def _with_translation(draft: Draft, label: str) -> Draft:
    span = draft.places.get(label)
    if span is None:
        return draft
    start, end = span
    if any(kind == MEDIUM and end <= mark <= end + 1 for mark, _, kind in draft.cuts.spans):
        return draft
    opened = draft.text.rfind("[", start, end)
    if opened > start and draft.text.find("]", opened, end) < 0:
        last = draft.text.find("]", end, end + _LONGEST_BRACKET) + 1
    else:
        match = _TRANSLATION.match(draft.text, end)
        last = match.end() if match else 0
    return draft.claim(label, (start, last)) if last > end else draft
