"""A document understood: its reference list, its citations, and the links between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.parsing.citations.evidence import read_evidence
from litreview.parsing.citations.links import link_citations
from litreview.parsing.citations.live import read_live
from litreview.parsing.citations.together import read_citations
from litreview.parsing.citations.unformatted import read_unformatted
from litreview.parsing.doubts import find_doubts
from litreview.parsing.lists.headings import is_reference_heading
from litreview.parsing.references import read_references
from litreview.parsing.scopes import find_scopes
from litreview.parsing.unmarked import without_its_markup
from litreview.parsing.whole_lists import uncited_lists

_MAX_TITLE = 250


def parse_document(document: Document) -> Article:
    """The references of a document, its in-text citations in the order of the text, and one link per
    citation item.

    A bibliography, or a document that names one, brings its references; else they are read from the reference
    list. Never raises on any text; what cannot be understood stays as text.
    """
    printed = bool(document.entries) or not document.references
    view = without_its_markup(document)
    sections, cuts = view.lists() if printed else ((), ())
    references = read_references(document, cuts)
    if document.is_bibliography:
        return Article(document, references)
    live = read_live(document, references, read_evidence(references))
    unformatted, maybe = read_unformatted(view.seen.text, references)
    found, scheme = read_citations(
        view.seen, view.references(references), view.sections(sections), [*live.citations, *unformatted]
    )
    citations = view.in_source(found)
    scopes = find_scopes(document.text, sections, references)
    links = link_citations(citations, references, view.seen.text, scopes)
    elsewhere = live.elsewhere | maybe | uncited_lists(references, sections, links)
    elsewhere |= _only_listed(document, references)
    doubts = live.doubts or find_doubts(document, references, citations, links, elsewhere)
    return Article(
        document if document.title else replace(document, title=find_title(view.seen)),
        references, citations, links, (sections[0].start, sections[-1].end) if sections else None,
        scheme=scheme, elsewhere=elsewhere, doubts=doubts,
        scopes=tuple((scope.start, scope.end) for scope in scopes),
    )  # fmt: skip


def _only_listed(document: Document, references: Sequence[Reference]) -> frozenset[str]:
    """The keys that ``nocite`` puts into the list without a citation; ``*`` is all."""
    names = {key for name, said in document.metadata if name == "nocite" for key in said.split(",")}
    return frozenset(one.key for one in references if "*" in names or one.key in names)


def find_title(document: Document) -> str:
    """The document's first heading, else its first line where that is short; empty where there is none."""
    heading = next((style for style in document.styles if style.kind == "heading"), None)
    line = (
        document.text[heading.start : heading.end]
        if heading
        else document.text[:2000].lstrip().split("\n", 1)[0]
    )
    line = " ".join(line.strip().lstrip("#").split())
    more = document.text.strip() != line
    return line if line and more and len(line) <= _MAX_TITLE and not is_reference_heading(line) else ""
