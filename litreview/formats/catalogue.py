"""Every format, one row each: its endings, how its files begin, who reads and writes it, in what notation.

A new format is a folder or a file with its reader, one row here, and its test; whatever asks for endings,
readers, writers or bibliographies asks these rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Any

from litreview.formats.encoding import Decoded
from litreview.model.document import Document
from litreview.model.errors import OptionError
from litreview.model.notation import Notation
from litreview.model.work import Work

Reader = Callable[[bytes, str], Document]
TextReader = Callable[[Decoded, str], Document]
Writer = Callable[[Iterable[Work]], str]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    ``name`` is what ``read`` and ``dump`` call it. ``reads``, ``reads_text`` (any string whatever is such a
    text) and ``writes`` are ``module:function`` below ``litreview.formats``, loaded when they are met.
    ``magic`` begins its bytes, ``inside`` is a folder in its zip archive, ``shape`` begins its text; a
    ``certain`` shape is believed whatever the file is called, others where the ending says nothing or
    names another bibliography. Of two rows with one ending the first is read under it.

    ``instead`` says what to correct where this format is read and never written into. ``lines`` is False
    where a person who opens the file sees no lines: findings are told by the reader's places.
    """

    name: str
    endings: tuple[str, ...]
    notation: Notation
    reads: str
    writes: str = ""
    reads_text: str = ""
    magic: bytes = b""
    inside: bytes = b""
    shape: re.Pattern[str] | None = None
    certain: bool = False
    instead: str = ""
    lines: bool = True

    @property
    def is_bibliography(self) -> bool:
        """True where a file of this format is a list of records and has no prose."""
        return self.notation.is_record

    def reader(self) -> Reader:
        """The function ``(data, path) -> Document``."""
        return _loaded(self.reads)

    def text_reader(self) -> TextReader | None:
        """The function ``(decoded, path) -> Document`` of a format that any string belongs to."""
        return _loaded(self.reads_text) if self.reads_text else None

    def writer(self) -> Writer:
        """The function ``(works) -> text``. Control characters below the blank, for which our own readers and
        others take a file for a binary one, become U+FFFD there."""
        written = _loaded(self.writes)
        return lambda works: _BINARY.sub("\ufffd", written(works))


# The strict first lines of formats; the first row that fits has the file.
_HTML = re.compile(
    r"(?is)\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype html|html\b|body\b|head\b)"
)
_MHTML = re.compile(
    r"\s*(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,15}?Content-Type:\s*multipart/related\b", re.IGNORECASE
)
_ENDNOTE = re.compile(r"(?is)\s*<.{0,4000}?(?:<xml>\s*<records>|<records>\s*<record>)")
_JATS = re.compile(
    r"(?i)\s*(?=<[?!]|<article\s[^<>]{0,1000}(?:article-type|dtd-version|xmlns:))(?:<[?!][^<>]{0,1000}>\s*)*"
    r"<(?:[\w.-]+:)?(?:article|pmc-articleset|sub-article|book-part)\b(?!s)"
)
_PROLOGUE = r"\s*+(?:<!--(?>.{0,2000}?-->)\s*+|<(?:\?|!(?!--))[^<>]{0,1000}>\s*+){0,20}+"
_DOCBOOK = re.compile(
    rf"(?s){_PROLOGUE}<(?:[\w.-]+:)?(?:article|book|chapter|part|set|section)\s[^<>]{{0,2000}}docbook\.org/ns/docbook"
    r"|\s*(?:<\?[^<>]{0,300}>\s*)?<!DOCTYPE[^<>]{0,300}DTD DocBook"
)
_TEI = re.compile(rf"(?s){_PROLOGUE}<(?:[\w.-]+:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]")
_REFER = re.compile(r"\s*%0 [A-Z][A-Za-z ]{2,40}\r?\n\s*%")
_RIS = re.compile(r"\s*TY  ?- ?[A-Z]{2,8}\s")
_NBIB = re.compile(r"\s*(?:PMID|OWN|DCOM)\s{0,2}- ")
_BIBTEX = re.compile(r"\s*+(?:%[^\n]*\n\s*+)*+@\w++\s*+[{(]\s*+[^\s,{}=]*+\s*+[,=]")
_CSL = re.compile(
    r'(?s)\s*+(?:\{\s*+"(?:items|references|data)"\s*+:\s*+)?(?:\[\s*+)?\{\s*+'
    r'"(?:id|type|DOI|author|editor|issued|publisher|volume|abstract|[a-z-]*title)"\s*:(?=.{0,4000}"type")'
)
_LATEX = re.compile(r"(?s)(?:\s|%[^\n]*\n)*\\(?:documentclass|documentstyle|begin\{document\})")
_NOTEBOOK = re.compile(
    r'(?s)\s*\{\s*"(?:(?:cells|worksheets)"\s*:\s*\[|nbformat(?:_minor)?"\s*:|metadata"\s*:.{0,4000}?"nbformat")'
)
_FLAT_ODT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<office:document\b[^>]*opendocument\.text")
_MARKDOWN = re.compile(r"(?s)---[ \t]*\r?\n(?:[^\n]*\n){0,80}?(?:bibliography|title)[ \t]*:")

