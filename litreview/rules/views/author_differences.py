"""Which author a difference concerns, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.formats.plain import wording_of
from litreview.matching.people import Likeness, compare_names
from litreview.model.match import FieldAgreement, Match
from litreview.model.reasons import Note
from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.et_al import ET_AL
from litreview.rules.views.labels import listed, short_name

MOST_NAMED = 3
"""Authors left out that a message names."""

_GAP = re.compile(rf",\s*(?:…|\.\s?\.\s?\.),?\s|{ET_AL}")
"""A list cut short: "et al.", or APA's first names, an ellipsis, and the last."""

_FURTHER = {Note.FURTHER_AUTHOR, Note.EXTRA_AUTHOR, Note.MISSING_AUTHOR}


def concerns_first_author(item: FieldAgreement) -> bool:
    """True where the difference is one of the first author."""
    return Note.FIRST_AUTHOR in item.notes


def concerns_further_authors(item: FieldAgreement) -> bool:
    """True where a further author differs; an order that starts wrong is the first author's matter."""
    if set(item.notes) & _FURTHER:
        return True
    return Note.AUTHOR_ORDER in item.notes and not concerns_first_author(item)


def further_authors(match: Match, item: FieldAgreement) -> str:
    """What differs after the first author: "Bland JM is not among the authors; Altman DG is left out".

    Empty where the difference may be one of reading: a "stranger" made of the title's first words, or a name
    "left out" that stands in the entry after all.
    """
    cited, found = match.reference.work.author, match.work.author if match.work else ()
    strangers = _unmatched(cited[1:], found)
    window = found[1 : len(cited)] if match.reference.work.et_al else found
    absent = _unmatched(window, cited)
    certain = [name for name in strangers if not _misread(name, match)]
    left_out = [name for name in absent if not _is_printed(name, match.reference)]
    told = list(_sentences(certain, left_out if certain == strangers else []))
    if not told and Note.AUTHOR_ORDER in item.notes and not strangers and not absent:
        told.append(f"the authors stand in another order ({item.found})")
    return "; ".join(told)


def _sentences(strangers: Sequence[Name], absent: Sequence[Name]) -> Iterator[str]:
    if strangers:
        who = listed([short_name(name) for name in strangers])
        yield f"{who} {'is' if len(strangers) == 1 else 'are'} not among the authors"
    if absent:
        who = listed([short_name(name) for name in absent[:MOST_NAMED]])
        more = f" and {len(absent) - MOST_NAMED} more" if len(absent) > MOST_NAMED else ""
        yield f"{who}{more} {'is' if len(absent) == 1 else 'are'} left out"


def _unmatched(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    return [
        name
        for name in names
        if not name.literal and all(compare_names(name, other) > Likeness.SPELLING for other in others)
    ]


def _is_printed(name: Name, reference: Reference) -> bool:
    """True where the surname stands in the entry more often than the authors read from it explain, or the
    list has a gap that stands for any number of names ("…")."""
    if not reference.work.et_al and _GAP.search(wording_of(reference)):
        return True
    family = fold(name.family)
    printed = f" {fold(wording_of(reference))} ".count(f" {family} ")
    return printed > sum(fold(author.family) == family for author in reference.work.author)


def _misread(name: Name, match: Match) -> bool:
    """True where a name is made of words of the title, or is a registered author cut or glued otherwise."""
    found = match.work
    if found is None:
        return False
    if len(name.family) == 1 and not name.given:
        return True  # an initial cut off from its name: "M. Czarny, W. et al."
    title = f" {fold(found.full_title)} retracted withdrawn "
    if f" {fold(name.family)} " in title:
        return True
    if any(is_part_of(name, author) for author in found.author):
        return True
    printed = _unmatched(found.author[1:], match.reference.work.author[1:])
    head = fold(name.family).partition(" ")[0]
    return any(
        fold(one.family) == head and fold(one.family) in fold(wording_of(match.reference)) for one in printed
    )


def is_part_of(cited: Name, found: Name) -> bool:
    """True where a surname of several words is part of a name: "de Araujo" of "Tonsic de Araujo"."""
    words = fold(f"{cited.particle} {cited.family}").split()
    registered = fold(f"{found.particle} {found.family} {found.given}").split()
    return len(words) > 1 and set(words) <= set(registered)
