"""PubMed's nbib files, above all the links to notices that other readers drop."""

from __future__ import annotations

import pytest

from litreview.formats.records.nbib import read_nbib, write_nbib
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Relation

RETRACTED = """
PMID- 9500320
IS  - 0140-6736 (Print)
VI  - 351
IP  - 9103
DP  - 1998 Feb 28
TI  - Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive
      developmental disorder in children.
PG  - 637-41
FAU - Wakefield, A J
AU  - Wakefield AJ
CN  - Study Group
PT  - Journal Article
PT  - Retracted Publication
TA  - Lancet
JT  - Lancet (London, England)
RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID:
      20137807
PRIN- Lancet. 2004 Mar 6;363(9411):750. PMID: 15016483
CIN - Lancet. 1998 Feb 28;351(9103):611-2. PMID: 9500313
AID - S0140-6736(97)11096-0 [pii]
AID - 10.1016/s0140-6736(97)11096-0 [doi]
DEP - 19980227
"""


def test_a_retracted_paper_says_so() -> None:
    (reference,) = read_nbib(RETRACTED.encode(), "x.nbib").references
    work = reference.work
    retraction, partial = work.updated_by
    assert (retraction.type, retraction.doi) == ("retraction", "10.1016/s0140-6736(10)60175-4")
    assert retraction.date == PartialDate(2010, 2, 6)
    assert partial.type == "partial_retraction"
    assert work.update_to == ()
    assert work.relations == (Relation("has-comment", "9500313", "pmid"),)


def test_the_fields_of_a_record() -> None:
    (reference,) = read_nbib(RETRACTED.encode(), "x.nbib").references
    work = reference.work
    assert work.author == (Name("Wakefield", "A J"), Name(literal="Study Group"))
    assert work.title.endswith("disorder in children")
    assert (work.doi, work.pmid, work.page, work.issn) == (
        "10.1016/s0140-6736(97)11096-0",
        "9500320",
        "637-41",
        ("0140-6736",),
    )
    assert work.issued == PartialDate(1998, 2, 28)
    assert work.dates == (("published-online", PartialDate(1998, 2, 27)),)
    assert work.type == "article-journal"
    assert (reference.key, reference.line) == ("9500320", 2)


@pytest.mark.parametrize(
    ("tag", "place", "kind"),
    [
        ("ROF", "update_to", "retraction"), ("EIN", "updated_by", "erratum"), ("EFR", "update_to", "erratum"),
        ("ECI", "updated_by", "expression_of_concern"), ("ECF", "update_to", "expression_of_concern"),
        ("UIN", "updated_by", "new_version"), ("UOF", "update_to", "new_version"),
    ],
)  # fmt: skip
def test_the_direction_of_a_notice(tag: str, place: str, kind: str) -> None:
    text = f"PMID- 1\n{tag.ljust(4)}- J Test. 2001;1(1):2. doi: 10.1000/xyz\n"
    (reference,) = read_nbib(text.encode(), "x").references
    (update,) = getattr(reference.work, place)
    assert (update.type, update.doi) == (kind, "10.1000/xyz")
    other = "update_to" if place == "updated_by" else "updated_by"
    assert getattr(reference.work, other) == ()


def test_links_survive_being_written() -> None:
    (first,) = read_nbib(RETRACTED.encode(), "x").references
    (second,) = read_nbib(write_nbib([first.work]).encode(), "x").references
    assert second.work.updated_by == first.work.updated_by
    assert second.work.relations == first.work.relations


def test_records_without_an_empty_line_between_them() -> None:
    document = read_nbib(b"PMID- 1\nTI  - A.\nPMID- 2\nTI  - B.\n\nTI  - C.\n", "x")
    assert [reference.work.title for reference in document.references] == ["A", "B", "C"]
    assert "no PMID" in document.references[2].diagnoses[0].message


def test_no_record_is_refused() -> None:
    with pytest.raises(InputError, match="no PubMed record"):
        read_nbib(b"prose only\n", "x.nbib")
