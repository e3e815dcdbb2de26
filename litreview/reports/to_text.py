"""Report → text: grouped by file, then by reference, with the record beside what was cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.model.reference import Reference
from litreview.reports.counts import checked, counted, plural
from litreview.reports.places import whereabouts
from litreview.reports.records import describe
from litreview.reports.report import Report

WIDTH = 100
"""Columns of text; terminals narrower than this wrap by themselves."""


STYLES = {"error": "bold red", "warning": "yellow", "note": "blue"}
"""Terminal style of a severity; other style names are rich's own."""


class Line(NamedTuple):
    """One line and the name of the style it is shown in where there are colours."""

    text: str
    style: str = ""


def render(report: Report) -> str:
    """The report as plain text, ends with a newline."""
    return "".join(f"{line.text}\n" for line in lines(report))


def lines(report: Report) -> Iterator[Line]:
    """The lines of the report, top to bottom."""
    for article, name in zip(report.articles, report.names, strict=True):
        yield from _article(report, article, name)
        yield Line("")
    yield Line(f"{counted(report.severities)} in {plural(len(report.articles), 'file')}", "bold")
    yield Line(checked(report))
    if report.suppressed:
        yield Line(f"{plural(len(report.suppressed), 'finding')} set aside by a comment or the baseline")
    dated = f" as of {report.as_of.isoformat()}" if report.as_of else ""
    yield Line(f"records from {report.source or 'no source'}{dated}", "dim")


def _article(report: Report, article: Article, name: str) -> Iterator[Line]:
    findings = report.findings_of(article)
    found = counted(Counter(finding.severity for finding in findings))
    sizes = f"{plural(len(article.references), 'reference')}, {plural(len(article.citations), 'citation')}"
    yield Line(f"{name}: {sizes}: {found}", "bold")
    if not article.references and not article.doubts:
        yield Line("  no reference list was recognised in this file", "yellow")
    for (key, citation, _), group in groupby(findings, key=_subject):
        about = list(group)
        yield Line("")
        yield from _head(article, about[0], key, citation)
        for finding in about:
            yield from _finding(finding)


def _subject(finding: Finding) -> tuple[str, str, int | None]:
    """What a finding is about; those about one entry stand together, wherever in it they point."""
    return finding.reference, finding.citation, None if finding.reference else finding.line


def _head(article: Article, first: Finding, key: str, citation: str) -> Iterator[Line]:
    where, text = whereabouts(article, first.line, first.start, first.origin), citation
    reference = next((one for one in article.references if one.key == key), None)
    if reference and not citation:
        is_record = reference.notation.is_record
        text = f"{key}: {describe(reference.work)}" if is_record else _numbered(reference)
    yield from (
        Line(f"  {part}", "cyan")
        for part in wrap(f"{where}  {' '.join(text.split())}", WIDTH - 2, subsequent_indent="    ")
    )


def _numbered(reference: Reference) -> str:
    """An entry as printed, behind the number of a numbered list: ``[2] Brandt T. …``."""
    text = reference.text
    if reference.number is None or re.match(rf"\W*{reference.number}\b", text):
        return text
    return f"[{reference.number}] {text}"


def _finding(finding: Finding) -> Iterator[Line]:
    label = f"{finding.severity.value:<8}{finding.rule} {finding.name}"
    yield Line(f"    {label}", finding.severity.value)
    yield from (
        Line(f"            {part}") for part in wrap(finding.message, WIDTH - 12, break_long_words=False)
    )
    if finding.field and finding.cited and finding.found:
        yield Line(f"            cited   {_short(finding.cited)}", "dim")
        other = "record" if finding.proofs else "against"
        yield Line(f"            {other:<8}{_short(finding.found)}", "dim")
    for proof in finding.proofs[:3]:
        yield Line(f"            proof   {proof.source}: {proof.url or proof.record}", "dim")


def _short(text: str) -> str:
    """One line of a value that may be long, such as a title."""
    text = " ".join(text.split())
    return text if len(text) <= WIDTH - 20 else f"{text[: WIDTH - 21]}…"
