"""Report → a copy of the checked OpenDocument text with a comment at the words each finding is about."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from litreview.formats.odt.annotations import Remark, annotated
from litreview.model.errors import InputError
from litreview.reports.remarks import refuse_unread, remarks
from litreview.reports.report import Report
from litreview.reports.to_docx import AUTHOR, summary, words


def render(report: Report) -> bytes:
    """The file at the checked path, commented; see ``commented``.

    Raises:
        InputError: more than one file was checked, it is no OpenDocument text, or it is gone.
    """
    path = report.articles[0].path if report.articles else ""
    _check(report)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError("is no longer there", path=path) from error
    return commented(report, data)


def commented(report: Report, data: bytes) -> bytes:
    """The bytes of an OpenDocument text with a comment for each finding at each of its places, and one that
    sums up at the first words. Findings in a note or a frame stand at it, those about the whole article at
    the first words.

    Raises:
        InputError: more than one file was checked, or it is no OpenDocument text.
    """
    _check(report)
    said = [
        Remark(finding.start or 0, finding.end or 0, tuple(words(finding, message).split("\n")))
        for finding, message in remarks(report.articles[0], report.findings)
    ]
    said.insert(0, Remark(0, 0, tuple(summary(report).split("\n"))))
    date = datetime.combine(report.as_of, time()).isoformat() if report.as_of else ""
    return annotated(data, report.articles[0].path, said, AUTHOR, date)


def _check(report: Report) -> None:
    for article in report.articles:
        refuse_unread(article)
    if len(report.articles) != 1 or report.articles[0].document.format != "odt":
        raise InputError(
            "these comments can be written into one OpenDocument text", advice="check a single .odt"
        )
