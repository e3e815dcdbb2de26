"""Web pages: what a reader sees of the article, paragraphs and list items on lines of their own.

Menus, scripts, cookie notices and the like are skipped; links to DOIs and links from the text to the
reference list are kept as what they are.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from litreview.formats.assembly import Assembly
from litreview.formats.encoding import Decoded, decode
from litreview.formats.html.entry_words import read_label, take_buttons, take_label
from litreview.formats.html.furniture import is_code, is_furniture, is_set_apart, said_of
from litreview.formats.html.lists import Lists, is_of_others
from litreview.formats.html.targets import Targets, key_of, saved_from
from litreview.formats.link_ranges import join_ranges, join_words
from litreview.formats.xml_tree import below, check_elements, inner_text, own_text, source_line, tag
from litreview.model.document import Document, Entry, Hyperlink, Mark, Style
from litreview.model.errors import InputError
from litreview.normalise.vocabulary.dashes import ANY_DASH

if TYPE_CHECKING:
    from lxml import etree

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
})  # fmt: skip
_PLACED = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "div", "figcaption", "pre"}
)
_STYLES = {"sup": "superscript", "i": "italic", "em": "italic", "cite": "italic"} | {
    f"h{n}": "heading" for n in range(1, 7)
}
_CITING = ("a", "d-cite", "dt-cite", "xref")
_PART = re.compile(
    r"(?:^|[\s_-])(?:authors|authors_list|author-list|title|articletitle)(?:[\s_-]|$)", re.IGNORECASE
)
_BEGINS = re.compile(r"\W{0,2}\d")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]+)", re.IGNORECASE)
_TITLE_METAS = ("citation_title", "dc.title", "dcterms.title")
_MAX_DEPTH = 200
"""Levels read as what they are; what is nested deeper (pages of broken markup) is read as mere text."""


def read_html(data: bytes, path: str = "") -> Document:
    """A web page. Places give the element's path and line in the file.

    Raises:
        InputError: the bytes are no text.
    """
    return html_document(_decode(data, path), path)


def html_document(decoded: Decoded, path: str = "", address: str = "") -> Document:
    """A web page that is already text, with the address it was saved from if that is known."""
    root = parse_html(decoded.text, path)
    if root is None:
        return Document(text="", path=path, format="html", encoding=decoded.encoding)
    document = tree_document(root, path, address=address or saved_from(decoded.text))
    return replace(document, encoding=decoded.encoding, diagnoses=decoded.diagnoses)


def parse_html(text: str, path: str = "") -> etree._Element | None:
    """The tree of a page, however broken its markup is; None where there is no element at all.

    Raises:
        InputError: more elements than ``MAX_ELEMENTS``, or more levels than the parser reads (2,048).
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    source = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    check_elements(source, path)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise InputError("elements nested too deeply", path=path, advice="save it again as a plain page")
    return root


def tree_document(root: etree._Element, path: str, format: str = "html", address: str = "") -> Document:
    """The document of a page that is already a tree."""
    page = _Page(root, address)
    page.read()
    return page.out.document(path, format, title=_title(root))


