"""Reference → Match: ask a source, compare what it offers, decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from litreview.matching.decide import decide
from litreview.matching.numbered import with_numbers
from litreview.model.article import Article
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.model.reference import Reference
from litreview.model.source import Identifies, Lookup, Outcome, Source
from litreview.model.work import Work
from litreview.sources.keys import reference_dois

NOT_ASKED = "no source was asked"
Progress = Callable[[int, int], None]
SETTLED_BY_DOI = frozenset({DecidedBy.DOI_AND_TITLE, DecidedBy.DOI_AND_LOCATOR})
"""Rows after which nothing else is asked for: one batched request answers fifty such references."""


def resolve(
    references: Article | Sequence[Reference], *, source: Source | None, progress: Progress | None = None
) -> tuple[Match, ...]:
    """The registered work each reference means; one Match per reference, in order.

    The DOIs given are fetched in one batch. References that their DOI does not settle are looked up by their
    other fields. A source that does not answer makes a match ``unavailable``, never ``unmatched``;
    without a source all are. Other numbers than DOIs are looked up where the source does that, as witnesses.
    ``progress`` is called with how many references are done and how many there are.
    """
    items = references.references if isinstance(references, Article) else tuple(references)
    if source is None:
        return tuple(
            Match(
                item, MatchStatus.UNAVAILABLE, reason=f"Not checked: {NOT_ASKED}.",
                decided_by=DecidedBy.NO_SOURCE, obstacle=NOT_ASKED,
            )
            for item in items
        )  # fmt: skip
    fetched = _fetch(items, source)
    first = [_by_doi(item, fetched, source.name) for item in items]
    open_at = [at for at, match in enumerate(first) if match is None]
    if progress:
        progress(len(items) - len(open_at), len(items))
    lookups = source.candidates([items[at] for at in open_at]) if open_at else ()
    matches = dict(zip(open_at, lookups, strict=True))
    result = [
        match if match is not None else _by_fields(items[at], fetched, matches[at], source.name)
        for at, match in enumerate(first)
    ]
    if isinstance(source, Identifies):
        numbers = source.identify(items)
        again = partial(_decided, name=source.name)
        result = [with_numbers(match, own, again) for match, own in zip(result, numbers, strict=True)]
    if progress:
        progress(len(items), len(items))
    return tuple(result)


def _decided(reference: Reference, works: Sequence[Work], name: str) -> Match:
    return replace(decide(_with_doi(reference), works, sources=(name,)), reference=reference)


def _fetch(items: Sequence[Reference], source: Source) -> Mapping[str, Lookup]:
    dois = list(dict.fromkeys(doi for item in items for doi in reference_dois(item)))
    return source.fetch(dois) if dois else {}


def _identified(reference: Reference, fetched: Mapping[str, Lookup]) -> tuple[Work, ...]:
    return tuple(work for doi in reference_dois(reference) if doi in fetched for work in fetched[doi].works)


def _by_doi(reference: Reference, fetched: Mapping[str, Lookup], name: str) -> Match | None:
    """The match that the reference's own DOI settles, if it does."""
    works = _identified(reference, fetched)
    if not works:
        return None
    match = _decided(reference, works, name)
    return match if match.decided_by in SETTLED_BY_DOI else None


def _by_fields(reference: Reference, fetched: Mapping[str, Lookup], lookup: Lookup, name: str) -> Match:
    works = (*_identified(reference, fetched), *lookup.works)
    match = _decided(reference, works, name)
    if match.status is MatchStatus.MATCHED:
        return match
    silent = [lookup, *(fetched[doi] for doi in reference_dois(reference) if doi in fetched)]
    reasons = [item.reason for item in silent if item.outcome is Outcome.UNREACHABLE]
    if not reasons:
        return match
    why = reasons[0] or f"{name} did not answer"
    return replace(
        match, status=MatchStatus.UNAVAILABLE, reason=f"Could not check: {why}",
        decided_by=DecidedBy.UNREACHABLE, obstacle=why, donors=(),
    )  # fmt: skip


def _with_doi(reference: Reference) -> Reference:
    """The reference with the DOI that stands in its text, where the parse has none."""
    dois = reference_dois(reference)
    if reference.work.doi or not dois:
        return reference
    return replace(reference, work=replace(reference.work, doi=dois[0]))
