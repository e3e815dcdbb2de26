"""M319."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.people import Likeness, compare_names
from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.work import Work
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.cited_names import first_surname, surname
from litreview.rules.views.contradictions import differing, others
from litreview.rules.views.labels import in_record, label, record_label

_WORKS = (
    {
        "DOI": "10.1007/s00586-003-0001-1",
        "author": "Lindqvist A; Berg T",
        "title": "Manual therapy for neck pain: a randomised trial",
        "container-title": "European Spine Journal",
        "volume": "12",
        "page": "211-219",
        "issued": "2003",
    },
    {
        "DOI": "10.1016/j.math.2005.01.009",
        "author": "Lindqvist A; Moreau C",
        "title": "Exercise for shoulder pain in swimmers",
        "container-title": "Manual Therapy",
        "volume": "10",
        "page": "33-41",
        "issued": "2005",
    },
)


@rule(
    "M319",
    Severity.WARNING,
    bad=Example(
        text="References\n\nLindqvist A, Berg T. Manual therapy for neck pain: a randomised trial. "
        "Eur Spine J 2005; 12: 211-219.\n",
        registered=_WORKS,
        says="Lindqvist A, Berg T (2005): a work by that author and of that year exists, "
        "Lindqvist A, Moreau C (2005), “Exercise for shoulder pain in swimmers”, Manual "
        "Therapy 10: 33-41 (10.1016/j.math.2005.01.009); it is not the one described, in the "
        "record found by journal, volume and page (10.1007/s00586-003-0001-1).",
    ),
    good=Example(
        text="References\n\nLindqvist A, Berg T. Manual therapy for neck pain: a randomised trial. "
        "Eur Spine J 2003; 12: 211-219.\n",
        registered=_WORKS,
    ),
)
def near_sibling(match: Match, article: Article, review: Review) -> Iterator[Problem]:
    """Another work by the same first author did appear in the year the reference gives.

    "Author 2005" means one paper by the year and another by everything else. A reader who looks for author
    and year finds the wrong one.

    Fix: correct the year, and do not replace the reference by the other work unless that one is meant.

    Silent where the year is right or the record's is not believed, and where another article cites the
    other work under that name (same-citation-different-works says so).
    """
    item = differing(match, "issued")
    if item is None or item.disbelief or match.work is None:
        return
    sibling = _sibling(match, article, review)
    if sibling is None:
        return
    said = f"a work by that author and of that year exists, {record_label(sibling)}"
    yield Problem(
        f"{label(match.reference)}: {said}; it is not the one described, {in_record(match)}.",
        field="author",
        cited=label(match.reference),
        candidates=(sibling.id,),
        proofs=(prove(match.work), prove(sibling)),
    )


def _sibling(match: Match, article: Article, review: Review) -> Work | None:
    head, year = first_surname(match.reference), match.reference.work.year
    elsewhere = {
        one.work.id for other, one in review.resolved if one.work and not review.same_article(other, article)
    }
    for candidate in others(match):
        work = candidate.work
        if work.id in elsewhere or not work.author or year not in work.years:
            continue
        if surname(work.author[0]) == head and _may_be_one(match, work):
            return work
    return None


def _may_be_one(match: Match, work: Work) -> bool:
    """False where the given names show two people: Yang X and Yang Y."""
    cited = match.reference.work.author
    return not cited or compare_names(cited[0], work.author[0]) <= Likeness.SPELLING
