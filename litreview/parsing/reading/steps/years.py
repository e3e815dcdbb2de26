"""The year: found where the labels missed it, and told from a volume that is counted by the year."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.dashes import ANY_DASH
from litreview.normalise.vocabulary.years import NEAR_YEAR
from litreview.parsing.reading.draft import NUMBERS, TEXTS, Draft
from litreview.parsing.reading.spans import Span, blanked, trimmed

_YEAR = re.compile(rf"(?<![\d/.-]){NEAR_YEAR}[a-z]?(?![\d/.]\d|\d)")
_LETTERED = re.compile(rf"(?<![\d/.-]){NEAR_YEAR}[a-z](?!\w)")
_SPAN_MARKS = frozenset(ANY_DASH)
_PAGE_BEFORE = re.compile(r"(?:\bpp?|\bArt(?:icle)?\.?\s[Nn](?:o|umber))\.?\s?$")
_MEETING = re.compile(r"\b(?:Proc|Conf|Workshop|Symposi|Congress|Meeting|Tagung|Kongress)")
_IN_BEFORE = re.compile(r"\b[Ii]n:?\s$")
_YEAR_VOLUME = re.compile(
    r"[\s,](?:[Vv](?:ol(?:ume)?)?\.?\s?)?(?P<volume>(?:19|20)\d\d)(?:\.\s?Jg\.)?\s?[,:;]\s?(?:pp?\.|S\.)?\s?$"
)
_PAGES_GAP, _VOLUME_GAP = 20, 8
"""Most characters between volume and pages, and between container and volume ("Baths, vol. 2021")."""
_SHORT_NAME = 3
"""Most words of a name behind "in" that may be another entry's: "in: Hanft 2000, 39-56"."""


def find_year(draft: Draft) -> Draft | None:
    """A year the labels missed: outside all fields, else at the end of the title or container.

    A year that is half of a span ("1871–1880") or stands behind the mark of a page or a number ("pp. 2020")
    gives way to another one that stands alone.
    """
    text, known = draft.text, draft.places.year
    is_page = known and _PAGE_BEFORE.search(text, 0, known[0])
    if known and not is_page and text[known[1] : known[1] + 1] not in _SPAN_MARKS:
        return None
    year = _lost_year(draft)
    return _without_year(draft, year).but(year=year) if year else None


def _lost_year(draft: Draft) -> Span | None:
    text, places = draft.text, draft.places
    cuts = [(start, end) for start, end, _ in draft.cuts.spans]
    numbers = [span for label, span in places if label in NUMBERS]
    texts = [span for label, span in places if label in TEXTS]
    lettered = list(_LETTERED.finditer(blanked(text, cuts + texts)))
    if lettered and not places.year:
        return lettered[-1].span()
    for hidden in (cuts + numbers + texts, cuts + numbers, cuts):
        found = [match.span() for match in _YEAR.finditer(blanked(text, hidden))]
        alone = [span for span in found if not {text[span[1] : span[1] + 1], text[span[0] - 1]} & _SPAN_MARKS]
        if places.year and not alone:
            return None
        if found:
            return (alone or found)[-1]
    return None


def _without_year(draft: Draft, year: Span) -> Draft:
    """A year found at either end of a title or container is no part of it; nor is one with a letter,
    "1996a", a volume."""
    moved: dict[str, Span | None] = {}
    for label, (start, end) in draft.places:
        if label in TEXTS and start < year[0] < end <= year[1] + 1:
            moved[label] = trimmed(draft.text, start, year[0])
        elif label in TEXTS and year[0] <= start < year[1] < end:
            moved[label] = trimmed(draft.text, year[1], end)
        elif label in NUMBERS and (start, end) == year:
            moved[label] = None
    return draft.but(**moved)


def find_year_volume(draft: Draft) -> Draft | None:
    """A journal that counts its volumes by the year: "(2021). Title. Stem Cells Int, 2021, 1-7".

    Not "in: Hanft 2000, 39-56", which names another entry, nor a conference, whose year is in its name.
    """
    text, places = draft.text, draft.places
    if places.volume or not places.container or not places.pages or not places.year:
        return None
    match = _YEAR_VOLUME.search(text, max(0, places.pages[0] - _PAGES_GAP), places.pages[0])
    if match is None or not _is_journal(text, places.container, match.start("volume")):
        return None
    volume, year = match.span("volume"), places.year
    others = [found.span() for found in re.finditer(match.group("volume"), text) if found.span() != volume]
    if year[0] < volume[1] and volume[0] < year[1]:
        if not others:
            return None
        year = others[-1]
    elif text[year[0] : year[0] + 4] != match.group("volume"):
        return None
    start, end = places.container
    container = trimmed(text, start, match.start()) if end > volume[0] else places.container
    return draft.but(volume=volume, year=year, container=container)


def _is_journal(text: str, container: Span, volume: int) -> bool:
    """The name right before the volume is a journal's: no meeting, no short name behind "in"."""
    name = text[container[0] : min(container[1], volume)]
    cross = len(name.split()) <= _SHORT_NAME and _IN_BEFORE.search(text, 0, container[0])
    return not cross and volume - container[1] <= _VOLUME_GAP and not _MEETING.search(name)
