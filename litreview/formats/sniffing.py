"""What kind of file this is: its first bytes first, then its name, then the shape of its first lines."""

from __future__ import annotations

from pathlib import PurePath

from litreview.formats.catalogue import FORMATS, Format, by_ending

HEAD_BYTES = 65_536
"""Bytes of a file from which its format is told: enough for the long header of an export; judgement."""

UNREADABLE = {
    "doc": "an old Word file (.doc)",
    "xlsx": "a spreadsheet",
    "pptx": "a presentation",
    "zip": "a zip archive",
    "image": "a picture",
}
"""Files that are recognised and not read, in the words of the message."""

_MAGIC = (
    *((row.magic, row.name) for row in FORMATS if row.magic),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"),
    (b"\x1f\x8b", "zip"), (b"7z\xbc\xaf", "zip"), (b"Rar!", "zip"),
)  # fmt: skip
_INSIDE = ((b"xl/", "xlsx"), (b"ppt/", "pptx"))
"""What the first names in a zip archive say of it."""


def sniff(path: str, head: bytes) -> str:
    """The format of a file: a reader's name (``docx``, ``ris`` …) or a name in ``UNREADABLE``.

    ``head`` is the beginning of the file, some thousand bytes. What the bytes say beats what the name
    says: a PubMed export called ``results.txt`` or ``results.ris`` is read as what it is. Unknown text is
    ``text``.
    """
    named, bare = by_ending(path), head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare.startswith(b"PK\x03\x04"):
        return _zipped(path, named, bare)
    for magic, name in _MAGIC:
        if bare.startswith(magic):
            return name
    text = _rough(head).lstrip("\ufeff")
    for row in FORMATS:
        if row.shape and _is_believed(row, named) and row.shape.match(text):
            return row.name
    return named.name if named else "text"


def _is_believed(shaped: Format, named: Format | None) -> bool:
    """True where the shape of the first lines may overrule what the ending says."""
    if named is None or named.name == "text" or shaped.certain:
        return True
    return shaped.is_bibliography and named.is_bibliography


def _rough(head: bytes) -> str:
    """The head as text, good enough to know tags by: UTF-16 loses its NULs."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.decode("utf-8-sig", "replace")


def _zipped(path: str, named: Format | None, head: bytes) -> str:
    for row in FORMATS:
        if row.inside and (row is named or row.inside in head):
            return row.name
    ending = PurePath(path).suffix[1:].casefold()
    if ending in UNREADABLE:
        return ending
    return next((name for part, name in _INSIDE if part in head), "zip")
