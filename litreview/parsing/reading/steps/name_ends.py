"""Titles begin where a list of names ends whose form leaves no doubt of that."""

from __future__ import annotations

import re

from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.namelists import find_names
from litreview.parsing.reading.sentences import sentence, words_end
from litreview.parsing.reading.spans import Span, trimmed

_LONGEST_START = 80
"""Most characters that a title gets back in front of it; longest in the articles read: 61."""
_BORDER = re.compile(r"[.?!]\s|[“”\"()\[\]]")
_JOINS = re.compile(r"(?:[:,]|\s[-–—])\s+$|\s$")


def begin_title_behind_names(draft: Draft) -> Draft | None:
    """A title gets back the words between it and the names: "Arden, P., and Brill, A. Quillwork: Simplified
    data", "Roe H. Countbaths: Locates and counts baths"; and names without a label are the authors.
    """
    found = find_names(draft.text, draft.cuts.body, bare=draft.bare)
    if found is None:
        return None
    places, names = draft.places, found.names
    if any(span[0] < names[1] for label, span in places if label != "author"):
        return None
    author, title = places.author, places.title
    whole = sentence(draft.text, found.after, words_end(draft, found.after))
    if title is None and author and author[1] > found.after and _goes_on(draft, whole):
        return draft.claim("title", _before_semicolon(draft.text, whole)).but(author=names)
    if title and _is_lost(draft.text[found.after : title[0]]):
        title = trimmed(draft.text, found.after, title[1])
        draft = draft.claim("title", title)
    if title and title[0] == found.after:
        if title[1] < whole[1] and places.container and _within(places.container, whole, draft.text):
            draft = draft.claim("title", whole)
        return draft.but(author=names) if author is None or author[1] > found.after else draft
    return draft.but(author=names) if author is None else draft


def _goes_on(draft: Draft, whole: Span) -> bool:
    """Where a container begins within the first sentence it must end behind it: else it is the only text."""
    container = draft.places.container
    return container is None or container[0] >= whole[1] or _within(container, whole, draft.text)


def _within(container: Span, whole: Span, text: str) -> bool:
    """A container that begins in the first sentence behind the names and ends in a later one; "Commun. Math."
    is an abbreviation that looks so."""
    return whole[1] < container[1] - 2 and " " in text[container[0] : whole[1]]


def _before_semicolon(text: str, span: Span) -> Span:
    """A book's title in chemists' lists ends at its editors or publisher: "Tin; Roe, A., Ed.; Oslo"."""
    stop = text.find("; ", *span)
    return trimmed(text, span[0], stop) if stop > 0 else span


def _is_lost(between: str) -> bool:
    """Only the first words of a title stand between the names and what was labelled so."""
    lost = 0 < len(between) <= _LONGEST_START and _JOINS.search(between)
    return bool(lost) and not _BORDER.search(between)
