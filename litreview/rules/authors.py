"""Which author a difference concerns, in words, and the fix for the first one."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching import notes
from litreview.matching.people import Likeness, compare_names
from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import FieldAgreement, Match
from litreview.model.work import Name
from litreview.rules.places import is_placed, written
from litreview.rules.proven import is_proven
from litreview.rules.words import listed, short_name

_FURTHER = (notes.FURTHER_AUTHOR, notes.EXTRA_AUTHOR, notes.MISSING_AUTHOR)


def concerns_first_author(item: FieldAgreement) -> bool:
    """True where the difference is one of the first author."""
    return notes.FIRST_AUTHOR in item.note


def concerns_further_authors(item: FieldAgreement) -> bool:
    """True where a further author differs; an order that starts wrong is the first author's matter."""
    if any(note in item.note for note in _FURTHER):
        return True
    return notes.AUTHOR_ORDER in item.note and not concerns_first_author(item)


def further_authors(match: Match, item: FieldAgreement) -> str:
    """What differs after the first author: "Bland JM is not among the authors; Altman DG is left out"."""
    return "; ".join(_sentences(match, item)) or item.note


def _sentences(match: Match, item: FieldAgreement) -> Iterator[str]:
    cited = match.reference.work.author[1:]
    found = match.work.author if match.work else ()
    strangers = _unmatched(cited, found)
    absent = _unmatched(
        found[1 : len(cited) + 1] if match.reference.work.et_al else found, match.reference.work.author
    )
    if strangers:
        yield f"{listed(strangers)} {'is' if len(strangers) == 1 else 'are'} not among the authors"
    if absent:
        yield f"{listed(absent[:3])} {'is' if len(absent) == 1 else 'are'} left out"
    if notes.AUTHOR_ORDER in item.note and not strangers and not absent:
        yield f"the authors stand in another order ({item.found})"


def _unmatched(names: tuple[Name, ...], others: tuple[Name, ...]) -> list[str]:
    return [
        short_name(name)
        for name in names
        if not name.literal and all(compare_names(name, other) > Likeness.SPELLING for other in others)
    ]


def fix_first_author(match: Match, article: Article) -> Fix | None:
    """Replace the first surname by the record's; None where its place is not known or initials differ too."""
    reference, work = match.reference, match.work
    place = written(reference, "author")
    if place is None or work is None or not is_placed(reference, article):
        return None
    if not reference.work.author or not work.author:
        return None
    old, new = reference.work.author[0], work.author[0]
    at = place[2].find(old.family) if old.family and new.family else -1
    if at < 0 or old.given[:1] != new.given[:1]:
        return None
    start = place[0] + at
    return Fix(start, start + len(old.family), new.family, is_proven(match), f"{old.family} → {new.family}")
