"""Words that several renderers share: counts, plurals, the order and the heads of findings."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from litreview.model.finding import Finding, Severity
from litreview.model.match import MatchStatus

if TYPE_CHECKING:
    from litreview.model.article import Article
    from litreview.model.reference import Reference
    from litreview.reports.report import Report

STATUS_WORDS = {
    MatchStatus.MATCHED: "matched",
    MatchStatus.AMBIGUOUS: "ambiguous",
    MatchStatus.UNMATCHED: "no record found",
    MatchStatus.UNAVAILABLE: "could not be checked",
}
FIELD_WORDS = {
    "author": "authors",
    "title": "title",
    "container-title": "journal or book",
    "issued": "year",
    "volume": "volume",
    "issue": "issue",
    "page": "pages or article number",
    "DOI": "DOI",
}

_PLACED = {"docx", "pdf"}
"""Formats whose readers see no lines: their places are paragraphs and pages."""
_NOTES = {"footnote": "a footnote", "endnote": "an endnote"}
"""Notes are numbered by the file, not as they are printed."""


def plural(count: int, noun: str) -> str:
    """``1 error``, ``2 errors``.

    >>> plural(2, "bibliography")
    '2 bibliographies'
    """
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"


def counted(severities: Counter[Severity]) -> str:
    """``2 errors, 1 warning, 4 notes``, or ``nothing found``."""
    parts = [plural(severities[severity], severity.value) for severity in Severity if severities[severity]]
    return ", ".join(parts) or "nothing found"


def checked(report: Report) -> str:
    """``17 references: 15 matched, 1 ambiguous, 1 no record found``."""
    total = sum(report.statuses.values())
    parts = [
        f"{report.statuses[status]} {word}"
        for status, word in STATUS_WORDS.items()
        if report.statuses[status]
    ]
    return f"{plural(total, 'reference')}: {', '.join(parts)}" if parts else plural(total, "reference")


def whereabouts(article: Article, line: int | None, start: int | None = None, origin: str = "") -> str:
    """Where a person looks: ``paragraph 12`` of a Word file, ``page 3`` of a PDF, ``line 40`` of the rest."""
    if not line:
        return "the whole file"
    if origin:
        return f"line {line} of {PurePath(origin).name}"
    if start is not None and article.document.format in _PLACED:
        found = article.document.place(start)
        if found:
            return _NOTES.get(found.name.split()[0], found.name)
    return f"line {line}"


def numbered(reference: Reference) -> str:
    """An entry as printed, behind the number of a numbered list: ``[2] Brandt T. …``."""
    text = reference.text
    if reference.number is None or re.match(rf"\W*{reference.number}\b", text):
        return text
    return f"[{reference.number}] {text}"


def place(finding: Finding) -> str:
    """``paper.md:12``, with the file the line counts in."""
    path = finding.origin or finding.article
    return f"{path}:{finding.line}" if finding.line else path
