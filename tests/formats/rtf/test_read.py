"""RTF as Word, LibreOffice, EndNote and old editors write it: letters, looks, notes, fields."""

from __future__ import annotations

import json

import pytest

from litreview.formats.rtf.read import read_rtf
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.pipeline import check, parse

ENTRIES = (
    "Arden A. First measures of a thing. J Things. 2003;2(1):891-902.",
    "Brill B. Second measures of the same thing. J Things. 2008;7(2):224-236.",
    "Corin C. Third measures, by another hand. J Things. 2011;9(3):31-40.",
)


def read(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> Document:
    return read_rtf(rf"{{\rtf1{head} {body}}}".encode("latin-1"), "a.rtf")


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[one.start : one.end] for one in document.styles if one.kind == kind]


def field(code: str, words: str, more: str = "") -> str:
    return rf"{{\field{{\*\fldinst {{{code}}}{more}}}{{\fldrslt {{{words}}}}}}}"


@pytest.mark.parametrize(
    ("body", "text"),
    [(r"M\'fcller \'96 \ldblquote R\'fccken\rdblquote", "Müller – “Rücken”"),
     (r"a\u8211?b\u8211\'96c\u228 ?d", "a–b–cäd"),
     (r"{\uc0 a\u8211b}\u8211?c", "a–b–c"), (r"{\uc2 \u252 xyz}", "üz"), (r"\u-10179?\u-8704?", "😀"),
     (r"{\f1 \'cf\'f0\'e8}", "При"), (r"{\f2 \'88\'ea\'93\'fa}", "一日"), (r"{\f3 \'b9}a", "ąa"),
     ("caf\xe9", "café"), (r"a\~b\_c\-d \{e\} \\", "a\u00a0b-cd {e} \\"), ("split\r\n word", "split word"),
     (r"a\tab b\line c\emdash d\bullet", "a\tb\nc—d•"),
     (r"{\v hidden (Nobody, 1999)}{\deleted gone}kept", "kept"),
     (r"{\*\unknown (Nobody, 1999)}{\pict 89504e47}{\header Journal}{\xe index}a", "a"),
     (r"a\bin4 {}\\b", "ab"),
     (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In a box\par}}{\shprslt no}}a", "a\nIn a box")],
)  # fmt: skip
def test_letters(body: str, text: str) -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}{\f3\fcharset238 D;}}"
    assert read(fonts + body).text == f"{text}\n"


@pytest.mark.parametrize(
    ("head", "text"),
    [(r"\mac", "ü"), (r"\pc", "ƒ"), (r"\ansi\ansicpg1251", "џ"), (r"\ansi\ansicpg99999", "Ÿ")],
)
def test_code_pages_of_a_file(head: str, text: str) -> None:
    assert read(r"\'9f", head).text == f"{text}\n"


def test_looks() -> None:
    document = read(
        r"{\stylesheet{\s2 heading 2;}{\s5\outlinelevel1 \'dcberschrift;}{\s9 Title;}}\pard\s9 On things\par"
        r"\pard\s2 Part\par\pard\s5 Teil\par\pard\outlinelevel0 Own\par"
        r"\pard a{\super 1}{\super ,2} b\super 3\nosupersub c{\up6 4}\plain d{\sub 5}\par"
    )
    assert (document.title, shown(document, "heading")) == ("On things", ["On things", "Part", "Teil", "Own"])
    assert shown(document, "superscript") == ["1,2", "3", "4"]
    assert [place.name for place in document.places][:2] == ["paragraph 1", "paragraph 2"]


@pytest.mark.parametrize("star", ["", r"\*"])
def test_footnotes_follow_their_paragraph(star: str) -> None:
    note = rf"{{{star}\footnote\pard\plain {{\super\chftn}} A {{\i note}}.\par}}"
    document = read(rf"One{{\super\chftn}}{note} two.\par Three.")
    assert document.text == "One two.\n A note.\nThree.\n"
    assert shown(document, "footnote") == ["A note."]


def test_endnotes_that_are_the_reference_list() -> None:
    body = "".join(rf"Words{{\super\chftn}}{{\footnote\ftnalt\pard {entry}}}. " for entry in ENTRIES)
    article = parse(read(rf"{body}\par"))
    assert [one.work.year for one in article.references] == [2003, 2008, 2011]
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008], [2011]]


