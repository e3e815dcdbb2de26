"""What kind of file it is, by its bytes, its name and the shape of its first lines."""

from __future__ import annotations

import io
import zipfile

import pytest

from litreview.formats.sniffing import sniff


def zipped(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("path", "head", "format"),
    [
        ("a.txt", b"Some text", "text"), ("a", b"Some text", "text"), ("README", b"# Title\n", "text"),
        ("a.md", b"# Title", "markdown"), ("a.QMD", b"text", "markdown"),
        ("a.md", b"<p align=center>", "markdown"),
        ("a.txt", b"---\ntitle: x\nbibliography: b.bib\n---\n", "markdown"),
        ("a.html", b"<p>x", "html"), ("a.txt", b"<!DOCTYPE html><p>", "html"),
        ("page", b"\n<html lang=de>", "html"),
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE article><article>", "jats"),
        ("a.nxml", b"<?xml version='1.0'?><article xmlns:x='y'>", "jats"),
        ("a.xml", b"<pmc-articleset><article>", "jats"),
        ("a.xml", b"<?xml version='1.0'?><xml><records><record>", "endnote"),
        ("a.xml", b"<?xml version='1.0'?>\n<html xmlns='x'>", "html"),
        ("a.xml", b"<?xml version='1.0'?>\n<!-- a -->\n<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "tei"),
        ("a.xml", b"<!DOCTYPE article>\n<article\n xmlns='http://docbook.org/ns/docbook'>", "docbook"),
        ("a.xml", b"<!DOCTYPE book PUBLIC '-//OASIS//DTD DocBook XML V4.5//EN' 'x'><book>", "docbook"),
        ("a.xml", b"<article article-type='research-article' xmlns:xlink='x'>", "jats"),
        ("a.txt", b"%PDF-1.7", "pdf"), ("a.docx", zipped("word/document.xml"), "docx"),
        ("x.bin", zipped("word/document.xml"), "docx"),
        ("a.odt", zipped(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        ("a.epub", zipped(mimetype="application/epub+zip"), "epub"),
        ("a.xlsx", zipped("xl/workbook.xml"), "xlsx"),
        ("a.zip", zipped("paper.tex"), "latex-zip"), ("a.zip", zipped("a.txt"), "latex-zip"),
        ("a.bin", zipped("paper.tex"), "latex-zip"), ("a.bin", zipped("a.txt"), "zip"),
        ("a.doc", b"\xd0\xcf\x11\xe0rest", "doc"),
        ("a.rtf", b"{\\rtf1", "rtf"),
        ("a.xls", b"\xd0\xcf\x11\xe0rest", "xls"), ("a.docx", b"\xd0\xcf\x11\xe0rest", "locked"),
        ("a.ods", zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "xlsx"),
        ("a.pages", zipped("Index/Document.iwa"), "pages"), ("a.djvu", b"AT&TFORM\0\0\0\1DJVM", "djvu"),
        ("a.tif", b"II*\0\x08\0", "image"), ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        ("a.svg", b'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x">', "image"),
        ("a.mobi", b"x" * 60 + b"BOOKMOBI", "mobi"), ("a.eps", b"%!PS-Adobe-3.0", "ps"),
        ("a.mhtml", b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: "
         b"multipart/related;\r\n\ttype=x", "mhtml"),
        ("a.txt", b"From: a friend\nContent-Type: nothing", "text"), ("a.tar.xz", b"\xfd7zXZ\0", "zip"),
        ("a.png", b"\x89PNG\r\n", "image"), ("a.tex", b"text", "latex"),
        ("a.txt", b"% x\n\\documentclass{a}", "latex"),
        ("a.bib", b"", "bibtex"), ("refs.txt", b"@article{smith2010,\n title={x}}", "bibtex"),
        ("a.ris", b"", "ris"),
        ("export.txt", b"TY  - JOUR\r\nAU  - x", "ris"), ("pubmed-x.txt", b"\nPMID- 123\nOWN - NLM", "nbib"),
        ("a.txt", b"%0 Journal Article\n%A Pell, A.", "refer"), ("a.enw", b"%A Pell, A.", "refer"),
        ("a.enw", b"TY  - JOUR\nAU  - x", "ris"), ("a.enw", b"<xml><records><record>", "endnote"),
        ("a.bib", b"TY  - JOUR\nAU  - x", "ris"), ("a.ris", b"\n@book{a,\n", "bibtex"),
        ("a.md", b"TY  - JOUR\nAU  - x", "markdown"), ("a.tex", b"@book{a,\n", "latex"),
        ("a.bibtex", b"", "bibtex"), ("a.medline", b"", "nbib"), ("a.jsonl", b"", "jsonl"),
        ("a.ndjson", b"", "jsonl"), ("a.tsv", b"", "tsv"), ("a.YML", b"- id: a", "csl-yaml"),
        ("a.txt", b'[\n  {\n    "id": "a",\n    "type": "book"', "csl"), ("a.json", b"[]", "csl"),
        ("a.ipynb", b'{\n "cells": [\n  {\n   "type": "x"', "notebook"), ("a.txt", b"<article>Word", "text"),
        ("a", b"<?xml version='1.0'?>\n<!DOCTYPE article>\n<article xml:lang='en'>", "jats"),
        ("a.bib", b"<!DOCTYPE html><title>Log in</title>", "html"), ("a.docx", zipped("a"), "docx"),
        ("a.txt", b'[{"id": 1, "type": "book"}]', "csl"),
        ("a.csv", b"id,title", "csv"),
        ("a.txt", "<html>".encode("utf-16"), "html"), ("a.txt", b"@smith thinks so", "text"),
        ("a.txt", b"<smith@example.org> wrote", "text"),
    ],
)  # fmt: skip
def test_formats_are_known_by_bytes_then_by_name(path: str, head: bytes, format: str) -> None:
    assert sniff(path, head) == format
