"""Findings with fixes → what is changed in each file, and what of it has to be left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from litreview.editing.apply.edits import Edit, narrowed
from litreview.editing.propose.added_doi import add_doi
from litreview.editing.propose.proofs import Proofs
from litreview.editing.propose.sheets import Sheets
from litreview.formats.pens import pen_of
from litreview.matching.proven import is_proven
from litreview.model.article import Article
from litreview.model.finding import Finding, Fix, Severity, singles
from litreview.model.match import Match
from litreview.model.notation import Notation
from litreview.model.reference import Reference

MISSING_DOI = "missing-doi"


class Checked(Protocol):
    """What a check found: a ``Report`` is one."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were checked."""

    @property
    def matches(self) -> tuple[tuple[Match, ...], ...]:
        """One tuple per article, aligned with its references."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What counts."""


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


def plan(checked: Checked, *, unsafe: bool = False) -> tuple[Plan, ...]:
    """One plan per file that has something to fix, by path. Of two fixes that overlap the first stays."""
    texts = {article.path: article.text for article in checked.articles}
    for article in checked.articles:
        texts |= _origins(article)
    by_path: dict[str, list[Finding]] = {}
    spelt: dict[Path, str] = {}
    for finding in (*singles(checked.findings), *(_dois_then_due(checked) if unsafe else ())):
        if finding.fix and (finding.fix.safe or unsafe):
            path = finding.origin or finding.article
            # two articles may name one file as "refs.bib" and "../x/refs.bib"
            by_path.setdefault(spelt.setdefault(Path(path).resolve(), path), []).append(finding)
    return tuple(_plan(path, findings, texts) for path, findings in sorted(by_path.items()))


def without_pen(checked: Checked, *, unsafe: bool = False) -> dict[tuple[str, Notation], tuple[Finding, ...]]:
    """The findings that would be corrected if somebody could write the notation of their entries, by the path
    of the file and that notation."""
    found: dict[tuple[str, Notation], list[Finding]] = {}
    proofs = Proofs(checked.articles, checked.matches)
    for finding in singles(checked.findings):
        if finding.cure is None or finding.fix is not None or finding.citation:
            continue
        proof = proofs.of(finding)
        if proof is None or not (unsafe or is_proven(proof[0])):
            continue
        notation = proof[0].reference.notation
        if pen_of(notation) is None:
            key = finding.origin or finding.article, notation
            found.setdefault(key, []).append(finding)
    return {key: tuple(own) for key, own in found.items()}


def _dois_then_due(checked: Checked) -> Iterator[Finding]:
    """DOIs that are due once the unsafe corrections are made: else a second run would add them."""
    found = {_entry_of(item): item for item in singles(checked.findings) if item.fix and item.field}
    said = {_entry_of(item) for item in singles(checked.findings) if item.name == MISSING_DOI}
    sheets = Sheets()
    for article, matches in zip(checked.articles, checked.matches, strict=False):
        for match in matches:
            key = article.path, match.reference.origin, match.reference.key
            if match.work is None or not match.work.doi or match.reference.work.doi:
                continue
            if key not in found or key in said:
                continue
            if fix := add_doi(match, article, partial(sheets.text, match.reference, article)):
                yield replace(
                    found[key], name=MISSING_DOI, rule="M310", severity=Severity.NOTE, field="DOI", fix=fix,
                    found=match.work.doi, message="the DOI is missing", origin=match.reference.origin,
                    cited="", citation="",
                )  # fmt: skip


def _entry_of(finding: Finding) -> tuple[str, str, str]:
    return finding.article, finding.origin, finding.reference


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


def _plan(path: str, findings: Iterable[Finding], texts: Mapping[str, str]) -> Plan:
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
