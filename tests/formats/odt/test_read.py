"""OpenDocument texts as LibreOffice, Zotero, Mendeley and JabRef write them."""

from __future__ import annotations

import contextlib
import json
from html import escape

import pytest

from litreview.formats.archive import MAX_PART
from litreview.formats.odt.read import read_odt
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.pipeline import check, parse
from tests.formats.one_article import odt_file, zipped

ARDEN, BRILL = (
    ("Arden", 2003, "First measures of a thing"),
    ("Brill", 2008, "Second measures of the same thing"),
)
Source = tuple[str, int, str]


def read(body: str, meta: str = "") -> Document:
    return read_odt(odt_file(body, meta), "a.odt")


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[one.start : one.end] for one in document.styles if one.kind == kind]


def entry(source: Source) -> str:
    family, year, title = source
    return f"{family}, A. ({year}). {title}. Journal of Things, 2, 891–902."


def csl(*sources: Source) -> str:
    """A citation as Zotero and Mendeley keep it; ids hold in one citation only."""
    items = [
        {"id": f"ITEM-{n}", "uris": [f"http://zotero.org/users/1/items/{family}"],
         "itemData": {"type": "article-journal", "title": title, "issued": {"date-parts": [[year]]},
                      "author": [{"family": family, "given": "A."}], "container-title": "Journal of Things"}}
        for n, (family, year, title) in enumerate(sources, 1)
    ]  # fmt: skip
    return json.dumps({"citationItems": items})


def marked(name: str, words: str, kind: str = "reference-mark") -> str:
    name = escape(name)
    return f'<text:{kind}-start text:name="{name}"/>{words}<text:{kind}-end text:name="{name}"/>'


def note(words: str, kind: str = "footnote", number: int = 1) -> str:
    return (
        f'<text:note text:id="n{number}" text:note-class="{kind}"><text:note-citation>{number}'
        f"</text:note-citation><text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
    )


def test_what_a_reader_sees() -> None:
    document = read(
        "<text:tracked-changes><text:p>deleted (Nobody, 1999)</text:p></text:tracked-changes>"
        '<text:p>One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four'
        "<office:annotation><text:p>a comment</text:p></office:annotation>"
        '<text:span text:style-name="T3">hidden</text:span><text:soft-page-break/>.</text:p>'
        "<text:p>See<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame> it."
        "</text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>"
        "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert document.text == "One   two\tthree\nfour.\nSee it.\nIn a box\na\nb\nc\n"


def test_styles_of_letters_and_paragraphs() -> None:
    document = read(
        '<text:p text:style-name="P1">On things</text:p><text:h>Part</text:h><text:p>a'
        '<text:span text:style-name="T1">1</text:span><text:span text:style-name="T2">,2</text:span></text:p>'
        f"<text:p>b{note('A note')}<text:span>c</text:span>.</text:p>"
    )
    assert (document.title, shown(document, "heading")) == ("On things", ["On things", "Part"])
    assert (shown(document, "superscript"), shown(document, "footnote")) == (["1,2"], ["A note"])
    assert document.text.endswith("bc.\nA note\n")
    place = document.place(document.text.index("A note"))
    assert place is not None
    assert place.name == "footnote 1"


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [("", ["1.", "1."]), ('text:continue-numbering="true"', ["1.", "2."]),
     ('text:continue-list="first"', ["1.", "2."])],
)  # fmt: skip
def test_lists_that_go_on(attributes: str, labels: list[str]) -> None:
    item = "<text:list-item><text:p>item</text:p></text:list-item>"
    document = read(
        f'<text:list xml:id="first" text:style-name="L1">{item}</text:list><text:p>between</text:p>'
        f'<text:list text:style-name="L1" {attributes}>{item}</text:list>'
    )
    assert [line.split()[0] for line in document.text.splitlines() if "item" in line] == labels


LISTS = {
    "zotero": ('<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx">', "</text:section>"),
    "mendeley": ('<text:section text:name="Mendeley Bibliography CSL_BIBLIOGRAPHY RNDx">', "</text:section>"),
    "jabref": ('<text:section text:name="JR_bib">', "</text:section>"),
    "native": (
        "<text:bibliography><text:bibliography-source/><text:index-body>",
        "</text:index-body></text:bibliography>",
    ),
    "typed": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("code", ["ZOTERO_ITEM CSL_CITATION {} RNDabc", "CSL_CITATION {}RNDabc"])
def test_live_citations_lead_to_the_printed_list(listed: str, code: str) -> None:
    one = marked(code.format(csl(ARDEN)), "(Arden, 2003)")
    both = marked(code.format(csl(BRILL, ARDEN)), "(Arden, 2003; Brill, 2008)")
    body = f"<text:p>Things rest {one} or {both}.</text:p><text:h>References</text:h>"
    begin, end = LISTS[listed]
    body += f"{begin}<text:p>{entry(ARDEN)}</text:p><text:p>{entry(BRILL)}</text:p>{end}"
    article = parse(read(body))
    assert [one.work.year for one in article.references] == [2003, 2008]
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008], [2003]]
    assert [one.rule for one in check(article, source=None).findings] == ["M300"]


def test_a_list_that_is_not_printed_is_the_records() -> None:
    article = parse(read(f"<text:p>See {marked('ZOTERO_ITEM CSL_CITATION ' + csl(ARDEN), '[1]')}.</text:p>"))
    assert [one.work.title for one in article.references] == [ARDEN[2]]
    assert [link.references for link in article.links] == [article.references]


