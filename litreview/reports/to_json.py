"""Report → JSON, schema ``litreview.report/1``."""

from __future__ import annotations

import json

from litreview.reports.report import Report


def render(report: Report) -> str:
    """The report as indented JSON, keys in the schema's order, UTF-8."""
    return json.dumps(report.to_dict(), ensure_ascii=False, indent=1) + "\n"
