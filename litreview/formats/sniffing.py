"""What kind of file this is: its first bytes first, then its name, then the shape of its first lines."""

from __future__ import annotations

import re
from pathlib import PurePath

from litreview.formats.catalogue import FORMATS, Format, by_ending

HEAD_BYTES = 65_536
"""Bytes of a file from which its format is told: enough for the long header of an export; judgement."""

UNREADABLE = {
    "doc": "an old Word file (.doc)",
    "xls": "an old spreadsheet (.xls)",
    "ppt": "an old presentation (.ppt)",
    "locked": "a Word file with a password",
    "xlsx": "a spreadsheet",
    "pptx": "a presentation",
    "pages": "a file of Apple Pages",
    "zip": "a zip archive",
    "image": "a picture",
    "djvu": "a DjVu file",
    "mobi": "a Kindle book",
    "ps": "a PostScript file",
    "wpd": "a WordPerfect file",
}
"""Files that are recognised and not read, in the words of the message."""

_MAGIC = (
    *((row.magic, row.name) for row in FORMATS if row.magic),
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"II*\0", "image"),
    (b"MM\0*", "image"), (b"AT&TFORM", "djvu"), (b"\xffWPC", "wpd"), (b"%!PS", "ps"),
    (b"\x1f\x8b", "zip"), (b"7z\xbc\xaf", "zip"), (b"Rar!", "zip"), (b"BZh", "zip"), (b"\xfd7zXZ", "zip"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0"
_OLD = {"xls": "xls", "ppt": "ppt", "docx": "locked", "docm": "locked", "xlsx": "xlsx", "pptx": "pptx"}
"""Old Office files, and new ones with a password, begin alike: the name tells which."""
_INSIDE = (
    (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"opendocument.spreadsheet", "xlsx"),
    (b"opendocument.presentation", "pptx"), (b"Index/Document.iwa", "pages"),
)  # fmt: skip
"""What the first names in a zip archive say of it."""
_PICTURE = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--(?>.{0,2000}?-->)\s*+|<!DOCTYPE[^>]*>\s*+)*+<svg\b", re.DOTALL
)
"""A picture that is text."""


def sniff(path: str, head: bytes) -> str:
    """The format of a file: a reader's name (``docx``, ``ris`` …) or a name in ``UNREADABLE``.

    ``head`` is the beginning of the file, some thousand bytes. What the bytes say beats what the name
    says: a PubMed export called ``results.txt`` or ``results.ris`` is read as what it is. Unknown text is
    ``text``.
    """
    named, bare = by_ending(path), head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare.startswith(b"PK\x03\x04"):
        return _zipped(path, named, bare)
    if name := _by_magic(path, head, bare):
        return name
    text = _rough(head).lstrip("\ufeff")
    if _PICTURE.match(text):
        return "image"
    for row in FORMATS:
        if row.shape and _is_believed(row, named) and row.shape.match(text):
            return row.name
    return named.name if named else "text"


def _by_magic(path: str, head: bytes, bare: bytes) -> str:
    """The format that the first bytes say; empty where they say none."""
    if bare.startswith(_OLE):
        return _OLD.get(PurePath(path).suffix[1:].casefold(), "doc")
    if head[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "mobi"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image"
    return next((name for magic, name in _MAGIC if bare.startswith(magic)), "")


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