def test_zotero_in_bookmarks() -> None:
    """The code stands in the properties, in pieces of 255 letters."""
    code = f"ZOTERO_ITEM CSL_CITATION {csl(ARDEN)}"
    pieces = [code[at : at + 255] for at in range(0, len(code), 255)]
    meta = "".join(
        f'<meta:user-defined meta:name="ZOTERO_BREF_x1_{n}">{escape(piece)}</meta:user-defined>'
        for n, piece in enumerate(pieces, 1)
    )
    cited, other = marked("ZOTERO_BREF_x1", "(Arden, 2003)", "bookmark"), marked("other", "x", "bookmark")
    document = read(f"<text:p>See {cited}, {other}.</text:p>", meta)
    assert [document.text[one.start : one.end] for one in document.marks] == ["(Arden, 2003)"]


def test_libreoffices_own_citations() -> None:
    mark = (
        '<text:bibliography-mark text:identifier="Ard03" text:bibliography-type="article" '
        f'text:author="Arden, A." text:title="{ARDEN[2]}" text:year="2003">[Ard03]'
        "</text:bibliography-mark>"
    )
    article = parse(read(f"<text:p>See {mark}.</text:p>"))
    assert [(one.work.author[0].family, one.work.year) for one in article.references] == [("Arden", 2003)]
    assert [link.references for link in article.links] == [article.references]


def kept(code: str, words: str) -> str:
    """A field of Word's as LibreOffice keeps it."""
    param = f'<field:param field:name="vnd.oasis.opendocument.field.code" field:value="{escape(code)}"/>'
    start = f'<field:fieldmark-start text:name="B" field:type="UNHANDLED">{param}</field:fieldmark-start>'
    return f"{start}<field:fieldmark-separator/>{words}<field:fieldmark-end/>"


@pytest.mark.parametrize("inner", ["", "_ENREF_1"])
def test_fields_that_came_from_word(inner: str) -> None:
    """A list field runs over its paragraphs; numbers inside a citation are links of their own."""
    number = kept(f' HYPERLINK  \\l "{inner}"', "(Arden, 2003)") if inner else "(Arden, 2003)"
    listed = kept(
        "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", f"{entry(ARDEN)}</text:p><text:p>{entry(BRILL)}"
    )
    body = (
        f"<text:p>See {kept(f'ADDIN CSL_CITATION {csl(ARDEN)}', number)} and "
        f"{kept(f'ADDIN CSL_CITATION {csl(BRILL)}', '(Brill, 2008)')}.</text:p><text:p>{listed}</text:p>"
    )
    article = parse(read(body))
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008]]
    assert len(article.references) == 2


def test_words_own_citations_that_came_from_word() -> None:
    mark = (
        '<text:bibliography-mark text:identifier=" CITATION Ard03 \\l 1033 \\m Bri08" '
        'text:bibliography-type="article" text:title="(Arden, 2003; Brill, 2008)">(Arden, 2003; Brill, 2008)'
        "</text:bibliography-mark>"
    )
    body = f"<text:p>See {mark}.</text:p><text:h>References</text:h>"
    article = parse(read(f"{body}<text:p>{entry(ARDEN)}</text:p><text:p>{entry(BRILL)}</text:p>"))
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008]]


def test_text_in_a_shape_is_read() -> None:
    document = read("<text:p>a<draw:custom-shape><text:p>In a shape</text:p></draw:custom-shape>b</text:p>")
    assert document.text == "ab\nIn a shape\n"


def test_a_list_in_the_style_of_entries() -> None:
    style = 'text:style-name="Bibliography_20_1"'
    lines = (entry(ARDEN), "World report. 2008. Geneva.", entry(BRILL))
    document = read("<text:p>Text.</text:p>" + "".join(f"<text:p {style}>{line}</text:p>" for line in lines))
    assert [document.text[one.start : one.end] for one in document.entries] == list(lines)


def test_endnotes_that_are_the_reference_list() -> None:
    sources = [ARDEN, BRILL, ("Corin", 2011, "Third measures, by another hand")]
    notes = [note(entry(one), "endnote", n) for n, one in enumerate(sources, 1)]
    body = "".join(f"<text:p>Words{one}.</text:p>" for one in notes)
    article = parse(read(body))
    assert [one.work.year for one in article.references] == [2003, 2008, 2011]
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008], [2011]]


ENCRYPTED = zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", b"\x83\x00"),
                    ("META-INF/manifest.xml", "<manifest:encryption-data/>")])  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [(ENCRYPTED, "encrypted"), (b"PK\x03\x04 and no more", "no zip archive"), (b"<a/>", "without a text"),
     (zipped([("mimetype", "x"), ("content.xml", "<a>")]), "not well-formed"),
     (zipped([("mimetype", "x"), ("content.xml", b" " * (MAX_PART + 1))]), "unpacks to more than 80 MB"),
     (zipped([("mimetype", "x")]), "without a text")],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_odt(content, "a.odt")


@pytest.mark.parametrize("name", ["span", "list", "section", "note"])
def test_deep_nesting_is_read_or_refused(name: str) -> None:
    note = "<text:note-body><text:p>{}</text:p></text:note-body>"
    inside = {"list": "<text:list-item>{}</text:list-item>", "note": note}
    body = "words"
    for _ in range(110):
        body = f"<text:{name}>{inside.get(name, '{}').format(body)}</text:{name}>"
    with contextlib.suppress(InputError):
        read(f"<text:p>{body}</text:p>{body}")
