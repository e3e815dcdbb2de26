"""Place and publisher taken out of titles and containers; lost numbers found by their marks."""

from __future__ import annotations

import re

from litreview.parsing.reading.lexicon import is_place, word_classes
from litreview.parsing.reading.segments import Span, trimmed

Places = dict[str, Span]
_NUMBERS = frozenset(("volume", "issue", "pages"))
_IMPRINT = frozenset(("publisher", "place"))
_HOUSE_TABLE = """
    Press Verlag Publishers Publishing Publications Verlagsgesellschaft Publisher Éditions Editora Editorial
"""
_HOUSES = frozenset(_HOUSE_TABLE.split())
_LINKS = frozenset(("am", "on", "upon", "und", "and", "a", "de", "la", "den", "&"))
_PLACE = re.compile(
    r"(?:(?<!\d)\.|[?!,;])\s+(?P<place>[A-ZÄÖÜ][\w./-]*"
    r"(?:\s(?:am|upon|on|de|la|den|an der)?\s?[A-ZÄÖÜ][\w./-]*){0,2})$"
)
_ARTICLES = re.compile(r"(?:An?|The|Ein|Eine|Der|Die|Das|Le|La|Les)\b")
_PLACE_GLUE = re.compile(r"\s?[,;/]\s?")
_PUBLISHER_GLUE = re.compile(r"\s?:\s?")
_SENTENCE_GLUE = re.compile(r"\s?[.:?!]?\s+")
_WORD = re.compile(r"[^\W\d_]+")
_SERIAL = frozenset(("journal", "meeting", "report", "volume", "issue", "thesis", "organisation", "edition"))
_SERIES = re.compile(r"(?i:sitzungsb|abhandl|beiträge|schrift|series|monogra|texts? in|notes|reihe|editio)")
_SLASHES = re.compile(r"\s?//\s?")
_PAPER = re.compile(
    r"[.,?!;]\s(?P<paper>(?:[Pp]aper|[Pp]oster|[Vv]ortrag) (?:presented|prepared|read|given|revised|auf|bei))"
)
# The last full stop inside a title, unless a single letter or an abbreviation stands before it.
_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s(?=[A-ZÄÖÜÉ][^.?!]{3,}$)")
_IN_NEXT = re.compile(r"[.,]?\s*[Ii]n\b")
_GAP = re.compile(r"[\s,.:;)\]\"”’]+(?P<words>[A-ZÄÖÜ][^\d\[\]:;]{2,80}?)[\s,.]*")
_QUESTION = re.compile(r"\?[’'”\"]?,?\s(?=[A-ZÄÖÜ])")


_TOWN_BEHIND = re.compile(r"[.,]\s(?P<towns>[A-Z][^\W\d_]+(?:[\s.,]+[A-Z][^\W\d_]+)*)$")
_TOWN_BEFORE = re.compile(
    r"(?P<town>[A-Z][\w ]{2,20}?)(?::\s(?=[A-Z])|,\s(?=[A-Z].*(?:Press|Verlag|Publish)))"
)


def tidy_publisher(text: str, places: Places) -> None:
    """A publisher without its town: "Development Publishing House. Dhaka", "Madison, University Press"."""
    if "publisher" not in places:
        return
    start, end = places["publisher"]
    if "place" not in places and all(map(is_place, _WORD.findall(text[start:end]))):
        places["place"] = places.pop("publisher")
        return
    houses = [m.start() for m in _WORD.finditer(text, start, end) if "publisher" in word_classes(m.group())]
    if not houses:
        return
    behind = _TOWN_BEHIND.search(text, houses[0], end)
    before = _TOWN_BEFORE.match(text, start, end)
    before = before if before and before.end() <= houses[0] else None
    if behind and houses[-1] < behind.start():
        if text[behind.start()] == "." or all(map(is_place, _WORD.findall(behind.group("towns")))):
            places["publisher"] = (start, behind.start())
            places.setdefault("place", behind.span("towns"))
    elif before and "place" not in places and not any(map(_is_other, before.group("town").split())):
        places["publisher"], places["place"] = (before.end(), end), before.span("town")


def _is_other(word: str) -> bool:
    return bool(word_classes(word)) and not is_place(word)


