"""Reference → Match: ask a source, compare what it offers, decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from litreview.matching.belief.believe import believe
from litreview.matching.books import heed_books
from litreview.matching.decide import decide
from litreview.matching.given_dois import Given, GivenDois
from litreview.matching.kinds import DATA, PREPRINT, kind_of
from litreview.matching.numbered import with_numbers
from litreview.matching.other_forms import claims_article
from litreview.matching.outside import told_outside
from litreview.model.article import Article
from litreview.model.match import Match, MatchStatus, Verdict
from litreview.model.reasons import DecidedBy, Note
from litreview.model.reference import Reference
from litreview.model.source import Identifies, Lookup, Outcome, Source
from litreview.model.work import Work
from litreview.sources.keys import reference_dois
from litreview.sources.notices import notices_by_doi, with_notices

NOT_ASKED = "no source was asked"
Progress = Callable[[int, int], None]
SETTLED_BY_DOI = frozenset({DecidedBy.DOI_AND_TITLE, DecidedBy.DOI_AND_LOCATOR})
"""Rows after which nothing else is asked for: one batched request answers fifty such references."""


def resolve(
    references: Article | Sequence[Reference], *, source: Source | None, progress: Progress | None = None
) -> tuple[Match, ...]:
    """The registered work each reference means; one Match per reference, in order.

    The DOIs given are fetched in one batch, and what unknown ones may be read as in another. References that
    their DOI does not settle are looked up by their other fields. A source that does not answer makes a match
    ``unavailable``, never ``unmatched``; without a source all are. A work of a kind that the source is not
    meant to hold is ``outside``. Other numbers than DOIs are looked up where the source does that, as
    witnesses. Fields of a record that are not believed say why (``matching/belief``).
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
    given = GivenDois(items, source)
    first = [_by_doi(item, given, source.name) for item in items]
    open_at = [at for at, match in enumerate(first) if match is None]
    if progress:
        progress(len(items) - len(open_at), len(items))
    lookups = source.candidates([items[at] for at in open_at]) if open_at else ()
    matches = dict(zip(open_at, lookups, strict=True))
    result = [
        match if match is not None else _by_fields(items[at], given, matches[at], source.name)
        for at, match in enumerate(first)
    ]
    if isinstance(source, Identifies):
        numbers = source.identify(items)
        again = partial(_decided, name=source.name)
        result = [with_numbers(match, own, again) for match, own in zip(result, numbers, strict=True)]
    if progress:
        progress(len(items), len(items))
    seen = (*given.seen(), *(work for lookup in lookups for work in lookup.works))
    return believe(_with_notices(result, notices_by_doi(seen)), source)


def _with_notices(matches: Sequence[Match], notices: Mapping[str, Sequence[Work]]) -> tuple[Match, ...]:
    """The matches whose works carry what notices say of them that the source happened to give as well."""
    return tuple(
        replace(match, work=with_notices(match.work, notices[match.work.doi]))
        if match.work is not None and match.work.doi in notices
        else match
        for match in matches
    )


def _by_doi(reference: Reference, given: GivenDois, name: str) -> Match | None:
    """The match that one of the reference's own DOIs settles, if one does."""
    found = given.of(reference)
    works = tuple(work for one in found for work in one.works)
    for one in found:
        match = heed_books(decide(one.read_into(reference), works, sources=(name,)))
        if match.decided_by in SETTLED_BY_DOI and not _may_be_preprint_of(match):
            return _as_printed(match, reference, one)
    return None


def _decided(reference: Reference, works: Sequence[Work], name: str) -> Match:
    return replace(heed_books(decide(_with_doi(reference), works, sources=(name,))), reference=reference)


def _may_be_preprint_of(match: Match) -> bool:
    """True where the DOI leads to a preprint or data and the reference describes an article: it is looked
    for."""
    return match.work is not None and claims_article(match.reference.work) and kind_of(match.work) in (
        PREPRINT, DATA,
    )  # fmt: skip


def _by_fields(reference: Reference, given: GivenDois, lookup: Lookup, name: str) -> Match:
    match = heed_books(_decide(reference, given.of(reference), lookup.works, name))
    if not match.doi_read and not _has_its_doi(match):
        match = replace(match, doi_agency=given.agency(reference))
    if match.status in (MatchStatus.MATCHED, MatchStatus.OUTSIDE):
        return match
    silent = [lookup, *given.silence(reference)]
    reasons = [item.reason for item in silent if item.outcome is Outcome.UNREACHABLE]
    if not reasons:
        return told_outside(match)
    why = reasons[0] or f"{name} did not answer"
    return replace(
        match, status=MatchStatus.UNAVAILABLE, reason=f"Could not check: {why}",
        decided_by=DecidedBy.UNREACHABLE, obstacle=why, donors=(),
    )  # fmt: skip


def _decide(reference: Reference, found: Sequence[Given], others: Sequence[Work], name: str) -> Match:
    """The decision with that DOI whose record agrees; a guess that does not agree is dropped."""
    surely = [one for one in found if not one.guessed]
    for one in found:
        works = (*(work for each in dict.fromkeys((*surely, one)) for work in each.works), *others)
        match = decide(one.read_into(reference), works, sources=(name,))
        if _has_its_doi(match):
            return _as_printed(match, reference, one)
    works = (*(work for each in surely for work in each.works), *others)
    if surely:
        match = decide(surely[0].read_into(reference), works, sources=(name,))
        return _as_printed(match, reference, surely[0])
    return replace(decide(_with_doi(reference), works, sources=(name,)), reference=reference)


def _has_its_doi(match: Match) -> bool:
    return match.agreement is not None and match.agreement["DOI"].verdict is Verdict.EQUAL


def _as_printed(match: Match, reference: Reference, given: Given) -> Match:
    """The match of the reference as it stands, with what its DOI was read as."""
    if given.printed == given.doi or match.agreement is None or not _has_its_doi(match):
        return replace(match, reference=reference)
    doi = match.agreement["DOI"]
    doi = replace(doi, verdict=Verdict.COMPATIBLE, cited=given.printed, notes=(Note.PRINTED_OTHERWISE,))
    read = "" if given.leads else given.doi
    return replace(match, reference=reference, agreement=match.agreement.replaced(doi), doi_read=read)


def _with_doi(reference: Reference) -> Reference:
    """The reference with the DOI that stands in its text, where the parse has none."""
    dois = reference_dois(reference)
    if reference.work.doi or not dois:
        return reference
    return replace(reference, work=replace(reference.work, doi=dois[0]))