def zotero(*cited: tuple[str, int, str]) -> str:
    items = [
        {"id": n, "uris": [f"http://zotero.org/users/1/items/{family}"],
         "itemData": {"type": "article-journal", "title": title, "issued": {"date-parts": [[year]]},
                      "author": [{"family": family, "given": "A"}]}}
        for n, (family, year, title) in enumerate(cited)
    ]  # fmt: skip
    code = json.dumps({"citationItems": items}).replace("{", r"\{").replace("}", r"\}")
    return f"ADDIN ZOTERO_ITEM CSL_CITATION {code}"


def endnote(family: str, year: int, title: str) -> str:
    return (
        f"<EndNote><Cite><Author>{family}</Author><Year>{year}</Year><RecNum>{year}</RecNum><record>"
        f'<rec-number>{year}</rec-number><foreign-keys><key app="EN" db-id="x">{year}</key></foreign-keys>'
        f"<contributors><authors><author>{family}, A.</author></authors></contributors><titles><title>{title}"
        f"</title></titles><dates><year>{year}</year></dates></record></Cite></EndNote>"
    )


ARDEN = ("Arden", 2003, "First measures of a thing")
BRILL = ("Brill", 2008, "Second measures of the same thing")
DATA = rf"{{\*\datafield {endnote(*BRILL).encode().hex()}}}"
INNER = rf"{{\field{{\*\fldinst {{ADDIN EN.CITE.DATA}}{DATA}}}{{\fldrslt }}}}"


@pytest.mark.parametrize(
    "cited",
    [(field(zotero(ARDEN), "(Arden, 2003)"), field(zotero(BRILL, ARDEN), "(Arden, 2003; Brill, 2008)")),
     (field(f"ADDIN EN.CITE {endnote(*ARDEN)}", "(Arden, 2003)"),
      field("ADDIN EN.CITE", "(Brill, 2008)", DATA)),
     (field(f"ADDIN EN.CITE {endnote(*ARDEN)}", "(Arden, 2003)"),
      field("ADDIN EN.CITE", "(Brill, 2008)", INNER))],
)  # fmt: skip
@pytest.mark.parametrize("code", ["ADDIN ZOTERO_BIBL", "ADDIN EN.REFLIST", ""])
def test_live_citations(cited: tuple[str, str], code: str) -> None:
    listed = r"\par ".join(ENTRIES[:2])
    listed = field(code, listed) if code else listed
    document = read(rf"Things rest {cited[0]} or {cited[1]}.\par References\par {listed}\par")
    article = parse(document)
    assert [mark.kind for mark in document.marks] == ["field", "field"]
    assert [one.work.year for one in article.references] == [2003, 2008]
    assert {one.work.year for link in article.links for one in link.references} == {2003, 2008}
    assert [one.rule for one in check(article, source=None).findings] == ["M300"]


def test_links_and_records_without_a_list() -> None:
    document = read(
        field('HYPERLINK "https://doi.org/10.5555/x"', "here") + " " + field(zotero(ARDEN), "[1]")
    )
    (link,) = document.hyperlinks
    assert (document.text[link.start : link.end], link.url) == ("here", "https://doi.org/10.5555/x")
    assert [one.work.year for one in document.references] == [2003]


def test_a_table_is_a_line_per_row() -> None:
    assert read(r"\trowd a\cell b\cell\row c\cell d\cell\row").text.split() == ["a", "b", "c", "d"]


@pytest.mark.parametrize("content", [b"", b"{\\rt", b"text", b"\\rtf1 x"])
def test_what_is_no_rtf_is_said(content: bytes) -> None:
    with pytest.raises(InputError, match="not an RTF file"):
        read_rtf(content, "a.rtf")


@pytest.mark.parametrize(
    "content",
    [
        "{" * 5000,
        "}" * 5000,
        r"\u",
        r"\'",
        r"\field}{\fldrslt",
        r"{\footnote",
        "\\",
        r"{\footnote a" * 3000,
        r"{\shptxt a" * 3000,
        r"{\field{\*\fldinst a" * 3000,
    ],
)
def test_broken_groups_give_what_there_is(content: str) -> None:
    assert "words" in read(f"words{content}").text


def test_a_list_in_the_style_of_entries() -> None:
    head = r"{\stylesheet{\s0 Normal;}{\s21 Bibliography;}}"
    lines = (*ENTRIES[:2], "World report. Geneva; 2008.")
    document = read(head + r"\pard\s0 Text.\par" + "".join(rf"\pard\s21 {line}\par" for line in lines))
    assert [document.text[one.start : one.end] for one in document.entries] == list(lines)
