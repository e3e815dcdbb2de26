"""Entries without labels that were run together in one paragraph, told apart by the shape their list has.

Where the year follows the authors ("Adler T. 2010." "Adler, T. (2010).") every entry begins with such a head;
else a new one begins with a person after an entry that has all it needs.
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.lists.likeness import PERSON_START

_SHORTEST, _LONG = 40, 500
"""Length of the shortest entry, and that from which a paragraph without heads is looked at."""
_HEAD, _LOOKED_AT = 400, 1000
_WITHIN = 0.3
"""Share of entries that begin within lines where a whole list was wrapped as one paragraph."""
_YEAR = re.compile(rf"(?<![\d.,/-]){YEAR}[a-z]?(?!\d)")
_NEXT_NAME = re.compile(r"(?:(?<=[.\d)/\]])|(?<=[.\d)/\]][”\"’]))\s+(?=[^\W\d_]|[—–_]{2})")
# A DOI or an address ends without a full stop: "10.1000/ABC13C Adler".
_AFTER_ADDRESS = re.compile(r"(?:\b10\.\d{4,9}/|https?://)[^\s]++(?:(\s++)(?=[^\W\d_]))?")
_VENUE = re.compile(
    rf"\d\s?[-–(:]\s?[A-Za-z]{{0,2}}\d|\b10\.\d{{4}}|https?://|Press|Verlag|pp?\. ?\d|{YEAR}\W{{0,2}}$"
)
_DATE = re.compile(rf"[\s,.(\[]{{1,3}}{YEAR}[a-z]?(?:[/–-]\d{{2,4}})?(?:, [A-Z][a-z]+(?: \d+)?)?[).,:;\]]")
# One way only to read each word (each part is atomic): "PHARMACOTHERAPEUTICS:" is given up in one pass.
# Particles may be glued ("etal", "dela"), a few at most.
_NAMES = re.compile(
    r"(?:\(?+(?:Eds?+|Hrsg)(?![\w’'‐-])\.?+\)?+|(?:[a-z]’|d'|l')?+[^\W\d_a-z][\w’'‐-]*+\.?+"
    r"|(?>(?:and|und|et|y|e|al\.?|&|de[nrl]?|van|von|d[aiou]s?|la|le|ter|ten|zu[mr]?|af|eds?\.?|editors?\b){1,4}"
    r"(?![a-z](?![’'])))|[,.;&…—–_-]++)++"
)
# "Malden, MA: Blackwell", "Geneva, Switzerland: WHO": a place of publication is no author.
_PLACE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?, (?:[A-Z]{2}|[A-Z][a-z]+)(?:, [A-Z]\w+)?:")

# "Cambridge University Press, Cambridge, 2013": a publisher ends an entry; "Press, W. H." is a person.
_PUBLISHER = re.compile(r"\s(?:Press|Presses|Verlag|Publish\w+|University)\b(?!,? [^\W\d_a-z]\b)")

# An organisation before a year in brackets: "IPCC (2013)", "The R Project for Statistical Computing (2015)".
_ORGANISATION = re.compile(
    rf"(?!Proc|Journal|In[ :]|Retrieved|Available)[A-Z][^.()\d“”:]{{1,90}}? \({YEAR}[a-z]?\)"
)


def inner_starts(text: str, start: int, end: int) -> list[int]:
    """Places inside ``text[start:end]`` at which further entries begin; none where it is one entry."""
    flat = text[start:end].replace("\n", " ")  # a name may stand across two lines
    size = len(flat)
    date = date_after_names(flat, 0, size) if size > 2 * _SHORTEST else ""
    if size < (2 * _SHORTEST if date else _LONG):
        return []
    colon = bool(_PLACE.match(flat))  # "Weber, Max: Title" is the manner of this list
    places = [0]
    for place in _places(flat):
        if place - places[-1] < _SHORTEST or not _YEAR.search(
            flat, max(places[-1], place - _LOOKED_AT), place
        ):
            continue
        if flat.count("“", places[-1], place) > flat.count("”", places[-1], place):
            continue  # a title may hold a place and a year: “… van Nederland. 1038 Abb. Groningen, 1977.”
        if _dated_start(flat, place, date) if date else _is_start(flat, places[-1], place, colon=colon):
            places.append(place)
    while len(places) > 1 and not _YEAR.search(flat, places[-1]):
        places.pop()
    return [start + place for place in places[1:]]


def packed_starts(text: str, start: int, end: int) -> list[int]:
    """Places at which the entries of wrapped text begin, many within its lines; empty where they do not."""
    inner = inner_starts(text, start, end)
    within = sum("\n" not in text[place - 1 : place] for place in inner)
    return [start, *inner] if within > max(1, _WITHIN * len(inner)) else []


def date_after_names(text: str, start: int, end: int) -> str:
    """The bracket, or a full stop for none, with which a year follows the authors at a place: "(" for
    "Adler, T., & Brandt, K. (2010)."; empty where no authors or no year stand there."""
    until = min(end, start + _HEAD)
    date = _DATE.search(text, start, until)
    if not date or not PERSON_START.match(text, start, until):
        return ""
    said = text[start : date.start()]
    names = all(_NAMES.fullmatch(word) for word in said.split()) and not _PUBLISHER.search(said)
    return ("(" if "(" in date[0] else ".") if names else ""


def _places(text: str) -> list[int]:
    found = {match.end() for match in _NEXT_NAME.finditer(text)}
    return sorted(found | {match.end(1) for match in _AFTER_ADDRESS.finditer(text) if match[1]})


def _dated_start(text: str, place: int, date: str) -> bool:
    organisation = date == "(" and _ORGANISATION.match(text, place)
    return date_after_names(text, place, len(text)) == date or bool(organisation)


def _is_start(text: str, last: int, place: int, *, colon: bool) -> bool:
    whole = _VENUE.search(text[max(last, place - _LOOKED_AT) : place].rstrip())
    named = PERSON_START.match(text, place) and (colon or not _PLACE.match(text, place))
    publisher = _PUBLISHER.search(text[place : place + _SHORTEST].partition(",")[0])
    return bool(whole and named and not publisher)
