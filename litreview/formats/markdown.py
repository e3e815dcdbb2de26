"""Markdown, as written for pandoc, Quarto and JOSS: the text is the source itself."""

from __future__ import annotations

from litreview.formats.encoding import decode
from litreview.formats.text import one_newline
from litreview.model.document import Document


def read_markdown(data: bytes, path: str = "") -> Document:
    """A Markdown file. The text is the source; offsets count its characters.

    Raises:
        InputError: the bytes are no text.
    """
    decoded = decode(data, path)
    text = one_newline(decoded.text)
    return Document(text, path, "markdown", encoding=decoded.encoding, diagnoses=decoded.diagnoses)
