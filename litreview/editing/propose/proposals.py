"""Findings → findings with their corrections. Rules say what is wrong; here is said how it is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from litreview.editing.propose.added_doi import add_doi
from litreview.editing.propose.authors import correct_authors
from litreview.editing.propose.citations import correct_cited_names, correct_cited_year
from litreview.editing.propose.fields import correct_field
from litreview.editing.propose.sheets import Sheets
from litreview.model.article import Article
from litreview.model.finding import Cure, CureKind, Finding, Fix
from litreview.model.match import Match

if TYPE_CHECKING:
    from litreview.rules.engine.review import Review


@dataclass(frozen=True, slots=True)
class _Case:
    """What a correction is made of: the cure a rule names, and the match that proves it."""

    cure: Cure
    field: str
    match: Match
    article: Article
    sheet: Callable[[], str]


def propose(findings: Iterable[Finding], review: Review) -> tuple[Finding, ...]:
    """The findings, those that can be cured by program with their fix; order and number stay.

    A cure needs a matched record, a known place, and a pen for the notation the entry is written in. Without
    one of them the finding stays as it is; its ``cure`` says what was wanted.
    """
    sheets = Sheets()

    def proposed(finding: Finding) -> Finding:
        found = matched(finding, review.articles, review.matches)
        if finding.cure is None or found is None:
            return finding
        match, article = found
        sheet = partial(sheets.text, match.reference, article)
        case = _Case(finding.cure, finding.field, match, article, sheet)
        return replace(finding, fix=_MAKERS[case.cure.kind](case))

    return tuple(proposed(finding) if finding.cure else finding for finding in findings)


def matched(
    finding: Finding, articles: Sequence[Article], matches: Sequence[tuple[Match, ...]]
) -> tuple[Match, Article] | None:
    """The match that proves a finding's cure, with its article; None where it is not certain which it is."""
    at = finding.article_at
    if at is None or at >= len(matches):
        return None
    key = finding.cure.reference if finding.cure and finding.cure.reference else finding.reference
    found = [
        match
        for match in matches[at]
        if match.reference.key == key and (finding.citation or match.reference.origin == finding.origin)
    ]
    return (found[0], articles[at]) if len(found) == 1 else None


_MAKERS: dict[CureKind, Callable[[_Case], Fix | None]] = {
    CureKind.FIELD: lambda case: correct_field(case.match, case.article, case.field),
    CureKind.AUTHORS: lambda case: correct_authors(case.match, case.article, case.cure),
    CureKind.ADD_DOI: lambda case: add_doi(case.match, case.article, case.sheet),
    CureKind.CITED_YEAR: lambda case: correct_cited_year(case.match, case.article, case.cure),
    CureKind.CITED_NAMES: lambda case: correct_cited_names(case.match, case.article, case.cure),
}
"""How each kind of cure is made."""
