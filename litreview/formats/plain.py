"""Markup taken off the wording of an entry or a whole source: what a reader sees of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

from litreview.formats.latex.plain import to_plain
from litreview.formats.markdown.plain import markdown_plain
from litreview.formats.markup.plain import asciidoc_plain, org_plain, rst_plain, typst_plain
from litreview.formats.wording import Plain, gather
from litreview.model.document import Document
from litreview.model.notation import Notation
from litreview.model.reference import Reference

_READERS: dict[Notation, Callable[[str], Plain]] = {
    Notation.MARKDOWN: markdown_plain,
    Notation.LATEX: to_plain,
    Notation.RST: rst_plain,
    Notation.ASCIIDOC: asciidoc_plain,
    Notation.TYPST: typst_plain,
    Notation.ORG: org_plain,
}


def without_markup(text: str, notation: Notation) -> Plain:
    """The wording of a stretch of text in that notation. Notations without markup give it unchanged."""
    read = _READERS.get(notation)
    if read is not None:
        return read(text)
    return Plain(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


_WORDLESS = frozenset({"hidden", "formula"})
FORMULA = "x"
"""What stands for a formula: a letter, so that a number raised behind it is seen to be its exponent."""


def has_markup(notation: Notation) -> bool:
    """True for a notation whose text is a source that readers see otherwise."""
    return notation in _READERS


def plain_document(document: Document) -> Plain:
    """The wording of a whole source. What is hidden is a blank (or a blank line), a formula is a letter, and
    a citation by key stays as it is typed."""
    return gather(_tokens(document))


def _tokens(document: Document) -> Iterator[tuple[str, int, int]]:
    text, at = document.text, 0
    for start, end, kind in _set_apart(document):
        if end <= at:  # a comment within what is hidden already
            continue
        start = max(start, at)
        yield from _read(text, at, start, document.notation)
        if kind == "key":
            yield from ((text[n], n, n + 1) for n in range(start, end))
        elif kind == "formula":
            yield FORMULA, start, end
        elif text[start:end].count("\n\n"):
            yield from (("\n", start, end), ("\n", start, end))
        else:
            yield " ", start, end
        at = end
    yield from _read(text, at, len(text), document.notation)


def _set_apart(document: Document) -> list[tuple[int, int, str]]:
    """Where the text is no words, and the citations by key, which count wherever they stand; in order."""
    keys = sorted((one.start, one.end, one.kind) for one in document.marks if one.kind == "key")
    starts = [start for start, _, _ in keys]
    spans: list[tuple[int, int, str]] = list(keys)
    for one in document.styles:
        if one.kind not in _WORDLESS:
            continue
        at = one.start
        for start, end, _ in keys[bisect_left(starts, one.start) : bisect_left(starts, one.end)]:
            spans.append((at, start, one.kind))
            at = end
        spans.append((at, one.end, one.kind))
    return sorted(span for span in spans if span[1] > span[0])


def _read(text: str, start: int, end: int, notation: Notation) -> Iterator[tuple[str, int, int]]:
    plain = without_markup(text[start:end], notation)
    yield from zip(
        plain.text, (start + at for at in plain.starts), (start + at for at in plain.ends), strict=True
    )


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
