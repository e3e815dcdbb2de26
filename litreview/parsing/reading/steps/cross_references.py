"""Chapters whose book is another entry of the list, named by its editors."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.et_al import ET_AL_LATIN
from litreview.parsing.reading.draft import Draft

_IN_BEFORE = re.compile(r"\b[Ii]n:?\s$")
# With blanks around the stroke: "Tcl/Tk" is a book.
_NAMES = re.compile(rf"[A-ZÄÖÜ][\w-]+\s/\s[A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ][\w-]+ {ET_AL_LATIN}")


def name_editors(draft: Draft) -> Draft | None:
    """ "in: Deckmyn / Thomson, pp. 91-105" and "In Keane et al. [4]" name the editors, no book or publisher.

    A container "Deckmyn / Thomson" would be held against the registered title of the book.
    """
    text, places = draft.text, draft.places
    if places.editor or places.has("volume", "issue"):
        return None
    for label in ("container", "publisher"):
        span = places.get(label)
        names = span and _NAMES.match(text, span[0])
        if not span or not names or span[1] > names.end() + 1:
            continue
        if _IN_BEFORE.search(text, max(0, span[0] - 4), span[0]):
            return draft.but(**{label: None, "editor": span})
    return None
