"""Report → CSV, one line per finding."""

from __future__ import annotations

import csv
import io

from litreview.reports.finding_table import COLUMNS, row
from litreview.reports.report import Report


def render(report: Report) -> str:
    """RFC 4180 with a header line and UTF-8 text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row(finding) for finding in report.findings)
    return out.getvalue()
