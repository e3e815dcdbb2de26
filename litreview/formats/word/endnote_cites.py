"""The XML of EndNote and of Reference Manager, its older sister."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from litreview.formats.word.live import Cite, Live, decode
from litreview.formats.xml_tree import below, child, inner_text, parse_xml, tag
from litreview.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFMAN = {
    "Title_Primary": "title", "Periodical": "container-title", "Volume": "volume", "Issue": "issue",
    "Start_Page": "page", "DOI": "DOI",
}  # fmt: skip


def read_endnote_cites(instruction: str, chunks: Sequence[str], whole: str) -> Live:
    """The works of ``ADDIN EN.CITE``: its XML stands in the code, or in base 64 beside it.

    ``chunks`` are the data of the ``EN.CITE.DATA`` fields inside: a long citation is cut into several, each
    padded on its own, and ``whole``, the data of the field itself, then has only the last of them.
    """
    joined = b"".join(decode(chunk) for chunk in chunks)
    for text in (instruction, joined.decode("utf-8", "replace"), decode(whole).decode("utf-8", "replace")):
        if found := _element(text, "EndNote"):
            root = _parse(found)
            return tuple(_cite(cite) for cite in below(root, "Cite")) if root is not None else ()
    return ()


def _element(text: str, name: str) -> str:
    """The text of an element, from where it first opens to where it last closes; empty where it does not."""
    start, end = re.search(rf"<{name}\b", text), text.rfind(f"</{name}>")
    return text[start.start() : end + len(f"</{name}>")] if start and end > start.start() else ""


def _cite(cite: _Element) -> Cite:
    number, author, year = (_inner(cite, name) for name in ("RecNum", "Author", "Year"))
    record = child(cite, "record")
    pages = _inner(cite, "Pages") or _inner(cite, "Suffix").strip(" ,")
    hint = f"{number} {author} {year}".strip()
    if record is None:
        return Cite((), hint, pages, csl=_spoken(author, year))
    number = _inner(record, "rec-number") or number
    name = "-".join(filter(None, ("endnote", _database(record), number or hint)))
    return Cite((name,), hint, pages, endnote=etree.tostring(record, encoding="unicode", with_tail=False))


def _database(record: _Element) -> str:
    """The id of the EndNote library: a record's number is unique within it only."""
    keys = sorted(below(record, "key"), key=lambda key: key.get("app") != "EN")
    return next((found for key in keys if (found := key.get("db-id", "").strip())), "")


def read_refman_cites(instruction: str) -> Live:
    """The works of ``ADDIN REFMGR.CITE`` (Reference Manager, sold until 2013)."""
    found = _element(instruction, "Refman")
    root = _parse(found) if found else None
    return tuple(_refman_cite(cite) for cite in below(root, "Cite")) if root is not None else ()


def _refman_cite(cite: _Element) -> Cite:
    number, author, year = (_inner(cite, name) for name in ("RecNum", "Author", "Year"))
    record = child(cite, "MDL")
    title = _inner(cite, "IDText")
    csl = _spoken(author, year) | ({"title": title} if title else {})
    for item in record if record is not None else ():
        if tag(item) in _REFMAN and inner_text(item):
            csl[_REFMAN[tag(item)]] = inner_text(item)
    names = [inner_text(item) for item in below(cite, "Authors_Primary")]
    if names:
        csl["author"] = [_person(name) for name in names]
    return Cite((f"refman-{number} {title}".strip(),), "", "", csl)


def _spoken(author: str, year: str) -> dict[str, object]:
    """What a citation without a record says of its work."""
    csl: dict[str, object] = {"type": "article-journal"}
    if author:
        csl["author"] = [_person(author)]
    if found := re.match(r"\d{4}", year):
        csl["issued"] = {"date-parts": [[int(found.group())]]}
    return csl


def _person(name: str) -> dict[str, str]:
    family, _, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()}


def _inner(element: _Element, name: str) -> str:
    found = child(element, name)
    return inner_text(found) if found is not None else ""


def _parse(text: str) -> _Element | None:
    try:
        return parse_xml(_NOT_XML.sub(" ", text).encode(), "", "XML of a citation")
    except InputError:
        return None
