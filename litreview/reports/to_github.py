"""Report → GitHub workflow commands, which show each finding beside its line.

Escaping as in GitHub's "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from litreview.model.finding import Finding, Severity
from litreview.reports.finding_table import message_with_places
from litreview.reports.report import Report

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """One ``::error file=…,line=…,title=…::message`` per finding."""
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    properties = {"file": finding.origin or finding.article, "title": f"{finding.rule} {finding.name}"}
    if finding.line:
        properties["line"] = str(finding.line)
    pairs = ",".join(f"{name}={_escape(value, _PROPERTY)}" for name, value in sorted(properties.items()))
    return f"::{COMMANDS[finding.severity]} {pairs}::{_escape(message_with_places(finding), _DATA)}"


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char) for char in text)
