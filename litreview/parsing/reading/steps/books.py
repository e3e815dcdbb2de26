"""Books: what stands before place and publisher is a title, not a journal."""

from __future__ import annotations

import re

from litreview.parsing.reading.draft import IMPRINT, Draft
from litreview.parsing.reading.lexicon import word_classes

_SENTENCE_GLUE = re.compile(r"\s?[.:?!]?\s+")
_WORD = re.compile(r"[^\W\d_]+")
_SERIAL = frozenset(("journal", "meeting", "report", "volume", "issue", "thesis", "organisation", "edition"))
_SERIES = re.compile(r"(?i:sitzungsb|abhandl|beiträge|schrift|series|monogra|texts? in|notes|reihe|editio)")
_IN = re.compile(r"\b[Ii]n\b")


def rejoin_subtitle(draft: Draft) -> Draft | None:
    """A book's subtitle behind a full stop is no container: only place and publisher follow it.

    "In Defense of Modernity. Role Complexity and Autonomy. Stanford, CA: Stanford University Press."
    """
    places, text = draft.places, draft.text
    title, container = places.title, places.container
    if not title or not container or places.has("volume", "issue", "pages", "editor"):
        return None
    imprint = [span[0] for span in (places.place, places.publisher) if span]
    if not imprint or min(imprint) < container[1]:
        return None
    if not _SENTENCE_GLUE.fullmatch(text, title[1], container[0]) or _SERIES.search(text, *container):
        return None
    words = {name for word in _WORD.findall(text[slice(*container)]) for name in word_classes(word)}
    return None if words & _SERIAL else draft.but(title=(title[0], container[1]), container=None)


def title_lone_container(draft: Draft) -> Draft | None:
    """A container without title, numbers and "In" that has a publisher or place is a book's title."""
    places = draft.places
    if places.container is None or places.title or places.has("pages", "issue") or not places.has(*IMPRINT):
        return None
    start = places.author[1] if places.author else 0
    if _IN.search(draft.text, start, places.container[0]):
        return None
    return draft.but(title=places.container, container=None)
