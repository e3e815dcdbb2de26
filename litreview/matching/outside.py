"""Works that no register asked is meant to hold: "no record found" says nothing against them."""

from __future__ import annotations

import re
from dataclasses import replace

from litreview.formats.plain import wording_of
from litreview.model.match import Match, MatchStatus
from litreview.model.reasons import DecidedBy
from litreview.model.reference import Reference
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.agencies import agency_of
from litreview.normalise.vocabulary.kinds import UNREGISTERED_PROCEEDINGS
from litreview.parsing.cited_kinds import kind_cited
from litreview.parsing.kind_guess import names_press, reads_as_article
from litreview.parsing.kinds import Kind
from litreview.sources.keys import reference_dois

REGISTERED = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.CONFERENCE_PAPER, Kind.ENTRY, Kind.UNKNOWN})
"""Kinds that Crossref is meant to hold, or that may be such a kind: no record of them is news. Papers of the
proceedings in ``UNREGISTERED_PROCEEDINGS`` are excepted."""
NUMBERED_ELSEWHERE = frozenset({Kind.LAW, Kind.CASE, Kind.PATENT, Kind.STANDARD, Kind.ARCHIVE})
"""Kinds whose own numbers look like those of an article."""
COUNTED = {
    Kind.BOOK: ("book", "books"), Kind.REPORT: ("report", "reports"), Kind.TALK: ("talk", "talks"),
    Kind.GUIDELINE: ("guideline", "guidelines"), Kind.STANDARD: ("standard", "standards"),
    Kind.LAW: ("law", "laws"), Kind.CASE: ("judgment", "judgments"), Kind.PATENT: ("patent", "patents"),
    Kind.THESIS: ("thesis", "theses"), Kind.WEB_PAGE: ("web page", "web pages"),
    Kind.NEWS: ("news article", "news articles"), Kind.DATASET: ("data set", "data sets"),
    Kind.SOFTWARE: ("piece of software", "pieces of software"), Kind.PREPRINT: ("preprint", "preprints"),
    Kind.PERSONAL: ("personal communication", "personal communications"),
    Kind.PRESS: ("press release", "press releases"),
    Kind.MANUSCRIPT: ("unpublished manuscript", "unpublished manuscripts"),
    Kind.ARCHIVE: ("item of an archive", "items of archives"), Kind.FILM: ("film", "films"),
    Kind.BROADCAST: ("broadcast", "broadcasts"), Kind.MAP: ("map", "maps"),
    Kind.CONFERENCE_PAPER: ("paper of unregistered proceedings", "papers of unregistered proceedings"),
}  # fmt: skip
"""Kind → what one and what several are called, for every kind that may be outside."""
_UNREGISTERED = re.compile(UNREGISTERED_PROCEEDINGS, re.IGNORECASE)
_NOTHING_KNOWN = frozenset({DecidedBy.NO_CANDIDATE, DecidedBy.NOTHING_FITS})


def told_outside(match: Match) -> Match:
    """The match, ``outside`` instead of ``unmatched`` where nothing was to be found.

    An entry that has the volume and page of a journal, a DOI that Crossref should hold or a PubMed number
    stays unmatched whatever kind it says it is: an invented article must not hide as a book.
    """
    if match.status is not MatchStatus.UNMATCHED or match.donors or match.decided_by not in _NOTHING_KNOWN:
        return match
    kind = kind_cited(match.reference)
    if not (_lies_elsewhere(match) and _is_outside(match.reference, kind)) or _was_asked_for(match, kind):
        return match
    return replace(
        match, status=MatchStatus.OUTSIDE, decided_by=DecidedBy.OUTSIDE,
        reason=f"Not a kind of work that the sources asked are meant to hold ({kind.value}).",
    )  # fmt: skip


def _is_outside(reference: Reference, kind: Kind) -> bool:
    work = reference.work
    if work.pmid or work.pmcid:
        return False
    if kind is Kind.CONFERENCE_PAPER:
        return bool(_UNREGISTERED.search(work.container_title))
    if kind in REGISTERED or (kind not in NUMBERED_ELSEWHERE and _is_numbered(reference)):
        return False
    if kind is Kind.PREPRINT:
        return _is_on_arxiv(reference)
    return kind is not Kind.BOOK or _is_surely_a_book(reference)


def _lies_elsewhere(match: Match) -> bool:
    """True where every DOI given is another agency's."""
    return match.is_kept_elsewhere or all(map(agency_of, reference_dois(match.reference)))


def _is_numbered(reference: Reference) -> bool:
    work = reference.work
    if reference.notation.is_record:
        return bool(work.container_title and work.volume and (work.page or work.issue))
    return reads_as_article(work, wording_of(reference))


def _is_on_arxiv(reference: Reference) -> bool:
    """Other servers register with Crossref."""
    work = reference.work
    return bool(work.arxiv) or "arxiv" in fold(f"{work.container_title} {work.publisher}").split()


def _is_surely_a_book(reference: Reference) -> bool:
    """A printed entry needs what only books have: "Nature. In press" has but one name behind the title."""
    work = reference.work
    if reference.notation.is_record or work.isbn or work.edition:
        return True
    return names_press(work.publisher) or bool(work.publisher and work.publisher_place)


def _was_asked_for(match: Match, kind: Kind) -> bool:
    """True where a source was asked that does hold the very number the reference gives."""
    asked = " ".join(match.sources).casefold()
    if kind is Kind.PREPRINT:
        return bool(match.reference.work.arxiv) and "arxiv" in asked
    return bool(reference_dois(match.reference)) and "datacite" in asked
