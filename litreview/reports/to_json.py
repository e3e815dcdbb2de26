"""Report → JSON, schema ``litreview.report/1`` (docs/report.schema.json); fields are only added to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from litreview.model.article import Article, Citation, Link
from litreview.model.finding import Finding, Severity
from litreview.model.match import Candidate, Match, MatchStatus
from litreview.model.reference import Reference

if TYPE_CHECKING:
    from litreview.reports.report import Report

SCHEMA = "litreview.report/1"


def render(report: Report) -> str:
    """The report as indented JSON, keys in the schema's order, UTF-8."""
    return json.dumps(report_to_dict(report), ensure_ascii=False, indent=1) + "\n"


def report_to_dict(report: Report) -> dict[str, object]:
    """The report as values that ``json.dumps`` takes."""
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "source": report.source,
        "articles": [
            article_to_dict(article, matches)
            for article, matches in zip(report.articles, report.matches, strict=True)
        ],
        "findings": [finding_to_dict(finding) for finding in report.findings],
        "suppressed": [
            finding_to_dict(finding) | {"reason": finding.suppressed} for finding in report.suppressed
        ],
        "summary": summary(report),
    }


def summary(report: Report) -> dict[str, object]:
    """The counts of a report: articles, references, citations, by status and by severity."""
    return {
        "articles": len(report.articles),
        "references": sum(len(article.references) for article in report.articles),
        "citations": sum(len(article.citations) for article in report.articles),
        "studies": len(report.library.keys),
        "matches": {status.value: report.statuses[status] for status in MatchStatus},
        "findings": {severity.value: report.severities[severity] for severity in Severity},
        "suppressed": len(report.suppressed),
    }


def finding_to_dict(finding: Finding) -> dict[str, object]:
    """One finding as in the schema; empty values are null."""
    fix = finding.fix and {
        "start": finding.fix.start,
        "end": finding.fix.end,
        "replacement": finding.fix.replacement,
        "safe": finding.fix.safe,
        "description": finding.fix.description,
    }
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "article": finding.article,
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
        "fix": fix,
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
