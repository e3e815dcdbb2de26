"""The sentence to take home: how many references were checked against what, and what has to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from litreview.matching.outside import COUNTED
from litreview.model.finding import Finding, Severity
from litreview.model.match import FIELD_WORDS, Match, MatchStatus
from litreview.model.reference import Reference
from litreview.parsing.cited_kinds import kind_cited
from litreview.reports.checked import Checked
from litreview.reports.counts import plural, unreliable

SHOWN = 5
"""Works that must be fixed which the sentence names; a longer one is not read (judgement)."""

_DECIDED = (MatchStatus.MATCHED, MatchStatus.AMBIGUOUS, MatchStatus.UNMATCHED)
"""Ends of a look-up in which the sources asked could have known the work."""
_ACROSS = "L"
"""Rules that say of several articles what another rule says of the reference."""

Subject = tuple[int | None, str]


def sentence(report: Checked) -> str:
    """What was checked and what came of it, in one sentence that can be pasted into a letter."""
    if len(report.unread) == len(report.articles) > 0:
        one = len(report.articles) == 1
        return f"{'The file' if one else f'None of the {len(report.articles)} files'} was {_reasons(report)}."
    return f"{_looked_up(report)}; {'; '.join(_parts(report))}."


def _reasons(report: Checked) -> str:
    return "; ".join(dict.fromkeys(report.unread))


def obstacles(report: Checked) -> str:
    """Why references could not be checked, in the source's words, the most frequent reason first; empty where
    all were, or nobody was asked."""
    return reasons(match for matches in report.matches for match in matches) if report.source else ""


def reasons(matches: Iterable[Match]) -> str:
    """Why look-ups came to nothing; empty where they did not, or nobody was asked."""
    silent = (match for match in matches if match.status is MatchStatus.UNAVAILABLE)
    told = Counter(match.obstacle.rstrip(".") for match in silent if match.obstacle)
    return "; ".join(reason for reason, _ in told.most_common(2))


def _asked(report: Checked) -> int:
    return sum(report.statuses[status] for status in _DECIDED)


def _looked_up(report: Checked) -> str:
    total, asked = report.statuses.total(), _asked(report)
    files = len(report.articles) - len(report.unread)
    where = f" in {plural(files, 'file')}" if len(report.articles) > 1 else ""
    if not total:
        return f"No reference was found{where}"
    every, was = ("The one reference", "was") if total == 1 else (f"The {total} references", "were")
    if not report.source:
        return f"{every}{where} {was} read and not looked up"
    if report.statuses[MatchStatus.UNAVAILABLE] == total:
        why = obstacles(report) or f"{report.source} did not answer"
        return f"{every}{where} could not be checked: {why}"
    if not asked:
        return f"{every}{where} could not be compared with records of {report.source}"
    if asked < total:
        every, was = f"Of {total} references", f"{asked} {'was' if asked == 1 else 'were'}"
    return f"{every}{where} {was} checked against {report.source}"


def _parts(report: Checked) -> Iterator[str]:
    errors = _subjects(report, Severity.ERROR)
    looks = len(_subjects(report, Severity.WARNING).keys() - errors.keys())
    nothing = "nothing must be fixed" if _asked(report) else "nothing in the text itself must be fixed"
    yield f"{len(errors)} must be fixed ({_named(errors, report)})" if errors else nothing
    if looks:
        yield f"{looks} {'deserves' if looks == 1 else 'deserve'} a look"
    if report.statuses[MatchStatus.OUTSIDE]:
        yield _outside(report)
    silent = report.statuses[MatchStatus.UNAVAILABLE]
    if report.source and 0 < silent < report.statuses.total():
        why = obstacles(report)
        yield f"{silent} could not be checked{f' ({why})' if why else ''}"
    yield from unreliable(report)


def _outside(report: Checked) -> str:
    """``4 books and 2 web pages are outside the registers``."""
    outside = (one for own in report.matches for one in own if one.status is MatchStatus.OUTSIDE)
    kinds = Counter(kind_cited(match.reference) for match in outside)
    counted = [f"{count} {COUNTED[kind][count > 1]}" for kind, count in kinds.most_common()]
    told = " and ".join(part for part in (", ".join(counted[:-1]), counted[-1]) if part)
    return f"{told} {'is' if kinds.total() == 1 else 'are'} outside the registers"


def _subjects(report: Checked, severity: Severity) -> dict[Subject, list[Finding]]:
    """What findings of a severity are about, a reference or a citation, each with them."""
    found: dict[Subject, list[Finding]] = {}
    for finding in report.findings:
        unread = finding.article_at is not None and report.articles[finding.article_at].unread
        if finding.severity is severity and not unread:  # nobody has to mend that in the article
            about = finding.reference or finding.cited or finding.message
            found.setdefault((finding.article_at, about), []).append(finding)
    return found


def _named(errors: dict[Subject, list[Finding]], report: Checked) -> str:
    """``[12] year, [31] retracted``."""
    names = [f"{_name(subject, report)} {_faults(findings)}" for subject, findings in errors.items()]
    more = [f"{len(names) - SHOWN} more"] if len(names) > SHOWN else []
    return ", ".join([*names[:SHOWN], *more])


def _name(subject: Subject, report: Checked) -> str:
    at, about = subject
    references = report.articles[at].references if at is not None else ()
    reference = next((one for one in references if one.key == about), None)
    return _called(reference) if reference else about


def _called(reference: Reference) -> str:
    """``[12]`` in a numbered list, else ``Brandt 2015``, as an author knows it."""
    if reference.number is not None:
        return f"[{reference.number}]"
    work = reference.work
    first = str(work.author[0].family or work.author[0]) if work.author else ""
    return f"{first} {work.year}" if first and work.year else reference.key


def _faults(findings: list[Finding]) -> str:
    """What is wrong, in a word each: ``year and title``. What is said across articles is the same fault."""
    own = [finding for finding in findings if not finding.rule.startswith(_ACROSS)] or findings
    return " and ".join(dict.fromkeys(map(_fault, own)))


def _fault(finding: Finding) -> str:
    if finding.name.endswith("mismatch") and finding.field in FIELD_WORDS:
        return f"{FIELD_WORDS[finding.field]}{' in the text' if finding.citation else ''}"
    return finding.name.replace("-", " ")
