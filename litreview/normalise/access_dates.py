"""Where a text says when a page was looked at: "Accessed 3 May 2019", "[consultado el 3 de mayo de 2019]"."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.access import (
    ACCESS_BEFORE,
    ACCESS_LINKS,
    ACCESS_SURE,
    ACCESS_WITH_DATE,
)
from litreview.normalise.vocabulary.months import MONTHS, month_number
from litreview.normalise.vocabulary.patterns import NO_LETTER_AFTER, NO_LETTER_BEFORE, any_of, phrases_of

_SURE = phrases_of(ACCESS_SURE)
_PHRASES = (*_SURE, *phrases_of(ACCESS_WITH_DATE))
_FIRST_WORDS = frozenset(re.split(r"[\s.]", phrase)[0] for phrase in _PHRASES)
_WORD = re.compile(r"\w+")
_SAID = re.compile(
    rf"(?P<said>{any_of(_PHRASES)})(?![^\W\d_])"
    rf"(?:[\s:：,.;]{{0,3}}{NO_LETTER_BEFORE}{any_of(phrases_of(ACCESS_LINKS))}{NO_LETTER_AFTER}){{0,2}}[\s:：,.]{{0,3}}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"[\[(（]?\s{{0,3}}(?:{NO_LETTER_BEFORE}{any_of(phrases_of(ACCESS_BEFORE))}\s)?$", re.IGNORECASE
)
_LONGEST_BEFORE = 14
"""Letters of the longest word that may stand before, with its bracket and blanks."""
_OF = r"(?:\s(?:de|del|di|of)\s|\sd['’]|[\s,]{0,2})"
_DAY = r"\d{1,2}(?:\.|º|°|ª|er|st|nd|rd|th)?"
_NAME = r"(?P<month>[^\W\d_]{2,14})\.?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}{_OF}{_NAME}(?:{_OF}{_YEAR})?",  # 12 de enero de 2020 · 3rd of May
        rf"{_NAME}\s?(?:{_DAY}{_OF})?{_OF}{_YEAR}",  # January 12, 2020 · enero de 2020
        rf"{_YEAR}\.?,?\s?{_NAME}\s?\d{{1,2}}(?!\d)\.?",  # 2008 Feb 3 · 2020. január 12.
        r"\d{1,2}\s?[./‐–-]\s?\d{1,2}\s?[./‐–-]\s?(?:\d{4}|\d\d)(?!\d)",
        rf"{_YEAR}\s?[./‐–-]\s?\d\d?\s?[./‐–-]\s?\d\d?(?!\d)",
        r"(?:19|20)\d\d\s?[年년]\s?\d\d?\s?[月월](?:\s?\d\d?\s?[日일])?",
    )
)
_BARE_YEAR = re.compile(_YEAR)
_CLOSE = re.compile(r"(?:\s?(?:г|р|r)\.)?\s{0,3}[\])）]?")
_DATE_FIRST = re.compile(
    rf"{_DAY}\s(?P<month>[^\W\d_]{{2,14}})\s{_YEAR}\s+tarihinde(?![^\W_])", re.IGNORECASE
)


def find_access_dates(text: str) -> list[tuple[int, int]]:
    """The spans of all remarks on access, brackets included, in order. A title that says "accessed" stays.

    >>> text = "Pain. Bern; 2015. [Zugriff am 12.3.2016]. Access 2010 for beginners"
    >>> [text[start:end] for start, end in find_access_dates(text)]
    ['[Zugriff am 12.3.2016]']
    """
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        if word.group().lower() in _FIRST_WORDS and (not found or word.start() >= found[-1][1]):
            end = _end_of_remark(text, word.start())
            if end:
                found.append((_start_of_remark(text, word.start()), end))
    if "tarihinde" in text:  # Turkish: "12 Ocak 2020 tarihinde erişildi"
        found += [said.span() for said in _DATE_FIRST.finditer(text) if said["month"].lower() in MONTHS]
    return sorted(found)


def _end_of_remark(text: str, at: int) -> int:
    """Where the remark ends whose word begins at a place; 0 where no date follows."""
    said = _SAID.match(text, at)
    if said is None:
        return 0
    end = _end_of_date(text, said.end())
    bare = _BARE_YEAR.match(text, said.end())
    if not end and bare and said["said"].lower() in _SURE:
        end = bare.end()
    close = _CLOSE.match(text, end)
    return close.end() if close and end else end


def _start_of_remark(text: str, at: int) -> int:
    before = _BEFORE.search(text[max(0, at - _LONGEST_BEFORE) : at])
    return at - len(before.group()) if before else at


def _end_of_date(text: str, at: int) -> int:
    """Where the whole date ends that begins at a place; 0 where none does."""
    for pattern in _DATES:
        found = pattern.match(text, at)
        if found and ("month" not in pattern.groupindex or found["month"].lower() in MONTHS):
            return found.end()
    return 0


_WHOLE_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|°|ª|er|st|nd|rd|th)?{_OF}{_NAME}{_OF}(?P<year>{_YEAR})",
        rf"(?<![^\W\d_]){_NAME}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR})\.?,?\s?{_NAME}\s?(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    )
)
"""Forms in which the order of day and month is beyond doubt."""


def access_days(remark: str) -> list[tuple[int, int, int]]:
    """Year, month and day that a remark on access names, as printed, be there such a day or not.

    >>> access_days("[cited 2023 Feb 30]"), access_days("Accessed 03/04/2020")
    ([(2023, 2, 30)], [])
    """
    for pattern in _WHOLE_DAYS:
        found = pattern.search(remark)
        month = found and (int(found["month"]) if found["month"].isdigit() else month_number(found["month"]))
        if found and month:
            return [(int(found["year"]), month, int(found["day"]))]
    return []
