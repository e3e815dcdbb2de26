"""Report → CSV, one line per finding."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from litreview.model.finding import Finding

if TYPE_CHECKING:
    from litreview.reports.report import Report

COLUMNS = (
    "rule", "name", "severity", "article", "line", "reference", "citation", "field", "cited", "found", "work",
    "message",
)  # fmt: skip


def row(finding: Finding) -> dict[str, str | int | None]:
    """A finding as one row, columns as in ``COLUMNS``."""
    values = {name: getattr(finding, name) for name in COLUMNS}
    return values | {"severity": finding.severity.value}


def render(report: Report) -> str:
    """RFC 4180 with a header line and UTF-8 text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row(finding) for finding in report.findings)
    return out.getvalue()
