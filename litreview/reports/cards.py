"""Cards: findings gathered by the reference or citation they are about, with all that proves them.

Every renderer that lays things side by side (HTML, notebook, Word, PDF) reads cards.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from litreview.model.article import Article
from litreview.model.finding import Finding, Fix, Severity, singles
from litreview.model.match import Candidate, Match
from litreview.model.reference import Reference
from litreview.reports.excerpt import Segment, marked_sentence
from litreview.reports.places import whereabouts
from litreview.reports.records import FIELD_WORDS, Row, address, describe, rows
from litreview.reports.remarks import is_habit
from litreview.reports.report import Report
from litreview.reports.spots import Said, said

Entry = tuple[str, str]
"""Key of a reference and the file it stands in, where that is another one."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Card:
    """The findings about one reference, one citation or one whole article; ``article`` is its name here."""

    article: str
    key: str
    line: int | None
    severity: Severity
    said: tuple[Said, ...]
    printed: tuple[Segment, ...] = ()
    sentences: tuple[tuple[Segment, ...], ...] = ()
    record: str = ""
    record_url: str = ""
    rows: tuple[Row, ...] = ()
    reason: str = ""
    corrected: str = ""
    candidates: tuple[tuple[str, str, str], ...] = ()
    place: str = ""
    number: int | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found, the gravest first."""
        return tuple(one.finding for one in self.said)

    @property
    def anchor(self) -> str:
        """A name for the card that is unique on a page and fit for an address."""
        parts = (self.article, self.key, self.line or 0, self.findings[0].start or 0)
        return "c-" + re.sub(r"[^A-Za-z0-9]+", "-", "-".join(str(part) for part in parts)).strip("-")

    @property
    def is_habit(self) -> bool:
        """True for what is said of the article once instead of at each place."""
        return all(is_habit(finding) for finding in self.findings)

    @property
    def worst(self) -> Finding:
        """The finding that weighs most."""
        return max(self.findings, key=lambda finding: finding.severity.rank)


def cards(report: Report, article: Article) -> tuple[Card, ...]:
    """The cards of one article in the order of its text; the ones about a reference take all its findings."""
    entries = {reference.key: (reference, match) for reference, match in report.entries(article)}
    findings = sorted(report.findings_of(article), key=lambda f: _subject(f, entries))
    name = report.names[report.position(article)]
    cured: defaultdict[Entry, list[Finding]] = defaultdict(list)
    for one in singles(findings):
        cured[one.reference, one.origin].append(one)
    citing = _citing_spans(article)
    return tuple(
        _card(article, name, list(group), entries, cured, citing)
        for _, group in groupby(findings, key=lambda f: _subject(f, entries)[1:])
    )


def loose_findings(report: Report) -> tuple[Finding, ...]:
    """Findings that belong to no single article."""
    return tuple(finding for finding in report.findings if finding.article_at is None)


def _subject(finding: Finding, entries: dict[str, tuple[Reference, Match]]) -> tuple[int, str, str]:
    if finding.reference in entries:
        return entries[finding.reference][0].start, finding.reference, ""
    return finding.start or 0, "", f"{finding.citation}{finding.start}"


def _card(
    article: Article,
    name: str,
    findings: list[Finding],
    entries: dict[str, tuple[Reference, Match]],
    cured: Mapping[Entry, list[Finding]],
    citing: Mapping[str, set[Span]],
) -> Card:
    first = findings[0]
    severity = max((finding.severity for finding in findings), key=lambda severity: severity.rank)
    if first.reference not in entries:
        return Card(
            name,
            first.citation,
            first.line,
            severity,
            tuple(said(article, finding) for finding in findings),
            sentences=_context(article, first),
            place=whereabouts(article, first.line, first.start, first.origin),
        )
    reference, match = entries[first.reference]
    work = match.work
    return Card(
        article=name,
        key=reference.key,
        line=reference.line or first.line,
        severity=severity,
        said=tuple(
            said(article, finding) for finding in sorted(findings, key=lambda one: -one.severity.rank)
        ),
        printed=printed(article, reference, findings),
        sentences=_citing_sentences(article, citing.get(reference.key, set())),
        record=describe(work) if work else "",
        record_url=address(work) if work else "",
        rows=rows(match.agreement) if match.agreement else (),
        reason=match.reason,
        corrected=corrected(reference, cured.get((reference.key, reference.origin), [])),
        candidates=tuple(_candidate(one) for one in (match.donors or match.candidates[:3]))
        if not work
        else (),
        place=whereabouts(article, reference.line or first.line, reference.start, reference.origin),
        number=reference.number,
    )


def printed(article: Article, reference: Reference, findings: list[Finding]) -> tuple[Segment, ...]:
    """The reference as printed, the stretches that findings point at marked."""
    spans = sorted(
        (finding.start, finding.end)
        for finding in findings
        if finding.start is not None
        and finding.end is not None
        and finding.cited
        and finding.found
        and reference.start <= finding.start < finding.end <= reference.end
        and (finding.start, finding.end) != (reference.start, reference.end)
    )
    segments, at = [], reference.start
    for start, end in spans:
        if start >= at:
            segments += [
                Segment(_cut(reference, at, start)),
                Segment(_cut(reference, start, end), marked=True),
            ]
            at = end
    segments.append(Segment(_cut(reference, at, reference.end)))
    return tuple(segment for segment in segments if segment.text)


def _cut(reference: Reference, start: int, end: int) -> str:
    return reference.text[start - reference.start : end - reference.start]


def corrected(reference: Reference, findings: list[Finding]) -> str:
    """The reference with the safe fixes applied, those of a habit of the list too; empty where none is."""
    own = (reference.key, reference.origin)
    cured = (one for one in findings if not one.citation and (one.reference, one.origin) == own)
    fixes = [one.fix for one in cured if one.fix and one.fix.safe]
    inside = [fix for fix in fixes if reference.start <= fix.start <= fix.end <= reference.end]
    text = reference.text
    for fix in sorted(_disjoint(inside), key=lambda fix: fix.start, reverse=True):
        start, end = fix.start - reference.start, fix.end - reference.start
        text = text[:start] + fix.replacement + text[end:]
    return text if text != reference.text else ""


def _disjoint(fixes: list[Fix]) -> list[Fix]:
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.end)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return kept


def _candidate(candidate: Candidate) -> tuple[str, str, str]:
    agreeing = ", ".join(FIELD_WORDS.get(name, name) for name in candidate.agreement.agreeing)
    return describe(candidate.work), address(candidate.work), agreeing


def _context(article: Article, finding: Finding) -> tuple[tuple[Segment, ...], ...]:
    if finding.start is None or finding.end is None or finding.origin or finding.places:
        return ()  # each of several places is shown with its own sentence
    return (marked_sentence(article.text, finding.start, finding.end),)


def _citing_spans(article: Article) -> dict[str, set[Span]]:
    """Where the text cites each entry, by its key."""
    spans: dict[str, set[Span]] = {}
    for link in article.links:
        at = link.item.start or link.citation.start, link.item.end or link.citation.end
        for one in link.references:
            spans.setdefault(one.key, set()).add(at)
    return spans


def _citing_sentences(article: Article, spans: set[Span]) -> tuple[tuple[Segment, ...], ...]:
    return tuple(marked_sentence(article.text, start, end) for start, end in sorted(spans)[:3])
