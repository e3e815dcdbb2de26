"""From a problem to a finding: which article, which reference, which line, which characters."""

from __future__ import annotations

from dataclasses import dataclass

from litreview.model.article import Article, Citation, Link
from litreview.model.finding import Finding, Problem, Proof
from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Rule


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule is handed, and the article it belongs to (None for the whole review)."""

    value: object
    article: Article | None


def place(problem: Problem, rule: Rule, subject: Subject, review: Review) -> Finding:
    """The finding a problem becomes: code, name, severity, place and proof added."""
    article = problem.article or subject.article
    reference = _reference(problem, subject, article)
    citation = _citation(subject.value)
    start, end = _span(problem, reference, citation, article)
    origin = reference.origin if reference is not None and citation is None else ""
    work = _work(subject.value)
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=problem.severity or rule.severity,
        message=problem.message,
        article=article.path if article else "",
        reference=reference.key if reference else problem.reference,
        citation=citation.text if citation else "",
        line=_line(start, reference, article, origin),
        start=start,
        end=end,
        field=problem.field,
        cited=problem.cited,
        found=problem.found,
        work=problem.work or (work.id if work else ""),
        candidates=problem.candidates,
        proofs=problem.proofs or ((prove(work),) if work else ()),
        cure=problem.cure,
        origin=origin,
        article_at=review.at(article) if article else None,
        habit=problem.habit,
        echoes=problem.echoes,
    )


def prove(work: Work) -> Proof:
    """Where the values of a registered work were read."""
    url = f"https://doi.org/{work.doi}" if work.doi else work.url
    return Proof(source=work.source, record=work.id, url=url)


def _reference(problem: Problem, subject: Subject, article: Article | None) -> Reference | None:
    if isinstance(subject.value, Reference):
        return subject.value
    if isinstance(subject.value, Match):
        return subject.value.reference
    if problem.reference and article is not None:
        return article.keyed(problem.reference)
    return None


def _citation(value: object) -> Citation | None:
    if isinstance(value, Link):
        return value.citation
    return value if isinstance(value, Citation) else None


def _work(value: object) -> Work | None:
    return value.work if isinstance(value, Match) else None


def _span(
    problem: Problem, reference: Reference | None, citation: Citation | None, article: Article | None
) -> tuple[int | None, int | None]:
    if problem.at is not None:
        return problem.at
    if citation is not None:
        return citation.start, citation.end
    if reference is not None and article is not None and article.holds(reference):
        return reference.span(problem.field) or (reference.start, reference.end)
    return None, None


def _line(start: int | None, reference: Reference | None, article: Article | None, origin: str) -> int | None:
    if origin and reference is not None and reference.line is not None and start is not None:
        return reference.line + reference.text.count("\n", 0, start - reference.start)
    if start is not None and article is not None:
        return article.document.line(start)
    return reference.line if reference is not None else None
