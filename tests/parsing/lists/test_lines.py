"""Lines and paragraphs of a list in a word processor's file."""

from __future__ import annotations

from litreview.model.document import Document, Style
from litreview.parsing.lists.entries import split_entries
from litreview.parsing.lists.lines import by_paragraphs, read_lines

HALVES = (
    ("Arden, P., & Brill, A. (2003). First counts", "of a thing. Journal of Things, 2, 891–902."),
    ("Brill, A., Corin, B., & Dravec, C. W.", "(2008). Second counts. Journal of Things, 7, 224–236."),
    ("Corin, B. (2009).", "Third counts of a thing. Journal of Things, 8, 84–94."),
    ("Dravec, C. (2011). Fourth counts of a thing.", "Journal of Things, 9. https://doi.org/10.5555/a.1"),
)  # fmt: skip


def _document(*, inside: str, between: str) -> Document:
    """The list with soft line ends where ``inside`` or ``between`` is a ``v``."""
    marked = between.join(inside.join(halves) for halves in HALVES)
    soft = tuple(Style(at, at + 1, "soft") for at, sign in enumerate(marked) if sign == "\v")
    return Document(marked.replace("\v", "\n"), styles=soft)


def _count(document: Document) -> int:
    return len(split_entries(document, 0, len(document.text)))


def test_a_soft_line_end_within_a_paragraph_parts_no_entries() -> None:
    assert _count(_document(inside="\v", between="\n")) == len(HALVES)


def test_soft_line_ends_part_the_entries_of_one_paragraph() -> None:
    assert _count(_document(inside=" ", between="\v")) == len(HALVES)


def test_lines_without_soft_ends_stay() -> None:
    document = _document(inside=" ", between="\n")
    lines = read_lines(document.text, 0, len(document.text))
    assert by_paragraphs(lines, document) == lines
