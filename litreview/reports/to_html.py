"""Report → one self-contained HTML page: no script, no outside file; prints, and reads on a phone."""

from __future__ import annotations

from collections import Counter
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from litreview.model.finding import Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.reports.cards import cards, loose_findings
from litreview.reports.counts import STATUS_WORDS, checked, counted, plural
from litreview.reports.finding_table import message_with_places
from litreview.reports.records import address, describe, is_web, rows
from litreview.reports.report import Report
from litreview.reports.sections import SECTIONS, sectioned
from litreview.reports.sentence import sentence
from litreview.reports.spots import Said


@cache
def environment() -> Environment:
    """The templates of this folder; everything is escaped, nothing undefined passes."""
    found = Environment(
        loader=PackageLoader("litreview.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.tests["web"] = is_web
    found.globals |= {"plural": plural, "counted": counted, "message_with_places": message_with_places}
    return found


def render(report: Report) -> str:
    """The whole page."""
    return environment().get_template("report.html.j2").render(view(report))


def body(report: Report) -> str:
    """The findings alone, for a page that has a head of its own."""
    return environment().get_template("findings.html.j2").render(view(report))


def view(report: Report) -> dict[str, object]:
    """What the templates show, as plain values."""
    gathered = [
        (article, name, cards(report, article))
        for article, name in zip(report.articles, report.names, strict=True)
    ]
    return {
        "report": report,
        "first": [card for _, _, group in gathered for card in group if card.severity is Severity.ERROR],
        "must_fix": SECTIONS[Severity.ERROR],
        "sentence": sentence(report),
        "summary": counted(report.severities),
        "checked": checked(report),
        "as_of": report.as_of.isoformat() if report.as_of else "",
        "loose": [Said(finding) for finding in loose_findings(report)],
        "articles": [
            {
                "article": article,
                "name": name,
                "title": article.document.title or name,
                "counts": Counter(finding.severity.value for finding in report.findings_of(article)),
                "summary": counted(Counter(finding.severity for finding in report.findings_of(article))),
                "sections": [
                    (SECTIONS[level], level.value, own)
                    for level, own in sectioned(group, lambda card: card.severity)
                ],
                "grave": any(card.severity is not Severity.NOTE for card in group),
                "unchecked": all(
                    match.status is MatchStatus.UNAVAILABLE for _, match in report.entries(article)
                ),
                "entries": [_entry(reference, match) for reference, match in report.entries(article)],
            }
            for article, name, group in gathered
        ],
    }


def _entry(reference: Reference, match: Match) -> dict[str, object]:
    return {
        "key": reference.key,
        "text": reference.text,
        "status": match.status.value,
        "words": STATUS_WORDS[match.status],
        "record": describe(match.work) if match.work else "",
        "url": address(match.work) if match.work else "",
        "reason": match.reason,
        "rows": rows(match.agreement) if match.agreement else (),
    }
