"""Fixes → files: the smallest edits, every other byte as it was.

Only files whose text *is* the file (text, Markdown, LaTeX, bibliographies) are edited here; HTML and
Word have editors of their own in ``fix_html`` and ``fix_docx``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, unified_diff
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from litreview.model.finding import Finding, Fix, Severity
from litreview.rules.added_doi import add_doi

if TYPE_CHECKING:
    from litreview.model.article import Article
    from litreview.model.reference import Reference
    from litreview.reports.report import Report


_TOKENS = re.compile(r"\s+|[^\W\d_]+|\d+|.", re.DOTALL)
MISSING_DOI = "missing-doi"
LEAST_ALIKE = 0.45
"""Likeness of two values from which single words are replaced; below, the whole value is (a title that is
another one would else be changed into confetti; set on the mutated records of the tests)."""


class Edit(NamedTuple):
    """One stretch of a text and what stands there afterwards."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be changed in one file: the fixes, and the findings they answer, in the same order.

    ``left`` are the findings whose fixes are not made, because they are not proven or would touch the same
    words as another one.
    """

    path: str
    fixes: tuple[Fix, ...]
    findings: tuple[Finding, ...]
    left: tuple[Finding, ...] = ()


def plan(report: Report, *, unsafe: bool = False) -> tuple[Plan, ...]:
    """One plan per file that has something to fix, by path. Of two fixes that overlap the first stays."""
    texts = {article.path: article.text for article in report.articles}
    for article in report.articles:
        texts |= _origins(article)
    by_path: dict[str, list[Finding]] = {}
    for finding in (*report.findings, *(_dois_then_due(report) if unsafe else ())):
        if finding.fix and (finding.fix.safe or unsafe):
            by_path.setdefault(finding.origin or finding.article, []).append(finding)
    return tuple(_plan(path, findings, texts) for path, findings in sorted(by_path.items()))


def _dois_then_due(report: Report) -> Iterator[Finding]:
    """DOIs that are due once the unsafe corrections are made: else a second run would add them."""
    found = {(item.article, item.reference): item for item in report.findings if item.fix and item.field}
    said = {(item.article, item.reference) for item in report.findings if item.name == MISSING_DOI}
    for article, matches in zip(report.articles, report.matches, strict=False):
        for match in matches:
            key = article.path, match.reference.key
            is_due = match.work is not None and match.work.doi and not match.reference.work.doi
            if is_due and key in found and key not in said and (fix := add_doi(match, article)):
                yield replace(
                    found[key], name=MISSING_DOI, rule="M310", severity=Severity.NOTE, field="DOI", fix=fix,
                    found=match.work.doi if match.work else "", message="the DOI is missing",
                    origin=match.reference.origin, cited="", citation="",
                )  # fmt: skip


def _origins(article: Article) -> dict[str, str]:
    """The text of each named bibliography, as far as its entries show it; blanks stand between them."""
    parts: dict[str, list[Reference]] = {}
    for reference in article.references:
        if reference.origin:
            parts.setdefault(reference.origin, []).append(reference)
    texts = {}
    for path, references in parts.items():
        text = [" "] * max(reference.end for reference in references)
        for reference in references:
            text[reference.start : reference.end] = reference.text
        texts[path] = "".join(text)
    return texts


def _plan(path: str, findings: list[Finding], texts: Mapping[str, str]) -> Plan:
    made: list[tuple[Fix, Finding]] = []
    left: list[Finding] = []
    taken: set[Edit] = set()
    for finding in sorted(findings, key=lambda one: (one.fix.start, one.fix.end) if one.fix else (0, 0)):
        assert finding.fix is not None
        edits = set(narrowed(texts.get(path, ""), finding.fix))
        if any(_collide(one, other) for one in taken for other in edits if one != other):
            left.append(finding)
            continue
        taken |= edits
        made.append((finding.fix, finding))
    return Plan(path, tuple(fix for fix, _ in made), tuple(finding for _, finding in made), tuple(left))


def _collide(one: Edit, other: Edit) -> bool:
    """Two edits that touch the same text, or insert at the same place, cannot both be made."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def narrowed(text: str, fix: Fix) -> tuple[Edit, ...]:
    """The words of a fix that really change: "1199–1211" → "1203–1211" is the edit "1199" → "1203"."""
    old = text[fix.start : fix.end]
    if not old or not fix.replacement:
        return (Edit(fix.start, fix.end, fix.replacement),)
    before, after = _TOKENS.findall(old), _TOKENS.findall(fix.replacement)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return (Edit(fix.start, fix.end, fix.replacement),)
    at = list(accumulate((len(token) for token in before), initial=fix.start))
    return tuple(
        Edit(at[i], at[j], "".join(after[m:n]))
        for kind, i, j, m, n in matcher.get_opcodes()
        if kind != "equal"
    )


def edits_of(text: str, fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """The smallest edits that make these fixes, in order, each once."""
    return tuple(sorted({edit for fix in fixes for edit in narrowed(text, fix)}))


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """A text with its fixes made."""
    return apply_edits(text, edits_of(text, fixes))


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """A text with its spans replaced, from the end to the beginning so that offsets hold."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
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
