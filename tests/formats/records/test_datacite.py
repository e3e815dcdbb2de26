"""DataCite records: types, names, titles, dates and relations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.formats.records.datacite import work_from_datacite
from litreview.model.work import Name, Relation, Work
from tests.sources.registers.standins import datacite_record, invented

WORK = replace(invented(1)[0], doi="10.5281/zenodo.77")


def read(work: Work = WORK, **more: Any) -> Work:
    return work_from_datacite(datacite_record(work, **more)["data"]["attributes"])


def test_a_record_is_a_work() -> None:
    found = read()
    assert (found.doi, found.title, found.author) == (WORK.doi, WORK.title, WORK.author)
    assert (found.type, found.publisher, found.year, found.source) == (
        "dataset",
        "Zenodo",
        WORK.year,
        "DataCite",
    )
    assert found.url == "https://doi.org/10.5281/zenodo.77"


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        ({"resourceTypeGeneral": "Software"}, "software"),
        ({"resourceTypeGeneral": "Preprint", "citeproc": "article"}, "article"),
        ({"resourceTypeGeneral": "JournalArticle"}, "article-journal"),
        ({"resourceTypeGeneral": "Dissertation"}, "thesis"),
        ({"resourceTypeGeneral": "Text", "citeproc": "report"}, "report"),
        ({"resourceTypeGeneral": "Text", "citeproc": "article"}, "document"),
        ({"resourceTypeGeneral": "Image"}, "document"),
        ({}, "document"),
        (None, "document"),
    ],
)
def test_types(types: object, kind: str) -> None:
    assert read(types=types).type == kind


def test_names_that_are_not_taken_apart_and_groups() -> None:
    creators = [
        {"name": "Nordby, Kari"}, {"name": "Invented Consortium", "nameType": "Organizational"},
        {"name": "Gundvik, P.", "familyName": "Gundvik", "givenName": "Per", "nameType": "Personal"},
    ]  # fmt: skip
    assert read(creators=creators).author == (
        Name("Nordby", "Kari"), Name(literal="Invented Consortium"), Name("Gundvik", "Per")
    )  # fmt: skip


def test_editors_and_other_contributors() -> None:
    people = [
        {"name": "Nordby, Kari", "contributorType": "Editor"},
        {"name": "X", "contributorType": "Other"},
    ]
    assert read(contributors=people).editor == (Name("Nordby", "Kari"),)


def test_titles() -> None:
    titles = [
        {"title": "Alt", "titleType": "AlternativeTitle"}, {"title": "Main"},
        {"title": "a part", "titleType": "Subtitle"}, {"title": "Haupt", "titleType": "TranslatedTitle"},
    ]  # fmt: skip
    found = read(titles=titles)
    assert (found.full_title, found.original_title) == ("Main: a part", "Haupt")


def test_container_pages_publisher_and_dates() -> None:
    container = {
        "type": "Journal",
        "title": "Notes",
        "volume": "3",
        "issue": "1",
        "firstPage": "4",
        "lastPage": "9",
    }
    dates = [{"date": "2019-01/2020-01", "dateType": "Available"}, {"date": "2011", "dateType": "Collected"}]
    found = read(container=container, publisher={"name": "Dryad"}, dates=dates, publicationYear=2020)
    assert (found.container_title, found.volume, found.page, found.publisher) == (
        "Notes",
        "3",
        "4-9",
        "Dryad",
    )
    assert found.years == {2019, 2020}


def test_relations_to_dois() -> None:
    related = [
        {
            "relationType": "IsVersionOf",
            "relatedIdentifier": "10.5281/zenodo.76",
            "relatedIdentifierType": "DOI",
        },
        {"relationType": "Cites", "relatedIdentifier": "10.5555/a", "relatedIdentifierType": "DOI"},
        {
            "relationType": "IsSupplementTo",
            "relatedIdentifier": "https://a.example",
            "relatedIdentifierType": "URL",
        },
    ]
    assert read(relatedIdentifiers=related).relations == (Relation("is-version-of", "10.5281/zenodo.76"),)


def test_an_arxiv_doi_gives_the_number() -> None:
    assert read(replace(WORK, doi="10.48550/arxiv.2101.00001")).arxiv == "2101.00001"


def test_odd_records() -> None:
    assert work_from_datacite({}).doi == ""
    odd = {
        "doi": "10.5281/a",
        "creators": 4,
        "titles": ["x"],
        "dates": {},
        "types": [],
        "publicationYear": "n",
    }
    assert work_from_datacite(odd).doi == "10.5281/a"


def test_what_is_kept_in_a_cache_comes_out_the_same() -> None:
    for kind in ("Software", "Dataset", "Text", "Preprint"):
        found = read(types={"resourceTypeGeneral": kind})
        assert work_from_crossref(work_to_crossref(found), source="DataCite") == found
