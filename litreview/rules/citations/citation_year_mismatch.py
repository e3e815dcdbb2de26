"""C104."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from litreview.model.article import Article, CitationItem, Link
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import MatchStatus
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as, is_author_year, is_dangling, other_years
from litreview.rules.views.labels import label, listed

LISTED_YEAR = "M302"
"""The rule that says that the list's year is wrong; a text that has it right only shows it once more."""


@rule(
    "C104",
    Severity.ERROR,
    bad=Example(
        text="Pain eased (Moher et al., 2008).\n\nReferences\n\nMoher D, Liberati A, Tetzlaff J, et "
        "al. (2009). Preferred reporting items for systematic reviews. PLoS Medicine, 6(7), "
        "e1000097.\n",
        says="Moher et al. 2008: the text says 2008, the reference list has Moher D, et al. (2009).",
    ),
    good=Example(
        text="Pain eased (Moher et al., 2009).\n\nReferences\n\nMoher D, Liberati A, Tetzlaff J, et "
        "al. (2009). Preferred reporting items for systematic reviews. PLoS Medicine, 6(7), "
        "e1000097.\n"
    ),
    rests_on=LINKS,
)
def citation_year_mismatch(link: Link, article: Article, review: Review) -> Iterator[Problem]:
    """The year in the text differs from the year in the reference list.

    One of the two is wrong. Where the record of the work is known, the message says which.

    Fix: the year of the record in both places.

    Silent where another reference fits author and year, and where the author has several references
    under other years and none is nearer (missing-reference then names none).
    """
    item = link.item
    if not is_dangling(link) or not is_author_year(item):
        return
    near = other_years(item, article)
    if not near:
        return
    years = listed([str(year) for year in sorted({reference.work.year or 0 for reference in near})])
    only = near[0] if len(near) == 1 else None
    listed_are = label(only) if only else f"{cited_as(replace(item, year=None))} of {years}"
    yield Problem(
        f"{cited_as(item)}: the text says {item.year}, the reference list has {listed_are}"
        f"{_judge(item, only, article, review) if only else ''}.",
        field="issued",
        cited=str(item.year),
        found=years,
        candidates=tuple(reference.key for reference in near),
        cure=_cure(item, only, article, review) if only else None,
        reference=only.key if only else "",
        echoes=LISTED_YEAR if only and item.year in _years(only, article, review) else "",
    )


def _years(reference: Reference, article: Article, review: Review) -> frozenset[int]:
    match = review.match_of(article, reference)
    if match is None or match.status is not MatchStatus.MATCHED or match.work is None:
        return frozenset()
    doubted = match.agreement is not None and match.agreement["issued"].disbelief
    return frozenset() if doubted else match.work.years


def _judge(item: CitationItem, reference: Reference, article: Article, review: Review) -> str:
    years = _years(reference, article, review)
    if reference.work.year in years:
        return "; the record agrees with the list"
    if item.year in years:
        return "; the record agrees with the text, so the list is wrong"
    return ""


def _cure(item: CitationItem, reference: Reference, article: Article, review: Review) -> Cure | None:
    """The list's year in the text, or the record's where the list will be corrected too.

    None where the record agrees with the text (then the list is corrected), and where a letter goes with it.
    """
    match = review.match_of(article, reference)
    years = _years(reference, article, review)
    if match is None or match.work is None or not years or item.year in years or item.suffix:
        return None
    right = reference.work.year if reference.work.year in years else match.work.year
    place = item.start, item.end
    return Cure(CureKind.CITED_YEAR, reference.key, at=place, old=(str(item.year),), new=(str(right),))
