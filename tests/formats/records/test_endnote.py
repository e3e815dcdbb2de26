"""EndNote XML: style runs, damage, and nothing ever fetched."""

from __future__ import annotations

import pytest

from litreview.formats.records.endnote import read_endnote, write_endnote
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work

HEAD = '<?xml version="1.0" encoding="UTF-8"?><xml><records>'
RECORD = (
    '<record><database name="a.enl">a</database><rec-number>7</rec-number><ref-type '
    'name="Journal Article">17</ref-type>'
    '<contributors><authors><author><style face="normal">Franke, H.</style></author>'
    "<author>World Health Organization,</author></authors></contributors>"
    '<titles><title><style>Foo &amp; </style><style face="italic">bar</style></title>'
    "<secondary-title>BMC</secondary-title>"
    "</titles><pages>286</pages><volume>15</volume><dates><year>2014</year><pub-dates>"
    "<date>Aug 30</date></pub-dates>"
    "</dates><isbn>1471-2474</isbn><electronic-resource-num>"
    "10.1186/1471-2474-15-286</electronic-resource-num>"
    "<custom5>odd</custom5></record>"
)


def test_a_record() -> None:
    document = read_endnote(f"{HEAD}{RECORD}</records></xml>".encode(), "x.xml")
    (reference,) = document.references
    work = reference.work
    assert work.author == (Name("Franke", "H."), Name(literal="World Health Organization"))
    assert (work.title, work.container_title, work.doi) == ("Foo & bar", "BMC", "10.1186/1471-2474-15-286")
    assert work.issued == PartialDate(2014, 8, 30)
    assert work.extra == (("endnote:custom5", "odd"),)
    assert reference.text == RECORD


def test_one_damaged_record_costs_only_itself() -> None:
    broken = (
        '<record><ref-type name="Book">6</ref-type><titles><title>Broken <b>book</title>'
        "</titles><dates><year>1999</year></dates></record>"
    )
    document = read_endnote(f"{HEAD}{RECORD}{broken}{RECORD}</records></xml>".encode(), "x.xml")
    assert [reference.work.year for reference in document.references] == [2014, 1999, 2014]
    assert "damaged XML" in document.references[1].diagnoses[0].message
    assert not document.references[2].diagnoses


def test_a_file_cut_in_the_middle() -> None:
    document = read_endnote(f"{HEAD}{RECORD}{RECORD[:260]}".encode(), "x.xml")
    assert len(document.references) == 2
    assert document.references[1].work.author[0] == Name("Franke", "H.")


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;">'],
)
def test_entities_are_never_resolved(entity: str) -> None:
    text = (
        f'<?xml version="1.0"?><!DOCTYPE xml [{entity}]><xml><records><record><titles><title>'
        f"A&x;&y;</title></titles></record></records></xml>"
    )
    (reference,) = read_endnote(text.encode(), "x.xml").references
    assert "root" not in reference.work.title
    assert "lol" not in reference.work.title


def test_books_keep_container_and_series_apart() -> None:
    work = Work(
        type="book", key="k", title="T", container_title="C", collection_title="S", number="", pmid="5"
    )
    (back,) = (reference.work for reference in read_endnote(write_endnote([work]).encode(), "x").references)
    assert (back.container_title, back.collection_title, back.pmid) == ("C", "S", "5")


def test_no_record_is_refused() -> None:
    with pytest.raises(InputError, match="no EndNote record"):
        read_endnote(b"<xml><records/></xml>", "x.xml")


def test_a_record_of_very_many_elements_is_refused() -> None:
    with pytest.raises(InputError, match="more than 800,000 elements"):
        read_endnote(f"<xml><records><record>{'<a/>' * 800_001}</record></records></xml>".encode())
