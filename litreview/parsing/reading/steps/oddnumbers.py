"""Numbers that were labelled wrongly or not at all: days taken for pages, lost pages, reports' numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.segments import Span, trimmed

Places = dict[str, Span]
_IMPRINT = frozenset(("publisher", "place"))
_WORD = re.compile(r"[^\W\d_]+")
_TWO = re.compile(r"(\d{1,4})\s?[/ ]\s?(\d{1,4})")
_WORDED_ISSUE = re.compile(r"(?i:suppl|spec|sonder|issue|heft|part|pt|section)|^[IVXLC]+$|^[a-z]$")
# "no–no" are the pages that abstract journals have at Crossref.
_NUMERAL = re.compile(r"\d|\bno\b|\b[IVXLCivxlc]+\b|[\u4e00-\u9fff]")
_MONTHS = (
    r"(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?"
    r"|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\b"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTHS}\.?\s?$")
_MONTH_BEHIND = re.compile(rf"(?:st|nd|rd|th|\.)?\s{_MONTHS}")
_DAY_BEHIND = re.compile(rf"\.\s?(?:{_MONTHS}|\d{{1,2}}\.\s?\d{{2,4}})")
_PAGE_MARK = re.compile(r"\b(?:pp?|pages?|S|Seiten?)\.?\s?$")
_SHORT_NAME, _VOLUME_GAP = 3, 8
_MEETING = re.compile(r"\b(?:Proc|Conf|Workshop|Symposi|Congress|Meeting|Tagung|Kongress)")
_IN_BEFORE = re.compile(r"\b[Ii]n:?\s$")
_YEAR_VOLUME = re.compile(
    r"[\s,](?:[Vv]ol(?:ume)?\.?\s?)?(?P<volume>(?:19|20)\d\d)(?:\.\s?Jg\.)?\s?[,:;]\s?(?:pp?\.|S\.)?\s?$"
)
_PAGES = re.compile(
    r"\b(?:pp?|pages?|S|Seiten?|págs?)\s?[.:]?\s?(?P<value>[A-Z]?\d+(?:\s?[-–—]+\s?[A-Z]?\d+)?)(?![\w])"
)
_VOLUME = re.compile(r"\b(?:[Vv]ol(?:ume)?|Bd|Band|Jg|Jahrgang|[Tt]ome)\s?\.?\s?(?P<value>\d+|[IVXL]+)\b")


def drop_impossible_numbers(text: str, places: Places) -> None:
    """No issue has neither digit nor season nor name ("TaiChung"), no volume is the year itself or "HI", and
    days of a month are neither volume nor pages ("July 7-10", "vom 5. Mai 2003")."""
    if "issue" in places and not _may_be_issue(text[slice(*places["issue"])]):
        del places["issue"]
    volume = places.get("volume")
    if volume and (
        volume == places.get("year")
        or not _NUMERAL.search(text, *volume)
        or _DAY_BEHIND.match(text, volume[1])
    ):
        del places["volume"]
    pages = places.get("pages")
    if pages and not _NUMERAL.search(text, *pages):
        _give_to_imprint(places, places.pop("pages"))
    elif pages and _are_days(text, pages):
        del places["pages"]


def _are_days(text: str, pages: Span) -> bool:
    if _PAGE_MARK.search(text, 0, pages[0]):
        return False
    return bool(_MONTH_BEFORE.search(text, 0, pages[0]) or _MONTH_BEHIND.match(text, pages[1]))


def _may_be_issue(issue: str) -> bool:
    seasonal = any("month" in word_classes(word) for word in _WORD.findall(issue))
    return seasonal or any(char.isdigit() for char in issue) or bool(_WORDED_ISSUE.search(issue))


def _give_to_imprint(places: Places, span: Span) -> None:
    """Words labelled pages are the town that ends the entry ("Bd. 6, Weimar"), or the publisher behind it."""
    label = "publisher" if "place" in places else "place"
    places.setdefault(label, span)


def split_volume(text: str, places: Places) -> None:
    """ "10/3" is volume and issue ("42/43" a double volume), "12 2009" a volume and the year."""
    if "volume" not in places:
        return
    start, end = places["volume"]
    match = _TWO.fullmatch(text, start, end)
    if match and match.group(2).startswith(("19", "20")) and len(match.group(2)) == 4:
        places["volume"] = match.span(1)
    elif (
        match
        and text[match.end(1)] == "/"
        and "issue" not in places
        and int(match.group(2)) != int(match.group(1)) + 1
    ):
        places["volume"], places["issue"] = match.span(1), match.span(2)


def find_lost_numbers(text: str, places: Places, cuts: Sequence[tuple[int, int, str]]) -> None:
    """Pages and a volume that say so ("pages 1-9", "Vol. 3") and got no label."""
    after = max((places[label][1] for label in ("title", "container") if label in places), default=0)
    for label, pattern in (("pages", _PAGES), ("volume", _VOLUME)):
        if label in places or not after:
            continue
        match = pattern.search(text, after)
        taken = [*places.values(), *((start, end) for start, end, _ in cuts)]
        if match and not any(
            start < match.end("value") and match.start("value") < end for start, end in taken
        ):
            places[label] = match.span("value")


def find_year_volume(text: str, places: Places) -> None:
    """A journal that counts its volumes by the year: "(2021). Title. Stem Cells Int, 2021, 1-7".

    Not "in: Hanft 2000, 39-56", which names another entry, nor a conference, whose year is in its name.
    """
    if "volume" in places or not {"container", "pages", "year"} <= places.keys():
        return
    match = _YEAR_VOLUME.search(text, max(0, places["pages"][0] - 20), places["pages"][0])
    if match is None or _MONTH_BEFORE.search(text, 0, match.start("volume")):
        return
    start, end = match.span("volume")
    container = places["container"]
    name = text[container[0] : min(container[1], start)]
    short = len(name.split()) <= _SHORT_NAME and _IN_BEFORE.search(text, 0, container[0])
    if short or start - container[1] > _VOLUME_GAP or _MEETING.search(name):
        return
    years = [found.span() for found in re.finditer(match.group("volume"), text) if found.start() != start]
    known = places["year"]
    if known[0] < end and start < known[1]:
        if not years:
            return
        places["year"] = years[-1]
    elif text[known[0] : known[0] + 4] != match.group("volume"):
        return
    places["volume"] = (start, end)
    if container[1] > start:
        places["container"] = trimmed(text, container[0], match.start())


def number_report(text: str, places: Places) -> None:
    """Reports have numbers, only journals have issues: "SFB Discussion Paper Nr. 649, Berlin"."""
    if "issue" not in places or places.keys() & {"volume", "pages"}:
        return
    words = _WORD.findall(text[slice(*places.get("container", (0, 0)))])
    if places.keys() & _IMPRINT or any("report" in word_classes(word) for word in words):
        places["number"] = places.pop("issue")
