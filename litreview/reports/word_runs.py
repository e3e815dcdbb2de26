"""Cutting the runs of a Word file so that a comment or a correction stands at exactly the right words."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

from litreview.formats.word.attributes import attribute, paragraphs, runs
from litreview.formats.word.places import run_slices
from litreview.formats.xml_tree import tag
from litreview.model.document import Document
from litreview.model.errors import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ONE = frozenset({"tab", "ptab", "noBreakHyphen", "cr", "sym"})
_EPOCH = (1980, 1, 1, 0, 0, 0)


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


def save_word(word: WordFile) -> bytes:
    """The file's bytes, without the time of day that a zip entry holds."""
    saved, out = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Pieces:
    """The runs of a Word file's body, cut where they are asked for.

    Runs are addressed as the reader saw them, however often they have been cut since.
    """

    def __init__(self, word: WordFile, document: Document) -> None:
        self._document = document
        self._paragraphs = [runs(item) for item in paragraphs(word.element)]
        self._cuts: dict[etree._Element, list[tuple[int, etree._Element]]] = {}

    def cut(self, start: int, end: int) -> list[etree._Element]:
        """The runs that hold exactly ``document.text[start:end]``; none in notes and list numbers.

        For an empty stretch: the run behind which something may be inserted.
        """
        if start == end:
            return self.cut(start - 1, start)[-1:] if start else []
        found: list[etree._Element] = []
        for one in run_slices(self._document, start, end):
            if one.part != "body" or one.run < 0:
                continue
            run = self._paragraphs[one.paragraph][one.run]
            self._split(run, one.start)
            self._split(run, one.end)
            found += [piece for at, piece in self._cuts[run] if one.start <= at < one.end]
        return found

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
