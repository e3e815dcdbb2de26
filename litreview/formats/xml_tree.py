"""XML from strangers: no entity is expanded, nothing is fetched, depth and size are bounded."""

from __future__ import annotations

import html
from collections.abc import Iterator

from lxml import etree

from litreview.model.errors import InputError

XLINK = "{http://www.w3.org/1999/xlink}href"


def parse_xml(data: bytes, path: str, kind: str = "XML") -> etree._Element:
    """The root element.

    Raises:
        InputError: not well-formed (with the line), or past the bounds (256 levels, 10 MB in one text).
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = error.lineno if isinstance(error, etree.XMLSyntaxError) else None
        reason = str(error).partition(", line ")[0].strip() or "no element in it"
        raise InputError(f"not well-formed {kind}: {reason}", path=path, line=line) from error
    if root is None:
        raise InputError(f"not well-formed {kind}: no element in it", path=path)
    return root


def tag(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments, instructions and entities."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def source_line(element: etree._Element) -> int:
    """The line of the file on which the element begins; 0 where it is not known."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def own_text(element: etree._Element) -> str:
    """The text before the first child. An entity that was left alone gives HTML's character for its name."""
    if element.tag is etree.Entity:
        name = element.text or ""
        found = html.unescape(name)
        return found if found != name else ""
    return (element.text or "") if isinstance(element.tag, str) else ""


def inner_text(element: etree._Element) -> str:
    """All text below an element, white space folded."""
    if next(element.iter(etree.Entity), None) is not None:
        return " ".join("".join(_pieces(element)).split())
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    yield own_text(element)
    for item in element:
        yield from _pieces(item)
        yield item.tail or ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next((item for item in element if tag(item) == name), None)


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element of one of these names below, in the order of the file."""
    return (item for item in element.iter() if tag(item) in names)
