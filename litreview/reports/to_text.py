"""Report → text: grouped by file, then by reference, with the record beside what was cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from litreview.model.article import Article
from litreview.model.finding import Finding, Severity
from litreview.model.reference import Reference
from litreview.reports.counts import checked, counted, plural
from litreview.reports.places import listing, place_of
from litreview.reports.records import describe
from litreview.reports.remarks import is_habit
from litreview.reports.report import Report
from litreview.reports.sections import SECTIONS, sectioned
from litreview.reports.sentence import sentence

WIDTH = 100
"""Columns of text, where nobody says how many there are."""


STYLES = {"error": "bold red", "warning": "yellow", "note": "blue"}
"""Terminal style of a severity; other style names are rich's own."""


_COMMAND = re.compile(r"(?:(?<=^)|(?<=\s))::(?=[\w-])|##(?=\w*\[)")
"""How commands begin in the logs of GitHub (a line) and of Azure (anywhere)."""


class Line(NamedTuple):
    """One line and the name of the style it is shown in where there are colours."""

    text: str
    style: str = ""


def render(report: Report) -> str:
    """The report as plain text, ends with a newline."""
    return "".join(f"{_uncommanding(line.text)}\n" for line in lines(report))


def _uncommanding(line: str) -> str:
    """A line that no build server takes for a command (``::error::``, ``##[error]``, ``##vso[…]``)."""
    return _COMMAND.sub(lambda found: f"{found[0][0]} {found[0][1:]}", line)


def lines(report: Report, width: int = WIDTH) -> Iterator[Line]:
    """The lines of the report, top to bottom, none longer than ``width`` where words allow it."""
    for article, name in zip(report.articles, report.names, strict=True):
        yield from _article(report, article, name, width)
        yield Line("")
    yield from (Line(part, "bold") for part in wrap(sentence(report), width, break_on_hyphens=False))
    yield Line(f"{counted(report.severities)} in {plural(len(report.articles), 'file')}; {checked(report)}")
    if report.suppressed:
        yield Line(f"{plural(len(report.suppressed), 'finding')} set aside by a comment or the baseline")
    dated = f" as of {report.as_of.isoformat()}" if report.as_of else ""
    yield Line(f"records from {report.source or 'no source'}{dated}", "dim")


def _article(report: Report, article: Article, name: str, width: int) -> Iterator[Line]:
    if article.unread:
        told = wrap(f"{name}: {article.unread}", width, subsequent_indent="  ", break_on_hyphens=False)
        yield from (Line(part, "bold red") for part in told)
        return
    findings = report.findings_of(article)
    found = counted(Counter(finding.severity for finding in findings))
    sizes = f"{plural(len(article.references), 'reference')}, {plural(len(article.citations), 'citation')}"
    yield Line(f"{name}: {sizes}: {found}", "bold")
    if not article.references and not article.doubts:
        yield Line("  no reference list was recognised in this file", "yellow")
    for level, groups in sectioned(_by_subject(findings), _gravest):
        yield Line("")
        yield Line(SECTIONS[level].upper(), STYLES[level.value])
        for about in groups:
            yield Line("")
            yield from _head(article, about[0], width)
            for finding in sorted(about, key=lambda one: -one.severity.rank):
                yield from _finding(article, finding, width)


def _by_subject(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings about one entry stand together, wherever in it they point; so do those about one citation."""
    groups: dict[tuple[str, str, int | None], list[Finding]] = {}
    for finding in findings:
        key = finding.reference, finding.citation, None if finding.reference else finding.line
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _gravest(about: list[Finding]) -> Severity:
    return max((finding.severity for finding in about), key=lambda level: level.rank)


def _head(article: Article, first: Finding, width: int) -> Iterator[Line]:
    if is_habit(first):
        return  # it is about the article
    where, text = place_of(article, first), first.citation
    reference = next((one for one in article.references if one.key == first.reference), None)
    if reference and not first.citation:
        is_record = reference.notation.is_record
        text = f"{reference.key}: {describe(reference.work)}" if is_record else _numbered(reference)
    yield from (
        Line(f"  {part}", "cyan")
        for part in wrap(f"{where}  {' '.join(text.split())}", width - 2, subsequent_indent="    ")
    )


def _numbered(reference: Reference) -> str:
    """An entry as printed, behind the number of a numbered list: ``[2] Brandt T. …``."""
    text = reference.text
    if reference.number is None or re.match(rf"\W*{reference.number}\b", text):
        return text
    return f"[{reference.number}] {text}"


def _finding(article: Article, finding: Finding, width: int) -> Iterator[Line]:
    label = f"{finding.severity.value:<8}{finding.rule} {finding.name}"
    yield Line(f"    {label}", finding.severity.value)
    yield from (
        Line(f"            {part}") for part in wrap(finding.message, width - 12, break_long_words=False)
    )
    if finding.field and finding.cited and finding.found:
        yield Line(f"            cited   {_short(finding.cited, width)}", "dim")
        other = "record" if finding.proofs else "against"
        yield Line(f"            {other:<8}{_short(finding.found, width)}", "dim")
    if finding.places:
        where = wrap(listing(article, finding), width - 20, break_on_hyphens=False)
        yield from (
            Line(f"            {' ' * 8 if at else 'places  '}{part}", "dim") for at, part in enumerate(where)
        )
    for proof in finding.proofs[:3]:
        yield Line(f"            proof   {proof.source}: {proof.url or proof.record}", "dim")


def _short(text: str, width: int) -> str:
    """One line of a value that may be long, such as a title."""
    text = " ".join(text.split())
    return text if len(text) <= width - 20 else f"{text[: width - 21]}…"
