"""What kind of file this is: its first bytes first, then its name, then the shape of its first lines."""

from __future__ import annotations

import re
from pathlib import PurePath

UNREADABLE = {
    "doc": "an old Word file (.doc)",
    "rtf": "an RTF file",
    "odt": "an OpenDocument file",
    "epub": "an e-book",
    "xlsx": "a spreadsheet",
    "pptx": "a presentation",
    "zip": "a zip archive",
    "image": "a picture",
}
"""Files that are recognised and not read, in the words of the message."""

_MAGIC = (
    (b"%PDF-", "pdf"), (b"{\\rtf", "rtf"), (b"\xd0\xcf\x11\xe0", "doc"),
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"),
    (b"\x1f\x8b", "zip"), (b"7z\xbc\xaf", "zip"), (b"Rar!", "zip"),
)  # fmt: skip
_ENDINGS = {
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mkd": "markdown", "qmd": "markdown",
    "rmd": "markdown", "html": "html", "htm": "html", "xhtml": "html", "docx": "docx", "docm": "docx",
    "dotx": "docx", "pdf": "pdf", "tex": "latex", "ltx": "latex", "latex": "latex", "bib": "bibtex",
    "bibtex": "bibtex", "ris": "ris", "nbib": "nbib", "medline": "nbib", "enw": "endnote", "json": "csl",
    "jsonl": "csl", "ndjson": "csl", "yaml": "csl", "yml": "csl", "csv": "csv", "tsv": "csv",
    "nxml": "jats", "jats": "jats", "text": "text",
}  # fmt: skip
_ZIPPED = {"odt": "odt", "epub": "epub", "xlsx": "xlsx", "pptx": "pptx"}

_HTML = re.compile(r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html\b|body\b|head\b)")

# The strict first lines of the formats that also travel as .txt or without an ending.
_SHAPES = (
    ("ris", re.compile(r"\s*TY  ?- ?[A-Z]{2,8}\s")),
    ("nbib", re.compile(r"\s*(?:PMID|OWN|DCOM)\s{0,2}- ")),
    ("bibtex", re.compile(r"\s*(?:%[^\n]*\n\s*)*@(?:\w+)\s*[{(]\s*[^\s,{}=]*\s*(?:,|=)")),
    ("latex", re.compile(r"(?s)(?:\s|%[^\n]*\n)*\\(?:documentclass|documentstyle|begin\{document\})")),
    ("html", _HTML),
    ("markdown", re.compile(r"(?s)---[ \t]*\r?\n(?:[^\n]*\n){0,80}?(?:bibliography|title)[ \t]*:")),
)  # fmt: skip
_JATS = re.compile(r"<(?:[\w.-]+:)?(?:article|pmc-articleset|sub-article|book-part)\b(?!s)", re.IGNORECASE)
_ENDNOTE = re.compile(r"<xml>\s*<records>|<records>\s*<record>", re.IGNORECASE)


def sniff(path: str, head: bytes) -> str:
    """The format of a file: a reader's name (``docx``, ``ris`` …) or a name in ``UNREADABLE``.

    ``head`` is the beginning of the file, some thousand bytes. What the bytes say beats what the name
    says: a PubMed export called ``results.txt`` is read as what it is. Unknown text is ``text``.
    """
    ending = PurePath(path).suffix[1:].casefold()
    for magic, name in _MAGIC:
        if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(magic):
            return name
    if head.startswith(b"PK\x03\x04"):
        return _zipped(ending, head)
    text = _rough(head)
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return _markup(text, ending)
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if text.lstrip()[:2] in ("[{", '{"') and '"type"' in text:
        return "csl"
    return next((name for name, shape in _SHAPES if shape.match(text.lstrip("\ufeff"))), "text")


def _rough(head: bytes) -> str:
    """The head as text, good enough to know tags by: UTF-16 loses its NULs."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.decode("utf-8-sig", "replace")


def _zipped(ending: str, head: bytes) -> str:
    if b"word/" in head or ending in ("docx", "docm", "dotx"):
        return "docx"
    if b"opendocument.text" in head:
        return "odt"
    if b"epub+zip" in head:
        return "epub"
    return _ZIPPED.get(ending, "xlsx" if b"xl/" in head else "zip")


def _markup(text: str, ending: str) -> str:
    """HTML, JATS and EndNote all begin with ``<``; Markdown may."""
    if _ENDNOTE.search(text[:4000]):
        return "endnote"
    if _HTML.match(text) or ending in ("html", "htm", "xhtml"):
        return "html"
    if ending in ("xml", "nxml", "jats", "") and _JATS.search(text):
        return "jats"
    if ending == "xml":
        return "jats"
    return _ENDINGS.get(ending, "text")
