"""Which reader takes which file. The readers are loaded when their format is met."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from litreview.formats import catalogue
from litreview.formats.encoding import Decoded
from litreview.formats.sniffing import HEAD_BYTES, UNREADABLE, sniff
from litreview.model.document import Document
from litreview.model.errors import InputError, OptionError
from litreview.model.work import Work

MAX_BYTES = 300_000_000
"""Largest file read. The longest review article we know (2,000 references, PDF) has 60 MB."""
MAX_CHARACTERS = 50_000_000
"""Characters of the text of one article, whatever they are unpacked from: 1,000 pages have 4 million.
A bibliography is bounded by its bytes only."""

__all__ = ["MAX_BYTES", "dump", "read", "read_bytes", "read_text", "sniff"]


def read(path: str | Path, format: str = "") -> Document:
    """What a file says. The format is taken from its first bytes and its name, unless it is given.

    Raises:
        InputError: no such file, empty, binary, encrypted, damaged, too large, or of no known format.
        MissingExtraError: the format needs an optional package (docx, pdf).
    """
    name = str(path)
    data = _bytes(Path(path), name)
    found = format or sniff(name, data[:HEAD_BYTES])
    if found in UNREADABLE:
        raise InputError(UNREADABLE[found], path=name, advice="save it as docx, html, pdf or text")
    document = read_bytes(data, name, found)
    if not document.references and not document.text.strip():
        raise InputError("no text in it", path=name)
    return document


def read_bytes(data: bytes, path: str, format: str) -> Document:
    """What the bytes of a file say, as the reader of that format sees them.

    Raises:
        InputError: the bytes are not of that format, or of more than ``MAX_CHARACTERS``.
        OptionError: no such format.
        MissingExtraError: the format needs an optional package (docx, pdf).
    """
    document = catalogue.named(format).reader()(data, path)
    if len(document.text) > MAX_CHARACTERS and not document.is_bibliography:
        raise InputError(f"more than {MAX_CHARACTERS:,} characters", path=path, advice="split it")
    return document


def read_text(text: str, format: str = "text", path: str = "") -> Document:
    """A text at hand, read as ``text``, ``markdown``, ``latex``, ``html``, ``bibtex`` … would be from a file.

    Plain text, Markdown, LaTeX and HTML take any string whatever, the empty one included.

    Raises:
        InputError: the text is not of that format (JATS, CSL).
        OptionError: no such format.
    """
    reader = catalogue.named(format).text_reader()
    if reader is not None:
        return reader(Decoded(text, "utf-8"), path)
    return read_bytes(text.encode("utf-8", "replace"), path, format)


def dump(works: Iterable[Work], format: str) -> str:
    """Works as the text of a ``bibtex``, ``ris``, ``csl``, ``csv`` … file.

    Raises:
        OptionError: there is no writer for that format.
    """
    names = [row.name for row in catalogue.writable()]
    if format not in names:
        raise OptionError(f"records cannot be written as {format!r}", advice=f"one of {', '.join(names)}")
    return catalogue.named(format).writer()(works)


def _bytes(path: Path, name: str) -> bytes:
    """The bytes of a regular file that is neither empty nor larger than ``MAX_BYTES``."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise InputError("a folder, not a file", path=name, advice="name the files in it")
        if about.st_size > MAX_BYTES:
            raise InputError(f"larger than {MAX_BYTES // 1_000_000} MB", path=name, advice="split it")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(_trouble(error), path=name) from error
    if len(data) > MAX_BYTES:
        raise InputError(f"larger than {MAX_BYTES // 1_000_000} MB", path=name, advice="split it")
    if not data.strip(b" \t\r\n\f\v\xef\xbb\xbf"):
        raise InputError("the file is empty", path=name)
    return data


def _trouble(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, NotADirectoryError):
        return "stands in an archive, which is only read: unpack it"
    if isinstance(error, PermissionError):
        return "may not be read"
    number = error.errno if isinstance(error, OSError) else None
    return os.strerror(number).lower() if number else "not a file name"
