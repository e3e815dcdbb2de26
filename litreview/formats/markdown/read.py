"""Markdown, as written for pandoc, Quarto and JOSS: the text is the source itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Several
from itertools import pairwise
from typing import NamedTuple

from litreview.formats.csl_anchors import AnchorLink, anchored_entry, counted, link_marks
from litreview.formats.encoding import Decoded, decode
from litreview.formats.latex.citations import cite_marks
from litreview.formats.latex.scan import Source
from litreview.formats.markdown.code import blank
from litreview.formats.markdown.myst import myst_bibliographies, myst_marks
from litreview.formats.markdown.pandoc import pandoc_marks
from litreview.formats.named_files import Named, read_named
from litreview.formats.project_files import project_bibliographies, project_folder
from litreview.formats.records.csl_yaml import drafts
from litreview.formats.records.drafts import assemble
from litreview.formats.text import hidden_styles, one_newline
from litreview.formats.yaml_nodes import Node, Scalar, Sequence, Table, read_nodes
from litreview.model.document import Document, Entry, Hyperlink, Style
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis

_MAX_HEADER = 200_000
"""Characters of a YAML header, which bounds the search for its end; judgement."""
_HEADER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<line>[^\n]+)$", re.MULTILINE)
_SETEXT = re.compile(
    r"^(?![-=>#|*+ \t\r])(?P<line>[^\n]+)\n {0,3}(?P<under>={2,}|-{2,})[ \t]*\r?$", re.MULTILINE
)
_SUPERSCRIPT = re.compile(r"(?<![\^\\\[])\^([^\^\s\[\]]{1,40})\^|<sup>([^<>\n]{1,80})</sup>", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"^\[\^[^\]\s]+\]:[ \t]*(?P<text>[^\n]*(?:\n(?:[ \t]+|[ \t]*\n[ \t]{2,})\S[^\n]*)*)", re.MULTILINE
)
_LINK = re.compile(
    r"(?<![!\\])\[(?P<words>[^\[\]\n]{1,300})\]\(<?(?P<url>https?://[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)"
)
_ANCHOR = re.compile(
    r"^:{3,}[ \t]*\{#ref-(?P<name>[^\s{}]{1,200})[^{}\n]*\}[ \t]*:*\n"
    r"(?P<fenced>(?:(?!:{3,}[ \t]*+(?:\{#ref-|$))[^\n]*+\n)*+):{3,}[ \t]*$"
    r"|<div id=\"ref-(?P<id>[^\"\s]{1,200})\"[^<>]*>"
    r"(?P<div>[^<]*+(?:<(?!div id=\"ref-|/div>)[^<]*+)*+)</div>",
    re.MULTILINE | re.DOTALL,
)
"""An entry that pandoc prints: a fenced block, or a ``div`` in GitHub's Markdown."""
_LEADS = re.compile(
    r"\[(?P<words>(?:\\.|[^\[\]\\]){1,300})\]\(#ref-(?P<key>[^\s()]{1,200})\)"
    r"|<a href=\"#ref-(?P<key_>[^\"\s]{1,200})\"[^<>]*>(?P<words_>[^<>]{1,300})</a>"
)
_FORMULA = re.compile(
    r"(?<!\\)\$\$(?P<display>.{1,4000}?)(?<!\\)\$\$"
    r"|(?<![\\$])\$(?P<inline>(?=\S)(?:[^$\n\\]|\\.|\n(?![ \t]*\n)){1,600}?(?<=\S))\$(?![\d$])",
    re.DOTALL,
)
_NOCITE = re.compile(r"@(\*|\w(?:[\w:.#$%&+?<>~/-]*\w)?)")
_CITED = re.compile(r"\[[^\[\]]{0,200}@\w")
_MATHS, _SPACE = re.compile(r"[\\^_={}<>+]"), re.compile(r"\s")
_AUTOLINK = re.compile(r"<(?P<url>https?://[^\s<>]+)>")


