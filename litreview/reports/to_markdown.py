"""Report → Markdown, for a pull request, a wiki or an e-mail."""

from __future__ import annotations

import re
from collections import Counter

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.reports.counts import checked, counted, plural
from litreview.reports.places import listing, place_of
from litreview.reports.report import Report
from litreview.reports.sections import SECTIONS, sectioned
from litreview.reports.sentence import sentence

MARKS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_ESCAPES = str.maketrans({char: f"\\{char}" for char in "|*_`[]<>#\\$~"} | {"\n": " ", "\r": " "})
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_CALL = re.compile(r"(?<!\w)(?:@(?=\w)|\\#(?=\d))|(?<=\bGH-)(?=\d)")
"""Where a code host would call a person (``@name``) or link an issue (``#12``)."""


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line; nobody is called by it, and no issue linked."""
    return _CALL.sub(r"\g<0>&#8203;", _REFERENCE.sub(r"\\&", text.translate(_ESCAPES)))


def render(report: Report) -> str:
    """A heading and a table per article, and what was counted."""
    lines = [
        "# Citation check",
        "",
        escape(sentence(report)),
        "",
        f"{counted(report.severities)} in {plural(len(report.articles), 'file')}. {checked(report)}.",
        "",
    ]
    for article, name in zip(report.articles, report.names, strict=True):
        if article.unread:
            lines += [
                f"## {escape(name)}",
                "",
                f"**{escape(article.unread[:1].upper() + article.unread[1:])}.**",
                "",
            ]
            continue
        findings = report.findings_of(article)
        lines += [f"## {escape(name)}", ""]
        lines += [f"{counted(Counter(finding.severity for finding in findings))}.", ""]
        for level, own in sectioned(findings, lambda finding: finding.severity):
            lines += [f"### {SECTIONS[level]}", ""]
            lines += ["| | where | reference | finding | rule |", "| --- | --- | --- | --- | --- |"]
            lines += [_row(article, finding) for finding in own] + [""]
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
    where = escape(listing(article, finding) or place_of(article, finding))
    cells = (mark, where, place, escape(finding.message), f"{finding.rule} {finding.name}")
    return f"| {' | '.join(cells)} |"
