"""What the other numbers of a reference say: PubMed's, PubMed Central's, arXiv's, the ISBN.

A number is looked up beside the decision, never in its place: the record it leads to is a witness where it is
the work that was found, finds the work where nothing else did, and is named where it is surely another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from litreview.matching.agreement import compare
from litreview.matching.people import Likeness, compare_names
from litreview.matching.rawtext import RawText, shares_identifier
from litreview.matching.signals import Case, Signal, Signals, read_signals
from litreview.matching.table import PLACE
from litreview.model.match import Match, MatchStatus, Verdict
from litreview.model.reasons import Note
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Name, Work

Decide = Callable[[Reference, Sequence[Work]], Match]
"""Decides which of some works a reference means."""

PAPERS = ("PMID", "PMCID")
"""Numbers of papers in print, whose journal, volume and page can contradict."""
ISSUERS = ("PMID", "PMCID", "arXiv")
"""Numbers whose register has every one that was ever given out."""
CONTRADICTIONS = 2
"""Of year, journal, volume and page so many must differ before a paper by one of the authors counts as
another one (judgement: an erratum or a translation shares the place, a neighbour in print does not)."""
FEW = 0.5
"""Share of the cited authors; below it, and with another one first, it is another team (judgement)."""


def with_numbers(match: Match, found: Mapping[str, Lookup], decide: Decide) -> Match:
    """The match with what the numbers of its reference lead to."""
    if not found:
        return match
    works = tuple(work for lookup in found.values() for work in lookup.works)
    match = _witnessed(match, works, decide)
    if match.status is not MatchStatus.MATCHED and works:
        again = decide(match.reference, (*_known(match), *works))
        match = again if again.status is MatchStatus.MATCHED else match
    elsewhere = tuple(
        (kind, lookup.works[0] if lookup.works else None)
        for kind, lookup in found.items()
        if _is_wrong(kind, lookup, match)
    )
    return replace(_with_notices(match, works), cited_elsewhere=elsewhere)


def _witnessed(match: Match, works: Sequence[Work], decide: Decide) -> Match:
    """Decided once more with records of works that were among the candidates: now they have witnesses."""
    known = {item.work.doi for item in match.candidates if item.work.doi}
    beside = [work for work in works if work.doi in known]
    if not beside or match.status is MatchStatus.UNAVAILABLE:
        return match
    again = decide(match.reference, (*_known(match), *beside))
    return again if again.status is match.status else match


def _known(match: Match) -> tuple[Work, ...]:
    return tuple(work for item in match.candidates for work in (item.work, *item.witnesses))


def _with_notices(match: Match, works: Sequence[Work]) -> Match:
    """The matched work with what other registers know of it: retractions, corrections."""
    if match.work is None or not match.work.doi:
        return match
    own = {update.type for update in match.work.updated_by}
    added = [
        update
        for work in works
        if work.doi == match.work.doi
        for update in work.updated_by
        if update.type not in own
    ]
    if not added:
        return match
    return replace(
        match, work=replace(match.work, updated_by=(*match.work.updated_by, *dict.fromkeys(added)))
    )


def _is_wrong(kind: str, lookup: Lookup, match: Match) -> bool:
    if lookup.outcome is Outcome.ABSENT:
        return kind in ISSUERS
    return bool(lookup.works) and all(leads_elsewhere(kind, match, work) for work in lookup.works)


def leads_elsewhere(kind: str, match: Match, found: Work) -> bool:
    """True where the work to which a number leads is surely another one than the reference describes.

    Its title must be another, and so must its people; a paper by one of the authors must stand at another
    place besides. Preprints change their titles and journals, and books their languages: there the people
    decide.
    """
    cited, matched = match.reference.work, match.work
    if matched is not None and _are_one(matched, found):
        return False
    case = Case(cited, found, compare(cited, found), RawText.of(match.reference))
    signals, notes = read_signals(case), case.agreement["title"].notes
    if Note.NOTICE in notes or Note.TRANSLATED in notes or not _is_another_title(signals, matched, found):
        return False
    if not found.author or (kind == "ISBN" and _is_the_book(cited, found)):
        return False
    if _are_others(cited, found, case.raw):
        return bool(cited.author) or _contradicts(signals)
    return kind in PAPERS and found.type == "article-journal" and _contradicts(signals)


def _are_one(matched: Work, found: Work) -> bool:
    """True for two records of one work, or of two versions of it."""
    if shares_identifier(matched, found):
        return True
    related = {relation.id for relation in (*matched.relations, *found.relations)}
    if related & ({matched.doi, found.doi} - {""}):
        return True
    return compare(matched, found)["title"].verdict in (Verdict.EQUAL, Verdict.COMPATIBLE)


def _is_another_title(signals: Signals, matched: Work | None, found: Work) -> bool:
    """Where the reference prints no title, that of the matched record stands for it."""
    if signals["title"] is not Signal.SILENT:
        return signals["title"] is Signal.NO
    return matched is not None and compare(matched, found)["title"].verdict is Verdict.DIFFERENT


def _is_the_book(cited: Work, found: Work) -> bool:
    """True where the reference is a chapter of the book."""
    whole = replace(cited, title=cited.container_title or cited.collection_title, subtitle="")
    return bool(whole.title) and compare(whole, found)["title"].verdict is not Verdict.DIFFERENT


def _are_others(cited: Work, found: Work, raw: RawText) -> bool:
    """True where hardly anybody of the one is among the authors or editors of the other."""
    people = (*cited.author, *cited.editor)
    if not people:
        return not any(raw.names(name) for name in found.author)
    theirs = (*found.author, *found.editor)
    shared = [name for name in people if any(_is_one_person(name, other) for other in theirs)]
    first = _is_one_person(people[0], theirs[0])
    return not first and len(shared) < FEW * len(people)


def _is_one_person(one: Name, two: Name) -> bool:
    return compare_names(one, two) <= Likeness.SPELLING


def _contradicts(signals: Signals) -> bool:
    different = sum(signals[subject] is Signal.NO for subject in PLACE)
    return different >= CONTRADICTIONS and signals["page"] is not Signal.YES
