"""Articles and findings as the values of JSON, schema ``litreview.report/1`` (docs/report.schema.json).

Fields are only added to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from litreview.model.article import Article, Citation, Link
from litreview.model.finding import Finding, Fix
from litreview.model.match import Candidate, Match
from litreview.model.reference import Reference

SCHEMA = "litreview.report/1"
PLACE = (
    "rule", "origin", "reference", "citation", "line", "start", "end", "message", "cited", "found",
    "work", "fix",
)  # fmt: skip
"""What is told of each place of a finding that sums up several."""


def finding_to_dict(finding: Finding) -> dict[str, object]:
    """One finding as in the schema; empty values are null."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "article": finding.article,
        "article_at": finding.article_at,
        "origin": finding.origin or None,
        "reference": finding.reference or None,
        "citation": finding.citation or None,
        "line": finding.line,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "field": finding.field or None,
        "cited": finding.cited or None,
        "found": finding.found or None,
        "work": finding.work or None,
        "candidates": list(finding.candidates),
        "evidence": [
            {"source": proof.source, "record": proof.record, "url": proof.url} for proof in finding.proofs
        ],
        "fix": _fix(finding.fix),
        "places": [_place(one) for one in finding.places],
    }


def _place(finding: Finding) -> dict[str, object]:
    """One place of a finding that sums up several, with what is said and done there."""
    told = finding_to_dict(finding)
    return {name: told[name] for name in PLACE}


def _fix(fix: Fix | None) -> dict[str, object] | None:
    if fix is None:
        return None
    return {
        "start": fix.start,
        "end": fix.end,
        "replacement": fix.replacement,
        "safe": fix.safe,
        "description": fix.description,
    }


def article_to_dict(article: Article, matches: Sequence[Match | None]) -> dict[str, object]:
    """One article as in the schema; a reference whose match is None was not looked up."""
    links: dict[int, list[Link]] = {}
    for link in article.links:
        links.setdefault(id(link.citation), []).append(link)
    return {
        "path": article.path,
        "title": article.document.title or None,
        "references": [
            _reference(reference, match) for reference, match in zip(article.references, matches, strict=True)
        ],
        "citations": [_citation(article, one, links.get(id(one), [])) for one in article.citations],
    }


def _reference(reference: Reference, match: Match | None) -> dict[str, object]:
    return {
        "key": reference.key,
        "text": reference.text,
        "line": reference.line,
        "start": reference.start,
        "end": reference.end,
        "origin": reference.origin or None,
        "csl": reference.work.to_csl(),
        "diagnoses": [diagnosis.message for diagnosis in reference.diagnoses],
        "match": _match(match) if match else None,
    }


def _match(match: Match) -> dict[str, object]:
    return {
        "status": match.status.value,
        "doi": (match.work.doi or None) if match.work else None,
        "key": (match.work.record or match.work.key or None) if match.work else None,
        "candidates": [_candidate(candidate) for candidate in match.candidates],
        "agreement": match.agreement.to_dict() if match.agreement else None,
        "reason": match.reason,
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "doi": candidate.work.doi or None,
        "key": candidate.work.record or candidate.work.key or None,
        "csl": candidate.work.to_csl(),
        "agreement": candidate.agreement.to_dict(),
    }


def _citation(article: Article, citation: Citation, links: list[Link]) -> dict[str, object]:
    return {
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
        "line": article.document.line(citation.start),
        "items": [
            {
                "names": list(link.item.names),
                "year": link.item.year,
                "suffix": link.item.suffix,
                "number": link.item.number,
                "key": link.item.key or None,
                "locator": link.item.locator or None,
                "references": [reference.key for reference in link.references],
            }
            for link in links
        ],
    }
