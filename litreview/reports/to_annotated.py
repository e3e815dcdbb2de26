"""Report → a copy of the one checked text file with each finding as a comment below its line."""

from __future__ import annotations

import re

from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.finding import Finding
from litreview.normalise.text import one_line
from litreview.reports.remarks import refuse_unread, remarks
from litreview.reports.report import Report

COMMENTS = {
    "text": "[[litreview: {}]]",
    "markdown": "<!-- litreview: {} -->",
    "html": "<!-- litreview: {} -->",
    "latex": "% litreview: {}",
    "bibtex": "% litreview: {}",
}
"""How a format writes a comment."""
_HEADER = re.compile(r"---[ \t]*\r?\n.*?\n(?:---|\.\.\.)(?=[ \t]*(?:\r?\n|$))", re.DOTALL)


def render(report: Report) -> str:
    """The annotated text; taking the comment lines out gives the file back.

    Raises:
        InputError: more than one file was checked, or its format has no comments.
    """
    if len(report.articles) != 1:
        raise InputError("an annotated copy is made of one file", advice="check one file at a time")
    (article,) = report.articles
    refuse_unread(article)
    if article.document.format not in COMMENTS or article.document.format == "html":
        raise InputError(
            f"a {article.document.format} file cannot be annotated",
            path=article.path,
            advice="--format html shows it",
        )
    return _annotated(article, [one for one in report.findings if not one.origin])


def _annotated(article: Article, findings: list[Finding]) -> str:
    comment = COMMENTS[article.document.format]
    newline = "\r\n" if "\r\n" in article.text else "\n"
    below: dict[int, list[str]] = {}
    for finding, message in remarks(article, findings):
        text = f"{finding.severity.value} {finding.rule} {finding.name}: {' '.join(message.split())}"
        line = comment.format(one_line(_harmless(text, article.document.format)))
        below.setdefault(_line_end(article, finding), []).append(line)
    parts, at = [], 0
    for end in sorted(below):
        parts += [article.text[at:end], *(f"{newline}{line}" for line in below[end])]
        at = end
    return "".join([*parts, article.text[at:]])


def _harmless(text: str, format: str) -> str:
    """Text that ends no comment and, in a .bib file, begins no entry."""
    text = text.replace("--", "- -").replace("]]", "] ]")
    return text.replace("@", "(at) ") if format == "bibtex" else text


def _line_end(article: Article, finding: Finding) -> int:
    """Where the line ends on which the finding ends; for the whole file, the first line or the Markdown
    header, in which a comment would be no comment."""
    start = finding.end if finding.end is not None else 0
    header = _HEADER.match(article.text) if article.document.format == "markdown" else None
    if header and start < header.end():
        start = header.end()
    found = article.text.find("\n", start)
    end = len(article.text) if found < 0 else found
    return end - 1 if article.text[end - 1 : end] == "\r" else end
