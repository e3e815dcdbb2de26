"""Dates as they are printed in references: a year with its letter, or words in its place."""

from __future__ import annotations

import re

from litreview.model.work import PartialDate
from litreview.normalise.vocabulary.states import COMING_PATTERN, UNDATED_PATTERN
from litreview.normalise.vocabulary.years import OLD_YEAR

_YEAR = re.compile(rf"(?<!\d)({OLD_YEAR})(?!\d)([a-z]\b)?")
# "n.d." and "o. J." in any case only within brackets: "Smith N.D." has initials.
_WORDS = re.compile(
    rf"(?<![^\W_])((?i:{COMING_PATTERN})|{UNDATED_PATTERN}|(?<=[(\[])(?i:{UNDATED_PATTERN}))(?=\W|$)"
)


def parse_date(text: str) -> PartialDate | None:
    """A date as printed: year with its suffix kept in ``literal``, or a literal such as "in press".

    >>> parse_date("2014a")
    PartialDate(year=2014, month=None, day=None, literal='2014a')
    >>> parse_date("in press").literal
    'in press'
    """
    match = _YEAR.search(text)
    if match:
        return PartialDate(year=int(match.group(1)), literal=match.group() if match.group(2) else "")
    return parse_date_words(text)


def parse_date_words(text: str) -> PartialDate | None:
    """A date in words only: "in press", "n.d.", "o. J.", "submitted".

    >>> parse_date_words("Spine, in press 2015").literal
    'in press'
    """
    literal = _WORDS.search(text)
    return PartialDate(literal=literal.group(1)) if literal else None
