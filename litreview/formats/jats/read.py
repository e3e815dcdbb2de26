"""JATS XML (journals, PubMed Central): title, abstract, body and notes as text, then the reference list.

Spec: NISO Z39.96-2024. What a page does not show is left out: journal and author data, formulas,
decision letters and replies (``sub-article``, ``response``), which have lists of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from litreview.formats.assembly import Assembly
from litreview.formats.jats.references import read_ref
from litreview.formats.link_ranges import join_ranges
from litreview.formats.xml_tree import XLINK, below, child, inner_text, own_text, parse_xml, source_line, tag
from litreview.model.document import Document, Hyperlink, Mark
from litreview.model.errors import InputError
from litreview.model.notation import Notation

if TYPE_CHECKING:
    from lxml import etree

    from litreview.model.reference import Reference

_HIDDEN = frozenset({
    "journal-meta", "contrib-group", "aff", "author-notes", "permissions", "self-uri", "history",
    "pub-date", "article-id", "article-categories", "kwd-group", "funding-group", "counts",
    "custom-meta-group", "related-article", "subj-group", "volume", "issue", "fpage", "lpage",
    "elocation-id", "tex-math", "math", "graphic", "inline-graphic", "object-id", "sub-article", "response",
    "processing-meta", "ref-list", "disp-formula", "inline-formula"
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "title", "article-title", "subtitle", "abstract", "sec", "caption", "label", "list-item",
    "def-item", "disp-quote", "boxed-text", "fig", "table-wrap", "tr", "fn", "ack", "app", "glossary",
    "verse-line", "statement", "speech", "title-group", "trans-abstract", "attrib",
    "supplementary-material", "table-wrap-foot", "notes"
})  # fmt: skip
_CELLS = frozenset({"td", "th", "term", "def"})
_PLACED = frozenset({"p", "title", "article-title", "caption", "td", "th", "attrib"})
_STYLES = {"sup": "superscript", "title": "heading", "italic": "italic", "fn": "footnote"}
_NUMBER = re.compile(r"\W*(\d{1,4})\W*")
_RANGE = re.compile(r"\W*(\d{1,4})\s*[-‐‑‒–—−]\s*(\d{1,4})\W*")


def read_jats(data: bytes, path: str = "") -> Document:
    """A JATS article. ``xref``s to references are marks, each ``ref`` is an entry whose key is its id.

    Raises:
        InputError: not well-formed, or no JATS.
    """
    root = parse_xml(data, path, "JATS XML")
    if tag(root) not in ("article", "book", "book-part-wrapper", "book-part"):
        root = next(below(root, "article"), root)
    if tag(root) not in ("article", "book", "book-part-wrapper", "book-part"):
        raise InputError(f"an XML file of another kind (<{tag(root)}>), not a JATS article", path=path)
    reader = _Reader(root)
    references = reader.read()
    title = next(below(root, "article-title", "book-title"), None)
    return reader.out.document(
        path,
        "jats",
        title=inner_text(title) if title is not None else "",
        references=references,
        notation=Notation.JATS,
    )


class _Reader:
    """One pass over an article, front to back."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.out = Assembly()
        self.labelled = -2
        self.refs = [ref for item in _lists(root) for ref in below(item, "ref")]
        self.numbers = _numbers(self.refs, root)
        self.keys = {number: _key(ref) for ref, number in zip(self.refs, self.numbers, strict=True) if number}
        self.order = {_key(ref): at for at, ref in enumerate(self.refs)}

    def read(self) -> list[Reference]:
        for part in self.root:
            self._walk(part)
        self.out.marks = join_ranges(self.out.text(), self.out.marks, [_key(ref) for ref in self.refs])
        return self._reference_list()

    def _walk(self, element: etree._Element) -> None:
        name = tag(element)
        if name in _HIDDEN:
            return
        if name in _BLOCKS:
            self._break()
        elif name in _CELLS:
            self.out.write(" ")
        start = self.out.start()
        self.out.write(own_text(element))
        for item in element:
            self._walk(item)
            self.out.write(item.tail)
        self._note(element, name, start)
        if name == "label":
            self.out.write(" ")
            self.labelled = self.out.end
        elif name in _BLOCKS:
            self._break()

    def _break(self) -> None:
        """A new line, except between a label ("1", "Figure 2") and what it labels."""
        if self.out.end > self.labelled + len(" "):
            self.out.break_line()

    def _note(self, element: etree._Element, name: str, start: int) -> None:
        if name in _STYLES:
            self.out.style(start, _STYLES[name])
        if name in _PLACED:
            line = source_line(element)
            self.out.place(start, f"line {line}", name, element.get("id", ""), line)
        if name == "xref" and element.get("ref-type") in ("bibr", "ref", None):
            self._mark(element, start)
        url = element.get(XLINK) if name in ("ext-link", "uri") else None
        if url and self.out.end > start:
            self.out.hyperlinks.append(Hyperlink(start, self.out.end, url))

    def _mark(self, xref: etree._Element, start: int) -> None:
        keys = [
            key for key in xref.get("rid", "").split() if key in self.order or xref.get("ref-type") == "bibr"
        ]
        if not keys or self.out.end <= start:
            return
        span = _RANGE.fullmatch(inner_text(xref))
        if span and len(keys) <= 2:
            first, last = int(span[1]), int(span[2])
            keys = [self.keys[n] for n in range(first, min(last, first + 500) + 1) if n in self.keys] or keys
        self.out.marks.append(Mark(start, self.out.end, "link", tuple(keys)))

    def _reference_list(self) -> list[Reference]:
        out = self.out
        references: list[Reference] = []
        for item in _lists(self.root):
            out.break_line()
            start = out.start()
            title = child(item, "title")
            out.write(inner_text(title) if title is not None else "References")
            out.style(start, "heading")
            out.break_line()
            for ref in below(item, "ref"):
                number = self.numbers[len(references)]
                references.append(read_ref(ref, out, _key(ref), number))
        return references


def _lists(root: etree._Element) -> list[etree._Element]:
    """The outermost reference lists, those of decision letters and replies left out."""
    found = []
    for item in below(root, "ref-list"):
        above = {tag(parent) for parent in item.iterancestors()}
        if not above & {"ref-list", "sub-article", "response"}:
            found.append(item)
    return found


def _key(ref: etree._Element) -> str:
    return ref.get("id") or f"line-{source_line(ref)}"


def _numbers(refs: Sequence[etree._Element], root: etree._Element) -> list[int | None]:
    """Printed numbers: the labels where they are numbers; else the order, if the text cites by number."""
    labels = [child(ref, "label") for ref in refs]
    found = [_NUMBER.fullmatch(inner_text(item)) if item is not None else None for item in labels]
    numbers = [int(match[1]) if match else None for match in found]
    if any(number is not None for number in numbers):
        return numbers
    cited = [inner_text(item) for item in below(root, "xref") if item.get("ref-type") == "bibr"]
    numeric = sum(bool(_NUMBER.fullmatch(text) or _RANGE.fullmatch(text)) for text in cited)
    by_year = sum(bool(re.fullmatch(r"\W*[12]\d{3}\W*", text)) for text in cited)
    if any(item is not None for item in labels) or numeric - by_year <= len(cited) / 2:
        return [None] * len(refs)
    return list(range(1, len(refs) + 1))
