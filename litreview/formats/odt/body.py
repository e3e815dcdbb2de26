"""The text of an OpenDocument file, element by element, with its notes, list numbers and live citations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from litreview.formats.live_document import LiveText
from litreview.formats.odt.styles import Styles, attribute
from litreview.formats.styled_list import Paragraph
from litreview.formats.word.fields import address, is_bibliography, read_field
from litreview.formats.word.live import Cite
from litreview.formats.xml_tree import XLINK, below, child, inner_text, own_text, tag
from litreview.model.document import Entry, Hyperlink, Mark

if TYPE_CHECKING:
    from lxml import etree

_UNSEEN = frozenset({
    "tracked-changes", "annotation", "annotation-end", "table-of-content", "illustration-index",
    "table-index", "alphabetical-index", "user-index", "object-index", "sequence-decls", "variable-decls",
    "user-field-decls", "forms", "ruby-text", "desc", "title", "event-listeners", "script", "hidden-text",
    "hidden-paragraph", "bibliography-source", "index-title-template", "image", "object", "plugin",
    "index-title",
})  # fmt: skip
_TEXTS = frozenset({"p", "h"})
_MAX_SPACES = 1000
"""Blanks that one ``text:s`` may stand for; judgement, against files made to fill the memory."""
_FIELDS = {
    "title": "title", "journal": "container-title", "booktitle": "container-title", "volume": "volume",
    "number": "issue", "pages": "page", "publisher": "publisher", "address": "publisher-place", "url": "URL",
    "edition": "edition",
}  # fmt: skip
_TYPES = {
    "article": "article-journal", "book": "book", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
    "mastersthesis": "thesis", "techreport": "report", "www": "webpage", "unpublished": "manuscript",
}  # fmt: skip
_MARK = re.compile(r"\s*(?:ZOTERO_ITEM|ZOTERO_TEMP|CSL_CITATION|Mendeley Citation|ADDIN|PAPERS2)")


class Piece(NamedTuple):
    """Where an element's own text, or its tail, stands in the text that was read."""

    start: int
    end: int
    element: etree._Element
    is_tail: bool


