"""Years, pages, volumes and issues: from what is printed to what can be compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.model.work import PartialDate
from litreview.normalise.text import fold_dashes

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)([a-z]\b)?")
_PAGE_WORD = re.compile(r"^(?:pp?|pages?|ss?|seiten?|págs?)\b[.:]?\s*", re.IGNORECASE)
_RANGE = re.compile(
    r"([A-Za-z]{0,4}\d+[A-Za-z]?|[ivxlcdm]+)\s*(?:--+|[-~]|to|bis)\s*([A-Za-z]{0,4}\d+[A-Za-z]?|[ivxlcdm]+)",
    re.IGNORECASE,
)
_VOLUME_ISSUE = re.compile(r"\s*(\d+)\s*[(/.,:]\s*([\dA-Za-z][\w\s.-]*?)\s*\)?\s*")
_LITERAL_DATES = re.compile(
    r"\b(in press|in print|forthcoming|n\.?\s?d\.?|o\.?\s?J\.?|undated|submitted|to appear|im erscheinen"
    r"|im druck|s\.?\s?d\.|accepted)(?=\W|$)",
    re.IGNORECASE,
)  # fmt: skip
_MONTHS = """
    jan january januar janvier enero|feb february februar février febrero|mar march märz mars marzo
    |apr april avril abril|may mai mayo|jun june juni juin junio|jul july juli juillet julio
    |aug august août agosto|sep sept september septembre septiembre|oct okt october oktober octobre octubre
    |nov november novembre noviembre|dec dez december dezember décembre diciembre
"""
MONTHS = {name: number for number, names in enumerate(_MONTHS.split("|"), start=1) for name in names.split()}
"""Month names and abbreviations (English, German, French, Spanish) → 1 to 12."""
MONTH_ABBREVIATIONS = tuple(names.split()[0] for names in _MONTHS.split("|"))
"""jan to dec, as BibTeX's macros and MEDLINE's dates have them."""


class Pages(NamedTuple):
    """First and last page, letters kept, a shortened last page written out; one page has no ``last``."""

    first: str = ""
    last: str = ""


def parse_pages(text: str) -> Pages:
    """Read "785–796", "883-90", "S12-S18", "e43268", "pp. 3 f." and article numbers.

    >>> parse_pages("pp. 883–90")
    Pages(first='883', last='890')
    >>> parse_pages("S102-8")
    Pages(first='S102', last='S108')
    """
    text = _PAGE_WORD.sub("", fold_dashes(text).strip())
    match = _RANGE.match(text)
    if not match:
        first = re.split(r"[\s,;–-]", text, maxsplit=1)[0].strip(".()")
        return Pages(first)
    first, last = match.groups()
    head, digits = re.fullmatch(r"([A-Za-z]*)(\d*)[A-Za-z]?", first).groups()  # type: ignore[union-attr]
    if last.isdigit() and digits:
        if len(last) < len(digits):
            last = digits[: len(digits) - len(last)] + last
        last = head + last
    return Pages(first, "" if last == first else last)


def parse_year(text: str) -> int | None:
    """The first year from 1400 to 2099 in a text, None where there is none.

    >>> parse_year("(2014a)")
    2014
    """
    match = _YEAR.search(text)
    return int(match.group(1)) if match else None


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
    literal = _LITERAL_DATES.search(text)
    return PartialDate(literal=literal.group(1)) if literal else None


def parse_volume_issue(text: str) -> tuple[str, str]:
    """Volume and issue of "15(2)", "15.2", "15/2"; the whole text as volume where it is no such pair.

    >>> parse_volume_issue("114(51-52)")
    ('114', '51-52')
    """
    match = _VOLUME_ISSUE.fullmatch(fold_dashes(text))
    return (match.group(1), match.group(2)) if match else (text.strip(), "")
