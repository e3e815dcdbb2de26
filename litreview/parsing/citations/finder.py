"""All in-text citations of a text or a document, in the scheme the document follows."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.model.article import Citation
from litreview.model.document import Document
from litreview.parsing.citations.author_year import find_author_year
from litreview.parsing.citations.evidence import NO_EVIDENCE, ListEvidence
from litreview.parsing.citations.furniture import is_furniture
from litreview.parsing.citations.numbers import find_bracketed, find_parenthesised
from litreview.parsing.citations.schemes import (
    AUTHOR_YEAR,
    BRACKETED,
    SUPERSCRIPT,
    choose_scheme,
    explained,
)
from litreview.parsing.citations.superscripts import find_flattened, find_marked
from litreview.parsing.lists.sections import Section, inside_any


def find_citations(text: str, evidence: ListEvidence = NO_EVIDENCE) -> tuple[Citation, ...]:
    """The citations of a stretch of text, in order; works with or without a reference list.

    Spans are those of the whole group: brackets belong to it where nothing but the citation stands in them
    ("(A 2017; B 2015)", "[3–5]"), a narrative one runs from the first name to the closing bracket
    ("Smith and Jones (2010)"), superscripts are their digits.
    """
    return find_in_document(Document(text), evidence, ())[0]


def find_in_document(
    document: Document,
    evidence: ListEvidence,
    sections: Sequence[Section],
    span: tuple[int, int] | None = None,
) -> tuple[tuple[Citation, ...], str]:
    """The citations that the text, or a span of it, shows outside the reference lists, and the scheme it
    follows: ``author-year``, ``bracketed``, ``superscript`` or ``none``."""
    found = _all_schemes(document, evidence, sections, span or (0, len(document.text)))
    scheme = choose_scheme(found, evidence)
    kept = list(found.get(scheme, ()))
    if scheme == BRACKETED and not evidence.exists:
        kept += found[AUTHOR_YEAR]
    return tuple(sorted(kept, key=lambda citation: citation.start)), scheme


def _all_schemes(
    document: Document, evidence: ListEvidence, sections: Sequence[Section], span: tuple[int, int]
) -> dict[str, list[Citation]]:
    text = document.text
    found = {
        AUTHOR_YEAR: find_author_year(text, evidence, *span),
        BRACKETED: find_bracketed(text, evidence, *span),
        SUPERSCRIPT: find_marked(text, document.styles, evidence, *span),
    }
    found = {name: _outside(citations, sections) for name, citations in found.items()}
    found[AUTHOR_YEAR] = [one for one in found[AUTHOR_YEAR] if not is_furniture(text, one)]
    if len(found[BRACKETED]) + len(found[SUPERSCRIPT]) <= _FEW:
        _add_doubtful(text, found, evidence, sections, span)
    elif found[SUPERSCRIPT] and evidence.numbered and _coverage(found[SUPERSCRIPT], evidence) < _COVERED:
        taken = {citation.start for citation in found[SUPERSCRIPT]}
        flat = _outside(find_flattened(text, evidence, *span), sections)
        found[SUPERSCRIPT] += [citation for citation in flat if citation.start not in taken]
    return found


def _coverage(citations: list[Citation], evidence: ListEvidence) -> float:
    """Share of the list's numbers that the citations reach."""
    return len({item.number for citation in citations for item in citation.items}) / evidence.size


_COVERED = 0.8
"""Share of a list that superscripts marked by the format must reach before flattened ones are not looked
for; a PDF shows the height of some only."""
_FEW = 2
"""Marked numbers so few that the text may still follow another scheme."""


def _add_doubtful(
    text: str,
    found: dict[str, list[Citation]],
    evidence: ListEvidence,
    sections: Sequence[Section],
    span: tuple[int, int],
) -> None:
    """Adds numbers in round brackets or flattened superscripts, whichever are more, where the text is not
    plainly author–year."""
    if evidence.exists and not evidence.numbered and found[AUTHOR_YEAR]:
        return
    flat = _outside(find_flattened(text, evidence, *span), sections)
    round_ = _outside(find_parenthesised(text, evidence, *span), sections)
    marked = found[BRACKETED] + found[SUPERSCRIPT]
    rivals = (round_, marked, found[AUTHOR_YEAR])
    if _is_more(flat, rivals, evidence):
        found[SUPERSCRIPT], found[BRACKETED] = flat, []
    elif _is_more(round_, (marked, found[AUTHOR_YEAR]), evidence):
        found[BRACKETED] = round_


def _is_more(citations: list[Citation], rivals: Sequence[list[Citation]], evidence: ListEvidence) -> bool:
    """True where citations outnumber their rivals and, with a list, explain more of it."""
    most = max(len(rival) for rival in rivals)
    best = max(explained(rival, evidence) for rival in rivals)
    return len(citations) > most and (not evidence.exists or explained(citations, evidence) > best)


def _outside(citations: list[Citation], sections: Sequence[Section]) -> list[Citation]:
    return [citation for citation in citations if not inside_any(citation.start, sections)]
