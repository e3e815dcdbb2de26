"""The formats a report can be rendered in, each by the one function of its module."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from litreview.model.errors import OptionError

if TYPE_CHECKING:
    from litreview.reports.report import Report

FORMATS = {
    "text": "plain text, coloured in a terminal",
    "json": "the versioned JSON of docs/report-schema.md",
    "html": "one self-contained page",
    "csv": "one line per finding",
    "markdown": "for a pull request or a wiki",
    "sarif": "SARIF 2.1.0, for code hosts and editors",
    "github": "workflow commands that GitHub shows beside the lines",
    "junit": "JUnit XML, for build servers",
}
"""Name → what it is for, as ``--help`` shows it."""

_HIDDEN = ("notebook",)


def render(report: Report, format: str) -> str:
    """Render a report. ``notebook`` is the HTML fragment that Jupyter shows.

    Raises:
        OptionError: there is no such format.
    """
    if format not in FORMATS and format not in _HIDDEN:
        raise OptionError(f"no report format {format!r}", advice=f"one of {', '.join(FORMATS)}")
    module = import_module(f"litreview.reports.to_{format}")
    text: str = module.render(report)
    return text
