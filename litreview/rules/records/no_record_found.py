"""M301."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Candidate, Match, MatchStatus, Verdict
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.parsing.cited_kinds import kind_cited
from litreview.parsing.kind_guess import is_imprint
from litreview.parsing.kinds import Kind
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.at_the_locator import at_the_locator
from litreview.rules.views.author_differences import concerns_first_author
from litreview.rules.views.labels import label, record_label

SHOWN = 3
"""Nearest candidates named in the message."""

ALIKE = 0.4
"""Similarity of titles from which a work is worth naming. Of 415 works offered for 250 real strings without
a record (development pairs of Crossref's matching evaluation) none reached .25 but for "Introduction"."""

EXPECTED = frozenset({Kind.ARTICLE, Kind.PREPRINT})
"""Kinds of work of which no record is news. Of books, chapters, papers of proceedings and reports the
registers hold many and lack many, and an entry of no kind at all is as often grey literature: of 122 such
warnings in 57 real documents against records made of their own references 3 were of papers that have a
record."""


@rule(
    "M301",
    Severity.WARNING,
    bad=Example(
        cites="Sandberg L, Okafor P. Rotational mobilisation of the lumbar spine in rowers. "
        "J Sports Spine Med 2016; 4: 101-109.",
        status="unmatched",
        says="Sandberg L, Okafor P (2016): no record was found in the sources asked.",
    ),
    good=Example(
        cites="Sandberg L, Okafor P. Rotational mobilisation of the lumbar spine in rowers. "
        "J Sports Spine Med 2016; 4: 101-109.",
        status="unavailable",
    ),
)
def no_record_found(match: Match) -> Iterator[Problem]:
    """No record of the work was found in the sources asked.

    Most published papers have a record. A reference without one may be mistyped beyond recognition, may never
    have existed, or may simply not be registered; the nearest works are named so that you can tell.

    Fix: compare with the nearest works, or look the paper up by hand and add its DOI.

    Silent where the source could not be asked, for kinds of work that it is not meant to hold
    (outside-registers), and where an entry names no title, journal or number to look for. A note only for
    books, chapters, papers of proceedings and reports, and for entries with nothing that a paper has
    (journal, volume, DOI): many of them have no record. Where the DOI is another registration agency's,
    doi-of-other-agency says so; where the fields come from several works, or another paper stands at that
    place, chimera or locator-elsewhere.
    """
    if match.status is not MatchStatus.UNMATCHED or len(match.donors) > 1 or at_the_locator(match):
        return
    work = match.reference.work
    if match.is_kept_elsewhere or not _names_a_work(work):
        return
    near = [item for item in match.candidates if _resembles(item)][:SHOWN]
    nearest = f"; nearest: {'; '.join(record_label(item.work) for item in near)}" if near else ""
    rare = not _claims_a_record(match.reference)
    little = ", which says little of a book, a report or an entry without journal and volume" if rare else ""
    yield Problem(
        f"{label(match.reference)}: no record was found in the sources asked{little}{nearest}.",
        candidates=tuple(item.work.id for item in near),
        proofs=tuple(prove(item.work) for item in near),
        severity=Severity.NOTE if rare else None,
        habit=_OFTEN_WITHOUT if rare else "",
    )


_OFTEN_WITHOUT = (
    "no record was found of {} references, which says little of books, chapters, reports and entries without "
    "journal and volume"
)


def _names_a_work(work: Work) -> bool:
    """False for a stray dot and for "n.d.": nothing could be looked for."""
    return bool(work.title or work.container_title or work.doi or work.pmid or work.isbn or work.arxiv)


def _claims_a_record(reference: Reference) -> bool:
    """True for what a register is meant to hold: a number of its own, a volume and issue, or a journal."""
    work = reference.work
    if work.doi or work.pmid or work.pmcid or (work.volume and (work.issue or work.page)):
        return True
    return kind_cited(reference) in EXPECTED and not is_imprint(work.container_title)


def _resembles(candidate: Candidate) -> bool:
    """True where the work may be the one meant: a like title, or the first author at a like place or time."""
    agreement = candidate.agreement
    if (agreement["title"].similarity or 0) >= ALIKE:
        return True
    author = agreement["author"]
    same_first = author.verdict is not Verdict.MISSING and not concerns_first_author(author)
    return same_first and bool(set(agreement.agreeing) & {"container-title", "page"})