class _Page:
    """One pass over a page."""

    def __init__(self, root: etree._Element, address: str) -> None:
        self.root = root
        self.out = Assembly()
        self.lists = Lists(root)
        self.targets = Targets(root, address)
        self.entries = {item: key_of(item, at) for at, item in enumerate(self.lists.entries, 1)}
        self.labels = {label: item for item in self.entries if (label := _label_before(item)) is not None}
        before = {item: label for label, item in self.labels.items()}
        for item, key in self.entries.items():
            self.targets.add_entry(key, (item, before[item]) if item in before else (item,))
        self.notes = frozenset(self.lists.notes)
        for note in self.notes:
            self.targets.add_note(note)
        self.printed = {item: read_label(label) or "" for label, item in self.labels.items()}
        self.entry, self.part_ends = "", False
        self.numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def read(self) -> None:
        """Writes the page and resolves the links from the text to the list."""
        self._walk(self.root, "", 0)
        marks = join_words(self.out.text(), sorted(self.out.marks, key=lambda mark: mark.start))
        self.out.marks = join_ranges(self.out.text(), marks, [entry.key for entry in self.out.entries])

    def _walk(self, element: etree._Element, path: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.out.write(inner_text(element))
            return
        if self._is_left_out(element):
            return
        name, out = tag(element), self.out
        # Inside an entry blocks run on: publishers wrap every author of a reference in a div.
        if (name in _BLOCKS and not self.entry) or name == "br":
            out.break_line()
        elif name in ("td", "th") and out.last != "\n":
            out.verbatim("\t")
        if element in self.entries:
            self._entry(element, path, depth)
        elif element in self.notes:
            self._footnote(element, path, depth)
        elif is_set_apart(element):
            out.write(said_of(element))
        else:
            self._content(element, path, depth)
            if name in _BLOCKS and not self.entry:
                out.break_line()

    def _is_left_out(self, element: etree._Element) -> bool:
        if element in self.entries or element in self.lists.holders or element in self.notes:
            return element in self.lists.copies
        if (
            element in self.labels
            or element in self.lists.copies
            or is_furniture(element)
            or is_code(element)
        ):
            return True
        if tag(element) == "a" and not self.entry and self.targets.is_note_mark(element):
            return True
        return is_of_others(element) and not any(self.targets.keys_at(link) for link in below(element, "a"))

    def _content(self, element: etree._Element, path: str, depth: int) -> None:
        name, out = tag(element), self.out
        start = out.start()
        if name == "pre":
            out.verbatim(own_text(element))
        else:
            self._say(own_text(element))
        nth: Counter[str] = Counter()
        for item in element:
            nth[tag(item)] += 1
            inner = bool(self.entry) and tag(item) in _BLOCKS
            self._part(inner_text(item) if self.part_ends else "")
            if inner:
                out.write(" ")
            self._walk(item, f"{path}/{tag(item)}[{nth[tag(item)]}]", depth + 1)
            self.part_ends |= inner and bool(_PART.search(item.get("class", "")))
            if inner and not self.part_ends:
                out.write(" ")
            self._say(item.tail)
        if out.end > start:
            self._note(element, name, start, path)

    def _say(self, text: str | None) -> None:
        self._part((text or "").strip())
        self.out.write(text)

    def _part(self, following: str) -> None:
        """Between the authors and the title that a page sets on lines of their own, a full stop."""
        if following and self.part_ends:
            self.out.write(". " if following[0].isalnum() and self.out.last.isalnum() else " ")
            self.part_ends = False

    def _note(self, element: etree._Element, name: str, start: int, path: str) -> None:
        out = self.out
        raised = "vertical-align" in (style := element.get("style", "")) and "super" in style
        if kind := "superscript" if raised else _STYLES.get(name, ""):
            last = out.styles[-1] if out.styles else None
            if kind == "superscript" and last and last.kind == kind and last.end == start:
                out.styles[-1] = Style(last.start, out.end, kind)
            else:
                out.style(start, kind)
        if name in _PLACED and (not out.places or out.places[-1].start < start or name != "div"):
            line = source_line(element)
            out.place(start, f"line {line}", path or "/", line)
        if name in _CITING:
            self._link(element, start)
        if element.get("data-cites"):
            self._cites(element, start)

    def _link(self, element: etree._Element, start: int) -> None:
        """A link to an entry; inside an entry, as in a note that says "Arden 2003, p. 5", to another one."""
        keys = self.targets.keys_at(element)
        href = element.get("href", "")
        if keys and self.entry not in keys:
            self.out.marks.append(Mark(start, self.out.end, "link", keys))
        elif href.startswith(("http:", "https:", "//", "doi:")):
            self.out.hyperlinks.append(Hyperlink(start, self.out.end, href))

    def _cites(self, element: etree._Element, start: int) -> None:
        """What pandoc says that a stretch of text cites, where no link in it says so. If some of that is not
        listed, it stays with the key that leads nowhere, and what is printed tells which work is missing."""
        named = dict.fromkeys(f"ref-{key}" for key in element.get("data-cites", "").split())
        if not named or not self.entries or any(mark.start >= start for mark in self.out.marks):
            return
        missing = [name for name in named if not self.targets.key_named(name)]
        keys = missing or [self.targets.key_named(name) for name in named]
        if re.fullmatch(rf"[\s\d,;()\[\]{ANY_DASH}]+", self.out.since(start)):  # numbers are printed in order
            keys.sort(key=[*self.entries.values(), *named].index)
        self.out.marks.append(Mark(start, self.out.end, "link", tuple(keys)))

    def _entry(self, element: etree._Element, path: str, depth: int) -> None:
        """An entry on one line; lists that number their items print the number."""
        out, key = self.out, self.entries[element]
        out.break_line()
        start = out.start()
        label = self.printed.get(element) or take_label(element)
        addresses = take_buttons(element)
        parent = element.getparent()
        if (
            not label
            and parent is not None
            and tag(parent) == "ol"
            and not _BEGINS.match(inner_text(element))
        ):
            label = f"{self._number(element, parent)}. "
        self.entry = key
        text = out.start() + len(label or "")
        out.verbatim(label or "")
        self._content(element, path, depth)
        self.entry, self.part_ends = "", False
        if out.end > start:
            out.entries.append(Entry(start, out.end, key))
            out.hyperlinks += (
                Hyperlink(text, out.end, url) for url in addresses if url.startswith(("http", "//"))
            )
        out.break_line()

    def _footnote(self, element: etree._Element, path: str, depth: int) -> None:
        """A footnote on a line of its own."""
        out = self.out
        out.break_line()
        start = out.start()
        take_label(element)
        take_buttons(element)
        self._content(element, path, depth)
        out.style(start, "footnote")
        out.break_line()

    def _number(self, item: etree._Element, parent: etree._Element) -> int:
        if parent not in self.numbers:
            self.numbers[parent] = _ordinals(parent)
        return self.numbers[parent].get(item, 0)


def _label_before(entry: etree._Element) -> etree._Element | None:
    """The ``dt`` before a ``dd`` that is its label."""
    before = entry.getprevious() if tag(entry) == "dd" else None
    return before if before is not None and tag(before) == "dt" and read_label(before) is not None else None


def _ordinals(parent: etree._Element) -> dict[etree._Element, int]:
    """The numbers a browser shows: ``value``, else counted on from the list's ``start``."""
    first = parent.get("start", "1")
    number = int(first) - 1 if re.fullmatch(r"\d{1,6}", first) else 0
    numbers = {}
    for item in parent:
        if tag(item) == "li":
            value = item.get("value", "")
            number = int(value) if re.fullmatch(r"\d{1,6}", value) else number + 1
            numbers[item] = number
    return numbers


def _title(root: etree._Element) -> str:
    metas = {item.get("name", "").casefold(): item.get("content", "") for item in below(root, "meta")}
    declared = next((metas[name] for name in _TITLE_METAS if metas.get(name)), "")
    heads = [inner_text(item) for item in below(root, "h1")]
    named = next((inner_text(item) for item in below(root, "title")), "")
    return " ".join(declared.split()) or (heads[0] if len(heads) == 1 else "") or named


def _decode(data: bytes, path: str) -> Decoded:
    """The page's text: a byte order mark or valid UTF-8 first, then the charset the page declares."""
    found = _CHARSET.search(data[:4096])
    if found is not None and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            name = found[1].decode("ascii", "replace")
            try:
                return Decoded(data.decode(codecs.lookup(name).name, "replace"), name)
            except (LookupError, UnicodeError):
                return decode(data, path)
    return decode(data, path)
