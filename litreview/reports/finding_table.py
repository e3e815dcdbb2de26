"""Findings as a table: the columns that CSV, workbooks and DataFrames share."""

from __future__ import annotations

from litreview.model.finding import Finding

COLUMNS = (
    "rule", "name", "severity", "article", "line", "reference", "citation", "field", "cited", "found", "work",
    "message",
)  # fmt: skip


def row(finding: Finding) -> dict[str, str | int | None]:
    """A finding as one row, columns as in ``COLUMNS``."""
    values = {name: getattr(finding, name) for name in COLUMNS}
    return values | {"severity": finding.severity.value}
