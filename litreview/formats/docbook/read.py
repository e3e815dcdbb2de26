"""DocBook XML: the text as a page shows it, references from its ``bibliography`` or pandoc's anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litreview.formats.setting import set_work
from litreview.formats.xml_page import XML_ID, Vocabulary, page_document
from litreview.formats.xml_tree import XLINK, below, child, inner_text, parse_xml, tag
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work
from litreview.normalise.vocabulary.years import LONE_YEAR

if TYPE_CHECKING:
    from lxml import etree

_NAMES = {
    "title": "h2", "para": "p", "simpara": "p", "formalpara": "div", "itemizedlist": "ul",
    "orderedlist": "ol", "listitem": "li", "table": "table", "informaltable": "table", "row": "tr",
    "entry": "td", "tgroup": "div", "tbody": "tbody", "thead": "thead", "figure": "figure",
    "caption": "figcaption", "abstract": "div", "blockquote": "blockquote", "bibliography": "ul",
    "bibliodiv": "ul", "bibliolist": "ul", "chapter": "div", "section": "div", "appendix": "div",
    "variablelist": "div", "varlistentry": "div", "term": "p", **{f"sect{n}": "div" for n in range(1, 6)},
}  # fmt: skip
_SKIPPED = frozenset({
    "programlisting", "screen", "synopsis", "equation", "informalequation", "inlineequation", "mediaobject",
    "inlinemediaobject", "indexterm", "info", "articleinfo", "bookinfo", "authorgroup", "remark", "toc",
    "index",
})  # fmt: skip
_ROOTS = ("article", "book", "chapter", "part", "set", "section")


def read_docbook(data: bytes, path: str = "") -> Document:
    """A DocBook file. Links to entries are marks; an entry of fields is set as a line.

    Raises:
        InputError: not well-formed, or no DocBook.
    """
    root = parse_xml(data, path, "DocBook XML")
    if tag(root) not in _ROOTS:
        raise InputError(f"an XML file of another kind (<{tag(root)}>), not DocBook", path=path)
    entries = list(below(root, "bibliomixed", "biblioentry"))
    keys = {name: _id(item) for item in entries for name in (_id(item), _abbreviation(item)) if name}
    titles = (child(item, "title") for item in (root, *below(root, "info", "articleinfo", "bookinfo")))
    title = next((inner_text(item) for item in titles if item is not None), "")
    return page_document(root, path, "docbook", title, _vocabulary(keys))


def _vocabulary(keys: dict[str, str]) -> Vocabulary:
    """DocBook's elements; ``keys`` lead from what a citation says to the id of its entry."""

    def address(element: etree._Element) -> str:
        name = tag(element)
        if name == "citation":
            key = keys.get(inner_text(element), "")
            return f"#{key}" if key else ""
        if name not in ("link", "xref", "biblioref", "ulink", "uri"):
            return ""
        target = element.get("linkend", "")
        return f"#{target}" if target else element.get(XLINK) or element.get("url") or ""

    def shown(element: etree._Element) -> str:
        return f"[{element.get('linkend', '')}]" if element.get("linkend") in keys.values() else ""

    return Vocabulary(
        _NAMES, _SKIPPED, frozenset({"bibliomixed", "biblioentry"}), entry=_entry, style=_style,
        address=address, shown=shown,
    )  # fmt: skip


def _id(element: etree._Element) -> str:
    return element.get(XML_ID) or element.get("id") or ""


def _abbreviation(element: etree._Element) -> str:
    found = child(element, "abbrev")
    return inner_text(found) if found is not None else ""


def _style(element: etree._Element) -> str:
    return {"superscript": "sup", "emphasis": "i", "citetitle": "i"}.get(tag(element), "")


def _entry(element: etree._Element) -> str:
    """The line of a ``biblioentry``; empty for a ``bibliomixed``, which is worded."""
    if tag(element) != "biblioentry":
        return ""
    return "".join(piece.text for piece in set_work(_work(element))) or inner_text(element)


def _work(element: etree._Element) -> Work:
    texts = {tag(item): inner_text(item) for item in reversed([*element.iter()])}
    whole = next(
        (item for item in below(element, "biblioset") if item.get("relation") in ("journal", "book")), None
    )
    inside = child(whole, "title") if whole is not None else None
    container = inner_text(inside) if inside is not None else texts.get("citetitle", "")
    titles = [inner_text(item) for item in below(element, "title", "citetitle")]
    year = LONE_YEAR.search(texts.get("pubdate") or texts.get("date") or texts.get("copyright") or "")
    ids = {item.get("class", "").casefold(): inner_text(item) for item in below(element, "biblioid")}
    return Work(
        title=next((title for title in titles if title != container), container),
        author=tuple(Name(family=inner_text(item), given=_given(item)) for item in below(element, "surname")),
        container_title=container if any(title != container for title in titles) else "",
        volume=texts.get("volumenum", ""),
        issue=texts.get("issuenum", ""),
        page=texts.get("artpagenums") or texts.get("pagenums", ""),
        issued=PartialDate(int(year[1])) if year else None,
        publisher=texts.get("publishername", ""),
        doi=ids.get("doi", ""),
    )


def _given(surname: etree._Element) -> str:
    person = surname.getparent()
    return (
        ""
        if person is None
        else " ".join(inner_text(item) for item in below(person, "firstname", "givenname"))
    )
