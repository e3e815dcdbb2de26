"""Comparing journals, books and proceedings: what a work appeared in."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from litreview.matching.one_place import is_one_place
from litreview.model.match import FieldAgreement, Reading, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.journals import JournalLikeness, are_editions, compare_journals
from litreview.normalise.text import fold
from litreview.normalise.titles import title_words

BOOK_SIMILARITY = 85
"""Token-set ratio (0 to 100) from which two names of one volume of proceedings are taken as the same."""
BOOK_TYPES = frozenset(
    {"paper-conference", "chapter", "entry-encyclopedia", "entry-dictionary", "book", "report"}
)


def compare_containers(cited: Work, found: Work) -> FieldAgreement:
    """Equal, an abbreviation or variant of the same name, different, or missing on one side."""
    names = _names(found)
    shown = found.container_title or (names[0] if names else "")
    if not cited.container_title.strip() or not names:
        return FieldAgreement("container-title", Verdict.MISSING, cited.container_title, shown)
    verdict, notes = _compare(cited.container_title, names[0])
    if verdict is Verdict.DIFFERENT:
        verdict, notes = _compare_further(cited, found, names[1:])
    return FieldAgreement("container-title", verdict, cited.container_title, shown, notes)


def _compare(cited: str, found: str) -> Reading:
    likeness = compare_journals(cited, found)
    if likeness is JournalLikeness.EQUAL:
        return Verdict.EQUAL, ()
    if likeness is JournalLikeness.ABBREVIATION:
        return Verdict.COMPATIBLE, (Note.ABBREVIATION,)
    if likeness is JournalLikeness.VARIANT:
        return Verdict.COMPATIBLE, (Note.VARIANT,)
    return Verdict.DIFFERENT, ()


def _compare_further(cited: Work, found: Work, others: tuple[str, ...]) -> Reading:
    for name in others:
        if _compare(cited.container_title, name)[0] is not Verdict.DIFFERENT:
            note = Note.SERIES if name == found.collection_title else Note.ABBREVIATION
            return Verdict.COMPATIBLE, (note,)
    if any(_is_named_beside(cited.container_title, name) for name in _names(found)):
        return Verdict.COMPATIBLE, (Note.SERIES,)
    if any(are_editions(cited.container_title, name) for name in _names(found)) and is_one_place(
        cited, found
    ):
        return Verdict.COMPATIBLE, (Note.VARIANT,)
    title = " ".join(title_words(found.title))
    if title and title in fold(cited.container_title):
        return Verdict.COMPATIBLE, (Note.VARIANT,)  # the title was read as part of the journal's name
    is_book = found.type in BOOK_TYPES or cited.type in BOOK_TYPES
    if is_book and any(_same_book(cited.container_title, name) for name in _names(found)):
        return Verdict.COMPATIBLE, (Note.VARIANT,)
    return Verdict.DIFFERENT, ()


def _is_named_beside(cited: str, name: str) -> bool:
    """True where the series stands behind the volume's own name: "IPMU 2014. CCIS"."""
    parts = re.split(r"[.,;]\s+", cited)
    return (
        len(parts) > 1
        and parts[-1].isupper()
        and compare_journals(parts[-1], name) is not JournalLikeness.DIFFERENT
    )


def _names(work: Work) -> tuple[str, ...]:
    names = (work.container_title, work.container_title_short, work.collection_title)
    return tuple(dict.fromkeys(name for name in names if name.strip()))


@lru_cache(maxsize=16384)
def _same_book(one: str, two: str) -> bool:
    """True where the words of one name are nearly all in the other ("Proc. of the 3rd Int. Conf. on X")."""
    left, right = fold(one), fold(two)
    return (
        min(len(left.split()), len(right.split())) >= 2
        and fuzz.token_set_ratio(left, right) >= BOOK_SIMILARITY
    )
