"""Fixes → files: the smallest edits, every other byte as it was.

Only files whose text *is* the file (text, Markdown, LaTeX, bibliographies) are edited here; HTML and
Word have editors of their own in ``fix_html`` and ``fix_docx``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

from litreview.model.finding import Finding, Fix

if TYPE_CHECKING:
    from litreview.reports.report import Report


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be changed in one file: the fixes, and the findings they answer, in the same order."""

    path: str
    fixes: tuple[Fix, ...]
    findings: tuple[Finding, ...]


def plan(report: Report, *, unsafe: bool = False) -> tuple[Plan, ...]:
    """One plan per file that has something to fix, by path. Of two fixes that overlap the first stays."""
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.fix and (finding.fix.safe or unsafe):
            by_path.setdefault(finding.origin or finding.article, []).append(finding)
    return tuple(_plan(path, findings) for path, findings in sorted(by_path.items()))


def _plan(path: str, findings: list[Finding]) -> Plan:
    kept: list[tuple[Fix, Finding]] = []
    pairs = [(finding.fix, finding) for finding in findings if finding.fix]
    for fix, finding in sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end)):
        if kept and _collide(kept[-1][0], fix):
            continue
        kept.append((fix, finding))
    return Plan(path, tuple(fix for fix, _ in kept), tuple(finding for _, finding in kept))


def _collide(earlier: Fix, later: Fix) -> bool:
    """Two edits that touch the same text, or insert at the same place, cannot both be made."""
    return later.start < earlier.end or (later.start, later.end) == (earlier.start, earlier.end)


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """A text with its spans replaced, from the end to the beginning so that offsets hold."""
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.end), reverse=True):
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


def diff(path: str, before: str, after: str) -> str:
    """A unified diff that ``patch -p1`` takes; empty where nothing changes."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Lines as ``patch`` counts them: only a line feed ends one (``splitlines`` also splits at U+2028)."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return [line for line in lines if line]