@dataclass(slots=True)
class Body:
    """Writes the elements of one file. ``bookmarks`` is what the document's properties say of bookmarks that
    are citations, ``listed`` True where the endnotes are the reference list. Notes wait in ``notes`` and
    ``endnotes`` until their paragraph, or the text, is at its end."""

    styles: Styles
    bookmarks: dict[str, str]
    listed: bool
    live: LiveText = field(default_factory=LiveText)
    title: str = ""
    notes: list[etree._Element] = field(default_factory=list)
    endnotes: list[etree._Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _count: int = 0
    _part: str = "paragraph"
    _open: dict[str, int] = field(default_factory=dict)
    _fields: list[tuple[str, int]] = field(default_factory=list)
    _lists: list[str] = field(default_factory=list)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)
    _boxes: list[etree._Element] = field(default_factory=list)

    def block(self, element: etree._Element) -> None:
        """A paragraph, a list, a table, a section, or something that holds them."""
        name = tag(element)
        if name in _UNSEEN:
            return
        if name in _TEXTS:
            self._paragraph(element)
        elif name == "list":
            self._list(element)
        elif name == "table":
            self._table(element)
        elif name in ("section", "bibliography"):
            self._section(element)
        else:
            for item in element:
                self.block(item)

    def end(self) -> None:
        """The endnotes, below the text."""
        self._part = "endnote"
        for at, note in enumerate(self.endnotes, 1):
            self._note(note, f"{at}. " if self.listed else "")

    def _paragraph(self, element: etree._Element, label: str = "") -> None:
        style = attribute(element, "style-name")
        if self.styles.is_hidden("paragraph", style):
            return
        out = self.live.out
        out.break_line()
        self._count += 1
        place, number, first = self._part, self._count, out.start()
        if label:
            out.verbatim(f"{label} ")
        start = out.start()
        self._content(element)
        if tag(element) == "h" or self.styles.is_heading(style) or self.styles.is_title(style):
            out.style(start, "heading")
        if not self.title and self.styles.is_title(style):
            self.title = " ".join(out.since(start).split())
        out.place(first, f"{place} {number}", place, number)
        self.live.paragraphs.append(Paragraph(first, out.end, self.styles.is_entry(style)))
        out.break_line()
        self._after(place)

    def _after(self, part: str) -> None:
        """Text boxes anchored in the paragraph, then the footnotes it refers to."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.block(box)
        notes, self.notes = self.notes, []
        self._part = "footnote"
        for note in notes:
            self._note(note, "")
        self._part = part

    def _note(self, note: etree._Element, label: str) -> None:
        out = self.live.out
        out.break_line()
        start = out.start()
        out.verbatim(label)
        body = child(note, "note-body")
        paragraphs = list(body) if body is not None else []
        for at, item in enumerate(paragraphs):
            if at == 0 and tag(item) == "p":
                self._content(item)
            else:
                self.block(item)
        out.place(start, f"{self._part} {inner_text(note[0]) if len(note) else ''}".strip(), self._part)
        if label:
            out.entries.append(Entry(start, out.end, attribute(note, "id") or label))
        else:
            out.style(start, "footnote")
        out.break_line()

    def _list(self, element: etree._Element) -> None:
        """A list; it goes on counting where it says that it continues another."""
        own = attribute(element, "style-name")
        style = own or (self._lists[-1] if self._lists else "")
        self._lists.append(style)
        depth = len(self._lists)
        continues = attribute(element, "continue-numbering") == "true"
        before = self._last.get(attribute(element, "continue-list")) if depth == 1 else None
        if before is not None:
            self._counts[style, depth] = before
        elif not continues:
            self._counts.pop((style, depth), None)
        for item in element:
            if tag(item) in ("list-item", "list-header"):
                self._item(item, style, depth)
        if name := attribute(element, "id"):
            self._last[name] = self._counts.get((style, depth), 0)
        self._lists.pop()

    def _item(self, element: etree._Element, style: str, depth: int) -> None:
        label = ""
        first = next((item for item in element if tag(item) in _TEXTS), None)
        style = style or (self.styles.list_of(attribute(first, "style-name")) if first is not None else "")
        level = self.styles.level(style, depth)
        if level and first is not None and tag(element) == "list-item":
            given = attribute(element, "start-value")
            count = self._counts.get((style, depth), level.start - 1) + 1
            self._counts[style, depth] = int(given) if re.fullmatch(r"\d{1,6}", given) else count
            label = level.label(self._counts[style, depth])
        for item in element:
            if item is first:
                self._paragraph(item, label)
            else:
                self.block(item)

    def _table(self, table: etree._Element) -> None:
        """A row a line, its cells apart by tabs."""
        out = self.live.out
        for row in below(table, "table-row"):
            if next(row.iterancestors("{*}table"), None) is not table:
                continue
            out.break_line()
            for at, cell in enumerate(item for item in row if tag(item) == "table-cell"):
                if at and out.last != "\n":
                    out.verbatim("\t")
                self._cell(cell)
        out.break_line()

    def _cell(self, cell: etree._Element) -> None:
        texts = list(cell)
        if texts and tag(texts[0]) == "p":
            self._content(texts.pop(0))
        for item in texts:
            self.block(item)

    def _section(self, element: etree._Element) -> None:
        """Zotero's and Mendeley's lists are sections, LibreOffice's an index; ``JR_bib`` is JabRef's."""
        if attribute(element, "display") == "none":
            return
        start = self.live.out.start()
        for item in element:
            self.block(item)
        name = attribute(element, "name")
        if tag(element) == "bibliography" or name.startswith("JR_bib") or is_bibliography(name):
            self.live.out.break_line()
            if not self.live.close(name, start):
                self.live.list(start)

    def _content(self, element: etree._Element) -> None:
        self._write(element, own_text(element))
        for item in element:
            self._inline(item)
            self._write(item, item.tail, is_tail=True)

    def _write(self, element: etree._Element, text: str | None, *, is_tail: bool = False) -> None:
        start = self.live.out.end
        self.live.out.write(text)
        if self.live.out.end > start:
            self.pieces.append(Piece(start, self.live.out.end, element, is_tail))

    def _inline(self, element: etree._Element) -> None:
        name, out = tag(element), self.live.out
        if name in _UNSEEN:
            return
        if write := _CHARACTERS.get(name):
            write(self, element)
        elif name == "note":
            self._refer(element)
        elif name.startswith(("reference-mark", "bookmark")):
            self._mark(element, name)
        elif name.startswith("fieldmark"):
            self._field(element, name)
        elif name == "frame":
            self._boxes += below(element, "text-box")
        elif name == "custom-shape":
            self._boxes.append(element)
        elif name == "span":
            self._span(element)
        else:
            start = out.start()
            self._content(element)
            if name == "a" and out.end > start and (url := element.get(XLINK, "")):
                out.hyperlinks.append(Hyperlink(start, out.end, url))
            elif name == "bibliography-mark":
                self.live.cite(read_field(attribute(element, "identifier")) or (_native(element),), start)

    def _span(self, element: etree._Element) -> None:
        style = attribute(element, "style-name")
        if self.styles.is_hidden("text", style):
            return
        start = self.live.out.start()
        self._content(element)
        if self.styles.is_raised(style):
            self.live.raised(start)

    def _refer(self, note: etree._Element) -> None:
        """Where the text refers to a note: the note itself waits for the end of the paragraph or text."""
        if attribute(note, "note-class") != "endnote":
            self.notes.append(note)
            return
        self.endnotes.append(note)
        if self.listed:
            out = self.live.out
            start = out.start()
            out.verbatim(str(len(self.endnotes)))
            self.live.raised(start)
            out.marks.append(Mark(start, out.end, "link", (attribute(note, "id"),)))

    def _mark(self, element: etree._Element, kind: str) -> None:
        """Managers keep a citation in the name of a reference mark, or behind that of a bookmark."""
        name = attribute(element, "name")
        code = self.bookmarks.get(name, "") if kind.startswith("bookmark") else name
        if not code:
            return
        if kind.endswith("-start"):
            self._open[name] = self.live.out.start()
        elif kind.endswith("-end") and name in self._open:
            start = self._open.pop(name)
            if _MARK.match(code) or is_bibliography(code):
                self.live.close(code, start)

    def _field(self, element: etree._Element, kind: str) -> None:
        """A field of Word's that LibreOffice does not know: it keeps the code and what the field printed."""
        if kind == "fieldmark-start":
            pieces = (one for one in below(element, "param") if attribute(one, "name").endswith("code"))
            code = "".join(attribute(one, "value") for one in pieces)
            self._fields.append((code, self.live.out.start()))
        elif kind == "fieldmark-end" and self._fields:
            code, start = self._fields.pop()
            if not self.live.close(code, start) and (url := address(code)) and self.live.out.end > start:
                self.live.out.hyperlinks.append(Hyperlink(start, self.live.out.end, url))


def _spaces(body: Body, element: etree._Element) -> None:
    count = attribute(element, "c")
    body.live.out.verbatim(" " * (min(int(count), _MAX_SPACES) if re.fullmatch(r"\d{1,6}", count) else 1))


_CHARACTERS: dict[str, Callable[[Body, etree._Element], None]] = {
    "s": _spaces,
    "tab": lambda body, _: body.live.out.verbatim("\t"),
    "line-break": lambda body, _: body.live.line_end(),
}


def _native(mark: etree._Element) -> Cite:
    """LibreOffice's own citation: the record stands in its attributes."""
    csl: dict[str, object] = {
        field: value for name, field in _FIELDS.items() if (value := attribute(mark, name))
    }
    csl["type"] = _TYPES.get(attribute(mark, "bibliography-type"), "document")
    people = [one.strip() for one in re.split(r";|\band\b", attribute(mark, "author")) if one.strip()]
    csl["author"] = [_person(one) for one in people]
    if found := re.search(r"\d{4}", attribute(mark, "year")):
        csl["issued"] = {"date-parts": [[int(found.group())]]}
    return Cite((attribute(mark, "identifier") or inner_text(mark),), csl=csl)


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    return {"family": family.strip(), "given": given.strip()}
