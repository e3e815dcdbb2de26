"""Links that are the two ends of a range, "4–7", made one mark with everything between."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from litreview.model.document import Mark
from litreview.normalise.vocabulary.dashes import DASH
from litreview.normalise.vocabulary.years import LONE_YEAR

_DASH = re.compile(rf"[\s\])(\[]*{DASH}[\s\])(\[]*")
_NUMBER = re.compile(r"\W*\d{1,4}\W*")


def join_ranges(text: str, marks: Sequence[Mark], keys: Sequence[str]) -> list[Mark]:
    """Marks in order, neighbours that are numbers with a dash between them joined.

    ``keys`` are those of the reference list in its order; a year is no number of a list ("2010–2014").
    """
    order: Mapping[str, int] = {key: at for at, key in enumerate(keys)}
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        between = _between(text, last, mark, order, keys) if last else ()
        if last and between:
            joined[-1] = Mark(last.start, mark.end, "link", (*last.keys[:-1], *between, *mark.keys[1:]))
        else:
            joined.append(mark)
    return joined


def _between(
    text: str, last: Mark, mark: Mark, order: Mapping[str, int], keys: Sequence[str]
) -> Sequence[str]:
    """The keys from one end to the other, both included; empty where the two marks are no range."""
    if not _DASH.fullmatch(text, last.end, mark.start):
        return ()
    if not (_is_number(text, last, len(keys)) and _is_number(text, mark, len(keys))):
        return ()
    first, final = order.get(last.keys[-1], 0), order.get(mark.keys[0], -1)
    return keys[first : final + 1] if first < final else ()


def _is_number(text: str, mark: Mark, most: int) -> bool:
    """True for a number that the list can have; joined ranges are judged by their last number."""
    words = re.split(r"[^\d]+", text[mark.start : mark.end].strip(" [](){}"))
    return bool(_NUMBER.fullmatch(words[-1])) and int(words[-1]) <= max(most, 999) if words[-1] else False


def join_words(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Marks in order, neighbours that are the names and the year of one citation made one: "Arden (2003)"
    of two links to the same entry, with the bracket that closes behind them."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and last.keys == mark.keys and last.kind == mark.kind and _is_year_of(text, last, mark):
            opened = text.count("(", last.start, mark.end) > text.count(")", last.start, mark.end)
            end = mark.end + (opened and text[mark.end : mark.end + 1] == ")")
            joined[-1] = Mark(last.start, end, mark.kind, mark.keys, mark.locators)
        else:
            joined.append(mark)
    return joined


def _is_year_of(text: str, names: Mark, year: Mark) -> bool:
    between = text[names.end : year.start]
    return bool(
        _BEFORE_YEAR.fullmatch(between)
        and not re.search(r"\d", text[names.start : names.end])
        and LONE_YEAR.match(text, year.start)
    )


_BEFORE_YEAR = re.compile(r"[\s,]{0,2}[(\[]?")
