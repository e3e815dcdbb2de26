"""How reports count: findings by severity, references by how their look-up ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from litreview.model.finding import Severity
from litreview.model.match import MatchStatus
from litreview.reports.checked import Checked

STATUS_WORDS = {
    MatchStatus.MATCHED: "matched",
    MatchStatus.AMBIGUOUS: "ambiguous",
    MatchStatus.UNMATCHED: "no record found",
    MatchStatus.OUTSIDE: "outside the registers",
    MatchStatus.UNAVAILABLE: "could not be checked",
}


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


def checked(report: Checked) -> str:
    """``17 references: 15 matched, 1 ambiguous, 1 no record found; 1 file could not be read reliably``."""
    total = sum(report.statuses.values())
    parts = [
        f"{report.statuses[status]} {word}"
        for status, word in STATUS_WORDS.items()
        if report.statuses[status]
    ]
    said = f"{plural(total, 'reference')}: {', '.join(parts)}" if parts else plural(total, "reference")
    return "; ".join((said, *unreliable(report)))


def unreliable(report: Checked) -> Iterator[str]:
    """``1 file was not read``, ``2 files could not be read reliably``; nothing where all were."""
    unread = len(report.unread)
    if unread:
        yield f"{plural(unread, 'file')} {'was' if unread == 1 else 'were'} not read"
    if len(report.doubted) > unread:
        yield f"{plural(len(report.doubted) - unread, 'file')} could not be read reliably"
