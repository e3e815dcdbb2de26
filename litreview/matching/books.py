"""Books are registered by the edition and by the whole: what a record of another edition, or of the book that
a chapter stands in, says of a reference."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from litreview.model.match import Agreement, Candidate, Match, MatchStatus, Verdict
from litreview.model.reasons import DecidedBy, Note
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.marks import ORDINAL
from litreview.normalise.vocabulary.patterns import phrases_of

SAME_BOOK = 90
"""Token-sort ratio (0 to 100) from which the book a chapter names is the book of a record: subtitles and
articles may differ. A judgement, as strict as two titles of one shelf need ("Handbook of pumps" and "of
wells")."""
LONG_NAME = 2
"""Blanks in a book's title from which its words behind a chapter's title are no chance: three words
(judgement)."""
_ORDINALS = {
    word.casefold(): at
    for language in ORDINAL
    for at, word in enumerate(phrases_of(ORDINAL, language), 1)
    if language != "fr"  # "deuxième" and "seconde" are both the second
} | {"première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4}


def heed_books(match: Match) -> Match:
    """The match with what editions and whole books mean for it.

    The record of another edition is not the work: its year and its DOI say nothing about the reference. Where
    the reference gives that record's DOI it stays matched, and the year counts as one of the work's. The DOI
    of a whole book is right for its chapter.
    """
    if match.status is MatchStatus.MATCHED and match.work is not None and match.agreement is not None:
        if not is_other_edition(match.reference.work, match.work):
            return match
        if match.reference.work.doi and match.agreement["DOI"].verdict is not Verdict.DIFFERENT:
            return replace(match, agreement=_with_edition_year(match.agreement))
        return _outside(
            match, DecidedBy.OTHER_EDITION, "Only another edition was found in the sources asked."
        )
    if match.status is not MatchStatus.UNMATCHED or match.donors:
        return match
    if _is_whole_book(match):
        return _outside(
            match, DecidedBy.WHOLE_BOOK, "The DOI is that of the book in which the chapter stands."
        )
    if edition_found(match):
        return _outside(
            match, DecidedBy.OTHER_EDITION, "Only another edition was found in the sources asked."
        )
    return match


def is_other_edition(cited: Work, found: Work) -> bool:
    """True for two books of which the reference states an edition that the record surely is not: another
    number, or none and another year."""
    if found.type != "book" or cited.container_title or cited.volume or cited.year in found.years:
        return False
    stated, registered = edition_number(cited.edition), edition_number(found.edition)
    if stated and registered:
        return stated != registered
    return stated > 1 and None not in (cited.year, found.year)


def edition_found(match: Match) -> Candidate | None:
    """The book of the same title and authors in another edition, where no record of the edition was found."""
    for item in match.candidates:
        agreement = item.agreement
        alike = agreement["title"].verdict in (Verdict.EQUAL, Verdict.COMPATIBLE)
        same = alike and agreement["author"].verdict in (Verdict.EQUAL, Verdict.COMPATIBLE)
        if same and is_other_edition(match.reference.work, item.work):
            return item
    return None


def edition_number(text: str) -> int:
    """The number of an edition: "2", "2nd edition", "Second"; 0 where it states none.

    >>> edition_number("3., neu bearb. Aufl."), edition_number("second edition"), edition_number("revised")
    (3, 2, 0)
    """
    digits = re.search(r"\d{1,2}(?!\d)", text)
    if digits:
        return int(digits.group())
    return next((_ORDINALS[word] for word in text.casefold().split() if word in _ORDINALS), 0)


def _is_whole_book(match: Match) -> bool:
    """True where the DOI given is that of the book which the reference names behind its "In"."""
    book, cited = match.cited_doi_work, match.reference.work
    if book is None or book.type != "book" or cited.volume:
        return False
    names = {fold(title) for title in (book.title, book.full_title) if title}
    if not cited.container_title:  # the book may stand there unread
        _, _, behind = fold(match.reference.text).partition(fold(cited.title))
        return any(f" {name} " in behind for name in names if name.count(" ") >= LONG_NAME)
    named = fold(cited.container_title)
    return any(
        fuzz.token_sort_ratio(named, name) >= SAME_BOOK
        or (name.count(" ") >= LONG_NAME and f" {name} " in f" {named} ")
        for name in names
    )


def _with_edition_year(agreement: Agreement) -> Agreement:
    year = agreement["issued"]
    if year.verdict is not Verdict.DIFFERENT:
        return agreement
    return agreement.replaced(replace(year, verdict=Verdict.COMPATIBLE, notes=(Note.OTHER_EDITION,)))


def _outside(match: Match, row: DecidedBy, reason: str) -> Match:
    return replace(
        match, status=MatchStatus.OUTSIDE, work=None, agreement=None, decided_by=row, reason=reason,
        cited_doi_work=None,
    )  # fmt: skip
