"""Small repairs of labelled values: each for one way in which a label begins or ends in the wrong place.

``places`` is the mutable draft of one reference: field label → span. Every repair looks at the text around
a span and moves one border; the strings in the comments are where the need was seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.model.work import Work
from litreview.parsing.reading.extras import KIND_MARK
from litreview.parsing.reading.segments import Span, trimmed

Places = dict[str, Span]

# "Petermanns Geographische Mitteilungen, Band LIX"
_VOLUME_TAIL = re.compile(
    r"[\s,.;(]+(?:vol(?:ume)?|bd|band|jg|jahrgang|tome)\b\.?\s*(?P<volume>\d+|[IVXLC]+)\)?\s*$", re.IGNORECASE
)
# "Logics of Programs, volume 193 of Lecture Notes in Computer Science"
_VOLUME_INSIDE = re.compile(r",?\s(?:[Vv]ol(?:ume|\.)|Bd\.|Band)\s?(?P<volume>\d+),?\s(?:of|in)\s")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TAIL = re.compile(
    r"\s*[\[(](?:Internet|online|serial o\w+(?: the Internet)?|electronic version|Online-Dokument)[\])]?$"
    r"|[\s,]+(?:vom|of|dated)\s+\d{1,2}\.?$|[\s,.]+(?:Vol|No|Nr|H|Bd|Jg|pp|S)\.?$"
    rf"|\s+(?:{_MONTHS})$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:in|In|IN|en|dans|//)\s?:\s+|(?:In|IN|//)\s+(?=[^\W\d_])"
    r"|(?:[Dd]ers|[Dd]ies)\.\s?(?:\([^)]*\))?\s?[:,]\s*"
)
# "Invisible Cities. Translated by W. Weaver", "Dom Casmurro, trans. J. Gledson", "… (A. Berman, Trans.)"
_BY = (
    r"(?:[Tt]ranslated|[Ee]dited|[Ii]llustrated|[Ii]ntroduced)(?: and \w+)? by|[Tt]rans\.|[Tt]r\. (?=[A-Z])"
    r"|[ÜU]bers(?:etzt)?\.? (?:von|v\.)|[Tt]rad\. |[Tt]raduit|[Tt]raducción|[Hh]erausgegeben von"
    r"|[Hh]rsg\. v(?:on|\.)|unter Mitarbeit|[Mm]it einem|[Aa]us dem \w+ von"
)
_PERSON = r"(?:[A-Z]\.\s?)+[A-Z][\w-]+"
_HELPERS = re.compile(
    rf"[\s,.;–-]+[\[(]?\s?(?:{_BY})"
    rf"|[\s,.]*\(\s?{_PERSON}(?:\s?[&,]\s?{_PERSON})*,?\s?(?:Trans|Eds?)\b"
    r"|[\s,.;(]+\d{1,2}\s(?:vols?|Bde|Bände|volumes|tomes)\b"
    r"|[\s.]+(?:Retrieved|Available|Downloaded|Online verfügbar|Accessed|See (?=http))\b"
)
# "et al: Pelvic ring fractures", "1976]) Keywords", "III. An Experimental Study"
_TITLE_LEAD = re.compile(
    r"(?:et al\.?\s?[:,.]?|\[?(?:1[5-9]|20)\d\d[a-z]?\]?\)[.:,]?|(?:II|III|IV|Jr|Sr)\.|[—_–-]+\.?"
    r"|\)\s?[:.,])\s+"
)
_NAME_YEAR = re.compile(r"(?:[^\W\d_][\w.'’-]*\s){1,3}\(?(?P<year>(?:1[5-9]|20)\d\d[a-z]?)\)?\s?[:.)]\s+")
# "CMS Collaboration, Phys. Lett. B"
_GROUP = re.compile(
    r"(?:The )?[\w.\- ]{2,40}?\b(?:Collaboration|Consortium|Group|Team|Investigators)s?[,.:]\s+"
)
_ABBREVIATIONS = re.compile(r"(?:^|(?<=[,;(:]\s)|(?<=[,;(])|(?<=[.)]\s))(?:[A-Z][A-Za-z]{0,8}\.\s?){1,3}$")
_CLOSERS = {"‘": "’'", "'": "'’", "`": "'’", "“": "”", '"': '"', "„": "“”", "»": "«", "«": "»", "‚": "‘’"}
_AFTER_QUOTE = re.compile(r"[\s,.;:]+(?=[^\W_])")
_BARE_NAME = re.compile(r"(?:[^\W\d_][\w'’-]+\s){1,3}[A-Z]{1,3}(?=[,.;]|$)")
_LAST_NAME = re.compile(r"(?<=[\s][A-Z])\.\s+(?=[A-Z])|(?<=[A-Z]{2})\.\s+(?=[A-Z])")
_SMALL_WORD = re.compile(r"\s[a-zà-ÿ]{4,}\b")
LOST_START = 40
"""Most characters that are given back to the start of a title."""
PAGE_SPREAD = 60
"""Longest chapter that "222248" is read as (222 to 248); EXCITE's scans lose the dash."""


