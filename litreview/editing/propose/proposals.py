"""Findings → findings with their corrections. Rules say what is wrong; here is said how it is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from litreview.editing.propose.added_doi import add_doi
from litreview.editing.propose.authors import correct_authors
from litreview.editing.propose.citations import correct_cited_names, correct_cited_year
from litreview.editing.propose.fields import correct_field
from litreview.editing.propose.proofs import Proofs
from litreview.editing.propose.sheets import Sheets
from litreview.model.article import Article
from litreview.model.finding import Cure, CureKind, Finding, Fix, Severity
from litreview.model.match import Match

if TYPE_CHECKING:
    from litreview.rules.engine.review import Review

ONLY_A_NOTE = "no more than a note, and perhaps right as it is"


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
    sheets, proofs = Sheets(), Proofs(review.articles, review.matches)

    def proposed(finding: Finding) -> Finding:
        found = proofs.of(finding)
        if finding.cure is None or found is None:
            return finding
        match, article = found
        sheet = partial(sheets.text, match.reference, article)
        case = _Case(finding.cure, finding.field, match, article, sheet)
        return replace(finding, fix=_as_grave(finding, _MAKERS[case.cure.kind](case), match))

    return tuple(proposed(finding) if finding.cure else finding for finding in findings)


def _as_grave(finding: Finding, fix: Fix | None, match: Match) -> Fix | None:
    """A value of which the rule itself only makes a note is not corrected unasked; a DOI only adds, and
    a letter of a name takes nothing away."""
    if fix is None or not fix.safe or finding.severity is not Severity.NOTE:
        return fix
    if finding.cure is None or finding.cure.kind is CureKind.ADD_DOI or _is_spelling(finding, match):
        return fix
    return replace(fix, safe=False, doubt=ONLY_A_NOTE)


def _is_spelling(finding: Finding, match: Match) -> bool:
    """True for a name a letter off where nothing else in the entry contradicts the record."""
    of_names = finding.cure is not None and finding.cure.kind is CureKind.AUTHORS
    agreement = match.agreement
    return of_names and agreement is not None and not agreement.different


_MAKERS: dict[CureKind, Callable[[_Case], Fix | None]] = {
    CureKind.FIELD: lambda case: correct_field(case.match, case.article, case.field),
    CureKind.AUTHORS: lambda case: correct_authors(case.match, case.article, case.cure),
    CureKind.ADD_DOI: lambda case: add_doi(case.match, case.article, case.sheet),
    CureKind.CITED_YEAR: lambda case: correct_cited_year(case.match, case.article, case.cure),
    CureKind.CITED_NAMES: lambda case: correct_cited_names(case.match, case.article, case.cure),
}
"""How each kind of cure is made."""
