"""The invented article of ``one_article`` as further kinds of source and of XML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.formats.one_article import Bit, Line, Piece, latex, zipped


def _joined(line: Line, write: Callable[[Bit], str]) -> str:
    return "".join(write(bit) for bit in line)


def org(piece: Piece) -> bytes:
    blocks = [f"#+title: {piece.title}"]
    for heading, lines in piece.sections:
        blocks += [f"* {heading}", *(_joined(line, _org) for line in lines)]
    labels = [f"{n}. " if piece.numbered else "" for n, _ in enumerate(piece.entries, 1)]
    listed = [label + _joined(line, _org) for label, line in zip(labels, piece.entries, strict=True)]
    return "\n\n".join([*blocks, "* References", *listed]).encode()


def _org(bit: Bit) -> str:
    if bit.kind == "link":
        return f"[[{bit.url}][{bit.text}]]"
    raised = f"^{{{bit.text}}}"
    return {"italic": f"/{bit.text}/", "super": raised, "unit": raised}.get(bit.kind, bit.text)


def tei(piece: Piece) -> bytes:
    """The list as ``bibl``, worded; the places of the text that cite are words alone."""
    body = "".join(
        f"<div><head>{heading}</head>{''.join(f'<p>{_joined(line, _tei)}</p>' for line in lines)}</div>"
        for heading, lines in piece.sections
    )
    label = "<label>{}. </label>" if piece.numbered else ""
    items = "".join(
        f'<bibl xml:id="b{n}">{label.format(n)}{_joined(line, _tei)}</bibl>'
        for n, line in enumerate(piece.entries, 1)
    )
    header = f"<fileDesc><titleStmt><title>{piece.title}</title></titleStmt></fileDesc>"
    back = f"<back><div><head>References</head><listBibl>{items}</listBibl></div></back>"
    text = f"<text><body>{body}</body>{back}</text>"
    return (
        f'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>\n'
        f"{text}</TEI>"
    ).encode()


def _tei(bit: Bit) -> str:
    text = escape(bit.text, quote=False)
    if bit.kind == "link":
        return f'<ref target="{bit.url}">{text}</ref>'
    look = {"italic": "italic", "super": "superscript", "unit": "superscript"}.get(bit.kind)
    return f'<hi rend="{look}">{text}</hi>' if look else text


def docbook(piece: Piece) -> bytes:
    body = "".join(
        f"<section><title>{heading}</title>"
        f"{''.join(f'<para>{_joined(line, _docbook)}</para>' for line in lines)}</section>"
        for heading, lines in piece.sections
    )
    label = "<abbrev>{}</abbrev>. " if piece.numbered else ""
    items = "".join(
        f'<bibliomixed xml:id="b{n}">{label.format(n)}{_joined(line, _docbook)}</bibliomixed>'
        for n, line in enumerate(piece.entries, 1)
    )
    return (
        '<?xml version="1.0"?>\n<article xmlns="http://docbook.org/ns/docbook" version="5.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<info><title>{piece.title}</title></info>\n{body}"
        f"<bibliography><title>References</title>{items}</bibliography></article>"
    ).encode()


def _docbook(bit: Bit) -> str:
    text = escape(bit.text, quote=False)
    if bit.kind == "link":
        return f'<link xlink:href="{bit.url}">{text}</link>'
    name = {"italic": "emphasis", "super": "superscript", "unit": "superscript"}.get(bit.kind)
    return f"<{name}>{text}</{name}>" if name else text


def overleaf(piece: Piece) -> bytes:
    """A LaTeX project in an archive, the first section in a file of its own."""
    head, _, rest = latex(piece).decode().partition(r"\section")
    part, _, rest = rest.partition(r"\section")
    main = rf"{head}\input{{parts/one}}" + "\n\n" + rf"\section{rest}"
    return zipped([("figure.png", b"\x89PNG"), ("main.tex", main), ("parts/one.tex", rf"\section{part}")])


SOURCES: dict[str, Callable[[Piece], bytes]] = {"org": org, "tei": tei, "dbk": docbook, "zip": overleaf}
