"""Numbers that cannot be what they were labelled: days of a month, the year as volume, words as pages."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.laws import PATENT, STANDARD
from litreview.normalise.vocabulary.marks import ISSUE_MARK, PAGE_MARK, VOLUME
from litreview.normalise.vocabulary.media import VERSION
from litreview.normalise.vocabulary.months import month_pattern
from litreview.normalise.vocabulary.patterns import NO_LETTER_BEFORE, any_mark, any_of, phrases_of
from litreview.parsing.reading.draft import NUMBERS, Draft
from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.spans import Span, run_start

_WORD = re.compile(r"[^\W\d_]+")
_WORDED_ISSUE = re.compile(r"(?i:suppl|spec|sonder|issue|heft|part|pt|section)|^[IVXLC]+$|^[a-z]$")
# "no–no" are the pages that abstract journals have at Crossref.
_NUMERAL = re.compile(r"\d|\bno\b|\b[IVXLCivxlc]+\b|[\u4e00-\u9fff]")
_MONTH = rf"{month_pattern()}\b"
_ORDINAL = r"(?:st|nd|rd|th|er|[.ºª°])?"
_DAY = rf"[0-3]?\d(?!\d){_ORDINAL}"
_TO = r"\s?(?:[-–—/&+]|\b[^\W\d_]{1,3}\b)\s?"
"""A dash, or a word such as "y", "bis", "až", "и" between two days."""
_FIRST_DAY = re.compile(_DAY)
_OF_MONTH = rf"\s?(?:de\s|of\s)?{_MONTH}"
# "12-15 juin", "12 y 13 de mayo", "30. September bis 2. Oktober"
_RANGE_BEHIND = re.compile(rf"{_ORDINAL}(?:{_OF_MONTH}\.?)?{_TO}{_DAY}{_OF_MONTH}", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"{_ORDINAL}{_OF_MONTH}|{_RANGE_BEHIND.pattern}", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s?(?:{_DAY}{_TO})?$", re.IGNORECASE)
_GERMAN_DATE = re.compile(rf"\.\s?(?:{_MONTH}|\d{{1,2}}\.\s?\d{{2,4}})", re.IGNORECASE)
# "v. 5. Mai" is "vom": a single letter is no mark of a volume here.
_VOLUME_MARK = any_mark(mark for mark in phrases_of(VOLUME) if len(mark.rstrip(".")) > 1)
_NUMBER_MARK = re.compile(
    rf"{NO_LETTER_BEFORE}(?:{PAGE_MARK}|{_VOLUME_MARK}|{ISSUE_MARK})\s?$", re.IGNORECASE
)
_VERSION_NUMBER = re.compile(rf"{NO_LETTER_BEFORE}{any_of(phrases_of(VERSION))}\s\d[\w.+-]*", re.IGNORECASE)
# "6(3) e1557 doi:10.5555/x": an identifier ends the pages.
_ADDRESS = re.compile(r"(?<=[\s,;.])(?:doi\b|https?:|PMID\b|PMC\d)", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"\d[\w.,:/ –-]*$")
_LOOK_BACK = 24
"""Characters before a number in which a month or a mark is looked for: "September 30th and 31st"."""


def drop_days(draft: Draft) -> Draft | None:
    """Days of a month are neither volume, issue nor pages: "12-15 juin 2010", "July 7-10", "v. 5. Mai"."""
    days = {
        label: None
        for label in NUMBERS
        if (span := draft.places.get(label)) and _are_days(draft.text, label, span)
    }
    return draft.but(**days) if days else None


def _are_days(text: str, label: str, span: Span) -> bool:
    start, end = span
    if not _FIRST_DAY.match(text, *span) or _NUMBER_MARK.search(text, max(0, start - _LOOK_BACK), start):
        return False
    if label == "pages":
        before = _MONTH_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
        return bool(before or _MONTH_BEHIND.match(text, end))
    # A lone "12 June" may be volume and month; a range, or a German day with its stop, is a date.
    return bool(_RANGE_BEHIND.match(text, end) or _GERMAN_DATE.match(text, end))


def number_of_register(draft: Draft) -> Draft | None:
    """The number of a standard or a patent is neither volume, issue nor pages: "NIST Special Publication
    800-999", "U.S. Patent 9 234 567"."""
    places = draft.places
    if not places.has(*NUMBERS) or (places.volume and places.pages and places.issue):
        return None
    for pattern in (STANDARD, PATENT):
        found = pattern.search(draft.text, draft.author_end)
        number = found and _LAST_NUMBER.search(found.group())
        if not found or not number:
            continue
        within = [
            label
            for label in NUMBERS
            if (span := places.get(label)) and found.start() <= span[0] and span[1] <= found.end()
        ]
        if within:
            start = found.start() + number.start()
            return draft.but(**dict.fromkeys(within), number=places.number or (start, found.end()))
    return None


def drop_other_numbers(draft: Draft) -> Draft | None:
    """The number of a register or of a version is neither volume, issue nor pages: "AWMF-Registernr.
    999-012", "R package version 0.9-1"."""
    if not draft.places.has(*NUMBERS):
        return None
    taken = [*draft.extras.spans, *(found.span() for found in _VERSION_NUMBER.finditer(draft.text))]
    within = {
        label: None
        for label in NUMBERS
        if (span := draft.places.get(label))
        and any(left <= span[0] and span[1] <= right for left, right in taken)
    }
    return draft.but(**within) if within else None


def drop_impossible_numbers(draft: Draft) -> Draft | None:
    """No issue is "TaiChung", no volume is the year itself or "HI", no pages are words alone."""
    text, places = draft.text, draft.places
    moved: dict[str, Span | None] = {}
    if places.issue and not _may_be_issue(text[slice(*places.issue)]):
        moved["issue"] = None
    if places.volume and (places.volume == places.year or not _NUMERAL.search(text, *places.volume)):
        moved["volume"] = None
    if places.pages and (address := _ADDRESS.search(text, places.pages[0] + 1, places.pages[1])):
        moved["pages"] = (places.pages[0], run_start(text, places.pages[0], address.start(), ",;."))
    if places.pages and not _NUMERAL.search(text, *places.pages):
        moved["pages"] = None
        # Words labelled pages are the town that ends the entry ("Bd. 6, Weimar"), or the publisher behind it.
        label = "publisher" if places.place else "place"
        moved[label] = places.get(label) or places.pages
    return draft.but(**moved) if moved else None


def _may_be_issue(issue: str) -> bool:
    seasonal = any("month" in word_classes(word) for word in _WORD.findall(issue))
    return seasonal or any(char.isdigit() for char in issue) or bool(_WORDED_ISSUE.search(issue))
