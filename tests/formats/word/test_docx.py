"""Word files made here, part by part, as Word, Zotero, Mendeley and EndNote write them."""

from __future__ import annotations

import base64
import io
import json
import zipfile

import pytest

from litreview.formats.word.attributes import paragraphs, runs
from litreview.formats.word.package import Package
from litreview.formats.word.places import RunSlice, run_slices
from litreview.formats.word.read import read_docx
from litreview.formats.word.styles import printed_number
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.parsing.article import parse_document
from tests.formats.word.wordfile import STRICT, W, docx, field, p, r

FRANKE = "Osteopathic manipulative treatment for nonspecific low back pain"


def zotero(*items: dict[str, object]) -> str:
    return "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationID": "x", "citationItems": list(items)})


FRANKE_ITEM = {
    "id": 12, "uris": ["http://zotero.org/users/1/items/FRANKE14"], "locator": "4", "label": "page",
    "itemData": {"id": 12, "type": "article-journal", "title": FRANKE,
                 "author": [{"family": "Franke", "given": "H"}], "issued": {"date-parts": [["2014"]]},
                 "DOI": "10.1186/1471-2474-15-286"},
}  # fmt: skip
SUB = '<w:vertAlign w:val="subscript"/>'
SUPER = '<w:vertAlign w:val="superscript"/>'


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[s.start : s.end] for s in document.styles if s.kind == kind]


def test_paragraphs_tables_and_breaks() -> None:
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(p(r('1')))}{cell(p(r('Smith J')) + p(r('2015')))}</w:tr></w:tbl>"
    document = read_docx(
        docx(p(r("One "), r("two")) + table + p(r("a"), "<w:r><w:br/><w:tab/><w:t>b</w:t></w:r>"))
    )
    assert document.text == "One two\n1\tSmith J\n2015\na\n\tb"


def test_deleted_and_hidden_text_is_not_read_and_inserted_text_is() -> None:
    deleted = "<w:del><w:r><w:delText>2015</w:delText></w:r></w:del>"
    body = p(r("Franke "), deleted, f"<w:ins>{r('2014')}</w:ins>", r(" secret", "<w:vanish/>"), r(" end"))
    assert read_docx(docx(body)).text == "Franke 2014 end"


def test_every_run_has_its_place() -> None:
    body = p(r("Title")) + p(
        r("see "), "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", r("Franke"), r(" 2015")
    )
    data = docx(body)
    document = read_docx(data)
    start = document.text.index("Franke")
    assert run_slices(document, start, start + 11) == (
        RunSlice("body", 1, 2, 0, 6),
        RunSlice("body", 1, 3, 0, 5),
    )
    place = document.place(start)
    assert place is not None
    assert place.name == "paragraph 2"
    root = Package(data, "").document()
    for place in document.places:
        _, paragraph, run = place.address
        texts = runs(paragraphs(root)[int(paragraph)])[int(run)].itertext()
        assert "".join(texts) == document.text[place.start : place.end]


def test_superscripts_in_pieces_are_one() -> None:
    body = p(
        r("shown"),
        r("1", SUPER),
        r(",", SUPER),
        r("2", SUPER),
        r(" and H"),
        r("2", '<w:vertAlign w:val="subscript"/>'),
    )
    assert shown(read_docx(docx(body)), "superscript") == ["1,2"]


@pytest.mark.parametrize(("height", "found"), [("8", ["1"]), ("-4", []), ("0", [])])
def test_superscript_by_height(height: str, found: list[str]) -> None:
    body = p(r("shown"), r("1", f'<w:position w:val="{height}"/><w:sz w:val="19"/>'))
    assert shown(read_docx(docx(body)), "superscript") == found


def test_superscript_by_character_style() -> None:
    styles = f'<w:style w:styleId="Cite"><w:rPr>{SUPER}</w:rPr></w:style>'
    body = p(r("shown"), r("1", '<w:rStyle w:val="Cite"/>'))
    assert shown(read_docx(docx(body, styles=styles)), "superscript") == ["1"]


def test_headings_by_built_in_name_and_outline_level() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="Mine"><w:basedOn w:val="berschrift1"/></w:style>'
    )
    body = (
        p(r("On backs"), style="Titel")
        + p(r("Methoden"), style="berschrift1")
        + p(r("Literatur"), style="Mine")
    )
    document = read_docx(docx(body + p(r("text")), styles=styles))
    assert shown(document, "heading") == ["On backs", "Methoden", "Literatur"]
    assert document.title == "On backs"


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/>'
    '<w:lvlText w:val="{}"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


