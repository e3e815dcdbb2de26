"""What was corrected in each file, and what is left for the author and why, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from litreview.editing.apply.files import Correction
from litreview.editing.apply.plan import Checked
from litreview.matching.proven import UNPROVEN
from litreview.model.finding import Finding, Fix, Severity, singles
from litreview.model.match import Match, MatchStatus

NO_RECORD = "no record was found, so nothing is proposed"
OUTSIDE = "a kind of work that the sources do not hold, so nothing is proposed"
SPLIT = "its parts belong to different works, so nothing is proposed"
SEVERAL = "several records fit, so nothing is proposed"
NOT_ASKED = "could not be looked up"
UNASKED = "(--unsafe makes it)"
COLLIDES = "another correction changes the same words (run it again)"
BY_HAND = "needs your judgement"

_BY_STATUS = {
    MatchStatus.UNMATCHED: NO_RECORD, MatchStatus.AMBIGUOUS: SEVERAL, MatchStatus.UNAVAILABLE: NOT_ASKED,
    MatchStatus.OUTSIDE: OUTSIDE,
}  # fmt: skip


def summary(report: Checked, made: Sequence[Correction], *, done: str) -> str:
    """One block per file: its corrections, then what is left. ``done`` is "made" or "proposed".

    Notes without a correction are not listed, for they ask for nothing; but those of values that a record has
    otherwise and is not believed in.
    """
    by_file: dict[str, list[Finding]] = {}
    answered = {finding for correction in made for finding in correction.findings}
    for finding in singles(report.findings):
        is_told = finding.fix or finding.severity is not Severity.NOTE or _disbelief(finding, report)
        if finding not in answered and is_told:
            by_file.setdefault(finding.origin or finding.article, []).append(finding)
    corrected = {correction.path: correction for correction in made}
    lines: list[str] = []
    for path in dict.fromkeys((*corrected, *by_file)):
        lines += _block(path, corrected.get(path), by_file.get(path, []), report, done)
    count = sum(len(_once(correction)) for correction in made)
    left = sum(map(len, by_file.values()))
    lines.append(f"{count} correction(s) {done}, {left} finding(s) left for you")
    return "\n".join(lines)


def _block(
    path: str, correction: Correction | None, left: Sequence[Finding], report: Checked, done: str
) -> Iterator[str]:
    yield f"{path or 'across files'}:"
    if correction is not None:
        for fix, finding in _once(correction):
            yield f"  {done}: {_where(finding)}{' '.join(fix.description.split())} ({finding.name})"
        yield from (f"  note: {remark}" for remark in correction.remarks)
    for finding in left:
        yield f"  left: {_where(finding)}{finding.name}: {_why(finding, report)}"


def _once(correction: Correction) -> list[tuple[Fix, Finding]]:
    """The fixes with their findings; of several articles that name one file each change once."""
    pairs = zip(correction.fixes, correction.findings, strict=True)
    found: dict[tuple[int, int, str, str], tuple[Fix, Finding]] = {}
    for fix, item in pairs:
        found.setdefault((fix.start, fix.end, fix.replacement, item.rule), (fix, item))
    return list(found.values())


def _where(finding: Finding) -> str:
    who = finding.reference or finding.citation
    return f"line {finding.line}, {who}: " if finding.line and who else f"{who}: " if who else ""


def _why(finding: Finding, report: Checked) -> str:
    if finding.fix:
        return COLLIDES if finding.fix.safe else _left_unasked(finding.fix)
    if disbelief := _disbelief(finding, report):
        return f"{finding.cited} stays: the record says {finding.found}, which {disbelief}"
    match = _match(finding, report)
    if match is None:
        return BY_HAND
    return SPLIT if len(match.donors) > 1 else _BY_STATUS.get(match.status, BY_HAND)


def _match(finding: Finding, report: Checked) -> Match | None:
    own = () if finding.article_at is None else report.matches[finding.article_at]
    return next((match for match in own if match.reference.key == finding.reference), None)


def _disbelief(finding: Finding, report: Checked) -> str:
    """Why the record's value in the finding's field is not believed; empty where it is."""
    match = None if finding.fix or finding.citation else _match(finding, report)
    items = match.agreement if match and match.agreement and finding.severity is Severity.NOTE else ()
    return next((item.disbelief for item in items if item.field == finding.field and finding.found), "")


def _left_unasked(fix: Fix) -> str:
    """What would be written, and why it is not."""
    return f"{' '.join(fix.description.split())}: {fix.doubt or UNPROVEN} {UNASKED}"
