"""Whether two entries of one list mean one work."""

from __future__ import annotations

from litreview.matching.agreement import compare
from litreview.matching.compare_titles import compare_titles
from litreview.model.article import Article
from litreview.model.match import Agreement, MatchStatus, Verdict
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review

_LOCATOR = ("volume", "issue", "page")


def same_work(one: Reference, other: Reference, article: Article, review: Review) -> bool:
    """True where both are matched to one record, give one DOI, or agree in title, first author and place."""
    first, second = review.match_of(article, one), review.match_of(article, other)
    if (
        first
        and second
        and first.status is second.status is MatchStatus.MATCHED
        and first.work
        and second.work
    ):
        return first.work.id == second.work.id
    if one.work.doi and other.work.doi:
        return one.work.doi == other.work.doi
    if compare_titles(one.work, other.work).verdict not in (Verdict.EQUAL, Verdict.COMPATIBLE):
        return False  # nearly all pairs of a list of one author's works
    return _agree(compare(one.work, other.work))


def _agree(agreement: Agreement) -> bool:
    """Title and author agree, nothing contradicts but perhaps one number, and some place agrees."""
    agreeing, different = set(agreement.agreeing), set(agreement.different)
    if not {"title", "author"} <= agreeing or agreement["title"].verdict is Verdict.DIFFERENT:
        return False
    if {"page", "volume"} & different or "container-title" in different:
        return False
    return bool(agreeing & {*_LOCATOR, "issued"}) and "issued" not in different
