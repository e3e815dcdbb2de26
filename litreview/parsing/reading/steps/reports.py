"""Reports have numbers, only journals have issues."""

from __future__ import annotations

import re

from litreview.parsing.reading.draft import IMPRINT, Draft
from litreview.parsing.reading.lexicon import word_classes

_WORD = re.compile(r"[^\W\d_]+")


def number_report(draft: Draft) -> Draft | None:
    """An issue beside a publisher, or of a report series, is a number: "SFB Discussion Paper Nr. 649"."""
    places = draft.places
    if places.issue is None or places.has("volume", "pages"):
        return None
    words = _WORD.findall(draft.value("container"))
    if places.has(*IMPRINT) or any("report" in word_classes(word) for word in words):
        return draft.but(number=places.issue, issue=None)
    return None
