"""Markdown, as written for pandoc, Quarto and JOSS: the text is the source itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from litreview.formats import registry
from litreview.formats.bibliography import Named, read_named
from litreview.formats.encoding import Decoded, decode
from litreview.formats.markdown.code import blank
from litreview.formats.markdown.pandoc import pandoc_marks
from litreview.formats.text import one_newline
from litreview.model.document import Document, Hyperlink, Style
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis

_MAX_HEADER = 200_000
_HEADER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<line>[^\n]+)$", re.MULTILINE)
_SETEXT = re.compile(r"^(?![-=>#|*+ \t\r])(?P<line>[^\n]+)\n {0,3}(?:={2,}|-{2,})[ \t]*\r?$", re.MULTILINE)
_SUPERSCRIPT = re.compile(r"(?<![\^\\\[])\^([^\^\s\[\]]{1,40})\^|<sup>([^<>\n]{1,80})</sup>", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"^\[\^[^\]\s]+\]:[ \t]*(?P<text>[^\n]*(?:\n(?:[ \t]+|[ \t]*\n[ \t]{2,})\S[^\n]*)*)", re.MULTILINE
)
_LINK = re.compile(
    r"(?<![!\\])\[(?P<words>[^\[\]\n]{1,300})\]\(<?(?P<url>https?://[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)"
)
_AUTOLINK = re.compile(r"<(?P<url>https?://[^\s<>]+)>")


class Header(NamedTuple):
    """What the YAML block at the top says: its end, and the values this project asks for."""

    end: int = 0
    title: str = ""
    bibliography: tuple[str, ...] = ()
    references: str = ""
    diagnoses: tuple[Diagnosis, ...] = ()


def read_markdown(data: bytes, path: str = "") -> Document:
    """A Markdown file: pandoc citations as marks, the bibliography its header names as references.

    Text citations ("(Smith, 2019)", "[12]") and a printed list stay for the parser.

    Raises:
        InputError: the bytes are no text, or the bibliography is missing or unreadable.
    """
    return markdown_document(decode(data, path), path)


def markdown_document(decoded: Decoded, path: str = "") -> Document:
    """Markdown that is already text; see ``read_markdown``."""
    text = one_newline(decoded.text)
    header = read_header(text)
    named = read_named(header.bibliography, path)
    references = (*_inline_references(header), *named.references)
    prose = blank(text, header.end)
    styles = sorted(_styles(prose), key=lambda style: (style.start, -style.end))
    return Document(
        text=text,
        path=path,
        format="markdown",
        title=header.title or next((text[s.start : s.end] for s in styles if s.kind == "heading"), ""),
        references=references,
        marks=pandoc_marks(
            prose, {item.key for item in references}, bibliography=bool(header.bibliography or references)
        ),
        styles=tuple(styles),
        hyperlinks=tuple(_hyperlinks(blank(text, header.end, addresses=False))),
        encoding=decoded.encoding,
        diagnoses=(*decoded.diagnoses, *header.diagnoses, *named.diagnoses),
        metadata=named.metadata,
        notation=Notation.MARKDOWN,
    )


def read_header(text: str) -> Header:
    """The YAML block a Markdown file begins with; an unreadable one is skipped with a diagnosis."""
    found = _HEADER.match(text[: _MAX_HEADER + 10])
    if found is None:
        return Header()
    import yaml

    try:
        # BaseLoader builds strings, lists and dicts only: no dates to stumble over, no objects.
        fields = yaml.load(found[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        note = Diagnosis("the YAML header cannot be read, so its title and bibliography are unknown", line=1)
        return Header(found.end(), diagnoses=(note,))
    if not isinstance(fields, dict):
        return Header(found.end())
    names = fields.get("bibliography") or ()
    names = names.values() if isinstance(names, dict) else [names] if isinstance(names, str) else names
    title, items = fields.get("title"), fields.get("references")
    return Header(
        found.end(),
        " ".join(title.split()) if isinstance(title, str) else "",
        tuple(name for name in names if isinstance(name, str)),
        json.dumps(items) if _is_csl(items) else "",
    )


def _is_csl(items: object) -> bool:
    return (
        isinstance(items, list)
        and bool(items)
        and all(isinstance(item, dict) and "id" in item for item in items)
    )


def _inline_references(header: Header) -> tuple[Reference, ...]:
    """Pandoc allows CSL items in the header itself (``references:``)."""
    if not header.references:
        return ()
    document = registry.read_text(header.references, "csl")
    return Named(document.references).references


def _styles(prose: str) -> Iterator[Style]:
    for pattern in (_HEADING, _SETEXT):
        for found in pattern.finditer(prose):
            words = _heading_words(found["line"])
            if words:
                yield Style(found.start("line"), found.start("line") + len(words), "heading")
    for found in _SUPERSCRIPT.finditer(prose):
        yield Style(*found.span(1 if found[1] else 2), "superscript")
    for found in _FOOTNOTE.finditer(prose):
        if found["text"]:
            yield Style(*found.span("text"), "footnote")


def _heading_words(line: str) -> str:
    """A heading without closing hashes and pandoc's ``{#id .class}``."""
    line = line.rstrip()
    if line.endswith("}"):
        line = line[: max(line.rfind("{"), 0)].rstrip() or line
    return line.rstrip("#").rstrip() if line.endswith((" #", "##")) else line


def _hyperlinks(prose: str) -> Iterator[Hyperlink]:
    links = [Hyperlink(*found.span("words"), found["url"]) for found in _LINK.finditer(prose)]
    links += [Hyperlink(*found.span("url"), found["url"]) for found in _AUTOLINK.finditer(prose)]
    yield from sorted(links, key=lambda link: link.start)
