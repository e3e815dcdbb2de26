"""Walking a Word part: what a reader sees, in order, and where each run of it stands.

Deleted text, hidden text and field codes are not seen; inserted text is. List numbers are, although
they stand in no run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from litreview.formats.assembly import Assembly
from litreview.formats.styled_list import Paragraph
from litreview.formats.word.attributes import attribute, is_on, paragraphs, runs, value
from litreview.formats.word.fields import (
    address,
    is_bibliography,
    is_list_control,
    read_control,
    read_field,
    read_uncited,
)
from litreview.formats.word.live import Live
from litreview.formats.word.openfields import DELETED, Field, OpenFields, is_code, read_data
from litreview.formats.word.styles import Numbers, Styles
from litreview.formats.xml_tree import below, child, inner_text, tag
from litreview.model.document import Hyperlink, Style

if TYPE_CHECKING:
    from lxml import etree

PART_NAMES = {"body": "paragraph", "footnotes": "footnote", "endnotes": "endnote"}
_TRANSPARENT = frozenset({
    "body", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "txbxContent", "dir", "bdo", "footnote",
    "endnote",
})  # fmt: skip
_BOOKMARK = frozenset({"bookmarkStart", "bookmarkEnd"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_DRAWINGS = frozenset({"drawing", "pict", "object", "AlternateContent"})


@dataclass(slots=True)
class Body:
    """Writes parts of a Word file into an assembly.

    ``on_note`` is called with ``"footnote"`` or ``"endnote"`` and the note's id where the text refers to one.
    ``cited`` are the live citations with their spans, ``unseen`` those that print nothing or are deleted,
    ``bibliographies`` the spans of printed bibliography fields, ``soft`` the line ends inside paragraphs, and
    ``paragraphs`` the spans of paragraphs.
    ``bookmarks`` is what the document's properties say of the bookmarks that are fields (Zotero).
    """

    out: Assembly
    styles: Styles
    numbers: Numbers
    links: dict[str, str]
    on_note: Callable[[str, str], None]
    bookmarks: dict[str, str] = field(default_factory=dict)
    cited: list[tuple[int, int, Live]] = field(default_factory=list)
    unseen: list[Live] = field(default_factory=list)
    bibliographies: list[tuple[int, int]] = field(default_factory=list)
    soft: set[int] = field(default_factory=set)
    paragraphs: list[Paragraph] = field(default_factory=list)
    title: str = ""
    _part: str = "body"
    _states: dict[str, tuple[dict[etree._Element, int], OpenFields]] = field(default_factory=dict)
    _index: dict[etree._Element, int] = field(default_factory=dict)
    _runs: dict[etree._Element, int] = field(default_factory=dict)
    _fields: OpenFields = field(init=False)
    _marked: dict[str, tuple[str, int]] = field(default_factory=dict)
    _boxes: list[etree._Element] = field(default_factory=list)

    def enter(self, part: str, root: etree._Element) -> None:
        """Begins or resumes a part: ``body``, ``footnotes`` or ``endnotes``. Each has its own open fields."""
        if part not in self._states:
            self._states[part] = {item: at for at, item in enumerate(paragraphs(root))}, OpenFields(root)
        self._part = part
        self._index, self._fields = self._states[part]

    def block(self, element: etree._Element) -> None:
        """A paragraph, a table, or something that holds them."""
        name = tag(element)
        if name == "p":
            self.out.break_line()
            self.paragraph(element)
        elif name == "tbl":
            self._table(element)
        elif name == "sdt":
            self._control(element, self.block)
        elif name in _BOOKMARK:
            self._bookmark(element)
        elif name in _TRANSPARENT:
            for item in element:
                self.block(item)

    def paragraph(self, element: etree._Element) -> None:
        """One paragraph at the end of the text, then the text boxes anchored in it."""
        out, properties = self.out, child(element, "pPr")
        label = self._label(properties)
        first = out.start()
        if label:
            out.verbatim(f"{label} ")
            self._place(first, element)
        start = out.start()
        outer, self._runs = self._runs, {item: at for at, item in enumerate(runs(element))}
        for item in element:
            self._inline(item, element)
        self._runs = outer
        self.paragraphs.append(Paragraph(first, out.end, self.styles.is_entry(properties)))
        if self.styles.is_heading(properties):
            out.style(start, "heading")
        if not self.title and self.styles.is_title(properties):
            self.title = " ".join(out.since(start).split())
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            out.break_line()
            self.block(box)

    def _label(self, properties: etree._Element | None) -> str:
        numbering = self.styles.numbering(properties)
        return self.numbers.label(*numbering) if numbering else ""

    def _place(self, start: int, paragraph: etree._Element, run: etree._Element | None = None) -> None:
        """Where what was written since ``start`` stands. What has Word's names in another vocabulary is read
        and has no place: it is not counted among the paragraphs and runs."""
        at = self._index.get(paragraph)
        steps = [at] if run is None else [at, self._runs.get(run)]
        known = [step for step in steps if step is not None]
        if at is not None and len(known) == len(steps):
            self.out.place(start, f"{PART_NAMES[self._part]} {at + 1}", self._part, *known)

    def _table(self, table: etree._Element) -> None:
        """A row a line, its cells apart by tabs; further paragraphs of a cell on lines of their own."""
        for row in table:
            if tag(row) not in ("tr", "sdt", "customXml"):
                continue
            self.out.break_line()
            cells = [item for item in below(row, "tc") if _nearest(item, "tbl") is table]
            for at, cell in enumerate(cells):
                if at and self.out.last != "\n":
                    self.out.verbatim("\t")
                self._cell(cell)
        self.out.break_line()

    def _cell(self, cell: etree._Element) -> None:
        first = True
        for item in cell:
            if tag(item) == "p" and first:
                self.paragraph(item)
            else:
                self.block(item)
            first = first and tag(item) != "p"

    def _inline(self, element: etree._Element, paragraph: etree._Element) -> None:
        name = tag(element)
        start = self.out.start()
        if name == "r":
            self._run(element, paragraph)
        elif name == "sdt":
            self._control(element, lambda item: self._inline(item, paragraph))
        elif name in ("oMath", "oMathPara"):
            self.out.verbatim("".join(inner_text(item) for item in below(element, "t")))
        elif name in DELETED:
            self._deleted(element)
        elif name in _BOOKMARK:
            self._bookmark(element)
        elif name in _TRANSPARENT or name in ("hyperlink", "fldSimple"):
            for item in element:
                self._inline(item, paragraph)
            if name == "fldSimple":
                self._close(Field(attribute(element, "instr"), read_data(element), start=start))
            elif name == "hyperlink":
                self._link(start, self.links.get(attribute(element, "id"), ""))

    def _run(self, run: etree._Element, paragraph: etree._Element) -> None:
        properties = child(run, "rPr")
        hidden = is_on(properties, "vanish")
        start = self.out.start()
        for item in run:
            self._piece(item, hidden=hidden)
        if self.out.end == start:
            return
        self._place(start, paragraph, run)
        if self.styles.is_superscript(properties):
            self._superscript(start)

    def _piece(self, item: etree._Element, *, hidden: bool) -> None:
        name = tag(item)
        if name == "fldChar":
            if closed := self._fields.meet(item, self.out.start()):
                self._close(closed)
        elif is_code(item):
            self._fields.write_code(item.text or "")
        elif hidden or self._fields.hides:
            return
        elif name == "t":
            self.out.verbatim(item.text or "")
        elif name in _CHARACTERS:
            self._character(_CHARACTERS[name])
        elif name == "br":
            self._character("" if attribute(item, "type") in ("page", "column") else "\n")
        elif name == "sym":
            self.out.verbatim(_symbol(item))
        elif name in ("footnoteReference", "endnoteReference"):
            self.on_note(name.removesuffix("Reference"), attribute(item, "id"))
        elif name in _DRAWINGS:
            shown = next(below(item, "Choice"), item)
            self._boxes += [
                box for box in below(shown, "txbxContent") if _nearest(box, "txbxContent") is None
            ]

    def _character(self, text: str) -> None:
        start = self.out.start()
        self.out.verbatim(text)
        if text == "\n":
            self.soft.add(start)
            self.out.style(start, "soft")

    def _deleted(self, element: etree._Element) -> None:
        """A tracked deletion: nobody sees it, but a field may begin or end in it."""
        for item in below(element, "fldChar", "instrText", "delInstrText"):
            if is_code(item):
                self._fields.write_code(item.text or "")
            elif closed := self._fields.meet(item, self.out.start(), deleted=True):
                self._close(closed)

    def _bookmark(self, element: etree._Element) -> None:
        """Zotero may keep its citations in bookmarks; what they cite stands in the document's properties."""
        number, name = attribute(element, "id"), attribute(element, "name")
        if tag(element) == "bookmarkStart" and name in self.bookmarks:
            self._marked[number] = self.bookmarks[name], self.out.start()
        elif tag(element) == "bookmarkEnd" and number in self._marked:
            code, start = self._marked.pop(number)
            self._close(Field(code, start=start))

    def _superscript(self, start: int) -> None:
        """Raised runs that touch are one: Word cuts "1,2" into three as soon as it is edited."""
        last = self.out.styles[-1] if self.out.styles else None
        if last and last.kind == "superscript" and last.end == start:
            self.out.styles[-1] = Style(last.start, self.out.end, "superscript")
        else:
            self.out.style(start, "superscript")

    def _link(self, start: int, url: str) -> None:
        if url and self.out.end > start:
            self.out.hyperlinks.append(Hyperlink(start, self.out.end, url))

    def _control(self, control: etree._Element, read: Callable[[etree._Element], None]) -> None:
        """A content control; Mendeley Cite keeps its citations in the tag of one."""
        name = value(child(control, "sdtPr"), "tag")
        start = self.out.start()
        content = child(control, "sdtContent")
        for item in content if content is not None else ():
            read(item)
        if live := read_control(name):
            self._mark(live, start)
        elif is_list_control(name):
            self._list(start)

    def _close(self, closed: Field) -> None:
        start = self.out.end if closed.deleted or closed.start < 0 else closed.start
        if live := read_field(closed.code, closed.data, closed.chunks):
            self._mark(live, start)
        elif is_bibliography(closed.code):
            self._list(start, closed.code)
        elif url := address(closed.code):
            self._link(start, url)

    def _mark(self, live: Live, start: int) -> None:
        """A citation, in place of those that stand inside it; one that prints nothing is unseen."""
        shown = self.out.since(start)
        if not shown.strip():
            self.unseen.append(live)
            return
        while self.cited and self.cited[-1][0] >= start:
            self.cited.pop()
        start += len(shown) - len(shown.lstrip())
        self.cited.append((start, start + len(shown.strip()), live))

    def _list(self, start: int, code: str = "") -> None:
        """A printed list, Citavi's in a control around its field; Zotero says what stands in it uncited."""
        if uncited := read_uncited(code):
            self.unseen.append(uncited)
        if self.out.since(start).strip():
            self.bibliographies = [one for one in self.bibliographies if one[0] < start]
            self.bibliographies.append((start, self.out.end))


def _symbol(item: etree._Element) -> str:
    """A character of a symbol font; only those outside the private area mean what they look like."""
    try:
        code = int(attribute(item, "char"), 16)
    except ValueError:
        return ""
    return chr(code) if 32 <= code < 0xD800 else ""


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next((up for up in element.iterancestors() if tag(up) == name), None)