_P = Notation.PRINTED
_BY_HAND = "save it as docx and correct that, or correct it by hand"
_TYPED = "correct it by hand; --diff shows what to change"
_MADE_FROM = "correct the manuscript it was made from"
FORMATS = (
    Format("pdf", ("pdf",), _P, "pdf.read:read_pdf", magic=b"%PDF-", instead=_MADE_FROM, lines=False),
    Format("docx", ("docx", "docm", "dotx"), _P, "word.read:read_docx", inside=b"word/", lines=False),
    Format("odt", ("odt", "ott", "fodt"), _P, "odt.read:read_odt", inside=b"opendocument.text",
           shape=_FLAT_ODT, certain=True, instead=_BY_HAND, lines=False),
    Format("epub", ("epub",), _P, "epub.read:read_epub", inside=b"application/epub+zip", instead=_MADE_FROM,
           lines=False),
    Format("rtf", ("rtf",), _P, "rtf.read:read_rtf", magic=b"{\\rtf", instead=_BY_HAND, lines=False),
    Format("docbook", ("dbk", "docbook"), _P, "docbook.read:read_docbook", shape=_DOCBOOK, certain=True,
           instead=_MADE_FROM),
    Format("tei", ("tei",), _P, "tei.read:read_tei", shape=_TEI, certain=True, instead=_MADE_FROM),
    Format("jats", ("nxml", "jats", "xml"), Notation.JATS, "jats.read:read_jats", shape=_JATS,
           instead=_MADE_FROM),
    Format("endnote", ("xml",), Notation.ENDNOTE, "records.endnote:read_endnote",
           writes="records.endnote:write_endnote", shape=_ENDNOTE, certain=True,
           instead="correct the records in EndNote and export them again"),
    Format("mhtml", ("mhtml", "mht"), _P, "html.mhtml:read_mhtml", shape=_MHTML, certain=True,
           instead="correct the page that was saved, or save it as HTML and correct that", lines=False),
    Format("html", ("html", "htm", "xhtml"), _P, "html.read:read_html", reads_text="html.read:html_document",
           shape=_HTML, certain=True),
    Format("refer", ("enw",), Notation.REFER, "records.refer:read_refer", shape=_REFER),
    Format("ris", ("ris",), Notation.RIS, "records.ris:read_ris", writes="records.ris:write_ris", shape=_RIS),
    Format("nbib", ("nbib", "medline"), Notation.NBIB, "records.nbib:read_nbib",
           writes="records.nbib:write_nbib", shape=_NBIB),
    Format("bibtex", ("bib", "bibtex"), Notation.BIBTEX, "bibtex.read:read_bibtex",
           writes="bibtex.write:write_bibtex", shape=_BIBTEX),
    Format("csl", ("json",), Notation.CSL_JSON, "records.csl:read_csl", writes="records.csl:write_csl",
           shape=_CSL),
    Format("jsonl", ("jsonl", "ndjson"), Notation.CSL_JSON, "records.csl:read_csl",
           writes="records.csl:write_csl_lines"),
    Format("csl-yaml", ("yaml", "yml"), Notation.CSL_YAML, "records.csl_yaml:read_csl_yaml",
           writes="records.csl_yaml:write_csl_yaml"),
    Format("csv", ("csv",), Notation.TABLE, "records.table:read_csv", writes="records.table:write_csv"),
    Format("tsv", ("tsv", "tab"), Notation.TABLE, "records.table:read_csv",
           writes="records.table:write_tsv"),
    Format("notebook", ("ipynb",), Notation.MARKDOWN, "notebook.read:read_notebook", shape=_NOTEBOOK,
           certain=True, instead="correct the cells in Jupyter", lines=False),
    Format("latex", ("tex", "ltx", "latex", "rnw", "snw", "rtex"), Notation.LATEX, "latex.read:read_latex",
           reads_text="latex.read:latex_document", shape=_LATEX),
    Format("latex-zip", ("zip",), Notation.LATEX, "latex.zipped:read_zipped", inside=b".tex",
           instead="unpack it and correct the files", lines=False),
    Format("markdown", ("md", "markdown", "mdown", "mkd", "qmd", "rmd"), Notation.MARKDOWN,
           "markdown.read:read_markdown", reads_text="markdown.read:markdown_document", shape=_MARKDOWN),
    Format("rst", ("rst", "rest"), Notation.RST, "markup.read:read_rst",
           reads_text="markup.read:rst_document", instead=_TYPED),
    Format("asciidoc", ("adoc", "asciidoc", "asc"), Notation.ASCIIDOC, "markup.read:read_asciidoc",
           reads_text="markup.read:asciidoc_document", instead=_TYPED),
    Format("typst", ("typ",), Notation.TYPST, "markup.read:read_typst",
           reads_text="markup.read:typst_document", instead=_TYPED),
    Format("org", ("org",), Notation.ORG, "markup.read:read_org", reads_text="markup.read:org_document",
           instead=_TYPED),
    Format("text", ("text", "txt"), _P, "text:read_text_file", reads_text="text:text_document"),
)  # fmt: skip

