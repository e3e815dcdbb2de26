"""Word: corrections in notes, links and fields; comments about notes at their marks."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

import litreview as lr
from litreview.editing.apply.files import Correction
from litreview.editing.corrections import corrections
from litreview.formats.word.read import read_docx
from litreview.formats.word.runs import W
from litreview.reports.to_docx import render
from tests.editing.apply.fix_lab import CROSSREF

LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The same trial '
    "(Haverkamp et al., 2012) says how.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
ROWERS = "Haverkamp, L. M., Okonjo, D., & van der Meulen, P. J. (2012). Cold water swimming and back pain in "


def field(paragraph: Paragraph, kind: str, code: str = "") -> None:
    content = (
        f'<w:instrText xml:space="preserve">{code}</w:instrText>'
        if code
        else f'<w:fldChar w:fldCharType="{kind}"/>'
    )
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{content}</w:r>"))


@pytest.fixture
def word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A footnote that cites, a list printed by Zotero, and a DOI that is a link."""
    monkeypatch.chdir(tmp_path)
    Path("records.json").write_text(json.dumps(CROSSREF), encoding="utf-8")
    document = docx.Document()
    text = document.add_paragraph("Rowers swim (Haverkamp et al., 2012).")
    text._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    text.add_run(" Pilots sleep (Quillfeather & Mossgrove, 2008).")
    document.add_heading("References", 1)
    entry = document.add_paragraph()
    field(entry, "begin")
    field(entry, "", " ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ")
    field(entry, "separate")
    entry.add_run(ROWERS)
    entry.add_run("rowers: a randomised trial. Journal of Invented Posture, 31(2), 101–109.").italic = True
    field(entry, "end")
    pilots = "Quillfeather, A., & Mossgrove, B. (2008). Sleep & recovery after shift work in harbour pilots. "
    last = document.add_paragraph(f"{pilots}Annals of Harbour Medicine, 44(6), 612–625. ")
    link = document.part.relate_to("https://doi.org/10.5555/xx.0002", f"{LINKS}/hyperlink", is_external=True)
    run = "<w:r><w:t>https://doi.org/10.5555/xx.0002</w:t></w:r>"
    last._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}">{run}</w:hyperlink>'))
    saved = io.BytesIO()
    document.save(saved)
    with_footnotes(saved, Path("a.docx"))
    return Path("a.docx")


def with_footnotes(saved: io.BytesIO, path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    extra = {
        "[Content_Types].xml": f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
        "word/_rels/document.xml.rels": f'<Relationship Id="rId99" Type="{LINKS}/footnotes" '
        'Target="footnotes.xml"/></Relationships>',
    }
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            closing = extra[name].rpartition("</")[2] if name in extra else ""
            data = data.replace(f"</{closing}", extra[name]) if closing else data
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", FOOTNOTES)


def report_of(path: Path) -> lr.Report:
    return lr.check(path, source=lr.Snapshot("records.json"), as_of="2026-11-21")


@pytest.fixture
def correction(word: Path) -> Correction:
    (found,) = corrections(report_of(word)).files
    return found


def test_footnotes_links_fields_and_ends_of_paragraphs_are_corrected(correction: Correction) -> None:
    text = read_docx(correction.after, "a.docx").text
    assert "2012" not in text
    assert "The same trial (Haverkamp et al., 2015) says how." in text
    assert "101–109. https://doi.org/10.5555/tarn.0001\n" in text
    assert text.rstrip().endswith("https://doi.org/10.5555/tarn.0002")


def test_every_change_is_tracked_and_can_be_refused(correction: Correction) -> None:
    with zipfile.ZipFile(io.BytesIO(correction.after)) as file:
        body, notes = file.read("word/document.xml").decode(), file.read("word/footnotes.xml").decode()
    assert notes.count("<w:del ") == notes.count("<w:ins ") == 1
    assert ">2012</w:delText>" in notes
    assert body.count("<w:del ") == 3
    assert body.count("<w:ins ") == 4


def test_the_author_is_told_what_a_refresh_would_undo(correction: Correction) -> None:
    said = " ".join(correction.remarks)
    assert said.count("is printed by Zotero") == 1
    assert "the link behind https://doi.org/10.5555/xx.0002 still leads to" in said


def test_once_accepted_nothing_is_left(correction: Correction, word: Path) -> None:
    word.write_bytes(correction.after)
    assert corrections(report_of(word)).files == ()


def test_a_comment_about_a_footnote_stands_at_its_mark(word: Path) -> None:
    commented = docx.Document(io.BytesIO(render(report_of(word))))
    marked = [
        element.getnext().find(f"{W}footnoteReference") is not None
        for element in commented.element.iter(f"{W}commentRangeStart")
        if element.getnext().tag == f"{W}r"
    ]
    assert marked.count(True) == 1
