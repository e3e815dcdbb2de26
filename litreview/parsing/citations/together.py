"""All citations of a document: those its format declares, those its text shows, those that notes make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from litreview.model.article import Citation
from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.parsing.citations.alphas import find_alphas, read_labels
from litreview.parsing.citations.evidence import ListEvidence, read_evidence
from litreview.parsing.citations.finder import find_in_document
from litreview.parsing.citations.links import ReferenceIndex
from litreview.parsing.citations.marks import read_marks
from litreview.parsing.citations.notes import in_notes, leads_away, read_notes
from litreview.parsing.lists.further import with_further
from litreview.parsing.lists.sections import Section, inside_any
from litreview.parsing.scopes import Scope, find_scopes


def read_citations(
    document: Document,
    references: Sequence[Reference],
    sections: Sequence[Section],
    live: Sequence[Citation] = (),
) -> tuple[tuple[Citation, ...], str]:
    """Citations the format declares, the live ones among them, and those its text shows beside them if they
    lead to exactly one reference."""
    evidence = read_evidence(references)
    scopes = find_scopes(document.text, sections, references)
    shown, scheme = _shown(document, evidence, with_further(document, sections), scopes)
    declared = [*read_marks(document, {reference.key for reference in references}, evidence), *live]
    labels = read_labels(references, document.text)
    if labels and not declared:
        declared = find_alphas(document.text, labels)
    declared = [
        one
        for one in declared
        if not inside_any(one.start, sections) or leads_away(one, references, sections)
    ]
    found, scheme = (
        _beside(document, shown, scheme, declared, references) if declared else (list(shown), scheme)
    )
    return _with_notes(document, references, sections, declared, found, scheme)


def _beside(
    document: Document,
    shown: Sequence[Citation],
    scheme: str,
    declared: Sequence[Citation],
    references: Sequence[Reference],
) -> tuple[list[Citation], str]:
    """The declared citations and those that the text shows beside them, with the scheme. What a link marks
    whose entry is not there is a citation, whatever the list says."""
    linked = {at for mark in document.marks if mark.kind == "link" for at in range(mark.start, mark.end)}
    taken = {at for citation in declared for at in range(citation.start, citation.end)}
    index = ReferenceIndex(references)
    kinds = {citation.kind for citation in declared}
    kinds |= {"narrative", "parenthetical"} if kinds & {"narrative", "parenthetical", "key"} else set()
    beside = [
        citation
        for citation in shown
        if citation.kind in kinds
        and taken.isdisjoint(range(citation.start, citation.end))
        and (
            linked.issuperset(range(citation.start, citation.end))
            or all(len(index.find(item)) == 1 for item in citation.items)
        )
    ]
    if not any(citation.kind in kinds for citation in shown):
        scheme = "none"
    scheme = "key" if "key" in kinds else scheme if scheme != "none" else "link"
    return [citation for citation in (*declared, *beside) if citation.items], scheme


def _with_notes(
    document: Document,
    references: Sequence[Reference],
    sections: Sequence[Section],
    declared: Sequence[Citation],
    found: Sequence[Citation],
    scheme: str,
) -> tuple[tuple[Citation, ...], str]:
    """The citations, with those in notes that lead to a source. Where most stand in notes, nothing else
    that looks like a citation in them is one: "Thing Press, 1973"."""
    noted = in_notes(document, sections)
    inside = {id(one) for one in found if any(start <= one.start < end for start, end in noted)}
    sure = {id(one) for one in declared}
    kept = [one for one in found if id(one) not in inside or id(one) in sure]
    notes = read_notes(document, references, sections, kept, noted)
    if len(notes) + len(inside & sure) > len(found) - len(inside):
        return tuple(sorted((*kept, *notes), key=lambda one: one.start)), "notes"
    notes = read_notes(document, references, sections, found, noted)
    return tuple(sorted((*found, *notes), key=lambda one: one.start)), scheme


def _shown(
    document: Document, evidence: ListEvidence, sections: Sequence[Section], scopes: Sequence[Scope]
) -> tuple[tuple[Citation, ...], str]:
    """The citations that the text shows, each scope in the scheme that explains its own list; and the scheme
    of most of them. Names and years of any list are known everywhere, numbers count the own one."""
    found = []
    for scope in scopes:
        own = evidence if len(scopes) == 1 else read_evidence(scope.references)
        known = replace(own, names=evidence.names, years=evidence.years)
        found.append(find_in_document(document, known, sections, (scope.start, scope.end)))
    _, scheme = max(found, key=lambda one: len(one[0]))
    return tuple(citation for citations, _ in found for citation in citations), scheme
