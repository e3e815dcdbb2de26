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
from litreview.formats.html.lists import is_code, is_furniture, reference_entries
from litreview.formats.link_ranges import join_ranges
from litreview.formats.xml_tree import below, inner_text, own_text, source_line, tag
from litreview.model.document import Document, Entry, Hyperlink, Mark, Style

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
# What publishers' pages hang behind an entry; the address behind the words may hold the DOI.
_BUTTONS = re.compile(
    r"\W*(?:google scholar|cross ?ref|pub ?med(?: central)?|view article|view in article|(?:free )?full text"
    r"|article"
    r"|web of science|scopus|pmc free article|cas|ads|doi|mathscinet|math|open url|find it|search|download"
    r"|go to reference|return to ref\.?|back|reference source|europe pmc|isi|chemport|medline|abstract|pdf"
    r"|link)?\W*",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_TITLE_METAS = ("citation_title", "dc.title", "dcterms.title")
_MAX_DEPTH = 200
"""Levels read as what they are; what is nested deeper (pages of broken markup) is read as mere text."""


def read_html(data: bytes, path: str = "") -> Document:
    """A web page. Places give the element's path and line in the file.

    Raises:
        InputError: the bytes are no text.
    """
    return html_document(_decode(data, path), path)


def html_document(decoded: Decoded, path: str = "") -> Document:
    """A web page that is already text; see ``read_html``."""
    root = parse_html(decoded.text)
    if root is None:
        return Document(text="", path=path, format="html", encoding=decoded.encoding)
    document = tree_document(root, path)
    return replace(document, encoding=decoded.encoding, diagnoses=decoded.diagnoses)


def parse_html(text: str) -> etree._Element | None:
    """The tree of a page, however broken its markup is; None where there is no element at all."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    source = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        return etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        return None


def tree_document(root: etree._Element, path: str, format: str = "html") -> Document:
    """The document of a page that is already a tree."""
    page = _Page(root, path)
    page.read()
    return page.out.document(path, format, title=_title(root))


class _Page:
    """One pass over a page."""

    def __init__(self, root: etree._Element, path: str) -> None:
        self.root, self.path = root, path
        self.out = Assembly()
        self.entries = {item: at for at, item in enumerate(reference_entries(root), 1)}
        self.keys: dict[str, str] = {}
        for item, at in self.entries.items():
            key = _key(item, at)
            self.keys |= {
                name: key for part in item.iter() for name in (part.get("id"), part.get("name")) if name
            }
            self.keys[key] = key
        self.entry: etree._Element | None = None
        self.addresses: list[str] = []
        self.numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def read(self) -> None:
        """Writes the page and resolves the links from the text to the list."""
        self._walk(self.root, "", 0)
        marks = sorted(self.out.marks, key=lambda mark: mark.start)
        self.out.marks = join_ranges(self.out.text(), marks, [entry.key for entry in self.out.entries])

    def _walk(self, element: etree._Element, path: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.out.write(inner_text(element))
            return
        if element not in self.entries and (is_furniture(element) or is_code(element)):
            return
        name, out = tag(element), self.out
        if self.entry is not None and name == "a" and _BUTTONS.fullmatch(inner_text(element)):
            self.addresses.append(element.get("href", ""))
            return
        # Inside an entry blocks run on: publishers wrap every author of a reference in a div.
        if (name in _BLOCKS and self.entry is None) or name == "br":
            out.break_line()
        elif name in ("td", "th") and out.last != "\n":
            out.verbatim("\t")
        if element in self.entries:
            self._entry(element, path, depth)
            return
        self._content(element, path, depth)
        if name in _BLOCKS and self.entry is None:
            out.break_line()

    def _content(self, element: etree._Element, path: str, depth: int) -> None:
        name, out = tag(element), self.out
        start = out.start()
        if name == "pre":
            out.verbatim(own_text(element))
        else:
            out.write(own_text(element))
        nth: Counter[str] = Counter()
        for item in element:
            nth[tag(item)] += 1
            if self.entry is not None and tag(item) in _BLOCKS:
                out.write(" ")
            self._walk(item, f"{path}/{tag(item)}[{nth[tag(item)]}]", depth + 1)
            if self.entry is not None and tag(item) in _BLOCKS:
                out.write(" ")
            out.write(item.tail)
        if out.end > start:
            self._note(element, name, start, path)

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
        if name == "a":
            self._link(element.get("href", ""), start)

    def _link(self, href: str, start: int) -> None:
        target = href.rpartition("#")[2] if href.startswith("#") else ""
        if target and target in self.keys and self.entry is None:
            self.out.marks.append(Mark(start, self.out.end, "link", (self.keys[target],)))
        elif href.startswith(("http:", "https:", "//", "doi:")):
            self.out.hyperlinks.append(Hyperlink(start, self.out.end, href))

    def _entry(self, element: etree._Element, path: str, depth: int) -> None:
        """An entry on one line; lists that number their items print the number."""
        out, at = self.out, self.entries[element]
        out.break_line()
        start = out.start()
        parent = element.getparent()
        if parent is not None and tag(parent) == "ol" and not re.match(r"\W{0,2}\d", inner_text(element)):
            out.verbatim(f"{self._number(element, parent)}. ")
        self.entry, self.addresses = element, []
        text = out.start()
        self._content(element, path, depth)
        self.entry = None
        if out.end > text:
            out.entries.append(Entry(start, out.end, _key(element, at)))
            out.hyperlinks += (
                Hyperlink(text, out.end, url) for url in self.addresses if url.startswith("http")
            )
        out.break_line()

    def _number(self, item: etree._Element, parent: etree._Element) -> int:
        if parent not in self.numbers:
            self.numbers[parent] = _ordinals(parent)
        return self.numbers[parent].get(item, 0)


def _key(entry: etree._Element, at: int) -> str:
    """The id of an entry, else the first id inside, else its place in the list."""
    ids = (part.get("id") or (part.get("name") if tag(part) == "a" else None) for part in entry.iter())
    return next((name for name in ids if name), f"item-{at}")


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