def shed_imprint(text: str, places: Places, label: str) -> None:
    """The title or container without the place and the publisher at its end.

    "Lost Chance, Harare: Zimbabwe House", "Imaginierte Laien, Opladen", "The Legal Debate, Kluwer Press"
    """
    start, end = places[label]
    for other, glue in (("publisher", _PUBLISHER_GLUE), ("place", _PLACE_GLUE)):
        if other not in places or not glue.fullmatch(text, end, max(end, places[other][0])):
            continue
        tail = _PLACE.search(text, start + 8, end)
        if tail is None or _ARTICLES.match(text, tail.start("place")):
            continue
        if ("place" not in places) if other == "publisher" else text[tail.start()] in ".?!":
            last = end if other == "publisher" else places["place"][1]
            places["place"] = (tail.start("place"), last)
            places[label] = trimmed(text, start, tail.start() + (text[tail.start()] in "?!"))
            return
    _shed_last_part(text, places, label)


def _shed_last_part(text: str, places: Places, label: str) -> None:
    start, end = places[label]
    comma = text.rfind(", ", start, end)
    if comma < start + 8 or "volume" in places:
        return
    words = [word.strip(".,") for word in text[comma + 2 : end].split()]
    if "place" not in places and all("place" in word_classes(word) or word in _LINKS for word in words):
        places["place"] = (comma + 2, end)
    elif "publisher" not in places and not _HOUSES.isdisjoint(words):
        places["publisher"] = (comma + 2, end)
    else:
        return
    places[label] = trimmed(text, start, comma)


def find_lost_container(text: str, places: Places) -> None:
    """Unlabelled words right before volume or year are the journal ("et al., Phase Trans. 79, 1019")."""
    if "volume" not in places or "container" in places:
        return
    if "place" in places and "publisher" not in places and places["place"][1] < places["volume"][0]:
        places["container"] = places.pop("place")
    if "title" in places or "container" in places:
        return
    anchor = places["volume"][0]
    if "year" in places and 0 <= anchor - places["year"][1] < 4:
        anchor = places["year"][0]
    before = max((end for _, end in places.values() if end <= anchor), default=0)
    gap = _GAP.fullmatch(text, before, anchor)
    if gap and not any("volume" in word_classes(word) for word in _WORD.findall(gap.group("words"))):
        places["container"] = trimmed(text, *gap.span("words"))


def rejoin_subtitle(text: str, places: Places) -> None:
    """A book's subtitle behind a full stop is no container: nothing but place and publisher follow it.

    "In Defense of Modernity. Role Complexity and Autonomy. Stanford, CA: Stanford University Press."
    """
    if not {"title", "container"} <= places.keys() or places.keys() & {"volume", "issue", "pages", "editor"}:
        return
    title, container = places["title"], places["container"]
    imprint = [places[label][0] for label in ("place", "publisher") if label in places]
    words = {name for word in _WORD.findall(text[container[0] : container[1]]) for name in word_classes(word)}
    follows = (
        imprint and min(imprint) >= container[1] and _SENTENCE_GLUE.fullmatch(text, title[1], container[0])
    )
    if follows and not words & _SERIAL and not _SERIES.search(text, *container):
        places["title"] = (title[0], container[1])
        del places["container"]


def split_title(text: str, places: Places) -> None:
    """A title that swallowed its container: behind a question mark, "//" or "Paper presented at"."""
    if "title" not in places or "container" in places:
        return
    start, end = places["title"]
    numbered = "volume" in places
    article = bool(places.keys() & _NUMBERS) and not places.keys() & _IMPRINT
    article = article and not _IN_NEXT.match(text, end)
    for pattern, fits in ((_SLASHES, True), (_PAPER, True), (_QUESTION, numbered), (_SENTENCE, article)):
        match = pattern.search(text, start + 5, end) if fits else None
        if match:
            title, container = trimmed(text, start, match.start() + 1), trimmed(text, match.end(), end)
            if pattern is _PAPER:
                container = trimmed(text, match.start("paper"), end)
            if min(title[1] - title[0], container[1] - container[0]) > 3:
                places["title"], places["container"] = title, container
            return
