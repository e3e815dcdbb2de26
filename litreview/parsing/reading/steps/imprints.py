"""Place and publisher that were labelled as part of a title, a container, or each other."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.reading.draft import TEXTS, Draft
from litreview.parsing.reading.lexicon import is_place, word_classes
from litreview.parsing.reading.spans import Span, trimmed

_HOUSE_TABLE = """
    Press Verlag Publishers Publishing Publications Verlagsgesellschaft Publisher Éditions Editora Editorial
"""
_HOUSES = frozenset(_HOUSE_TABLE.split())
_LINKS = frozenset(("am", "on", "upon", "und", "and", "a", "de", "la", "den", "&"))
_PLACE = re.compile(
    r"(?:(?<!\d)\.|[?!,;])\s+(?P<place>[A-ZÄÖÜ][\w./-]*"
    r"(?:\s(?:am|upon|on|de|la|den|an der)?\s?[A-ZÄÖÜ][\w./-]*){0,2})$"
)
_WHOLE = re.compile(
    r"(?<=[^\W\d_]{3})\.\s(?P<place>[A-ZÀ-Þ][\w’'-]+(?:,?\s[A-ZÀ-Þ(][\w’')-]+){0,3}):\s(?P<house>[A-ZÀ-Þ][^:;.]{2,60})$"
)
_SEMICOLON_YEAR = re.compile(rf";\s?{YEAR}\b")
_ARTICLES = re.compile(r"(?:An?|The|Ein|Eine|Der|Die|Das|Le|La|Les)\b")
_PLACE_GLUE = re.compile(r"\s?[,;/]\s?")
_PUBLISHER_GLUE = re.compile(r"\s?:\s?")
_SHORTEST = 8
"""Fewest characters that a title keeps when its end goes to the imprint."""
_WORD = re.compile(r"[^\W\d_]+")
# Few towns: a row of names is tried from each of them.
_TOWN_BEHIND = re.compile(r"[.,]\s(?P<towns>[A-Z][^\W\d_]+(?:[\s.,]+[A-Z][^\W\d_]+){0,20})$")
_TOWN_BEFORE = re.compile(
    r"(?P<town>[A-Z][\w ]{2,20}?)(?::\s(?=[A-Z])|,\s(?=[A-Z].*(?:Press|Verlag|Publish)))"
)


def shed_imprint(draft: Draft) -> Draft | None:
    """A title or container gives up the place and the publisher at its end.

    "Lost Chance, Harare: Zimbabwe House", "Imaginierte Laien, Opladen", "The Legal Debate, Kluwer Press"
    """
    before = draft
    for label in TEXTS:
        span = draft.places.get(label)
        if span:
            sheds = (shed(draft, label, span) for shed in (_shed_whole, _shed_town, _shed_last_part))
            draft = next((shed for shed in sheds if shed), draft)
    return draft if draft is not before else None


def _shed_whole(draft: Draft, label: str, span: Span) -> Draft | None:
    """Place and publisher together at the end of a book before its year: "Handbook. Bergen: Havn; 2001"."""
    places, text = draft.places, draft.text
    if places.has("place", "publisher", "volume", "issue") or not _SEMICOLON_YEAR.match(text, span[1]):
        return None
    tail = _WHOLE.search(text, span[0] + _SHORTEST, span[1])
    if tail is None:
        return None
    left = trimmed(text, span[0], tail.start())
    return draft.but(**{label: left, "place": tail.span("place"), "publisher": tail.span("house")})


def _shed_town(draft: Draft, label: str, span: Span) -> Draft | None:
    """The town before a publisher ("… Harare: Zimbabwe House") or before another town ("Opladen/Köln")."""
    text, places = draft.text, draft.places
    for other, glue in (("publisher", _PUBLISHER_GLUE), ("place", _PLACE_GLUE)):
        behind = places.get(other)
        if behind is None or not glue.fullmatch(text, span[1], max(span[1], behind[0])):
            continue
        tail = _PLACE.search(text, span[0] + _SHORTEST, span[1])
        if tail is None or _ARTICLES.match(text, tail.start("place")):
            continue
        mark = text[tail.start()]
        if (not places.place) if other == "publisher" else mark in ".?!":
            place = (tail.start("place"), span[1] if other == "publisher" else behind[1])
            left = trimmed(text, span[0], tail.start() + (mark in "?!"))
            return draft.but(**{label: left, "place": place})
    return None


def _shed_last_part(draft: Draft, label: str, span: Span) -> Draft | None:
    text, places = draft.text, draft.places
    comma = text.rfind(", ", *span)
    if comma < span[0] + _SHORTEST or places.volume:
        return None
    words = [word.strip(".,") for word in text[comma + 2 : span[1]].split()]
    if not places.place and all("place" in word_classes(word) or word in _LINKS for word in words):
        found = "place"
    elif not places.publisher and not _HOUSES.isdisjoint(words):
        found = "publisher"
    else:
        return None
    return draft.but(**{label: trimmed(text, span[0], comma), found: (comma + 2, span[1])})


def part_publisher(draft: Draft) -> Draft | None:
    """A publisher without its town: "Development Publishing House. Dhaka", "Madison, University Press"."""
    text, span, place = draft.text, draft.places.publisher, draft.places.place
    if span is None:
        return None
    if not place and all(map(is_place, _WORD.findall(text[slice(*span)]))):
        return draft.but(place=span, publisher=None)
    houses = [m.start() for m in _WORD.finditer(text, *span) if "publisher" in word_classes(m.group())]
    if not houses:
        return None
    behind = _TOWN_BEHIND.search(text, houses[0], span[1])
    if behind and houses[-1] < behind.start():
        towns = _WORD.findall(behind.group("towns"))
        if text[behind.start()] != "." and not all(map(is_place, towns)):
            return None
        return draft.but(publisher=(span[0], behind.start()), place=place or behind.span("towns"))
    before = _TOWN_BEFORE.match(text, *span)
    if before and not place and before.end() <= houses[0] and not _names_else(before.group("town")):
        return draft.but(publisher=(before.end(), span[1]), place=before.span("town"))
    return None


def _names_else(town: str) -> bool:
    """A word that betrays another field: "Academic, …", "Institute: …"."""
    return any(word_classes(word) and not is_place(word) for word in town.split())
