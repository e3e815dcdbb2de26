"""Borders between title and container that the label model set in the wrong place, or not at all.

Each function mends one way in which a border goes wrong; the strings in the comments are where it was seen.
``places`` is the mutable draft of one reference: field label → span.
"""

from __future__ import annotations

import re

from litreview.parsing.reading.lexicon import is_place, word_classes
from litreview.parsing.reading.segments import trimmed, without_overlap

Places = dict[str, tuple[int, int]]

_NUMBERS = frozenset(("volume", "issue", "pages"))
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_TABLE = """
    a an the of in on to for from and or with by at as is are under between towards through into
    der die das den dem des ein eine einer eines und oder im am zur zum zu von für mit bei aus auf über nach
    le la les du et el los las y del e do da dos em para um uma
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_TABLE.split())
_TITLE_WORDS = 4
"""Fewest words of a title that is told from a journal's name by a function word within it."""
_BORDER = re.compile(r"(?:(?<=[^\W\d_]{3})[,.?!]|[?!])\s(?=[^\W\d_a-zà-ÿ])")
_SECTION = re.compile(
    r"\b(?:\w+ Edition|Encyclop\w+|Handbook|Vol|Series|Serie|Sect(?:ion)?|Part|Ser|Reihe|Special|Supp)\b"
)
_SERIAL = frozenset(("journal", "meeting", "report"))
_IN_BEFORE = re.compile(r"\b[Ii]n:?\s$")
_CROSS = re.compile(r"[A-ZÄÖÜ][\w-]+\s?/\s?[A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ][\w-]+ et al\b")
# A translation, not a remark such as "[Internet]", "[Article in German]", "[cited 2008]".
_TRANSLATION = re.compile(
    r"\s?\[(?!(?:Internet|online|serial|J|D|M|C|R|in|article|abstract|\d))[^\[\]]{4,200}\]", re.IGNORECASE
)
_LONGEST_BRACKET = 200
_BEHIND_BRACKET = re.compile(r"\],\s(?=[A-ZÄÖÜ])")
_IN_MARK = re.compile(r"\s[Ii]n:\s")
_BEFORE_IN = re.compile(
    r"[\"”“»«’']?[.:?!]?[\"”“»«’']?\s+(?P<rest>[^\W\d_][^\d\[\]\"“”„()]{8,200}?)[.,]?\s+[–-]?\s?[Ii]n:\s$"
)
_SMALL_IN = re.compile(r"\s+in\s+")
_SENTENCE = re.compile(r"(?<=[^\W_]{4})\.\s(?=[A-ZÄÖÜ])")
_LIST_END = re.compile(r",\s(?:[\w'’-]+,\s)*[\w'’-]+,?\s(?:and|und|&)\s[\w'’ -]{3,40}(?=\.\s|\s\(|$)")
_NO_TITLE_WORDS = frozenset(("publisher", "place", "journal", "organisation", "editors"))
_PART = re.compile(r"[.,]\s(?=[A-Z])")


def mend_borders(text: str, places: Places) -> None:
    """All of the mendings below, in the order that they need."""
    part_container(text, places)
    close_brackets(text, places)
    read_cross_reference(text, places)
    rejoin_before_in(text, places)
    rejoin_in(text, places)
    finish_list(text, places)
    keep_country(text, places)


def part_container(text: str, places: Places) -> None:
    """A container that holds the title too, or the rest of one that ended with a question mark.

    "Change in the Management of the Public Service, Public Administration 70", "The Old Ways are the Best?
    The Durability and Usefulness of Bureaucracy in Public Sector Management, Organization 8"
    """
    if "container" not in places or not places.keys() & _NUMBERS:
        return
    start, end = places["container"]
    imprint = places.keys() & {"publisher", "place"} and not places.keys() & {"issue", "pages"}
    if imprint and not _IN_BEFORE.search(text, max(0, start - 4), start):
        return
    title = places.get("title")
    if title and not (0 < start - title[1] < 4 and text[title[1] - 1] == "?"):
        return
    for border in reversed([*_BORDER.finditer(text, start, end)]):
        before = text[start : border.start()]
        # "Research Section A: Accelerators, Spectrometers, Detectors": a journal that lists its subjects.
        lists = text[border.start()] == "," and ("," in before or _SECTION.search(before))
        if lists or _SECTION.match(text, border.end()) or not _is_title(before):
            continue
        last = border.start() + (text[border.start()] in "?!")
        places["title"] = trimmed(text, title[0] if title else start, last)
        places["container"] = trimmed(text, border.end(), end)
        return


