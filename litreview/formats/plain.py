"""Markup taken off the wording of an entry: what a reader sees of a Markdown or LaTeX source."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from litreview.formats.latex.plain import to_plain
from litreview.formats.markdown.plain import markdown_plain
from litreview.formats.wording import Plain
from litreview.model.notation import Notation
from litreview.model.reference import Reference

_READERS: dict[Notation, Callable[[str], Plain]] = {
    Notation.MARKDOWN: markdown_plain,
    Notation.LATEX: to_plain,
}


def without_markup(text: str, notation: Notation) -> Plain:
    """The wording of a stretch of text in that notation. Notations without markup give it unchanged."""
    read = _READERS.get(notation)
    if read is not None:
        return read(text)
    return Plain(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def plain_text(reference: Reference) -> str:
    r"""A printed entry as a reader sees it (``{\"O}zt{\"u}rk`` is "Öztürk"); empty for a record.

    Whoever compares words or looks for values in an entry asks for this and not for its source.
    """
    if reference.notation.is_record:
        return ""
    return _plain(reference.text, reference.notation) if reference.notation in _READERS else reference.text


def wording_of(reference: Reference) -> str:
    """Where a value is looked for that may not have been read: the plain text of a printed entry, the source
    of a record."""
    return plain_text(reference) or reference.text


@lru_cache(maxsize=4096)
def _plain(text: str, notation: Notation) -> str:
    return without_markup(text, notation).text
