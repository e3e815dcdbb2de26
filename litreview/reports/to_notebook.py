"""Report → the HTML fragment that a notebook shows."""

from __future__ import annotations

from litreview.reports.report import Report
from litreview.reports.to_html import environment, view


def render(report: Report) -> str:
    """A fragment with its own scoped style."""
    return environment().get_template("notebook.html.j2").render(view(report))
