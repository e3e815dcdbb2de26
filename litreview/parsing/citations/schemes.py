"""Which way of citing a text follows: the one that explains its reference list, not the one seen most often.

A paper full of exponents has more superscript numbers than citations; what its author–year citations reach
in the list, the exponents do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from litreview.model.article import Citation, CitationItem
from litreview.parsing.citations.evidence import ListEvidence

AUTHOR_YEAR, BRACKETED, SUPERSCRIPT, NONE = "author-year", "bracketed", "superscript", "none"

COUNTED_SHARE = 0.6
"""Share of a list without printed numbers that numbers in the text must reach to be believed to count its
entries. Set on invented lists whose labels were lost (all of it is reached) and on texts with exponents
(a handful of small numbers)."""
RISING_SHARE = 0.8
"""Share of the numbers that must stand in rising order where they first appear, as citations do that are
numbered as they come; exponents do not."""


def choose_scheme(found: Mapping[str, Sequence[Citation]], evidence: ListEvidence) -> str:
    """The scheme whose citations reach most of the list and least beyond it; without a list, the one with
    most citations. ``none`` where there is no citation at all."""
    counts = {name: len(citations) for name, citations in found.items()}
    if not any(counts.values()):
        return NONE
    if not evidence.exists:
        return max(counts, key=lambda name: counts[name])
    allowed = {
        name: citations
        for name, citations in found.items()
        if citations and (name == AUTHOR_YEAR or evidence.numbered or _counts_entries(citations, evidence))
    }
    if not allowed:
        return NONE

    def merit(name: str) -> tuple[float, bool, int]:
        numbers = name != AUTHOR_YEAR and evidence.numbered
        return explained(allowed[name], evidence), numbers, counts[name]

    return max(allowed, key=merit)


def explained(citations: Sequence[Citation], evidence: ListEvidence) -> float:
    """How many entries of the list the citations reach, times the share of their items that reach one."""
    items = [item for citation in citations for item in citation.items]
    reaching = [item for item in items if _reaches(item, evidence)]
    reached = {(item.number, item.names[:1], item.year, item.suffix) for item in reaching}
    return len(reached) * len(reaching) / len(items) if items else 0.0


def _reaches(item: CitationItem, evidence: ListEvidence) -> bool:
    if item.number is not None:
        return item.number <= evidence.size
    dated = item.year is None or item.year in evidence.years
    return dated and evidence.knows_any(item.names[:1])


def _counts_entries(citations: Sequence[Citation], evidence: ListEvidence) -> bool:
    """True where numbers count the entries of a list that lost its labels: nearly all of it, from 1, in
    order."""
    first_seen = list(dict.fromkeys(item.number or 0 for citation in citations for item in citation.items))
    inside = [number for number in first_seen if number <= evidence.size]
    if len(inside) < COUNTED_SHARE * evidence.size or 1 not in inside:
        return False
    steps = list(pairwise(inside))
    return sum(a < b for a, b in steps) >= RISING_SHARE * len(steps)
