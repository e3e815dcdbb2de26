"""All in-text citations of a text or a document, in the scheme the document follows."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.model.article import Citation
from litreview.model.document import Document
from litreview.parsing.citations.author_year import find_author_year
from litreview.parsing.citations.evidence import NO_EVIDENCE, ListEvidence
from litreview.parsing.citations.numbers import find_bracketed, find_parenthesised
from litreview.parsing.citations.superscripts import find_superscripts
from litreview.parsing.sections import Section


def find_citations(text: str, evidence: ListEvidence = NO_EVIDENCE) -> tuple[Citation, ...]:
    """The citations of a stretch of text, in order; works with or without a reference list.

    Spans are those of the whole group: brackets belong to it where nothing but the citation stands in them
    ("(A 2017; B 2015)", "[3–5]"), a narrative one runs from the first name to the closing bracket
    ("Smith and Jones (2010)"), superscripts are their digits.
    """
    return find_in_document(Document(text), evidence, ())[0]


def find_in_document(
    document: Document, evidence: ListEvidence, sections: Sequence[Section]
) -> tuple[tuple[Citation, ...], str]:
    """The citations outside the reference lists, and the scheme the document follows."""
    text = document.text
    by_scheme = {
        "author-year": _outside(find_author_year(text, evidence), sections),
        "bracketed": _outside(find_bracketed(text, evidence), sections),
        "superscript": _outside(find_superscripts(text, evidence), sections),
    }
    if not by_scheme["bracketed"]:
        by_scheme["bracketed"] = _outside(find_parenthesised(text, evidence), sections)
    scheme = max(by_scheme, key=lambda name: len(by_scheme[name]))
    if not by_scheme[scheme]:
        return (), "none"
    found = [citation for citations in by_scheme.values() for citation in citations]
    return tuple(sorted(found, key=lambda citation: citation.start)), scheme


def _outside(citations: list[Citation], sections: Sequence[Section]) -> list[Citation]:
    if not sections:
        return citations
    return [c for c in citations if not any(s.heading <= c.start < s.end for s in sections)]
