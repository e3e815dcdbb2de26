"""Dates as bibliographies write them: ``2018 Mar 15``, ``2018/03/15``, ``March 2018``, ``in press``."""

from __future__ import annotations

import re

from litreview.model.work import PartialDate
from litreview.normalise.vocabulary.months import month_number
from litreview.normalise.vocabulary.years import RECORD_YEAR
from litreview.normalise.whole_numbers import whole_number

_YEAR = rf"(?P<year>{RECORD_YEAR})"
_MONTH = r"(?P<month>[^\W\d_]{3,14})\.?"
_NUMBERS = re.compile(
    rf"{_YEAR}(?:[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?)?(?:T[\d:.Z+-]*)?/{{0,3}}"
)
_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}[ ,/-]+{_MONTH}(?:[ /-]+(?P<day>\d{{1,2}}))?/?",
        rf"(?:(?P<day>\d{{1,2}})\.? +)?{_MONTH},? +{_YEAR}",
        rf"{_MONTH} +(?P<day>\d{{1,2}}),? +{_YEAR}",
    )
)
_ANY_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")


def read_date(text: str) -> PartialDate:
    """A date as far as it can be understood; ``literal`` keeps the writing where something is left over.

    >>> read_date("2018 Mar 15"), read_date("2014a").year, read_date("in press").literal
    (PartialDate(year=2018, month=3, day=15, literal=''), 2014, 'in press')
    """
    text = " ".join(text.split())
    if match := _NUMBERS.fullmatch(text):
        return _date(match, match.group("month"), text)
    for pattern in _WORDS:
        match = pattern.fullmatch(text)
        month = month_number(match.group("month")) if match else None
        if match and month:
            return _date(match, str(month), text)
    years = {match.group("year") for match in _ANY_YEAR.finditer(text)}
    return PartialDate(year=int(min(years)) if years else None, literal=text)


def _date(match: re.Match[str], month: str | None, text: str) -> PartialDate:
    """The parts in their bounds; a 13th month or a 32nd day leaves only the year and the writing."""
    day = match.group("day")
    if (month is not None and not 1 <= int(month) <= 12) or (day is not None and not 1 <= int(day) <= 31):
        return PartialDate(int(match.group("year")), literal=text)
    return PartialDate(
        int(match.group("year")), int(month) if month else None, int(day) if day and month else None
    )


def read_month(text: str) -> int | None:
    """A month by number or by name, of the 12; None for seasons and the like."""
    text = text.strip(" .").lower()
    number = whole_number(text)
    return number if number is not None and 1 <= number <= 12 else month_number(text)
