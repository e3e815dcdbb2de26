"""Comments in an OpenDocument text: annotations at the words they are about.

OpenDocument 1.3, part 3, section 14.1 (``office:annotation``). LibreOffice shows them in its margin.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from litreview.formats.archive import Archive
from litreview.formats.odt.read import KIND, body_of, is_flat, read_odt, roots_of
from litreview.formats.xml_tree import tag
from litreview.model.errors import InputError

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HOLDERS = frozenset({"p", "h", "span", "a", "meta", "meta-field"})
"""Elements that may hold an annotation."""
_APART = frozenset({"note", "frame", "custom-shape"})
"""What has no margin of its own: a comment about a note stands at its mark."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip entry can hold: same input, same bytes."""
_SIGNATURES = "META-INF/documentsignatures.xml"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of ``text[start:end]`` of a document, in lines."""

    start: int
    end: int
    lines: tuple[str, ...]


class _Spot(NamedTuple):
    """A place in the tree: before the letter ``at`` of an element's own text or of its tail, which are the
    ``piece``-th that was read; else before the element itself."""

    element: etree._Element
    is_tail: bool
    at: int
    piece: int
    exact: bool = True

    @property
    def holder(self) -> etree._Element | None:
        return self.element.getparent() if self.is_tail else self.element


def annotated(data: bytes, path: str, remarks: Sequence[Remark], author: str, date: str = "") -> bytes:
    """The bytes of an OpenDocument text with a comment for each remark; ``date`` is ISO 8601 or empty.

    Raises:
        InputError: no OpenDocument text, or one that does not read as before with comments in it.
    """
    roots = roots_of(data, path)
    pieces = _Pieces(roots, path)
    put = [
        (spot, new)
        for number, one in enumerate(remarks, 1)
        for spot, new in pieces.around(one, f"{author}-{number}", author, date)
    ]
    # From the end: what is put in moves no letter before it. Ends stand before what begins at their place.
    for n in sorted(range(len(put)), key=lambda n: (*_order(*put[n]), n), reverse=True):
        _put(*put[n])
    after = _saved(data, path, roots[0])
    if read_odt(after, path).text != pieces.text:
        raise InputError("cannot be commented by program", path=path, advice="--format html shows it")
    return after


class _Pieces:
    """The texts of a file's elements, by the offsets at which they were read."""

    def __init__(self, roots: Sequence[etree._Element], path: str) -> None:
        body = body_of(roots, path)
        self.text = body.live.out.text()
        self._read = sorted(body.pieces, key=lambda piece: piece.start)
        self._starts = [piece.start for piece in self._read]

    def around(
        self, remark: Remark, name: str, author: str, date: str
    ) -> Iterator[tuple[_Spot, etree._Element]]:
        """The comment and its end around its words; without an end, before them, where they are not in one
        paragraph."""
        start = self._spot(remark.start, before=True)
        end = self._spot(remark.end, before=False) if remark.end > remark.start else None
        if start is None:
            return
        yield start, _annotation(remark, name, author, date)
        if end and start.exact and end.exact and _paragraph(start) is _paragraph(end):
            yield end, etree.Element(f"{_OFFICE}annotation-end", {f"{_OFFICE}name": name})

    def _spot(self, offset: int, *, before: bool) -> _Spot | None:
        """Where a letter stands (``before``), or where the letters before an offset end."""
        n = bisect_right(self._starts, offset if before else offset - 1) - 1
        if n < 0 or (self._read[n].end <= offset if before else self._read[n].end < offset):
            return self._first() if before else None
        found = self._read[n]
        raw = (found.element.tail if found.is_tail else found.element.text) or ""
        letters = [at for at, letter in enumerate(raw) if letter not in _BLANKS]
        passed = sum(letter not in _BLANKS for letter in self.text[found.start : offset])
        if before:
            at = letters[passed] if passed < len(letters) else len(raw)
        else:
            at = letters[passed - 1] + 1 if passed else 0
        return _held(_Spot(found.element, found.is_tail, at, n))

    def _first(self) -> _Spot | None:
        """Before the first words, where what is said of the whole file stands."""
        for n, piece in enumerate(self._read):
            spot = _held(_Spot(piece.element, piece.is_tail, 0, n))
            if spot is not None:
                return spot
        return None


_BLANKS = " \t\r\n\f\v"


def _held(spot: _Spot) -> _Spot | None:
    """The spot itself, or the one before the outermost element around it that may hold no comment."""
    holder = spot.holder
    around = [holder, *holder.iterancestors()] if holder is not None else []
    inside = next((n for n, up in enumerate(around) if tag(up) == "text"), len(around))
    apart = [n for n, up in enumerate(around[:inside]) if tag(up) in _APART]
    barred = [n for n, up in enumerate(around[: _depth(around)]) if tag(up) not in _HOLDERS]
    if not apart and not barred:
        return spot
    outer = around[max([*apart, *barred])]
    parent = outer.getparent()
    return (
        _Spot(outer, False, -1, spot.piece, exact=False)
        if parent is not None and tag(parent) in _HOLDERS
        else None
    )


def _depth(around: Sequence[etree._Element]) -> int:
    return next((n for n, up in enumerate(around) if tag(up) in ("p", "h")), 0)


def _order(spot: _Spot, new: etree._Element) -> tuple[int, int, bool]:
    return spot.piece, spot.at, tag(new) == "annotation"


def _paragraph(spot: _Spot) -> etree._Element | None:
    holder = spot.holder
    around = (holder, *holder.iterancestors()) if holder is not None else ()
    return next((up for up in around if tag(up) in ("p", "h")), None)


def _put(spot: _Spot, new: etree._Element) -> None:
    element = spot.element
    if spot.at < 0:
        element.addprevious(new)
        return
    raw = (element.tail if spot.is_tail else element.text) or ""
    if spot.is_tail:
        parent = element.getparent()
        if parent is None:
            return
        element.tail = raw[: spot.at]
        parent.insert(parent.index(element) + 1, new)
    else:
        element.text = raw[: spot.at]
        element.insert(0, new)
    new.tail = raw[spot.at :]


def _annotation(remark: Remark, name: str, author: str, date: str) -> etree._Element:
    found = etree.Element(f"{_OFFICE}annotation", {f"{_OFFICE}name": name})
    etree.SubElement(found, f"{_DC}creator").text = author
    if date:
        etree.SubElement(found, f"{_DC}date").text = date
    for line in remark.lines:
        etree.SubElement(found, f"{_TEXT}p").text = _NOT_XML.sub(" ", line)
    return found


_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _saved(data: bytes, path: str, root: etree._Element) -> bytes:
    """The file with its text as it now is. The type stands first and plain, as readers of OpenDocument want
    it; a signature would be broken and is left out."""
    content = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    if is_flat(data):
        return content
    archive, out = Archive(data, path, KIND), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(archive.names, key=lambda name: name != "mimetype"):
            if name != _SIGNATURES:
                part = content if name == "content.xml" else archive.read(name)
                how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                new.writestr(zipfile.ZipInfo(name, _EPOCH), part, how)
    return out.getvalue()
