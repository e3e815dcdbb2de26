"""Notation: what an entry is written in. The reader that made the entry says it; nobody guesses it again."""

from __future__ import annotations

from enum import StrEnum


class Notation(StrEnum):
    """How a reference list entry is written, and so how a value in it has to be written.

    The printed ones hold a text for people; the others hold fields that a program wrote or reads. An entry
    of a .bib file named by a Markdown manuscript is ``BIBTEX``, whatever the manuscript is.
    """

    PRINTED = "printed"
    """Plain words: a text file, the text of a Word, PDF or HTML file."""
    MARKDOWN = "markdown"
    """A printed entry in Markdown source: ``*``, ``_`` and ``[`` are escaped."""
    LATEX = "latex"
    r"""A printed entry in LaTeX source (``\bibitem``): accents, braces and ``\&`` are commands."""
    RST = "rst"
    ASCIIDOC = "asciidoc"
    TYPST = "typst"
    ORG = "org"
    """A printed entry in the source of another light markup."""
    JATS = "jats"
    """A ``ref`` element of an article's XML; its text is what a reader sees."""
    WORD_FIELD = "word-field"
    """The data behind a reference manager's field in a Word file."""

    BIBTEX = "bibtex"
    RIS = "ris"
    NBIB = "nbib"
    ENDNOTE = "endnote"
    REFER = "refer"
    CSL_JSON = "csl-json"
    CSL_YAML = "csl-yaml"
    TABLE = "table"
    """A row of a table (CSV, TSV), its columns named by the first line."""

    @property
    def is_record(self) -> bool:
        """True where the entry is fields: its text is no citation string and must not be read as one."""
        return self not in _PRINTED


_PRINTED = frozenset({
    Notation.PRINTED, Notation.MARKDOWN, Notation.LATEX, Notation.JATS, Notation.RST, Notation.ASCIIDOC,
    Notation.TYPST, Notation.ORG,
})  # fmt: skip
