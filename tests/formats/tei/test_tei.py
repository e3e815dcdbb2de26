"""TEI: what GROBID writes, what pandoc writes, what is no text."""

from __future__ import annotations

import pytest

from litreview.formats.tei.read import read_tei
from litreview.model.errors import InputError
from litreview.pipeline import check, parse

GROBID = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader xml:lang="en"><fileDesc><titleStmt><title level="a" type="main">On rest</title></titleStmt>
<sourceDesc><biblStruct><analytic><author><persName><surname>Owner</surname></persName></author></analytic>
<monogr><imprint><date when="2020"/></imprint></monogr></biblStruct></sourceDesc></fileDesc>
<profileDesc><abstract><p>Things rest <ref type="bibr" target="#b0">[1]</ref>.</p></abstract></profileDesc>
</teiHeader>
<text xml:lang="en"><body>
<div xmlns="http://www.tei-c.org/ns/1.0"><head n="1">Introduction</head>
<p>Some rest <ref type="bibr" target="#b0">[1]</ref>, <ref type="bibr" target="#b1">[2]</ref>; others do not
(see <ref type="figure" target="#fig_0">Fig. 1</ref>).</p>
<formula xml:id="formula_0">x = [3]<label>(4)</label></formula></div>
</body><back><div type="references"><listBibl>
<biblStruct xml:id="b0"><analytic><title level="a" type="main">First measures of a thing</title>
<author><persName><forename type="first">P</forename><surname>Arden</surname></persName></author>
<author><persName><forename type="first">A</forename><surname>Brill</surname></persName></author>
<idno type="DOI">10.5555/abc</idno></analytic>
<monogr><title level="j">Journal of Things</title><imprint><biblScope unit="volume">2</biblScope>
<biblScope unit="issue">1</biblScope><biblScope unit="page" from="891" to="902"/>
<date type="published" when="2003-05"/></imprint></monogr></biblStruct>
<biblStruct xml:id="b1"><monogr><title level="m">Second measures</title><author><persName>
<surname>Corin</surname></persName></author><imprint><date when="2008"/></imprint></monogr>
<note type="raw_reference">Corin, B. (2008). Second measures of it. Journal of Things, 7(2), 224–236.</note>
</biblStruct></listBibl></div></back></text></TEI>
"""


def test_what_grobid_writes() -> None:
    article = parse(read_tei(GROBID.encode(), "a.xml"))
    works = [
        (one.key, one.work.author[0].family, one.work.year, one.work.page, one.work.doi)
        for one in article.references
    ]
    assert works == [("b0", "Arden", 2003, "891-902", "10.5555/abc"), ("b1", "Corin", 2008, "224–236", "")]
    assert [[one.key for one in link.references] for link in article.links] == [["b0"], ["b0"], ["b1"]]
    assert article.document.title == "On rest"
    assert "[3]" not in article.text
    assert [finding.rule for finding in check(article, source=None).findings] == ["M300"]
    place = article.document.place(article.text.index("others"))
    assert place is not None
    assert place.name == "line 10"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<TEI><text>", "not well-formed TEI XML"),
        (b"<x/>", "an XML file of another kind"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_tei(data, "a.xml")


def test_paragraphs_at_the_anchors_of_pandoc_are_entries() -> None:
    listed = "".join(
        f'<p xml:id="ref-k{n}">{n}. Arden P. Measures {n} of a thing. J Things. 200{n};2(1):891–902.</p>'
        for n in (1, 2)
    )
    raised = '<hi rendition="simple:superscript"><ref target="#ref-k2">2</ref></hi>'
    cited = f'<p>They rest{raised}, m<hi rend="sup">2</hi>.</p>'
    text = f"<body><div>{cited}</div><div><head>References</head>{listed}</div></body>"
    article = parse(read_tei(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{text}</text></TEI>'.encode()))
    assert [(one.key, one.number) for one in article.references] == [("ref-k1", 1), ("ref-k2", 2)]
    assert [[one.key for one in link.references] for link in article.links] == [["ref-k2"]]
