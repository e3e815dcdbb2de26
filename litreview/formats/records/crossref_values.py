"""Single values of Crossref and snapshot records, read as far as they make sense, else taken as absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from litreview.model.work import PartialDate
from litreview.normalise.text import encodable, strip_markup

Record = Mapping[str, object]

MONTHS, DAYS = 12, 31
_MOST_DIGITS = 20
"""Longer numbers are no part of a date; Python refuses to read those of 4,300 digits and more."""

YEARS = range(1000, 2101)
"""Years outside are slips of the record (0, 20014) and kept as they are written."""


def text_of(value: object) -> str:
    """A scalar as clean text, without markup, entities and runs of blanks; a list gives its first."""
    if isinstance(value, str):
        return encodable(strip_markup(value))
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return first_of(value)


def texts_of(value: object) -> list[str]:
    """Every non-empty text of a list; a bare string counts as a list of one."""
    if isinstance(value, (list, tuple)):
        return [text for item in value if isinstance(item, (str, int, float)) and (text := text_of(item))]
    return [text] if isinstance(value, (str, int)) and (text := text_of(value)) else []


def first_of(value: object) -> str:
    """The first non-empty text of a list or of a bare string, else empty."""
    return next(iter(texts_of(value)), "")


def mapping_of(value: object) -> Record:
    """The value where it is an object, else an empty one."""
    return cast(Record, value) if isinstance(value, Mapping) else {}


def items_of(value: object) -> Iterator[Record]:
    """The objects of a list, or of a bare object; anything else is skipped."""
    for item in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(item, Mapping):
            yield item


def date_of(value: object) -> PartialDate | None:
    """A Crossref date; ``[[null]]``, ``[]`` and dates without a year are no date."""
    fields = mapping_of(value)
    parts: object = fields.get("date-parts", value)
    while isinstance(parts, (list, tuple)) and parts and isinstance(parts[0], (list, tuple)):
        parts = parts[0]
    if not isinstance(parts, (list, tuple)):
        stamp = fields.get("date-time") or fields.get("raw") or value
        parts = stamp.split("T")[0].split("-") if isinstance(stamp, str) else [value]
    numbers = [number_of(part) for part in parts][:3] + [None] * 3
    year, month, day = numbers[:3]
    if year is None:
        literal = text_of(fields.get("literal"))
        return PartialDate(literal=literal) if literal else None
    if year not in YEARS:
        return PartialDate(literal=str(year)) if year else None
    month = month if month and month <= MONTHS else None
    return PartialDate(year, month, day if month and day and day <= DAYS else None)


def number_of(part: object) -> int | None:
    """A whole number written as int, float or digits; else None."""
    if isinstance(part, bool) or not isinstance(part, (int, float, str)):
        return None
    text = str(int(part) if isinstance(part, float) and part.is_integer() else part).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None
