"""Which notation is written by which pen. A notation without one is not written: a correction is refused."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from litreview.formats.pen import Pen
from litreview.model.notation import Notation

_PENS = {
    Notation.PRINTED: ("printed_pen", "PrintedPen"), Notation.JATS: ("printed_pen", "PrintedPen"),
    Notation.MARKDOWN: ("markdown.pen", "MarkdownPen"), Notation.LATEX: ("latex.pen", "LatexPen"),
    Notation.RST: ("markdown.pen", "MarkdownPen"), Notation.ASCIIDOC: ("markdown.pen", "MarkdownPen"),
    Notation.TYPST: ("markdown.pen", "MarkdownPen"), Notation.ORG: ("markdown.pen", "MarkdownPen"),
    Notation.BIBTEX: ("bibtex.pen", "BibtexPen"),
    Notation.RIS: ("records.tagged_pen", "RisPen"), Notation.NBIB: ("records.tagged_pen", "NbibPen"),
    Notation.REFER: ("records.refer_pen", "ReferPen"),
    Notation.CSL_JSON: ("records.csl_pen", "CslPen"), Notation.TABLE: ("records.table_pen", "TablePen"),
}  # fmt: skip
"""JATS has the pen of the words that a reader sees, and light markup that of Markdown, for proposals to be
read; their files are not edited."""


@lru_cache(maxsize=len(Notation))
def pen_of(notation: Notation) -> Pen | None:
    """The pen of a notation, None where there is none; loaded when it is first needed."""
    if notation not in _PENS:
        return None
    module, name = _PENS[notation]
    pen: Pen = getattr(import_module(f"litreview.formats.{module}"), name)()
    return pen
