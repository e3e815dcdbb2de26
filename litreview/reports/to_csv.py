"""Report → CSV, one line per finding."""

from __future__ import annotations

import csv
import io

from litreview.normalise.cells import as_cell
from litreview.reports.finding_table import COLUMNS, row
from litreview.reports.report import Report


def render(report: Report) -> str:
    """RFC 4180 with a header line and UTF-8 text; nothing in it is a formula (``normalise.cells``)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for finding in report.findings:
        writer.writerow({name: _cell(value) for name, value in row(finding).items()})
    return out.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    return as_cell(value) if isinstance(value, str) else value