@pytest.mark.parametrize(
    ("format", "pattern", "first", "second"),
    [("decimal", "%1.", "1. ", "2. "), ("decimal", "[%1]", "[1] ", "[2] "),
     ("lowerLetter", "%1)", "a) ", "b) "),
     ("upperRoman", "%1", "I ", "II "), ("bullet", "•", "", "")],
)  # fmt: skip
def test_list_numbers_are_part_of_the_text(format: str, pattern: str, first: str, second: str) -> None:
    body = p(r("Smith"), numbered="3") + p(r("Jones"), numbered="3")
    document = read_docx(docx(body, numbering=NUMBERING.format(format, pattern)))
    assert document.text == f"{first}Smith\n{second}Jones"
    assert run_slices(document, 0, len(first) + 5)[-1] == RunSlice("body", 0, 0, 0, 5)


@pytest.mark.parametrize(("count", "text"), [(4, "iv"), (1999, "mcmxcix"), (27, "xxvii")])
def test_roman_numbers(count: int, text: str) -> None:
    assert printed_number(count, "lowerRoman") == text


def test_footnotes_follow_their_paragraph() -> None:
    note = '<w:footnote w:id="2">{}</w:footnote>'.format(p(r("See Smith (2010).")))
    body = p(r("Claim."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r("Next."))
    document = read_docx(docx(body, footnotes=note))
    assert document.text == "Claim.\nSee Smith (2010).\nNext."
    assert shown(document, "footnote") == ["See Smith (2010)."]
    assert run_slices(document, 12, 13)[0].part == "footnotes"


def test_endnotes_that_are_the_reference_list() -> None:
    entry = "Smith J. A title that is long enough to be one. Journal {}; 1: 2-3."
    notes = "".join(f'<w:endnote w:id="{n}">{p(r(entry.format(2000 + n)))}</w:endnote>' for n in (2, 3, 4))
    body = p(r("Shown"), *(f'<w:r><w:endnoteReference w:id="{n}"/></w:r>' for n in (3, 2, 4)))
    document = read_docx(docx(body, endnotes=notes))
    assert [entry.key for entry in document.entries] == ["endnote-3", "endnote-2", "endnote-4"]
    assert document.text.splitlines()[1].startswith(
        "1. Smith J. A title that is long enough to be one. Journal 2003"
    )
    assert [mark.keys for mark in document.marks] == [("endnote-3",), ("endnote-2",), ("endnote-4",)]


def test_zotero_citations_without_a_list_bring_their_records() -> None:
    document = read_docx(
        docx(p(r("As shown "), field(zotero(FRANKE_ITEM), r("(Franke, 2014, p. 4)")), r(".")))
    )
    assert document.text == "As shown (Franke, 2014, p. 4)."
    [mark] = document.marks
    assert (document.text[mark.start : mark.end], mark.kind) == ("(Franke, 2014, p. 4)", "field")
    assert (mark.keys, mark.locators) == (("FRANKE14",), ("page 4",))
    [reference] = document.references
    assert (reference.key, reference.work.doi, reference.work.year) == (
        "FRANKE14",
        "10.1186/1471-2474-15-286",
        2014,
    )


def test_a_printed_zotero_list_is_read_as_entries_and_its_citations_lead_to_them() -> None:
    listed = field(
        "ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY",
        r(f"Franke H. {FRANKE}. 2015.") + "</w:p><w:p>" + r("Other A. Unknown."),
    )
    document = read_docx(docx(p(field(zotero(FRANKE_ITEM), r("[1]"))) + p(r("References")) + p(listed)))
    assert [work.key for work in document.records] == ["FRANKE14"]
    assert [document.text[e.start : e.end] for e in document.entries] == [
        f"Franke H. {FRANKE}. 2015.",
        "Other A. Unknown.",
    ]
    assert document.references == ()


def test_a_list_typed_by_hand_is_read_as_text_and_live_citations_lead_to_it() -> None:
    document = read_docx(
        docx(p(field(zotero(FRANKE_ITEM), r("[1]"))) + p(r(f"1. Franke H. {FRANKE}. 2015.")))
    )
    assert (document.references, document.entries) == ((), ())
    [link] = parse_document(document).links
    assert [one.work.title for one in link.references] == [FRANKE]


def test_mendeley_content_controls() -> None:
    content = base64.b64encode(json.dumps({"citationItems": [FRANKE_ITEM]}).encode()).decode()
    properties = f'<w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{content}"/></w:sdtPr>'
    control = f"<w:sdt>{properties}<w:sdtContent>{r('[1]')}</w:sdtContent></w:sdt>"
    document = read_docx(docx(p(r("see "), control)))
    assert document.marks[0].keys == ("FRANKE14",)
    assert document.references[0].work.title == FRANKE


ENDNOTE = (
    "<EndNote><Cite><Author>Franke</Author><Year>2014</Year><RecNum>7</RecNum><record><rec-number>7</rec-number>"
    '<ref-type name="Journal Article">17</ref-type>'
    "<contributors><authors><author>Franke, H.</author></authors></contributors>"
    f"<titles><title>{FRANKE}</title></titles><dates><year>2014</year></dates></record></Cite></EndNote>"
)


@pytest.mark.parametrize("inline", [True, False])
def test_endnote_fields(inline: bool) -> None:
    if inline:
        code = field(f"ADDIN EN.CITE {ENDNOTE}", r("(Franke 2014)"))
    else:
        code = field("ADDIN EN.CITE", r("(Franke 2014)"), base64.b64encode(ENDNOTE.encode()).decode())
    document = read_docx(docx(p(code)))
    assert document.marks[0].keys == ("endnote-7",)
    assert [(ref.key, ref.work.title, ref.work.year) for ref in document.references] == [
        ("endnote-7", FRANKE, 2014)
    ]


def test_words_own_citations_read_their_sources() -> None:
    sources = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Fra14</b:Tag>'
        f"<b:SourceType>JournalArticle</b:SourceType><b:Title>{FRANKE}</b:Title><b:Year>2014</b:Year><b:Author><b:Author>"
        "<b:NameList><b:Person><b:Last>Franke</b:Last><b:First>H</b:First></b:Person></b:NameList></b:Author></b:Author>"
        "</b:Source></b:Sources>"
    )
    out = io.BytesIO(docx(p(field(r"CITATION Fra14 \p 12 \l 1033", r("(Franke, 2014)")))))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("customXml/item1.xml", sources)
    document = read_docx(out.getvalue())
    assert (document.marks[0].keys, document.marks[0].locators) == (("Fra14",), ("12",))
    assert document.references[0].work.author[0].family == "Franke"


