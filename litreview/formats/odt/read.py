"""OpenDocument texts (LibreOffice, OpenOffice, Google Docs, Word): .odt, its template .ott, flat .fodt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from litreview.formats.archive import Archive
from litreview.formats.odt.body import Body
from litreview.formats.odt.styles import Styles, attribute
from litreview.formats.word.read import MIN_ENDNOTES, MIN_ENTRY, MIN_SHARE
from litreview.formats.xml_tree import below, child, inner_text, parse_xml, tag
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.normalise.vocabulary.years import LONE_YEAR
from litreview.normalise.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml import etree

KIND = "an OpenDocument file"


def read_odt(data: bytes, path: str = "") -> Document:
    """An OpenDocument text. Places are paragraphs and notes, counted as they are read.

    Citations of Zotero, Mendeley and LibreOffice itself are live; where no list is printed, the records that
    they carry are the references.

    Raises:
        InputError: no OpenDocument text, damaged, encrypted, or beyond the bounds.
    """
    roots = roots_of(data, path)
    body = body_of(roots, path)
    return body.live.document(path, "odt", title=body.title or _title(roots))


def body_of(roots: Sequence[etree._Element], path: str) -> Body:
    """The text of a file as it was read.

    Raises:
        InputError: there is no text in it.
    """
    text = next(
        (item for root in roots for body in below(root, "body") for item in below(body, "text")), None
    )
    if text is None:
        raise InputError(f"{KIND} without a text in it", path=path, advice="save it as docx, html or pdf")
    endnotes = [
        inner_text(item) for item in below(text, "note") if attribute(item, "note-class") == "endnote"
    ]
    body = Body(Styles(roots), _bookmarks(roots), _are_references(endnotes))
    for item in text:
        body.block(item)
    body.end()
    return body


def is_flat(data: bytes) -> bool:
    """True for a file that is one XML, no zip."""
    return not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"PK")


def roots_of(data: bytes, path: str) -> list[etree._Element]:
    """The XML of the text, its styles and its properties; a flat file holds all of them.

    Raises:
        InputError: no OpenDocument file, damaged, encrypted, or beyond the bounds.
    """
    if is_flat(data):
        return [parse_xml(data, path, "OpenDocument XML")]
    archive = Archive(data, path, KIND)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise InputError("encrypted", path=path, advice="save it without a password")
    parts = (archive.read(name) for name in ("content.xml", "styles.xml", "meta.xml"))
    return [parse_xml(part, path, "OpenDocument XML") for part in parts if part]


def _are_references(endnotes: list[str]) -> bool:
    """True where endnotes are a reference list; the bounds are those of Word's."""
    entries = [text for text in endnotes if len(text) > MIN_ENTRY and LONE_YEAR.search(text)]
    return len(endnotes) >= MIN_ENDNOTES and len(entries) > MIN_SHARE * len(endnotes)


def _bookmarks(roots: Sequence[etree._Element]) -> dict[str, str]:
    """What the properties say of bookmarks that are citations: Zotero cuts ``ZOTERO_BREF_x`` into pieces of
    255 letters, ``ZOTERO_BREF_x_1`` and so on."""
    pieces: dict[str, dict[int, str]] = {}
    for item in (item for root in roots for item in below(root, "user-defined")):
        name, _, number = attribute(item, "name").rpartition("_")
        at = whole_number(number)
        if at is not None and name.startswith(("ZOTERO_BREF_", "CSL_BREF_")):
            pieces.setdefault(name, {})[at] = item.text or ""
    return {name: "".join(text for _, text in sorted(parts.items())) for name, parts in pieces.items()}


def _title(roots: Sequence[etree._Element]) -> str:
    metas = (meta for root in roots for meta in below(root, "meta") if tag(meta) == "meta")
    titles = (child(meta, "title") for meta in metas)
    return next((inner_text(item) for item in titles if item is not None and inner_text(item)), "")