def _is_title(text: str) -> bool:
    """A title, not a journal's name: some words, one of them a function word, none that journals bear."""
    words = _WORD.findall(text)
    classes = {name for word in words for name in word_classes(word)}
    small = any(word in _FUNCTION_WORDS for word in words[1:])
    return small and len(words) >= _TITLE_WORDS and not classes & _SERIAL


def close_brackets(text: str, places: Places) -> None:
    """A translation in brackets stays with what it translates.

    "Demografija [Demography. An introduction], Ekonomika [Economics], no. 4": two of these, and the border
    """
    for label in ("title", "container"):
        if label in places:
            _with_translation(text, places, label)
    if "title" in places and "container" not in places and places.keys() & _NUMBERS:
        start, end = places["title"]
        border = _BEHIND_BRACKET.search(text, start, end)
        if border:
            places["title"] = (start, border.start() + 1)
            places["container"] = trimmed(text, border.end(), end)
            _with_translation(text, places, "container")


def _with_translation(text: str, places: Places, label: str) -> None:
    start, end = places[label]
    opened = text.rfind("[", start, end)
    if opened > start and text.find("]", opened, end) < 0:
        last = text.find("]", end, end + _LONGEST_BRACKET) + 1
    else:
        match = _TRANSLATION.match(text, end)
        last = match.end() if match else 0
    if last:
        places[label] = (start, last)
        without_overlap(text, places, label)


def read_cross_reference(text: str, places: Places) -> None:
    """ "in: Deckmyn / Thomson, pp. 91-105" and "In Keane et al. [4]" name another entry by its editors."""
    for label in ("container", "publisher"):
        if label not in places or "editor" in places or places.keys() & {"volume", "issue"}:
            continue
        start, end = places[label]
        names = _CROSS.match(text, start)
        if names and end <= names.end() + 1 and _IN_BEFORE.search(text, max(0, start - 4), start):
            places["editor"] = places.pop(label)
            return


def rejoin_before_in(text: str, places: Places) -> None:
    """What stands between a title and "In:" is its subtitle.

    "„Biographizität“ als Lernpotential. Konzeptionelle Überlegungen zum biographischen Ansatz. In: Krüger"
    """
    if "title" not in places:
        return
    start, end = places["title"]
    mark = _IN_MARK.search(text, end)
    gap = _BEFORE_IN.fullmatch(text, end, mark.end()) if mark else None
    if mark and gap:
        inside = {label for label, span in places.items() if end < span[0] < mark.start()}
        if inside <= {"container"}:
            places["title"] = (start, gap.end("rest"))
            without_overlap(text, places, "title")


def rejoin_in(text: str, places: Places) -> None:
    """ "Kriegserbe in Deutschland 1933-1948. Paderborn": a sentence's end closes no book's name."""
    if not {"title", "container"} <= places.keys() or "editor" in places:
        return
    title, container = places["title"], places["container"]
    stop = _SENTENCE.search(text, *container)
    if stop is None or not _SMALL_IN.fullmatch(text, title[1], container[0]):
        return
    places["title"] = (title[0], stop.start())
    rest = trimmed(text, stop.end(), container[1])
    if places.keys() & _NUMBERS or "place" in places:
        places["container"] = rest
    else:
        del places["container"]
        places["place"] = rest


def finish_list(text: str, places: Places) -> None:
    """ "Trends to Agencies, Quangos and Contractualisation (London: Routledge)": a title's last words."""
    if "title" not in places:
        return
    start, end = places["title"]
    more = _LIST_END.match(text, end)
    if more is None:
        return
    classes = {name for word in _WORD.findall(more.group()) for name in word_classes(word)}
    if not classes & _NO_TITLE_WORDS:
        places["title"] = (start, more.end())
        without_overlap(text, places, "title")


def keep_country(text: str, places: Places) -> None:
    """ "the Maurice River System, New Jersey. Bartonia 44": the country is the title's last word."""
    if not {"title", "container"} <= places.keys():
        return
    title, container = places["title"], places["container"]
    border = _PART.search(text, *container) if text[title[1] : container[0]] == ", " else None
    if border is None:
        return
    words = _WORD.findall(text[container[0] : border.start()])
    if words and all(map(is_place, words)):
        places["title"] = (title[0], border.start())
        places["container"] = trimmed(text, border.end(), container[1])
