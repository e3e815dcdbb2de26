"""Summaries of PubMed and PubMed Central: every field, notices, odd records, and the way through a cache."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.formats.records.pubmed import summaries_of, work_from_pubmed
from litreview.model.work import Name, PartialDate
from tests.sources.registers.standins import invented, pmc_summary, pubmed_summary

(WORK,) = invented(1)


def test_a_summary_is_a_work() -> None:
    found = work_from_pubmed(pubmed_summary(WORK, epubdate=f"{WORK.year} Jan 2"))
    for name in ("title", "author", "container_title", "volume", "issue", "page", "doi", "pmid", "pmcid"):
        assert getattr(found, name) == getattr(WORK, name), name
    assert (found.type, found.source, found.record) == ("article-journal", "PubMed", WORK.doi)
    assert found.url == f"https://pubmed.ncbi.nlm.nih.gov/{WORK.pmid}/"
    assert found.issued == PartialDate(WORK.year, 3, 15)
    assert found.container_title_short == "J Inv Med"


def test_a_paper_without_a_doi_is_known_by_its_number() -> None:
    found = work_from_pubmed(pubmed_summary(replace(WORK, doi="")))
    assert (found.id, found.doi) == (f"PMID {WORK.pmid}", "")


def test_a_summary_of_pubmed_central() -> None:
    found = work_from_pubmed(pmc_summary(replace(WORK, pmid="")))
    assert (found.title, found.pmid, found.pmcid, found.author) == (WORK.title, "", WORK.pmcid, WORK.author)
    assert work_from_pubmed(pmc_summary(replace(WORK, pmid="", doi=""))).id == f"PMCID {WORK.pmcid}"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("van der Berg JW Jr", Name("Berg", "JW", "van der", "Jr")),
        ("O'Keel P", Name("O'Keel", "P")),
        ("Zhang-Li YX", Name("Zhang-Li", "YX")),
    ],
)
def test_names_stand_with_initials_last(written: str, name: Name) -> None:
    people = [{"name": written, "authtype": "Author", "clusterid": ""}]
    assert work_from_pubmed(pubmed_summary(WORK, authors=people)).author == (name,)


def test_groups_are_groups_and_publishers_no_authors() -> None:
    people = [
        {"name": "ABLE Study Group", "authtype": "CollectiveName"},
        {"name": "Invented Board", "authtype": "PublisherName"},
    ]
    assert work_from_pubmed(pubmed_summary(WORK, authors=people)).author == (
        Name(literal="ABLE Study Group"),
    )


def test_a_translated_title_stands_in_brackets() -> None:
    found = work_from_pubmed(
        pubmed_summary(WORK, title="[Grip of kayakers].", vernaculartitle="Padlernes grep.", lang=["nor"])
    )
    assert (found.title, found.original_title, found.language) == (
        "Grip of kayakers",
        "Padlernes grep",
        "nor",
    )


def test_an_article_number_stands_with_the_identifiers() -> None:
    where = "pii: e0123456. doi: 10.5555/a"
    assert work_from_pubmed(pubmed_summary(WORK, pages="", elocationid=where)).article_number == "e0123456"
    odd = "pii: S1234-5678(20)30123-4. doi: 10.5555/a"
    assert work_from_pubmed(pubmed_summary(WORK, pages="", elocationid=odd)).article_number == ""


@pytest.mark.parametrize(
    ("reftype", "side", "kind"),
    [
        ("Retraction in", "updated_by", "retraction"),
        ("Partial retraction in", "updated_by", "partial_retraction"),
        ("Expression of concern in", "updated_by", "expression_of_concern"),
        ("Erratum in", "updated_by", "erratum"),
        ("Corrected and republished in", "updated_by", "correction"),
        ("Retraction of", "update_to", "retraction"),
        ("Erratum for", "update_to", "erratum"),
    ],
)
def test_notices(reftype: str, side: str, kind: str) -> None:
    notice = {"refsource": "J Inv Med. 2020;5:1.", "reftype": reftype, "pmid": 32000001, "note": ""}
    (update,) = getattr(work_from_pubmed(pubmed_summary(WORK, references=[notice])), side)
    assert (update.type, update.source, update.note) == (
        kind,
        "PubMed",
        "PMID 32000001: J Inv Med. 2020;5:1.",
    )


def test_comments_are_no_notices_and_the_bare_type_is_one() -> None:
    comment = {"refsource": "J Inv Med. 2020;5:1.", "reftype": "Comment in", "pmid": "", "note": ""}
    assert work_from_pubmed(pubmed_summary(WORK, references=[comment])).updated_by == ()
    types = ("Journal Article", "Retracted Publication")
    (update,) = work_from_pubmed(pubmed_summary(WORK, types, references=[comment])).updated_by
    assert update.type == "retraction"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"pubtype": ["Preprint"]}, "article"),
        ({"doctype": "chapter", "fulljournalname": "", "booktitle": "Knots"}, "chapter"),
        ({"pubtype": ["Review"]}, "article-journal"),
    ],
)
def test_types(change: dict[str, object], kind: str) -> None:
    found = work_from_pubmed(pubmed_summary(WORK, **change))
    assert found.type == kind
    assert found.container_title


def test_odd_records_are_read_as_far_as_they_go() -> None:
    assert work_from_pubmed({}).title == ""
    odd = {
        "title": None,
        "authors": "x",
        "articleids": [1, {}],
        "references": 3,
        "pubdate": "Winter",
        "lang": [],
    }
    assert work_from_pubmed(odd).author == ()
    assert work_from_pubmed(pubmed_summary(WORK, pubdate="2014 Jul-Aug")).year == 2014


def test_what_is_kept_in_a_cache_comes_out_the_same() -> None:
    notice = {"refsource": "J Inv Med. 2020;5:1.", "reftype": "Retraction in", "pmid": 32000001, "note": ""}
    for made in (
        pubmed_summary(WORK, references=[notice]),
        pubmed_summary(replace(WORK, doi="")),
        pmc_summary(WORK),
    ):
        found = work_from_pubmed(made)
        assert work_from_crossref(work_to_crossref(found), source="PubMed") == found


@pytest.mark.parametrize("answer", [None, [], {}, {"result": []}, {"result": {"1": {}}}, "x"])
def test_what_is_no_list_of_summaries(answer: object) -> None:
    assert summaries_of(answer) is None
