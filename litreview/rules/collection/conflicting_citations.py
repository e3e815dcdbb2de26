"""L504."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from litreview.library.blocking import NEIGHBOURS, SMALL_BLOCK
from litreview.library.study import Member
from litreview.matching.agreement import compare
from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import FIELD_WORDS, FieldAgreement, MatchStatus, Verdict
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import listed, printed

Cited = tuple[Article, Member]
IDENTIFYING = ("author", "title", "issued")
"""What readers know a work by; journal, volume and page agree, or the two would not be one study."""


@rule(
    "L504",
    Severity.WARNING,
    bad=Example(
        text=(
            "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
            "detected by a simple, graphical test. BMJ 1997; 315: 629-634.\n",
            "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
            "detected by a simple, graphical test. BMJ 1999; 315: 629-634.\n",
        ),
        says="article-1.txt and article-2.txt cite the same place with another year: “Egger M, Davey "
        "Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, graphical test. BMJ "
        "1997; 315: 629-634.” and “Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
        "detected by a simple, graphical test. BMJ 1999; 315: 629-634.”; no record was at hand to say "
        "which is right.",
    ),
    good=Example(
        text=(
            "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
            "detected by a simple, graphical test. BMJ 1997; 315: 629-634.\n",
            "References\n\nEgger M, et al. (1997). Bias in meta-analysis detected by a simple, "
            "graphical test. BMJ, 315, 629–34.\n",
        ),
    ),
)
def conflicting_citations(review: Review) -> Iterator[Problem]:
    """Two articles cite one place with different years, titles or first authors.

    Journal, volume and page or article number are the same, so one work is meant, and at least one of the
    two articles has it wrong. This can be seen without any record.

    Fix: look the work up; correct the article that is wrong.

    Silent where a record was found (inconsistent-citation then says which article is right), where the
    articles merely abbreviate differently, and within one article (duplicate-reference).
    """
    for study in review.library.studies if review.library else ():
        unresolved = [member for member in study.members if _is_open(member)]
        for one, other in _pairs(unresolved):
            first, second = review.articles[one.article_at], review.articles[other.article_at]
            if review.same_article(first, second):
                continue
            conflict = _conflict(one, other)
            if conflict:
                yield _problem((first, one), (second, other), conflict, review)


def _pairs(members: list[Member]) -> Iterator[tuple[Member, Member]]:
    """Every two of few; of many, each with those that follow it, or n citations of one work would cost n²."""
    if len(members) <= SMALL_BLOCK:
        yield from combinations(members, 2)
        return
    for at, one in enumerate(members):
        yield from ((one, other) for other in islice(members, at + 1, at + 1 + NEIGHBOURS))


def _is_open(member: Member) -> bool:
    return member.match is None or member.match.status is not MatchStatus.MATCHED


def _conflict(one: Member, other: Member) -> tuple[FieldAgreement, ...]:
    agreement = compare(other.reference.work, one.reference.work)
    if not {"container-title", "page"} <= set(agreement.agreeing):
        return ()
    return tuple(
        item for item in agreement if item.field in IDENTIFYING and item.verdict is Verdict.DIFFERENT
    )


def _problem(one: Cited, other: Cited, conflict: tuple[FieldAgreement, ...], review: Review) -> Problem:
    first, second = (review.called(article) for article, _ in (one, other))
    what = listed([FIELD_WORDS[item.field] for item in conflict])
    quoted = " and ".join(f"“{printed(member.reference, 160)}”" for _, member in (one, other))
    return Problem(
        f"{first} and {second} cite the same place with another {what}: {quoted}; no record was at hand to "
        "say which is right.",
        field=conflict[0].field,
        cited="; ".join(item.cited for item in conflict),
        found="; ".join(item.found for item in conflict),
        candidates=(one[1].reference.key,),
        reference=other[1].reference.key,
        article=other[0],
    )