def repair_title(text: str, places: Places, taken: Sequence[Span]) -> None:
    """A title without quotes' leavings, helpers' names, remarks on its status, series and kind marks."""
    start, end = _without(places["title"], taken, text)
    lead = _TITLE_LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    elif (
        (close := text.find(")", start, start + 25)) > 0 and "(" not in text[start:close] and close + 2 < end
    ):
        start = close + 1
    elif "year" in places and places["year"][0] > start and (named := _NAME_YEAR.match(text, start, end)):
        places["year"] = named.span("year")
        start = named.end()
    helpers = _HELPERS.search(text, start + 4, end)
    if helpers:
        end = helpers.start()
    mark = KIND_MARK.search(text, start, end)
    if mark:
        end = mark.start()
    start = _whole_sentence(text, places, _whole_word(text, start))
    start, end = trimmed(text, start, end)
    places["title"] = (start, end)
    _close_quote(text, places)


def free_title(text: str, places: Places) -> None:
    """A short title that was labelled as a last author: "Dias R, Massoud S. Frozen shoulder. BMJ. 2005".

    Only in lists of bare initials, where a full stop can but end the names.
    """
    if "author" not in places or "title" in places or "container" not in places:
        return
    start, end = places["author"]
    stop = _LAST_NAME.search(text, start, end)
    if stop is None or not _BARE_NAME.match(text, start) or _BARE_NAME.match(text, stop.end()):
        return
    # "Smith, Journal" ends a name and "Osteopathy. Journal" a title: the mark behind decides.
    sentence = text[end : end + 1] == "." and "," not in text[stop.end() : end]
    if places["container"][0] >= end and (sentence or _SMALL_WORD.search(text, stop.end(), end)):
        places["author"], places["title"] = (start, stop.start()), trimmed(text, stop.end(), end)


def _whole_word(text: str, start: int) -> int:
    """A title never begins inside "1,25-dihydroxyvitamin D3"."""
    at = start
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in ",-") and not text[at - 1].isspace():
        at -= 1
    return at if at < start and text[at].isdigit() and text[at:start].strip("0123456789,-") == "" else start


def _whole_sentence(text: str, places: Places, start: int) -> int:
    """Where a title begins that was cut at its first comma ("Anger, madness, and the daimonic")."""
    first = text[start : start + 1]
    if not (first.islower() or first.isdigit()) or text[start - 1 : start] != " ":
        return start
    begin = max(text.rfind(mark, 0, start - 1) for mark in (". ", ": ", ") ")) + 2
    author = places.get("author")
    if begin < 2 or start - begin > LOST_START or not text[begin : begin + 1].isupper():
        return start
    if author and begin <= author[0]:
        return start
    if author and begin < author[1]:
        places["author"] = trimmed(text, author[0], begin)
    return begin


def _close_quote(text: str, places: Places) -> None:
    """A quoted title ends with its quote; what was labelled title behind it is the container."""
    start, end = places["title"]
    closers = _CLOSERS.get(text[start - 1 : start], "")
    for at in range(start + 5, end):
        if text[at] not in closers or text[at - 1].isspace():
            continue
        after = _AFTER_QUOTE.match(text, at + 1)
        if after is None or not (text[at - 1] in ".," or text[at + 1 : at + 2] in (",", ".")):
            continue
        if not text[after.end()].isupper() and text[after.end() : after.end() + 3].casefold() != "in ":
            continue
        places["title"] = trimmed(text, start, at)
        rest = re.split(r"[,.:]\s|\s\d|\s\(", text[after.end() : end], maxsplit=1)[0]
        if len(rest) > 3:
            places.setdefault("container", trimmed(text, after.end(), after.end() + len(rest)))
        return


def repair_container(text: str, places: Places, taken: Sequence[Span]) -> None:
    """A container without "In" and a lost volume, with the first words of its abbreviation."""
    start, end = _without(places["container"], taken, text)
    lead = _LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    group = _GROUP.match(text, start, end)
    if group and "author" not in places and group.end() < end:
        places["author"] = trimmed(text, start, group.end())
        start = group.end()
    volume = _VOLUME_TAIL.search(text, start, end) or _VOLUME_INSIDE.search(text, start + 3, end)
    if volume and volume.start() > start:
        places.setdefault("volume", volume.span("volume"))
        end = volume.start()
    tail = _TAIL.search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    places["container"] = trimmed(text, _whole_abbreviation(text, places, start), end)


def _whole_abbreviation(text: str, places: Places, start: int) -> int:
    """Where "Am. J. Hum. Genet." begins when only "J. Hum. Genet." was labelled."""
    before = max((span[1] for span in places.values() if span[1] <= start), default=0)
    head = _ABBREVIATIONS.search(text, before, start)
    return head.start() if head and head.start() > 0 else start


def _without(span: Span, taken: Sequence[Span], text: str) -> Span:
    """Cut a span where something else that was recognised reaches into its end."""
    for start, end in reversed(taken):
        if span[0] < start < span[1] and (span[1] <= end + 2 or not text[end : span[1]].strip(" .,;)]")):
            span = (span[0], start)
    return span


def repaired_pages(pages: str, work: Work) -> str:
    """Pages as printed; in a chapter, two page numbers run together by a lost dash are parted."""
    size = len(pages)
    if work.container_title and not work.volume and pages.isdigit() and size in (4, 6):
        first, last = pages[: size // 2], pages[size // 2 :]
        if (
            first[0] != "0"
            and 0 < int(last) - int(first) < PAGE_SPREAD
            and (size > 4 or work.editor or work.publisher_place)
        ):
            return f"{first}-{last}"
    return pages
