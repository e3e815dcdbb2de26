"""Findings as a table: the columns that CSV, workbooks and DataFrames share."""

from __future__ import annotations

from litreview.model.finding import Finding
from litreview.reports.places import joined

COLUMNS = (
    "rule", "name", "severity", "article", "line", "reference", "citation", "field", "cited", "found", "work",
    "message",
)  # fmt: skip


def row(finding: Finding) -> dict[str, str | int | None]:
    """A finding as one row, columns as in ``COLUMNS``; of several places its message names them."""
    values = {name: getattr(finding, name) for name in COLUMNS}
    return values | {"severity": finding.severity.value, "message": message_with_places(finding)}


def message_with_places(finding: Finding) -> str:
    """What a finding says, with its places where there are several, for outputs of one line a finding."""
    if not finding.places:
        return finding.message
    keys = dict.fromkeys(one.reference for one in finding.places if not one.citation and one.reference)
    told = f" References: {', '.join(keys)}." if keys and not finding.reference else ""
    lines = joined(f"line {one.line}" for one in finding.places if one.line)
    return f"{finding.message}{told}{f' At {lines}.' if lines else ''}"
