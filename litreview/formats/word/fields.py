"""Live citations: what Zotero, Mendeley, EndNote and Word itself keep behind the printed words.

Zotero and Mendeley Desktop write ``ADDIN ZOTERO_ITEM CSL_CITATION {json}``, Mendeley Cite puts the
same JSON in base 64 into a content control's tag, EndNote writes ``ADDIN EN.CITE`` with XML, in the
field or beside it (``w:fldData``), Word writes ``CITATION Tag \\p 3 \\m Tag2``.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from litreview.formats.xml_tree import below, child, inner_text, parse_xml
from litreview.model.errors import InputError

_CSL = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(\{.*)", re.DOTALL)
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b(?!\.DATA)\s*(<EndNote>.*</EndNote>)?", re.DOTALL)
_BIBLIOGRAPHY = re.compile(
    r"\s*(?:ADDIN\s+ZOTERO_BIBL|ADDIN\s+Mendeley\s+Bibliography|ADDIN\s+EN\.REFLIST|BIBLIOGRAPHY\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s*CITATION\s+(?P<first>\S+)(?P<rest>.*)", re.DOTALL)
_SWITCH = re.compile(r"\\(?P<switch>\w)\s+(?P<value>\"[^\"]*\"|[^\\\s]+)")
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")
_MENDELEY = "MENDELEY_CITATION_v3_"
_MAX_FIELD = 5_000_000


@dataclass(slots=True)
class Live:
    """Keys and locators of one live citation, and the records it carries by key."""

    keys: list[str] = field(default_factory=list)
    locators: list[str] = field(default_factory=list)
    csl: dict[str, Mapping[str, object]] = field(default_factory=dict)
    endnote: dict[str, str] = field(default_factory=dict)

    def add(self, key: str, locator: str = "") -> None:
        self.keys.append(key)
        self.locators.append(locator)


def read_field(instruction: str, data: str = "") -> Live | None:
    """A citation field's content; None for any other field. ``data`` is the text of ``w:fldData``."""
    if len(instruction) > _MAX_FIELD:
        return None
    if found := _CSL.match(instruction):
        return _csl(found[1])
    if found := _ENDNOTE.match(instruction):
        return _endnote(found[1] or _decoded(data))
    if found := _WORD.match(instruction):
        return _word(found["first"], found["rest"])
    return None


def read_control(name: str) -> Live | None:
    """A Mendeley Cite content control's tag; None for any other."""
    if not name.startswith(_MENDELEY) or len(name) > _MAX_FIELD:
        return None
    return _csl(_decoded(name.removeprefix(_MENDELEY)))


def is_bibliography(instruction: str) -> bool:
    """True for the field that prints the reference list."""
    return bool(_BIBLIOGRAPHY.match(instruction))


def address(instruction: str) -> str:
    """The address of a HYPERLINK field; empty for any other field."""
    found = _HYPERLINK.match(instruction)
    return found[1] if found else ""


def _csl(text: str) -> Live | None:
    try:
        content, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    items = content.get("citationItems") if isinstance(content, dict) else None
    live = Live()
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        record = item.get("itemData")
        key = _key(item, record if isinstance(record, dict) else {})
        label = str(item.get("label") or "page") if item.get("locator") else ""
        live.add(key, f"{label} {item['locator']}" if label else "")
        if isinstance(record, dict):
            live.csl[key] = {**record, "id": key}
    return live if live.keys else None


def _key(item: Mapping[str, object], record: Mapping[str, object]) -> str:
    """Zotero numbers items anew in every document; the last step of its URI is the item's own key."""
    uris = item.get("uris") or item.get("uri")
    uri = uris[0] if isinstance(uris, list) and uris else uris
    if isinstance(uri, str) and "/items/" in uri:
        return uri.rstrip("/").rpartition("/")[2]
    return str(record.get("citation-key") or record.get("id") or item.get("id") or uri or "item")


def _endnote(text: str) -> Live | None:
    try:
        root = parse_xml(text.encode(), "", "EndNote XML")
    except InputError:
        return None
    live = Live()
    for cite in below(root, "Cite"):
        number, author, year = (_inner(cite, name) for name in ("RecNum", "Author", "Year"))
        key = f"endnote-{number or author + year}"
        pages = _inner(cite, "Pages") or _inner(cite, "Suffix").strip(" ,")
        live.add(key, pages)
        record = child(cite, "record")
        if record is not None:
            live.endnote[key] = etree.tostring(record, encoding="unicode", with_tail=False)
    return live if live.keys else None


def _inner(element: etree._Element, name: str) -> str:
    found = child(element, name)
    return inner_text(found) if found is not None else ""


def _word(first: str, rest: str) -> Live:
    live = Live()
    live.add(first)
    for found in _SWITCH.finditer(rest):
        value = found["value"].strip('"')
        if found["switch"] == "m":
            live.add(value)
        elif found["switch"] == "p":
            live.locators[-1] = value
    return live


def _decoded(text: str) -> str:
    """Base 64 as text; EndNote's data is UTF-8 with a few bytes of its own before the XML."""
    try:
        raw = base64.b64decode("".join(text.split()) + "==", validate=False)
    except (binascii.Error, ValueError):
        return ""
    decoded = raw.decode("utf-8", "replace")
    start = min((at for at in (decoded.find("<EndNote>"), decoded.find("{")) if at >= 0), default=0)
    end = decoded.rfind("</EndNote>")
    return decoded[start : end + 10 if end > 0 else None].rstrip("\0")
