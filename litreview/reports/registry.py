"""The formats a report can be rendered in, each by the one function of its module."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from litreview.model.errors import OptionError
from litreview.normalise.text import printable

if TYPE_CHECKING:
    from litreview.reports.report import Report

FORMATS = {
    "text": "plain text, coloured in a terminal",
    "json": "the versioned JSON of docs/report.schema.json",
    "html": "one self-contained page",
    "csv": "one line per finding",
    "markdown": "for a pull request or a wiki",
    "sarif": "SARIF 2.1.0, for code hosts and editors",
    "github": "workflow commands that GitHub shows beside the lines",
    "junit": "JUnit XML, for build servers",
}
"""Name → what it is for."""

FILES = {
    "xlsx": "a workbook: findings, references, studies",
    "docx": "a copy of one Word file with a comment at each finding",
    "annotated": "a copy of one text file with the findings written in as comments",
}
"""Formats that are a file of their own rather than a text to read in a terminal."""

_HIDDEN = ("notebook",)


def check_format(format: str) -> None:
    """Refuse an unknown format before any work is done.

    Raises:
        OptionError: there is no such format.
    """
    if format not in (*FORMATS, *FILES, *_HIDDEN):
        raise OptionError(f"no report format {format!r}", advice=f"one of {', '.join((*FORMATS, *FILES))}")


def render(report: Report, format: str) -> str:
    """Render a report as text. ``notebook`` is the HTML fragment that Jupyter shows.

    Raises:
        OptionError: there is no such format, or it is not text.
    """
    check_format(format)
    rendered = import_module(f"litreview.reports.to_{format}").render(report)
    if not isinstance(rendered, str):
        raise OptionError(f"{format} is not text", advice="use render_bytes, or --output on the command line")
    return rendered if format in FILES else printable(rendered)


def render_bytes(report: Report, format: str) -> bytes:
    """Render a report as the bytes of a file, text in UTF-8.

    Raises:
        OptionError: there is no such format.
        InputError: the format is a copy of the checked file and cannot be made of it.
    """
    check_format(format)
    if format not in FILES:
        return render(report, format).encode("utf-8")
    rendered = import_module(f"litreview.reports.to_{format}").render(report)
    return rendered.encode("utf-8") if isinstance(rendered, str) else bytes(rendered)
