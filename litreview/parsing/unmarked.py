"""A source as its readers see it, without markup, and the way back: citations are looked for there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from litreview.formats.plain import has_markup, plain_document
from litreview.formats.wording import Plain
from litreview.model.article import Citation, CitationItem
from litreview.model.document import Document, Mark, Style
from litreview.model.reference import Reference
from litreview.parsing.lists.sections import Section


class Unmarked(NamedTuple):
    """``seen`` is the document without its markup, with the marks and styles of the ``source`` on it; the
    document itself where it has no markup (``wording`` is None then)."""

    seen: Document
    source: Document
    wording: Plain | None = None

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """The reference lists of the source in what is seen."""
        if self.wording is None:
            return tuple(sections)
        return tuple(
            Section(self._ahead(one.heading), self._ahead(one.start), self._until(one.end))
            for one in sections
        )

    def references(self, references: Sequence[Reference]) -> tuple[Reference, ...]:
        """The entries of the source where they are seen; those of another file stay where they are."""
        if self.wording is None:
            return tuple(references)
        return tuple(
            one if one.origin else replace(one, start=self._ahead(one.start), end=self._until(one.end))
            for one in references
        )

    def in_source(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """Citations that were seen, as the source has them: spans lead back, ``text`` is cut from it."""
        if self.wording is None:
            return tuple(citations)
        return tuple(map(self._back, citations))

    def _back(self, citation: Citation) -> Citation:
        start, end = self._span(citation.start, citation.end)
        items = tuple(self._item(item) for item in citation.items)
        return replace(citation, text=self.source.text[start:end], start=start, end=end, items=items)

    def _item(self, item: CitationItem) -> CitationItem:
        start, end = self._span(item.start, item.end)
        return replace(item, start=start, end=end)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        assert self.wording is not None
        return self.wording.back(start, end)

    def _ahead(self, at: int) -> int:
        assert self.wording is not None
        return bisect_left(self.wording.starts, at)

    def _until(self, at: int) -> int:
        assert self.wording is not None
        return bisect_right(self.wording.ends, at)


def without_its_markup(document: Document) -> Unmarked:
    """The document as a reader sees it."""
    if not has_markup(document.notation):
        return Unmarked(document, document)
    wording = plain_document(document)
    view = Unmarked(document, document, wording)
    seen = replace(
        document, text=wording.text,
        marks=_marks(view, document.marks), styles=_styles(view, document.styles),
        entries=(), hyperlinks=(), places=(),
    )  # fmt: skip
    return view._replace(seen=seen)


def _marks(view: Unmarked, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    moved = (replace(one, start=view._ahead(one.start), end=view._until(one.end)) for one in marks)
    return tuple(one for one in moved if one.end > one.start)


def _styles(view: Unmarked, styles: Sequence[Style]) -> tuple[Style, ...]:
    moved = (
        replace(one, start=view._ahead(one.start), end=view._until(one.end))
        for one in styles
        if one.kind not in ("hidden", "formula")
    )
    return tuple(one for one in moved if one.end > one.start)
