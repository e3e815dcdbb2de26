"""Where a person looks for a finding: a line, a paragraph of a Word file, a page of a PDF."""

from __future__ import annotations

from pathlib import PurePath

from litreview.formats.catalogue import named
from litreview.model.article import Article

_NOTES = {"footnote": "a footnote", "endnote": "an endnote"}
"""Notes are numbered by the file, not as they are printed."""


def whereabouts(article: Article, line: int | None, start: int | None = None, origin: str = "") -> str:
    """Where a person looks: ``paragraph 12`` of a Word file, ``page 3`` of a PDF, ``line 40`` of the rest."""
    if not line:
        return "the whole file"
    if origin:
        return f"line {line} of {PurePath(origin).name}"
    if start is not None and not named(article.document.format).lines:
        found = article.document.place(start)
        if found:
            return _NOTES.get(found.name.split()[0], found.name)
    return f"line {line}"
