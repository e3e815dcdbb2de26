"""M318."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.journal_volumes import journal_in, volume_number
from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import MatchStatus
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label
from litreview.rules.views.volumes import Journal, learn

SURE_YEARS = 2
"""Years off from which references alone (which have slips of their own) are believed."""

_SPINE = (
    "2. Ito K. Disc height in rowers. Eur Spine J 2003; 12: 11-15.\n\n"
    "3. Berg L. Facet joints in rowers. Eur Spine J 2007; 16: 21-25.\n\n"
    "4. Silva M. Muscle tone in rowers. Eur Spine J 2012; 21: 31-35.\n"
)


@rule(
    "M318",
    Severity.WARNING,
    bad=Example(
        text=f"References\n\n1. Chen A. Back pain in rowers. Eur Spine J 2011; 25: 1-9.\n\n{_SPINE}",
        says="Chen A (2011): volume 25 of this journal is of 2016, not 2011, as 3 other papers show.",
    ),
    good=Example(
        text=f"References\n\n1. Chen A. Back pain in rowers. Eur Spine J 2016; 25: 1-9.\n\n{_SPINE}"
    ),
)
def impossible_volume(review: Review) -> Iterator[Problem]:
    """The journal had another volume in that year.

    Most journals publish one volume a year, so volume and year determine each other. How a journal counts is
    learnt from the other records and references at hand.

    Fix: look the paper up; either the year or the volume is wrong.

    Silent where a record of the work was found (its own volume and year decide), where fewer than three
    other papers of the journal are known, where they do not count one volume a year, and where both volume
    and year lie outside theirs. A note where it was learnt from references alone.
    """
    counted = learn(review)
    for article in review.articles:
        for reference in article.references:
            match = review.match_of(article, reference)
            if match is None or match.status is not MatchStatus.MATCHED:
                yield from _judge(reference, article, counted)


def _judge(reference: Reference, article: Article, counted: dict[str, Journal]) -> Iterator[Problem]:
    work, volume = reference.work, volume_number(reference.work)
    journal = journal_in(counted, work.container_title) if work.container_title else ""
    if work.year is None or volume is None or not journal:
        return
    known = counted[journal].habit(reference)
    if known is None or not known.holds(volume, work.year):
        return
    if abs(volume + known.offset - work.year) < (1 if known.recorded else SURE_YEARS):
        return
    said = f"volume {volume} of this journal is of {volume + known.offset}, not {work.year}"
    yield Problem(
        f"{label(reference)}: {said}, as {known.seen} other papers show.",
        field="issued",
        cited=f"{work.year}; {work.volume}",
        found=str(volume + known.offset),
        severity=None if known.recorded else Severity.NOTE,
        reference=reference.key,
        article=article,
    )
