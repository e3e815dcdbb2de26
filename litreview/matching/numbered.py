"""What the other numbers of a reference say: PubMed's, PubMed Central's, arXiv's, the ISBN.

A number is looked up beside the decision, never in its place: the record it leads to is a witness where it is
the work that was found, finds the work where nothing else did, and is named where it is surely another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from litreview.matching.agreement import compare
from litreview.matching.kinds import PREPRINT, kind_of
from litreview.matching.people import Likeness, compare_names
from litreview.matching.rawtext import RawText, shares_identifier
from litreview.matching.signals import Case, Signal, Signals, read_signals
from litreview.matching.table import PLACE
from litreview.model.match import Agreement, Candidate, Match, MatchStatus, Verdict
from litreview.model.reasons import DecidedBy, Note
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Name, Work

_LATIN = re.compile(r"[A-Za-z]{2}")
Decide = Callable[[Reference, Sequence[Work]], Match]
"""Decides which of some works a reference means."""

PAPERS = ("PMID", "PMCID")
"""Numbers of papers in print, whose journal, volume and page can contradict."""
FOUND_BY = {"PMID": "pmid", "PMCID": "pmcid", "arXiv": "arxiv", "ISBN": "isbn"}
"""What a candidate is called found by, when a number led to it."""
ISSUERS = ("PMID", "PMCID", "arXiv")
"""Numbers whose register has every one that was ever given out."""
CONTRADICTIONS = 2
"""Of year, journal, volume and page so many must differ before a paper by one of the authors counts as
another one (judgement: an erratum or a translation shares the place, a neighbour in print does not)."""
UNTITLED = 3
"""The same where there is no title to compare: of 4,100 strings of Crossref's matching evaluation, some with
slips of scanning, seven were accused of their right number with two."""
FEW = 0.5
"""Share of the cited authors, and of the other work's that stand in the string; below it, it is another team
(judgement)."""


def with_numbers(match: Match, found: Mapping[str, Lookup], decide: Decide) -> Match:
    """The match with what the numbers of its reference lead to."""
    if not found:
        return match
    works = tuple(work for lookup in found.values() for work in lookup.works)
    match = _witnessed(match, works)
    if match.status is not MatchStatus.MATCHED and works:
        again = decide(match.reference, (*_known(match), *works))
        if again.status is MatchStatus.MATCHED:
            match = _found_by_number(_witnessed(replace(again, doi_agency=match.doi_agency), works), found)
    match = _with_preprint_year(match)
    elsewhere = tuple(
        (kind, lookup.works[0] if lookup.works else None)
        for kind, lookup in found.items()
        if _is_wrong(kind, lookup, match)
    )
    return replace(_heard(_with_notices(match, works), found), cited_elsewhere=elsewhere)


def _found_by_number(match: Match, found: Mapping[str, Lookup]) -> Match:
    """The work that a number led to was found by that number, and by no DOI."""
    kinds = {work.id: FOUND_BY[kind] for kind, lookup in found.items() for work in lookup.works}
    candidates = tuple(
        replace(item, found_by=tuple(kinds[item.work.id] if way == "doi" else way for way in item.found_by))
        if item.work.id in kinds and item.agreement["DOI"].verdict is not Verdict.EQUAL
        else item
        for item in match.candidates
    )
    return replace(match, candidates=candidates)


def _with_preprint_year(match: Match) -> Match:
    """A preprint is also cited by the year of the paper that it became, which its record need not know."""
    work, agreement = match.work, match.agreement
    if work is None or agreement is None or not work.arxiv or kind_of(work) != PREPRINT:
        return match
    item, cited = agreement["issued"], match.reference.work.year
    if item.verdict is not Verdict.DIFFERENT or not cited or cited < max(work.years, default=cited):
        return match
    doubted = replace(item, disbelief="is that of the preprint: the work may have appeared since")
    fields = tuple(doubted if one.field == "issued" else one for one in agreement)
    return replace(match, agreement=Agreement(fields))


def _witnessed(match: Match, works: Sequence[Work]) -> Match:
    """The records that numbers lead to are witnesses of the candidates that have their DOI."""
    if not match.candidates or not any(work.doi for work in works):
        return match
    return replace(match, candidates=tuple(_beside(item, works) for item in match.candidates))


def _beside(candidate: Candidate, works: Sequence[Work]) -> Candidate:
    known = {one.source for one in (candidate.work, *candidate.witnesses)}
    added = {
        work.source: work
        for work in works
        if work.doi and work.doi == candidate.work.doi and work.source not in known
    }
    return replace(candidate, witnesses=(*candidate.witnesses, *added.values())) if added else candidate


def _heard(match: Match, found: Mapping[str, Lookup]) -> Match:
    """No record elsewhere, and the register of its own number is silent: then nobody knows."""
    reasons = [one.reason for one in found.values() if one.outcome is Outcome.UNREACHABLE]
    if match.status is not MatchStatus.UNMATCHED or not reasons or match.donors:
        return match
    return replace(
        match, status=MatchStatus.UNAVAILABLE, reason=f"Could not check: {reasons[0]}",
        decided_by=DecidedBy.UNREACHABLE, obstacle=reasons[0],
    )  # fmt: skip


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
    if not found.author or _stands_there(signals) or not _is_readable(cited):
        return False
    if matched is None and kind in PAPERS and found.type != "article-journal":
        return False  # a talk or chapter without record, whose proceedings may have been read as the title
    if kind == "ISBN" and _is_the_book(cited, found):
        return False
    others = _are_others(cited, found, case.raw)
    if signals["title"] is Signal.SILENT and matched is None:
        return others and _contradicts(signals, UNTITLED)
    if others:
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
    """Where the reference prints no title, that of the matched record stands for it; without either, the
    printed string at least does not hold this one."""
    if signals["title"] is not Signal.SILENT:
        return signals["title"] is Signal.NO
    if matched is None:
        return bool(found.title)
    return compare(matched, found)["title"].verdict is Verdict.DIFFERENT


def _stands_there(signals: Signals) -> bool:
    """True where the other work stands at the very place that is cited: then it is the work, whatever its
    title and names look like (another language, another script)."""
    beside = sum(signals[subject] is Signal.YES for subject in ("year", "container", "volume"))
    return (beside >= 1 and signals["page"] is Signal.YES) or (
        beside >= 2 and signals["page"] is not Signal.NO
    )


def _is_readable(cited: Work) -> bool:
    """False for a title in another script: registers write titles and names in Latin letters."""
    return not cited.title or _LATIN.search(cited.title) is not None


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
    namesakes = {other for other in theirs for name in people if compare_names(name, other) is Likeness.GIVEN}
    printed = [name for name in theirs if name not in namesakes and raw.names(name)]
    return len(shared) < FEW * len(people) and len(printed) < FEW * len(theirs)


def _is_one_person(one: Name, two: Name) -> bool:
    return compare_names(one, two) <= Likeness.SPELLING


def _contradicts(signals: Signals, least: int = CONTRADICTIONS) -> bool:
    different = sum(signals[subject] is Signal.NO for subject in PLACE)
    return different >= least and signals["page"] is not Signal.YES