_BINARY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_BY_NAME = {row.name: row for row in FORMATS}
_BY_ENDING = {ending: row for row in reversed(FORMATS) for ending in row.endings}
_WRITTEN = {ending: row for row in reversed(FORMATS) if row.writes for ending in row.endings}


def named(name: str) -> Format:
    """The format of that name.

    Raises:
        OptionError: no such format.
    """
    if name not in _BY_NAME:
        raise OptionError(f"no reader for the format {name!r}", advice=f"one of {', '.join(_BY_NAME)}")
    return _BY_NAME[name]


def by_ending(path: str) -> Format | None:
    """The format that a file's name tells, if it tells any."""
    return _BY_ENDING.get(_ending(path))


def written_as(path: str) -> Format | None:
    """The format that records are written in under a file's name (``.xml``: EndNote), if there is one."""
    return _WRITTEN.get(_ending(path))


def bibliographies() -> tuple[Format, ...]:
    """The formats that hold records and no prose."""
    return tuple(row for row in FORMATS if row.is_bibliography)


def writable() -> tuple[Format, ...]:
    """The formats that records can be written in."""
    return tuple(row for row in FORMATS if row.writes)


def endings(rows: Iterable[Format]) -> tuple[str, ...]:
    """The endings of some formats, with their dots, each once."""
    return tuple(dict.fromkeys(f".{ending}" for row in rows for ending in row.endings))


def _ending(path: str) -> str:
    return PurePath(path).suffix[1:].casefold()


def _loaded(place: str) -> Callable[..., Any]:
    module, function = place.split(":")
    found: Callable[..., Any] = getattr(import_module(f"litreview.formats.{module}"), function)
    return found
