"""Report → JUnit XML: one suite per file, one case per reference or place, findings as failures.

The shape is the one Jenkins and GitLab read; notes are system output, not failures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from litreview.model.article import Article
from litreview.model.finding import Finding, Severity
from litreview.normalise.text import shown
from litreview.reports.finding_table import message_with_places
from litreview.reports.remarks import is_habit
from litreview.reports.report import Report

WHOLE = "the whole file"
"""The case of what is said of no reference and no place."""


def render(report: Report) -> str:
    """An XML document in UTF-8."""
    root = ET.Element("testsuites", name="litreview")
    for article, name in zip(report.articles, report.names, strict=True):
        root.append(_suite(article, name, report.findings_of(article)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(article: Article, called: str, findings: tuple[Finding, ...]) -> ET.Element:
    if article.unread:
        suite = ET.Element("testsuite", name=called, tests="1", failures="0", errors="1")
        case = ET.SubElement(suite, "testcase", classname=called, name=WHOLE)
        ET.SubElement(case, "error", message=_legal(article.unread), type="not read")
        return suite
    by_case: dict[str, list[Finding]] = defaultdict(list)
    for reference in article.references:
        by_case[reference.key] = []
    for finding in _by_entry(findings):
        by_case[finding.reference or finding.citation or WHOLE].append(finding)
    failing = sum(any(_fails(finding) for finding in group) for group in by_case.values())
    suite = ET.Element("testsuite", name=called, tests=str(len(by_case)), failures=str(failing))
    for name, group in by_case.items():
        case = ET.SubElement(suite, "testcase", classname=called, name=_legal(name))
        for finding in group:
            tag = "failure" if _fails(finding) else "system-out"
            element = ET.SubElement(case, tag)
            element.text = _legal(f"{finding.rule} {finding.name}: {message_with_places(finding)}")
            if tag == "failure":
                element.set("message", _legal(finding.message))
                element.set("type", finding.severity.value)
    return suite


def _by_entry(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """The findings; what is a habit of the article at each entry, for each is a case."""
    for finding in findings:
        yield from finding.places if is_habit(finding) else (finding,)


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def _legal(text: str) -> str:
    """Text without the characters that XML 1.0 forbids, and without those that turn its order around."""
    return shown(text)