def test_links_text_boxes_and_the_strict_flavour() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{p(r('In a box'))}</w:txbxContent></w:drawing></w:r>"
    body = p(field('HYPERLINK "https://doi.org/10.1/x"', r("full text")), box) + p(r("after"))
    document = read_docx(docx(body, STRICT))
    assert document.text == "full text\nIn a box\nafter"
    [link] = document.hyperlinks
    assert (document.text[link.start : link.end], link.url) == ("full text", "https://doi.org/10.1/x")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"PK\x03\x04 and nothing", "no zip"), (b"", "no zip"), (docx("")[:200], "no zip"),
     (docx("<w:p>"), "well-formed"), (docx(p(r("so")))[:60] + docx(p(r("so")))[80:], "damaged|no zip"),
     (docx("").replace(b"word/document.xml", b"word/documend.xml"), "without")],
)  # fmt: skip
def test_damaged_files_say_so_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_docx(data, "a.docx")
    assert "\n" not in str(caught.value)


def test_a_zip_bomb_stops_at_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.archive.MAX_PART", 1_000_000)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        part.write(b" " * 3_000_000)
    with pytest.raises(InputError, match="unpacks to more than 1 MB"):
        read_docx(out.getvalue(), "bomb.docx")


def test_entities_are_not_expanded() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{W}"><w:body>'
            "<w:p><w:r><w:t>a&e;b</w:t>"
            "</w:r></w:p></w:body></w:document>",
        )
    assert read_docx(data.getvalue()).text in ("ab", "a")


def test_many_paragraphs_are_refused_and_many_runs_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.word.package.MAX_PARAGRAPHS", 50)
    assert len(read_docx(docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 400 + "</w:p>"), "a.docx").text) == 400
    with pytest.raises(InputError, match="more than 50 paragraphs"):
        read_docx(docx("<w:p/>" * 51), "a.docx")


@pytest.mark.parametrize(
    "other",
    [
        '<x:p xmlns:x="urn:x"><w:r><w:t>so</w:t></w:r></x:p>',
        '<w:p><x:r xmlns:x="urn:x"><w:t>so</w:t></x:r></w:p>',
    ],
)
def test_words_names_in_another_vocabulary_are_read_and_have_no_place(other: str) -> None:
    document = read_docx(docx(p(r("Things rest.")) + other), "a.docx")
    assert document.text.split("\n") == ["Things rest.", "so"]
    assert [document.text[one.start : one.end] for one in document.places] == ["Things rest."]
