"""TEI XML: the text as a page shows it; entries are ``biblStruct`` (GROBID), ``bibl`` or pandoc's anchors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from litreview.formats.setting import set_work
from litreview.formats.xml_page import Vocabulary, page_document
from litreview.formats.xml_tree import below, child, inner_text, parse_xml, tag
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work
from litreview.normalise.vocabulary.years import LONE_YEAR

if TYPE_CHECKING:
    from lxml import etree

_NAMES = {
    "div": "div", "head": "h2", "p": "p", "ab": "p", "list": "ul", "item": "li", "table": "table",
    "row": "tr", "cell": "td", "figure": "figure", "figDesc": "figcaption", "abstract": "div",
    "quote": "blockquote", "lb": "br", "listBibl": "ul", "l": "p", "text": "div", "body": "div",
    "back": "div", "front": "div",
}  # fmt: skip
_SKIPPED = frozenset({
    "formula", "graphic", "eg", "fw", "pb", "cb", "gb", "milestone", "facsimile", "encodingDesc",
    "revisionDesc", "fileDesc", "textClass", "langUsage", "xenoData",
})  # fmt: skip
_ROOTS = ("TEI", "TEI.2", "teiCorpus")


def read_tei(data: bytes, path: str = "") -> Document:
    """A TEI file. ``ref``s to entries are marks; an entry of fields is set as a line, or as it was printed.

    Raises:
        InputError: not well-formed, or no TEI.
    """
    root = parse_xml(data, path, "TEI XML")
    if tag(root) not in _ROOTS:
        raise InputError(f"an XML file of another kind (<{tag(root)}>), not TEI", path=path)
    titles = (child(item, "title") for item in below(root, "titleStmt"))
    title = next((inner_text(item) for item in titles if item is not None), "")
    return page_document(root, path, "tei", title, _TEI)


def _entry(element: etree._Element) -> str:
    """The line of a ``biblStruct``; empty for a ``bibl``, which is worded."""
    if tag(element) != "biblStruct":
        return ""
    raw = (note for note in below(element, "note") if note.get("type") == "raw_reference")
    printed = next((inner_text(note) for note in raw), "")
    return printed or "".join(piece.text for piece in set_work(_work(element))) or inner_text(element)


def _work(element: etree._Element) -> Work:
    """The fields of a ``biblStruct``."""
    titles = {title.get("level", ""): inner_text(title) for title in reversed([*below(element, "title")])}
    own = titles.get("a", "")
    container = titles.get("j") or titles.get("m") or titles.get("s") or ""
    scopes = {item.get("unit", ""): item for item in reversed([*below(element, "biblScope")])}
    ids = {item.get("type", "").casefold(): inner_text(item) for item in below(element, "idno")}
    return Work(
        title=own or container,
        author=tuple(_people(element)),
        container_title=container if own else "",
        volume=_scope(scopes.get("volume")),
        issue=_scope(scopes.get("issue")),
        page=_scope(scopes.get("page")) or _scope(scopes.get("pp")),
        issued=_date(element),
        publisher=next((inner_text(item) for item in below(element, "publisher")), ""),
        doi=ids.get("doi", ""),
    )


def _people(element: etree._Element) -> Iterator[Name]:
    """The authors; of a part before those of the whole."""
    part = child(element, "analytic")
    holder = part if part is not None and next(below(part, "author"), None) is not None else element
    for author in below(holder, "author"):
        family = next((inner_text(item) for item in below(author, "surname")), "")
        given = " ".join(inner_text(item) for item in below(author, "forename"))
        if family:
            yield Name(family=family, given=given)
        elif inner_text(author):
            yield Name(literal=inner_text(author))


def _scope(item: etree._Element | None) -> str:
    if item is None:
        return ""
    ends = [end for end in (item.get("from"), item.get("to")) if end]
    return inner_text(item) or "-".join(dict.fromkeys(ends))


def _date(element: etree._Element) -> PartialDate | None:
    for date in below(element, "date"):
        if year := LONE_YEAR.search(date.get("when") or inner_text(date)):
            return PartialDate(int(year[1]))
    return None


def _style(element: etree._Element) -> str:
    if tag(element) != "hi":
        return ""
    said = f"{element.get('rend', '')} {element.get('rendition', '')}"
    if "super" in said or "sup" in said.split():
        return "sup"
    return "i" if "ital" in said else ""


def _address(element: etree._Element) -> str:
    return element.get("target", "") if tag(element) in ("ref", "ptr") else ""


_TEI = Vocabulary(
    _NAMES, _SKIPPED, frozenset({"biblStruct", "bibl"}), entry=_entry, style=_style, address=_address,
    shown=lambda element: element.get("target", "").lstrip("#"),
)  # fmt: skip
