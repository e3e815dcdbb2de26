"""XML from strangers: no entity is expanded, nothing is fetched, depth and size are bounded."""

from __future__ import annotations

import html
from collections.abc import Iterator

from lxml import etree

from litreview.model.errors import InputError

MAX_ELEMENTS, MAX_ATTRIBUTES = 800_000, 2_000_000
"""Elements of one file and their attributes. The largest of 1,084 real parts (research articles as Word,
OpenDocument, EPUB and XML) has 15,520 elements and 2.5 attributes for each; fifty such make a thesis of 1,000
pages. A Word file of 900,000 empty paragraphs takes 450 MB of memory, so that the bound keeps below that."""
_EBCDIC = b"\x4c\x6f\xa7\x94"

XLINK = "{http://www.w3.org/1999/xlink}href"


def parse_xml(data: bytes, path: str, kind: str = "XML", most: int = MAX_ELEMENTS) -> etree._Element:
    """The root element.

    Raises:
        InputError: not well-formed (with the line), or past the bounds (256 levels, 10 MB in one text,
            ``most`` elements, ``MAX_ATTRIBUTES``).
    """
    check_elements(data, path, most=most)
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


def check_elements(data: bytes, path: str, before: int = 0, most: int = MAX_ELEMENTS) -> int:
    """The elements of a source with those ``before`` it in the same file: counted before a tree is made.

    Raises:
        InputError: more than ``most``, or more attributes than ``MAX_ATTRIBUTES``.
    """
    sign = b"<" if data[:4] != _EBCDIC else _EBCDIC[:1]
    found = before + data.count(sign) - data.count(sign + b"/")
    if found > most:
        raise InputError(f"more than {most:,} elements", path=path, advice="split it")
    # UTF-16 has a zero beside each sign; the quotes alone are then counted, at least two for each attribute.
    wide = data[:400].count(0) > len(data[:400]) // 4
    quotes = (data.count(b'"') + data.count(b"'")) // 2 if wide else 0
    if max(quotes, data.count(b'="') + data.count(b"='")) > MAX_ATTRIBUTES:
        raise InputError(f"more than {MAX_ATTRIBUTES:,} attributes", path=path, advice="split it")
    return found


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
    """Each text below an element in order; a page may be nested deeper than calls can be."""
    yield own_text(element)
    waiting = [(element, iter(element))]
    while waiting:
        above, items = waiting[-1]
        item = next(items, None)
        if item is not None:
            yield own_text(item)
            waiting.append((item, iter(item)))
            continue
        waiting.pop()
        if waiting:
            yield above.tail or ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next((item for item in element if tag(item) == name), None)


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element of one of these names below, in the order of the file."""
    return (item for item in element.iter() if tag(item) in names)
