"""Record: one entry as a library takes it in, and how several entries of one work become one Work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from litreview.library.study import Member
from litreview.model.article import Article
from litreview.model.match import Match
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Work

_KEPT = {"key", "extra", "source", "record", "et_al", "type"}


@dataclass(frozen=True, slots=True)
class Record:
    """One entry and where it stands. ``work`` is what it claims, or the record it was matched to."""

    id: str
    key: str
    article: str
    work: Work
    members: tuple[Member, ...] = ()
    article_at: int = 0

    @classmethod
    def from_work(cls, work: Work, at: int) -> Record:
        """A record from a row of a table; without an id it is called by its row, from 1."""
        key = work.key or f"row{at + 1}"
        reference = Reference(key, "", work, notation=Notation.TABLE)
        return cls(key, key, "", work, (Member("", reference),))


def records_of(article: Article, matches: Sequence[Match] = (), article_at: int = 0) -> tuple[Record, ...]:
    """The references of an article as records, with their matches where there are any.

    ``article_at`` is the article's position in the library.
    """
    found: Sequence[Match | None] = matches or [None] * len(article.references)
    return tuple(
        _record(article.path, reference, match, article_at)
        for reference, match in zip(article.references, found, strict=True)
    )


def _record(path: str, reference: Reference, match: Match | None, at: int) -> Record:
    work = match.work if match and match.work else reference.work
    return Record(reference.key, reference.key, path, work, (Member(path, reference, match, at),), at)


def best_work(works: Sequence[Work]) -> Work:
    """One Work from the records of one work: the fullest of them, its gaps filled from the others.

    A registered record (``source`` is set) comes first. No value is overruled, so nothing is mixed
    into a field that is already there.
    """
    ranked = sorted(works, key=lambda work: (not work.source, -_fullness(work), work.id, work.title))
    best = ranked[0]
    for other in ranked[1:]:
        best = _filled(best, other)
    return best


def _fullness(work: Work) -> int:
    return sum(bool(getattr(work, item.name)) for item in fields(work) if item.name not in _KEPT)


def _filled(work: Work, other: Work) -> Work:
    gaps = {
        item.name: getattr(other, item.name)
        for item in fields(work)
        if item.name not in _KEPT and not getattr(work, item.name) and getattr(other, item.name)
    }
    if "page" in gaps and work.article_number:
        del gaps["page"]
    if "article_number" in gaps and work.page:
        del gaps["article_number"]
    return replace(work, **gaps) if gaps else work


def members_of(records: Iterable[Record]) -> tuple[Member, ...]:
    """The members of several records, in order."""
    return tuple(member for record in records for member in record.members)


def named(work: Work, records: Iterable[Record]) -> Work:
    """The work with the authors its members name, where the record itself names none: for making a key."""
    if work.author or work.editor:
        return work
    claims = (member.reference.work for record in records for member in record.members)
    return replace(work, author=next((claim.author for claim in claims if claim.author), ()))
