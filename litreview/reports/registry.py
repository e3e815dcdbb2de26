"""The formats a report can be rendered in, each by the one function of its module."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from litreview.model.errors import OptionError

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
    "odt": "a copy of one OpenDocument text with a comment at each finding",
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


def renderer(format: str) -> Callable[..., str | bytes]:
    """The function that renders a report in a format; its module is loaded by name, when it is wanted.

    Raises:
        OptionError: there is no such format.
    """
    check_format(format)
    found: Callable[..., str | bytes] = import_module(f"litreview.reports.to_{format}").render
    return found