class Header(NamedTuple):
    """What the YAML block at the top says: its end, and the values this project asks for.

    ``items`` are CSL items under ``references:``; their places count from ``offset``.
    """

    end: int = 0
    title: str = ""
    bibliography: tuple[str, ...] = ()
    items: tuple[Node, ...] = ()
    offset: int = 0
    nocite: tuple[str, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()


def read_markdown(data: bytes, path: str = "") -> Document:
    """A Markdown file: pandoc citations as marks, the bibliography its header names as references.

    Text citations ("(Smith, 2019)", "[12]") and a printed list stay for the parser.

    Raises:
        InputError: the bytes are no text, or the bibliography is missing or unreadable.
    """
    return markdown_document(decode(data, path), path)


def markdown_document(
    decoded: Decoded, path: str = "", *, cuts: Several[int] = (), bibliography: Several[str] = ()
) -> Document:
    """Markdown that is already text; see ``read_markdown``.

    ``cuts`` are offsets that no code, comment or paragraph goes over, where the text is put together of
    several; ``bibliography`` are files that something else than the header names.
    """
    text = one_newline(decoded.text)
    header = read_header(text)
    prose = _prose(text, header.end, cuts)
    worded = _prose(text, header.end, cuts, addresses=False)
    anchors = _ANCHOR.finditer(worded)
    entries = tuple(counted(text, [entry for found in anchors for entry in _at_anchor(text, found)]))
    roles = tuple(myst_marks(text, worded))
    home = None
    files = (*header.bibliography, *bibliography, *myst_bibliographies(text))
    if not (files or header.items or entries) and (roles or _CITED.search(prose)):
        files, home = project_bibliographies(path), project_folder(path)
    named = Named() if entries else read_named(files, path, home=home)
    references = () if entries else (*_inline_references(text, header), *named.references)
    keyed = pandoc_marks(prose, {item.key for item in references}, bibliography=bool(files or references))
    linked = link_marks(text, map(_leading, _LEADS.finditer(worded)), [entry.key for entry in entries])
    raw = cite_marks(Source(prose)) if references and "\\" in prose else ()
    styles = [*_styles(prose), *_formulas(prose), *hidden_styles(text, worded)]
    return Document(
        text=text,
        path=path,
        format="markdown",
        title=header.title or _first_heading(text, styles),
        references=references,
        marks=tuple(sorted((*keyed, *roles, *linked, *raw), key=lambda mark: mark.start)),
        entries=entries,
        styles=tuple(sorted(styles, key=lambda style: (style.start, -style.end))),
        hyperlinks=tuple(_hyperlinks(worded)),
        encoding=decoded.encoding,
        diagnoses=(*decoded.diagnoses, *header.diagnoses, *named.diagnoses),
        metadata=(*named.metadata, *((("nocite", ",".join(header.nocite)),) if header.nocite else ())),
        notation=Notation.MARKDOWN,
    )


def _first_heading(text: str, styles: Several[Style]) -> str:
    headings = (style for style in styles if style.kind == "heading")
    first = min(headings, key=lambda style: style.start, default=Style(0, 0, ""))
    return text[first.start : first.end]


def _at_anchor(text: str, found: re.Match[str]) -> Iterator[Entry]:
    """The entry in a block that pandoc printed."""
    kind = "div" if found["div"] else "fenced"
    return anchored_entry(text, *found.span(kind), found["id"] or found["name"])


def _leading(found: re.Match[str]) -> AnchorLink:
    kind = "" if found["key"] else "_"
    return AnchorLink(*found.span(), *found.span(f"words{kind}"), found[f"key{kind}"])


def _formulas(prose: str) -> Iterator[Style]:
    """Mathematics between dollars, as pandoc tells it from money; in one line what also looks like it."""
    for found in _FORMULA.finditer(prose):
        if found["display"] or _MATHS.search(found["inline"]) or not _SPACE.search(found["inline"]):
            yield Style(*found.span(), "formula")


def _prose(text: str, start: int, cuts: Several[int], *, addresses: bool = True) -> str:
    """The text without what is no prose, each part between two cuts by itself."""
    borders = [start, *(cut for cut in cuts if cut > start), len(text)]
    parts = (blank(text[a:b], addresses=addresses) for a, b in pairwise(borders))
    return blank(text[:start], start) + "".join(parts)


def read_header(text: str) -> Header:
    """The YAML block a Markdown file begins with; an unreadable one is skipped with a diagnosis."""
    found = _HEADER.match(text[: _MAX_HEADER + 10])
    if found is None:
        return Header()
    try:
        roots = read_nodes(found[1])
    except InputError:
        note = Diagnosis("the YAML header cannot be read, so its title and bibliography are unknown", line=1)
        return Header(found.end(), diagnoses=(note,))
    if not roots or not isinstance(roots[0], Table):
        return Header(found.end())
    fields = roots[0].fields
    title, items = fields.get("title"), fields.get("references")
    return Header(
        found.end(),
        " ".join(title.value.split()) if isinstance(title, Scalar) else "",
        tuple(_names(fields.get("bibliography"))),
        items.items if isinstance(items, Sequence) and all(map(_is_item, items.items)) else (),
        found.start(1),
        tuple(_NOCITE.findall(nocite.value)) if isinstance(nocite := fields.get("nocite"), Scalar) else (),
    )


def _names(node: Node | None) -> Iterator[str]:
    """File names: one, a list, or (pandoc-multibib) a mapping of them."""
    if isinstance(node, Scalar) and node.value:
        yield node.value
    elif isinstance(node, Sequence | Table):
        values = node.items if isinstance(node, Sequence) else node.fields.values()
        yield from (item.value for item in values if isinstance(item, Scalar))


def _is_item(node: Node) -> bool:
    return isinstance(node, Table) and "id" in node.fields


def _inline_references(text: str, header: Header) -> tuple[Reference, ...]:
    """Pandoc allows CSL items in the header itself (``references:``); their places are in the manuscript."""
    items = drafts(header.items, text, header.offset)
    return assemble(Decoded(text, "utf-8"), "", "csl-yaml", Notation.CSL_YAML, items).references


def _styles(prose: str) -> Iterator[Style]:
    for pattern in (_HEADING, _SETEXT):
        for found in pattern.finditer(prose):
            words = _heading_words(found["line"])
            if words:
                yield Style(found.start("line"), found.start("line") + len(words), "heading")
            if words and pattern is _SETEXT:  # the line of dashes is no line of the text
                yield Style(*found.span("under"), "float")
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
