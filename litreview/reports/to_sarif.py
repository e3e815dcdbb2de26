"""Report → SARIF 2.1.0 (OASIS standard), for code hosts and editors.

Regions count lines and columns from 1 in characters (``columnKind: unicodeCodePoints``).
"""

from __future__ import annotations

import json
from urllib.parse import quote

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.reports.report import Report
from litreview.rules.engine.baseline import KNOWN, fingerprint
from litreview.rules.engine.registry import all_rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """One run, every rule described, one result per finding; suppressed findings say so."""
    described = all_rules()
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.page},
            "defaultConfiguration": {"level": rule.severity.value},
        }
        for rule in described
    ]
    places = {rule.code: index for index, rule in enumerate(described)}
    results = [_result(finding, report, places) for finding in (*report.findings, *report.suppressed)]
    run: dict[str, object] = {
        "tool": {"driver": {"name": "litreview", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if report.unread:
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": _unread(report)}]
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _unread(report: Report) -> list[dict[str, object]]:
    """What was not read at all, in the place that the standard has for trouble of the tool itself."""
    return [
        {
            "level": "error",
            "message": {"text": _plain(article.unread)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(article.path)}}}],
        }
        for article in report.articles
        if article.unread
    ]


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/").encode("utf-8", "surrogateescape"))


def _result(finding: Finding, report: Report, places: dict[str, int]) -> dict[str, object]:
    article = None if finding.article_at is None else report.articles[finding.article_at]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": _plain(finding.message)},
        "locations": [{"physicalLocation": _location(finding, article)}],
        "partialFingerprints": {"litreview/v1": fingerprint(finding)},
    }
    further = [one for one in finding.places if (one.origin, one.start) != (finding.origin, finding.start)]
    if further:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(one, article),
                "message": {"text": _plain(one.message)},
            }
            for number, one in enumerate(further, 1)
        ]
    if finding.rule in places:
        result["ruleIndex"] = places[finding.rule]
    if finding.suppressed:
        kind = "external" if finding.suppressed == KNOWN else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": finding.suppressed}]
    return result


def _plain(message: str) -> str:
    """A message without embedded links, which SARIF writes as ``[text](target)`` (section 3.11.6)."""
    return message.replace("](", "] (")


def _location(finding: Finding, article: Article | None) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": _uri(finding.origin or finding.article)}}
    if finding.start is not None and finding.end is not None and article and not finding.origin:
        line, column = article.document.line_column(finding.start)
        end_line, end_column = article.document.line_column(finding.end)
        location["region"] = {
            "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        }  # fmt: skip
    elif finding.line:
        location["region"] = {"startLine": finding.line}
    return location
