"""Report → Markdown, for a pull request, a wiki or an e-mail."""

from __future__ import annotations

from collections import Counter

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.reports.counts import checked, counted, plural
from litreview.reports.places import whereabouts
from litreview.reports.report import Report

MARKS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_ESCAPES = str.maketrans({char: f"\\{char}" for char in "|*_`[]<>#\\"} | {"\n": " "})


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return text.translate(_ESCAPES)


def render(report: Report) -> str:
    """A heading and a table per article, and what was counted."""
    lines = [
        "# Citation check",
        "",
        f"{counted(report.severities)} in {plural(len(report.articles), 'file')}. {checked(report)}.",
        "",
    ]
    for article, name in zip(report.articles, report.names, strict=True):
        findings = report.findings_of(article)
        lines += [f"## {escape(name)}", ""]
        lines += [f"{counted(Counter(finding.severity for finding in findings))}.", ""]
        if findings:
            lines += ["| | where | reference | finding | rule |", "| --- | --- | --- | --- | --- |"]
            lines += [_row(article, finding) for finding in findings] + [""]
    if report.suppressed:
        lines += [f"{len(report.suppressed)} more were set aside by a comment or the baseline.", ""]
    if report.as_of:
        lines += [
            f"As of {report.as_of.isoformat()}; records from {escape(report.source or 'no source')}.",
            "",
        ]
    return "\n".join(lines)


def _row(article: Article, finding: Finding) -> str:
    place = escape(finding.reference or finding.citation)
    mark = MARKS[finding.severity.value]
    where = escape(whereabouts(article, finding.line, finding.start, finding.origin))
    cells = (mark, where, place, escape(finding.message), f"{finding.rule} {finding.name}")
    return f"| {' | '.join(cells)} |"
