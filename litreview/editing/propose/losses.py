"""What a correction would take away from an entry that the record merely lacks."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.matching.compare_pages import parse_locator
from litreview.model.work import Name
from litreview.normalise.garbled import is_garbled
from litreview.normalise.titles import title_words

LEAST_NUMBER = 4
"""Digits from which a lone number is more likely that of an article than a page (as in compare_pages)."""


def loss(field: str, old: str, new: str) -> str:
    """What the new value lacks of the old one, in words; empty where nothing is lost."""
    if is_garbled(new) and not is_garbled(old):
        return "letters of the record are damaged"
    if field == "title" and _is_within(title_words(new), title_words(old)):
        return "words of the title would be lost"
    if field == "page" and _loses_number(old, new):
        return "an article number would be lost"
    return ""


def lost_authors(cited: Sequence[Name], wanted: Sequence[Name]) -> str:
    """Why a shorter list is not written unasked: registers leave people out."""
    return "an author would be taken out" if len(wanted) < len(cited) else ""


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def _loses_number(old: str, new: str) -> bool:
    """True where pages counted from 1 would stand in the place of an article number."""
    one, two = parse_locator(old), parse_locator(new)
    if one is None or two is None or two.first != "1" or one.last:
        return False
    return not one.first.isdigit() or len(one.first) >= LEAST_NUMBER
