"""Plain text: the document is the decoded file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.encoding import Decoded, decode
from litreview.model.document import Document, Style

_BLANKS = re.compile(r" +")


def read_text_file(data: bytes, path: str = "") -> Document:
    """A plain text file. Offsets count the characters of the decoded file, line ends included.

    Raises:
        InputError: the bytes are no text.
    """
    return text_document(decode(data, path), path)


def text_document(decoded: Decoded, path: str = "") -> Document:
    """Plain text that is already decoded; any string whatever is one."""
    text = one_newline(decoded.text)
    return Document(text, path, "text", encoding=decoded.encoding, diagnoses=decoded.diagnoses)


def one_newline(text: str) -> str:
    """Text with lone carriage returns (Mac OS 9) as line feeds; the length, and so every offset, stays."""
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def hidden_styles(text: str, prose: str) -> Iterator[Style]:
    """Where ``prose``, as long as the text, has blanks in place of what is no words of it."""
    for found in _BLANKS.finditer(prose):
        start, end = found.span()
        if text[start:end] != found.group():
            yield Style(start, end, "hidden")
