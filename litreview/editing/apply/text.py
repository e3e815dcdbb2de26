"""Editing files whose text is the file: in their own encoding, byte order mark and line ends."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from litreview.editing.apply.edits import Edit, apply_edits, diff
from litreview.formats.encoding import decode
from litreview.formats.pens import pen_of
from litreview.formats.text import one_newline
from litreview.model.document import Document, Place
from litreview.model.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip


def edited(before: bytes, document: Document, edits: Sequence[Edit], path: Path) -> bytes:
    """The file with its edits made, every other byte as it was.

    Raises:
        InputError: the bytes are not the document's any more, or an edit has a letter they cannot write.
    """
    mark, codec = _mark_of(before, document)
    changed = InputError("changed since it was read", path=path, advice="run it again")
    try:
        text = before[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise changed from error
    if one_newline(text) != document.text:
        raise changed
    if "\r" in text and "\n" not in text:
        edits = [edit._replace(text=edit.text.replace("\n", "\r")) for edit in edits]
    try:
        pen = pen_of(document.notation)
        fitting = [edit._replace(text=pen.spell_out(edit.text, codec)) if pen else edit for edit in edits]
        return mark + apply_edits(text, fitting).encode(codec)
    except UnicodeEncodeError as error:
        said = f"a correction does not fit {document.encoding}"
        raise InputError(said, path=path, advice="save the file as UTF-8 first") from error


def shown(path: str, before: bytes, after: bytes, document: Document) -> str:
    """The change as a diff of what stands in the file, so that ``patch`` makes the same bytes: UTF-8's byte
    order mark is part of the first line, a letter that the encoding lacks is spelt as it was written."""
    mark, codec = _mark_of(before, document)
    cut = 0 if mark == codecs.BOM_UTF8 else len(mark)
    return diff(path, *(one_newline(data[cut:].decode(codec)) for data in (before, after)))


def _mark_of(before: bytes, document: Document) -> tuple[bytes, str]:
    """The byte order mark of a file, and the codec of what follows."""
    marks = ((mark, codec) for mark, codec in _MARKS if before.startswith(mark))
    return next(marks, (b"", document.encoding))


def pieces_of(
    document: Document, main: Path, edits: Sequence[Edit]
) -> Iterator[tuple[Path, Document, list[Edit]]]:
    """For each file with edits: its path, its own text as a document, and the edits in its own offsets.

    The document's places are those of the joined source that lie in the file.

    Raises:
        InputError: an edit goes over the border of two files, or a file changed since it was read.
    """
    folder = main.resolve().parent
    files: dict[str, list[Edit]] = {}
    for edit in edits:
        place = _place(document, edit)
        if place is None:
            raise InputError("a correction lies between two of its files", path=main)
        files.setdefault(str(place.address[0]), []).append(edit)
    for name, own in files.items():
        path = main if folder / name == main.resolve() else main.parent / name
        decoded = decode(path.read_bytes(), str(path))
        text = one_newline(decoded.text)
        places = tuple(place for place in document.places if place.address[0] == name)
        moved = [_moved(document, edit, text, path) for edit in own]
        yield path, replace(document, text=text, encoding=decoded.encoding, places=places), moved


def _place(document: Document, edit: Edit) -> Place | None:
    """The line an edit begins in, if it ends in the same file; of an insertion, the line before it."""
    first = document.place(edit.start)
    if edit.start == edit.end and first and first.start == edit.start:
        first = document.place(edit.start - 1)
    last = document.place(max(edit.end - 1, edit.start))
    same = (
        first is not None
        and last is not None
        and (edit.start == edit.end or first.address[0] == last.address[0])
    )
    return first if same else None


def _moved(document: Document, edit: Edit, text: str, path: Path) -> Edit:
    """An edit of the joined source in the offsets of its own file."""
    place = _place(document, edit)
    assert place is not None
    line = document.text[place.start : place.end]
    begin = sum(len(one) for one in text.splitlines(keepends=True)[: int(place.address[1]) - 1])
    at = text.find(line, begin)
    start = at + edit.start - place.start
    end = start + edit.end - edit.start
    if at < 0 or text[start:end] != document.text[edit.start : edit.end]:
        raise InputError("changed since it was read", path=path, advice="run it again")
    return Edit(start, end, edit.text)
