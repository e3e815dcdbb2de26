"""One invented article, written by code as every kind of file an editor may have of it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import NamedTuple


class Bit(NamedTuple):
    """A stretch of a paragraph: ``text``, ``italic``, ``super``, ``unit`` (raised, no citation), ``link``."""

    text: str
    kind: str = "text"
    url: str = ""


Line = tuple[Bit, ...]


class Piece(NamedTuple):
    """The article: paragraphs below headings, and the entries of its list, numbered by the program or not."""

    title: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    entries: tuple[Line, ...]
    numbered: bool


def _t(text: str) -> Bit:
    return Bit(text)


def _entry(before: str, journal: str, after: str, doi: str = "") -> Line:
    link = (Bit(f"doi:{doi}", "link", f"https://doi.org/{doi}"),) if doi else ()
    return (_t(before), Bit(journal, "italic"), _t(after), *link)


AUTHOR_YEAR = Piece(
    "On the resting of things",
    (
        ("Background", (
            (_t("Things rest when nobody looks (Arden & Brill, 2003; Müller, 2011). "),
             _t("Corin and Vale (2009) doubted it.")),
            (_t("“Rest” is said to be local (Arden & Brill, 2003, p. 893), an idea as old as "),
             Bit("things", "italic"), _t("."))),
        ),
        ("Results", ((_t("Nørgaard et al. (2015) found 12–14 of them at rest."),),)),
    ),
    (
        _entry("Arden, P., & Brill, A. (2003). First measures of a thing. ", "Journal of Things",
               ", 2(1), 891–902. ", "10.5555/thing.891"),
        _entry("Corin, B., & Vale, T. (2009). Things that never rest. ", "Annals of Motion",
               ", 7(2), 224–236."),
        _entry("Müller, J. (2011). Über ruhende Dinge. ", "Zeitschrift für Dinge", ", 14(3), 31–40."),
        _entry("Nørgaard, S., Quill, R., & Ash, D. (2015). Counting things at rest. ", "Journal of Things",
               ", 14(4), 101–119. ", "10.5555/thing.2015.101"),
    ),
    numbered=False,
)  # fmt: skip
NUMBERED = Piece(
    "Things, counted",
    (
        ("Background", (
            (_t("Things rest when nobody looks"), Bit("1,2", "super"), _t(" and are then counted."),
             Bit("3", "super"), _t(" Others saw them move."), Bit("2–4", "super")),),
        ),
        ("Methods", (
            (_t("We measured an area of 12 cm"), Bit("2", "unit"), _t(" by hand, as before."),
             Bit("4", "super")),
        )),
    ),
    (
        _entry("Arden P, Brill A. First measures of a thing. ", "J Things", ". 2003;2(1):891–902. ",
               "10.5555/thing.891"),
        _entry("Corin B, Vale T. Things that never rest. ", "Ann Motion", ". 2009;7(2):224–236."),
        _entry("Müller J. Über ruhende Dinge. ", "Z Dinge", ". 2011;14(3):31–40."),
        _entry("Nørgaard S, Quill R, Ash D. Counting things at rest. ", "J Things", ". 2015;14(4):101–119."),
    ),
    numbered=True,
)  # fmt: skip


def _joined(line: Line, write: Callable[[Bit], str]) -> str:
    return "".join(write(bit) for bit in line)


def html(piece: Piece) -> bytes:
    body = "".join(
        f"<h2>{heading}</h2>" + "".join(f"<p>{_joined(line, _html)}</p>" for line in lines)
        for heading, lines in piece.sections
    )
    head = f"<!doctype html><html><meta charset=utf-8><h1>{piece.title}</h1>"
    return f"{head}{body}{_html_list(piece)}</html>".encode()


def mhtml(piece: Piece) -> bytes:
    """The page with a picture in one file, as a browser saves it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.org/a"
    message.set_content(html(piece).decode(), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    return bytes(message)


def _html(bit: Bit) -> str:
    text = escape(bit.text, quote=False)
    if bit.kind == "link":
        return f'<a href="{bit.url}">{text}</a>'
    name = {"italic": "i", "super": "sup", "unit": "sup"}.get(bit.kind)
    return f"<{name}>{text}</{name}>" if name else text


def _html_list(piece: Piece) -> str:
    items = "".join(f"<li>{_joined(line, _html)}</li>" for line in piece.entries)
    name = "ol" if piece.numbered else "ul"
    return f"<h2>References</h2><{name}>{items}</{name}>"


def markdown(piece: Piece) -> bytes:
    return "\n\n".join(_markdown_blocks(piece)).encode()


def _markdown_blocks(piece: Piece) -> list[str]:
    blocks = [f"# {piece.title}"]
    for heading, lines in piece.sections:
        blocks += [f"## {heading}", *(_joined(line, _markdown) for line in lines)]
    labels = [f"{n}. " if piece.numbered else "" for n, _ in enumerate(piece.entries, 1)]
    listed = [label + _joined(line, _markdown) for label, line in zip(labels, piece.entries, strict=True)]
    return [*blocks, "## References", *listed]


def _markdown(bit: Bit) -> str:
    if bit.kind == "link":
        return f"[{bit.text}]({bit.url})"
    sign = {"italic": "*", "super": "^", "unit": "^"}.get(bit.kind, "")
    return f"{sign}{bit.text}{sign}"


def notebook(piece: Piece) -> bytes:
    """Each block in a Markdown cell of its own, code between them."""
    cells: list[dict[str, object]] = []
    for block in _markdown_blocks(piece):
        if block.startswith("## "):
            output = {"output_type": "stream", "name": "stdout", "text": ["## a [2] 0.4 (Nobody, 1999)\n"]}
            cells.append({"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [output],
                          "source": ["# see Nobody (1999)\n", "x[1]"]})  # fmt: skip
        cells.append({"cell_type": "markdown", "metadata": {}, "source": block.splitlines(keepends=True)})
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def latex(piece: Piece) -> bytes:
    blocks = [r"\documentclass{article}", rf"\title{{{piece.title}}}", r"\begin{document}", r"\maketitle"]
    for heading, lines in piece.sections:
        blocks += [rf"\section{{{heading}}}", *(_joined(line, _latex) for line in lines)]
    items = [rf"\bibitem{{k{n}}} {_joined(line, _latex)}" for n, line in enumerate(piece.entries)]
    listed = [r"\begin{thebibliography}{9}", *items, r"\end{thebibliography}"]
    return "\n\n".join([*blocks, *listed, r"\end{document}"]).encode()


def _latex(bit: Bit) -> str:
    text = bit.text.replace("&", r"\&").replace("–", "--")
    if bit.kind == "link":
        return rf"\href{{{bit.url}}}{{{text}}}"
    if bit.kind in ("super", "unit"):
        return f"$^{{{text}}}$"
    return rf"\emph{{{text}}}" if bit.kind == "italic" else text


def docx(piece: Piece) -> bytes:
    import docx as word

    file = word.Document()
    file.add_heading(piece.title, 0)
    for heading, lines in piece.sections:
        file.add_heading(heading, 1)
        for line in lines:
            _word(file.add_paragraph(), line)
    file.add_heading("References", 1)
    for line in piece.entries:
        _word(file.add_paragraph(style="List Number" if piece.numbered else None), line)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _word(paragraph: object, line: Line) -> None:
    for bit in line:
        run = paragraph.add_run(bit.text)  # type: ignore[attr-defined]
        run.italic = True if bit.kind == "italic" else None
        run.font.superscript = True if bit.kind in ("super", "unit") else None


def zipped(parts: Sequence[tuple[str, str | bytes]]) -> bytes:
    """A zip archive with these parts, the first not compressed (``mimetype``)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, content) in enumerate(parts):
            archive.writestr(name, content, None if at else zipfile.ZIP_STORED)
    return out.getvalue()


_ODF = " ".join(
    f'xmlns:{short}="{full}"'
    for short, full in {
        **{
            name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
            for name in ("office", "text", "style", "table", "meta")
        },
        "xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    }.items()
)  # fmt: skip
ODF_STYLES = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="T4" style:family="text">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/></text:list-style>'
)


def odt(piece: Piece) -> bytes:
    """As LibreOffice saves it: a heading is ``text:h``, a raised letter an automatic style."""
    return odt_file(_odt_body(piece))


def fodt(piece: Piece) -> bytes:
    body = f"<office:automatic-styles>{ODF_STYLES}</office:automatic-styles>{_odf_text(_odt_body(piece))}"
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    return f'<?xml version="1.0"?>\n<office:document {_ODF} {kind}>{body}</office:document>'.encode()


def odt_file(body: str, meta: str = "") -> bytes:
    styles = f"<office:automatic-styles>{ODF_STYLES}</office:automatic-styles>"
    return zipped([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("styles.xml", f"<office:document-styles {_ODF}/>"),
        ("meta.xml", _odf_part("meta", f"<office:meta>{meta}</office:meta>")),
        ("content.xml", _odf_part("content", styles + _odf_text(body))),
    ])  # fmt: skip


def _odf_part(name: str, content: str) -> str:
    return f"<office:document-{name} {_ODF}>{content}</office:document-{name}>"


def _odf_text(body: str) -> str:
    return f"<office:body><office:text>{body}</office:text></office:body>"


def _odt_body(piece: Piece) -> str:
    parts = [f'<text:p text:style-name="P1">{piece.title}</text:p>']
    for heading, lines in piece.sections:
        parts.append(f'<text:h text:outline-level="1">{heading}</text:h>')
        parts += (f"<text:p>{_joined(line, _odf)}</text:p>" for line in lines)
    items = [f"<text:p>{_joined(line, _odf)}</text:p>" for line in piece.entries]
    if piece.numbered:
        listed = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        items = [f'<text:list text:style-name="L1">{listed}</text:list>']
    return "".join([*parts, "<text:h>References</text:h>", *items])


def _odf(bit: Bit) -> str:
    text = escape(bit.text, quote=False)
    if bit.kind == "link":
        return f'<text:a xlink:href="{bit.url}">{text}</text:a>'
    style = {"super": "T2", "unit": "T1", "italic": "T4"}.get(bit.kind)
    return f'<text:span text:style-name="{style}">{text}</text:span>' if style else text


def rtf(piece: Piece) -> bytes:
    """As Word saves it: letters beyond ASCII as code page bytes or as ``\\u`` with a stand-in."""
    parts = [
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}",
        r"{\stylesheet{\ql Normal;}{\s1\outlinelevel0 heading 1;}{\s15 Title;}}",
        rf"\pard\plain\s15 {piece.title}\par",
    ]
    for heading, lines in piece.sections:
        parts += [rf"\pard\plain\s1 {heading}\par", *(rf"\pard {_joined(line, _rtf)}\par" for line in lines)]
    parts.append(r"\pard\plain\s1 References\par")
    for n, line in enumerate(piece.entries, 1):
        label = rf"{{\listtext\pard\plain {n}.\tab}}" if piece.numbered else ""
        parts.append(rf"\pard\plain {label}{_joined(line, _rtf)}\par")
    return "\r\n".join([*parts, "}"]).encode("ascii")


def _rtf(bit: Bit) -> str:
    text = "".join(_rtf_letter(letter) for letter in bit.text)
    if bit.kind == "link":
        return rf'{{\field{{\*\fldinst {{HYPERLINK "{bit.url}"}}}}{{\fldrslt {{{text}}}}}}}'
    look = {"italic": "i", "super": "super", "unit": "super"}.get(bit.kind)
    return rf"{{\{look} {text}}}" if look else text


def _rtf_letter(letter: str) -> str:
    if letter.isascii():
        return f"\\{letter}" if letter in "{}\\" else letter
    return f"\\'{letter.encode('cp1252').hex()}" if letter in "üåé–" else f"\\u{ord(letter)}?"


def epub(piece: Piece) -> bytes:
    """A file for each section and one for the list, as a publisher cuts a book."""
    chapters = [f"<h1>{piece.title}</h1>"]
    for heading, lines in piece.sections:
        chapters.append(f"<h2>{heading}</h2>" + "".join(f"<p>{_joined(line, _html)}</p>" for line in lines))
    return epub_file([*chapters, _html_list(piece)], piece.title)


def epub_file(chapters: Sequence[str], title: str = "", *more: tuple[str, str]) -> bytes:
    """An EPUB with these bodies; the spine names them in order, the manifest backwards."""
    names = [f"text/ch{n}.xhtml" for n, _ in enumerate(chapters, 1)]
    items = [
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(names, 1)
    ]
    spine = "".join(f'<itemref idref="i{n}"/>' for n, _ in enumerate(chapters, 1))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title></metadata><manifest>{''.join(reversed(items))}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
    page = '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    return zipped([
        ("mimetype", "application/epub+zip"), ("META-INF/container.xml", container), ("OEBPS/a.opf", package),
        *((f"OEBPS/{name}", page.format(body)) for name, body in zip(names, chapters, strict=True)), *more,
    ])  # fmt: skip


def rst(piece: Piece) -> bytes:
    blocks = [f"{piece.title}\n{'=' * len(piece.title)}"]
    for heading, lines in piece.sections:
        blocks += [f"{heading}\n{'-' * len(heading)}", *(_joined(line, _rst) for line in lines)]
    labels = [f"{n}. " if piece.numbered else "" for n, _ in enumerate(piece.entries, 1)]
    listed = [label + _joined(line, _rst) for label, line in zip(labels, piece.entries, strict=True)]
    return "\n\n".join([*blocks, "References\n----------", *listed]).encode()


def _rst(bit: Bit) -> str:
    if bit.kind == "link":
        return f"`{bit.text} <{bit.url}>`_"
    raised = rf"\ :sup:`{bit.text}`"
    return {"italic": f"*{bit.text}*", "super": raised, "unit": raised}.get(bit.kind, bit.text)


def asciidoc(piece: Piece) -> bytes:
    return _headed(piece, _asciidoc)


def _asciidoc(bit: Bit) -> str:
    if bit.kind == "link":
        return f"{bit.url}[{bit.text}]"
    return {"italic": f"_{bit.text}_", "super": f"^{bit.text}^", "unit": f"^{bit.text}^"}.get(
        bit.kind, bit.text
    )


def typst(piece: Piece) -> bytes:
    return _headed(piece, _typst)


def _typst(bit: Bit) -> str:
    if bit.kind == "link":
        return f'#link("{bit.url}")[{bit.text}]'
    raised = f"#super[{bit.text}]"
    return {"italic": f"_{bit.text}_", "super": raised, "unit": raised}.get(bit.kind, bit.text)


def _headed(piece: Piece, write: Callable[[Bit], str]) -> bytes:
    """Headings as AsciiDoc and Typst write them; the list is typed."""
    blocks = [f"= {piece.title}"]
    for heading, lines in piece.sections:
        blocks += [f"== {heading}", *(_joined(line, write) for line in lines)]
    labels = [f"{n}. " if piece.numbered else "" for n, _ in enumerate(piece.entries, 1)]
    listed = [label + _joined(line, write) for label, line in zip(labels, piece.entries, strict=True)]
    return "\n\n".join([*blocks, "== References", *listed]).encode()


KINDS: dict[str, Callable[[Piece], bytes]] = {
    "docx": docx, "html": html, "mhtml": mhtml, "md": markdown, "tex": latex, "ipynb": notebook, "odt": odt,
    "fodt": fodt, "rtf": rtf, "epub": epub,
    "rst": rst, "adoc": asciidoc, "typ": typst,
}  # fmt: skip
