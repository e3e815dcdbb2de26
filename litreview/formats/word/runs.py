"""Cutting the runs of a Word file so that a comment or a correction stands at exactly the right words."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

from litreview.formats.word.attributes import attribute, paragraphs, runs
from litreview.formats.word.places import run_slices
from litreview.formats.xml_tree import parse_xml, tag
from litreview.model.document import Document
from litreview.model.errors import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.opc.part import Part
    from lxml import etree

    Notes = dict[str, tuple[Part, etree._Element]]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ONE = frozenset({"tab", "ptab", "noBreakHyphen", "cr", "sym"})
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip entry can hold: same input, same bytes."""


def open_word(data: bytes) -> WordFile:
    """A Word file that can be changed.

    Raises:
        MissingExtraError: the ``docx`` extra is not installed.
    """
    try:
        from docx import Document as open_document
    except ModuleNotFoundError as error:
        raise MissingExtraError("python-docx", "docx", "writing a Word file") from error
    return open_document(io.BytesIO(data))


def save_word(word: WordFile, notes: Notes | None = None) -> bytes:
    """The file's bytes, without the time of day that a zip entry holds; with its notes as they now are."""
    for part, root in (notes or {}).values():
        part._blob = etree_bytes(root)
    saved, out = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def etree_bytes(root: etree._Element) -> bytes:
    """An XML part as Word writes it."""
    from lxml import etree as lxml_etree

    return bytes(lxml_etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def notes_of(word: WordFile) -> Notes:
    """The parts of footnotes and endnotes with their elements; python-docx knows neither."""
    found: Notes = {}
    for relation in word.part.rels.values():
        name = relation.reltype.rpartition("/")[2]
        if name in ("footnotes", "endnotes") and not relation.is_external:
            part = relation.target_part
            found[name] = part, parse_xml(part.blob, str(part.partname))
    return found


class Pieces:
    """The runs of a Word file, cut where they are asked for.

    Runs are addressed as the reader saw them, however often they have been cut since.
    """

    def __init__(self, word: WordFile, document: Document) -> None:
        self._document = document
        self.notes = notes_of(word)
        self._body = word.element
        roots = {"body": word.element} | {name: root for name, (_, root) in self.notes.items()}
        self._paragraphs = {name: [runs(item) for item in paragraphs(root)] for name, root in roots.items()}
        self._cuts: dict[etree._Element, list[tuple[int, etree._Element]]] = {}

    def cut(self, start: int, end: int) -> list[etree._Element]:
        """The runs that hold exactly ``document.text[start:end]``; none in list numbers.

        For an empty stretch: the run behind which something may be inserted.
        """
        if start == end:
            return self.cut(start - 1, start)[-1:] if start else []
        found: list[etree._Element] = []
        for one in run_slices(self._document, start, end):
            if one.run < 0 or one.part not in self._paragraphs:
                continue
            run = self._paragraphs[one.part][one.paragraph][one.run]
            self._split(run, one.start)
            self._split(run, one.end)
            found += [piece for at, piece in self._cuts[run] if one.start <= at < one.end]
        return found

    def anchor(self, start: int, end: int) -> list[etree._Element]:
        """The runs of the body at which a comment about a stretch stands: for a note, its mark."""
        slices = run_slices(self._document, start, end)
        part = slices[0].part if slices else "body"
        if part == "body":
            return self.cut(start, end)
        kind = part.removesuffix("s")
        inside = next(iter(self.cut(start, end)), None)
        note = (
            next((up for up in inside.iterancestors() if tag(up) == kind), None)
            if inside is not None
            else None
        )
        if note is None:
            return []
        marks = (item for item in self._body.iter(f"{W}{kind}Reference"))
        mark = next((item for item in marks if attribute(item, "id") == attribute(note, "id")), None)
        parent = mark.getparent() if mark is not None else None
        return [parent] if parent is not None and tag(parent) == "r" else []

    def _split(self, run: etree._Element, at: int) -> None:
        """Cut a run before its character ``at``, unless it is cut there already."""
        pieces = self._cuts.setdefault(run, [(0, run)])
        index = max(number for number, (start, _) in enumerate(pieces) if start <= at)
        start, piece = pieces[index]
        if start < at < start + _width(piece):
            pieces.insert(index + 1, (at, _cut_run(piece, at - start)))


def _cut_run(run: etree._Element, at: int) -> etree._Element:
    """Move what follows character ``at`` of a run into a new run of the same look, set behind it."""
    tail = deepcopy(run)
    for child in list(tail):
        if tag(child) != "rPr":
            tail.remove(child)
    passed = 0
    for child in list(run):
        if tag(child) == "rPr":
            continue
        width = _child_width(child)
        if passed >= at:
            tail.append(child)
        elif passed + width > at:
            text = child.text or ""
            behind = deepcopy(child)
            child.text, behind.text = text[: at - passed], text[at - passed :]
            for element in (child, behind):
                element.set(_SPACE, "preserve")
            tail.append(behind)
        passed += width
    run.addnext(tail)
    return tail


def _width(run: etree._Element) -> int:
    return sum(_child_width(child) for child in run)


def _child_width(child: etree._Element) -> int:
    """How many characters of the document's text a child of a run is; as the reader counts them."""
    name = tag(child)
    if name == "t":
        return len(child.text or "")
    if name == "br":
        return 0 if attribute(child, "type") in ("page", "column") else 1
    return int(name in _ONE)
