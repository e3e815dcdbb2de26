"""RIS in the dialects of its writers."""

from __future__ import annotations

import pytest

from litreview.formats.records.ris import read_ris, write_ris
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work

ZOTERO = """TY  - JOUR
TI  - Osteopathic manipulative treatment for nonspecific low back pain
AU  - Franke, Helge
AU  - Franke, Jan-David
AU  - World Health Organization
T2  - BMC Musculoskeletal Disorders
DA  - 2014/08/30/
PY  - 2014
VL  - 15
SP  - 286
SN  - 1471-2474
DO  - https://doi.org/10.1186/1471-2474-15-286
KW  - back pain
KW  - manipulation
Y2  - 2020/01/02/
ER  -
"""


def test_a_zotero_record() -> None:
    document = read_ris(ZOTERO.encode(), "x.ris")
    (reference,) = document.references
    work = reference.work
    assert work.author[:2] == (Name("Franke", "Helge"), Name("Franke", "Jan-David"))
    assert work.author[2] == Name(literal="World Health Organization")
    assert work.issued == PartialDate(2014, 8, 30)
    assert (work.type, work.doi, work.issn) == ("article-journal", "10.1186/1471-2474-15-286", ("1471-2474",))
    assert work.extra == (("keywords", "back pain"), ("keywords", "manipulation"), ("urldate", "2020/01/02/"))
    assert reference.key == "franke2014"
    cut = {name: document.text[start:end] for name, start, end in reference.spans}
    assert cut["issued"] == "2014/08/30/"
    assert (cut["volume"], cut["page"]) == ("15", "286")


@pytest.mark.parametrize(
    ("text", "titles", "words"),
    [
        ("TY  - JOUR\nTI  - A\nER  - \n\nTY  - JOUR\nTI  - B\n", ["A", "B"], "no ER"),  # often cut
        ("TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n", ["A", "B"], "no ER"),
        ("\ufeffTY  - JOUR\r\nTI  - A\r\nER  - \r\n", ["A"], ""),  # a byte order mark and Windows line ends
        ("TY - JOUR\nTI - A\nER -\n", ["A"], ""),  # one blank
        ("TY - JOUR\nTI - A\n   continued\nER - \n", ["A continued"], ""),
        ("Provider: Cochrane\nContent: text/plain\n\nTY  - JOUR\nTI  - A\nER  - \n", ["A"], ""),
        ("TY  - JOUR\nTI  - A\nER  - \nTI  - B\nER  - \n", ["A", "B"], "no TY"),
        ("TY  - JOUR\nT1  - Long\n title\nAB  - Cases A - B were\nXX - no tag\nER  - \n", ["Long title"], ""),
        ("TY  - JOUR\rTI  - A\rER  - \r", ["A"], ""),  # Mac OS 9
    ],
)  # fmt: skip
def test_dialects_and_damage(text: str, titles: list[str], words: str) -> None:
    document = read_ris(text.encode(), "x.ris")
    assert [reference.work.title for reference in document.references] == titles
    said = [item.message for reference in document.references for item in reference.diagnoses]
    assert any(words in message for message in said) if words else not said


def test_a_chapter_and_a_report() -> None:
    text = (
        "TY  - CHAP\nA1  - Doe, J\nA2  - Roe, K\nT1  - Part\nBT  - Whole\nSP  - 12\nEP  - "
        "20\nSN  - 978-3-16-148410-0\n"
        "PB  - Press\nCY  - Bern\nC5  - odd\nER  - \nTY  - RPRT\nTI  - R\nIS  - 169\nT2  - Series\nER  - \n"
    )
    chapter, report = (reference.work for reference in read_ris(text.encode(), "x").references)
    assert (chapter.container_title, chapter.page, chapter.editor) == ("Whole", "12–20", (Name("Roe", "K"),))
    assert (chapter.isbn, chapter.extra) == (("978-3-16-148410-0",), (("ris:C5", "odd"),))
    assert (report.number, report.issue, report.collection_title) == ("169", "", "Series")


def test_a_page_of_two_tags_has_no_span() -> None:
    (reference,) = read_ris(b"TY  - JOUR\nSP  - 12\nEP  - 20\nER  - \n", "x").references
    assert reference.span("page") is None
    assert reference.work.page == "12–20"


def test_what_ris_has_no_tag_for_is_kept() -> None:
    work = Work(
        type="thesis", key="k", title="T", subtitle="S", pmid="1", et_al=True, author=(Name("Doe", "J"),),
        extra=(("ris:TY", "THES"), ("mine", "kept: well"), ("ris:C1", "c")),
    )  # fmt: skip
    (back,) = (reference.work for reference in read_ris(write_ris([work]).encode(), "x").references)
    assert (back.title, back.subtitle, back.pmid, back.et_al) == ("T", "S", "1", True)
    assert {("mine", "kept: well"), ("ris:C1", "c")} <= set(back.extra)


def test_no_record_is_refused() -> None:
    with pytest.raises(InputError, match="no RIS record"):
        read_ris(b"Just prose - with a dash.\n", "x.ris")


def test_in_a_file_at_the_margin_an_indented_tag_is_a_wrapped_line() -> None:
    text = "TY - JOUR\nN1 - Corrected in\n  VL - 13 there\nTI - Cold water swimming\nVL - 31\nER -\n"
    (one,) = read_ris(text.encode()).references
    assert (one.work.volume, one.work.title) == ("31", "Cold water swimming")
    (other,) = read_ris(text.replace("\n", "\n   ").replace("TY", "   TY").encode()).references
    assert other.work.title == "Cold water swimming"
