"""Preprint, data and second registration of one work."""

from __future__ import annotations

from dataclasses import replace

from litreview.matching.agreement import compare
from litreview.matching.other_forms import Form, beside_preprint, claims_article, form_of, is_twin
from litreview.matching.resolve import resolve
from litreview.model.match import Verdict
from litreview.model.work import Work
from tests.matching.lab_records import MemorySource, record, references

TITLE = "Winter foraging of grey herons on tidal flats"
WHO = "Halvorsen Ingrid; Okafor Chidi"
ARTICLE = record("10.5555/heron.1", WHO, 2012, TITLE, "Journal of Shore Birds", "18(3):211-224")
PREPRINT = replace(record("10.1101/2010.02.03.111111", WHO, 2010, TITLE), type="article")
DATA = replace(record("10.5061/dryad.q7abc", WHO, 2012, f"Data from: {TITLE}"), type="dataset")
CITED = (
    "Halvorsen I, Okafor C. Winter foraging of grey herons on tidal flats. J Shore Birds. 2012;18(3):211-224."
)


def test_what_one_record_is_to_another() -> None:
    assert form_of(PREPRINT, ARTICLE) is Form.PREPRINT
    assert form_of(DATA, ARTICLE) is Form.DATA
    assert form_of(replace(ARTICLE, doi="10.5555/twin"), ARTICLE) is Form.TWIN
    other = record(
        "10.5555/kites.7", "Roux Anna", 2009, "Counting seals from kites", "Kite Survey", "31(4):77-90"
    )
    assert form_of(other, ARTICLE) is Form.OTHER


def test_twins_share_all_but_the_doi() -> None:
    assert is_twin(compare(replace(ARTICLE, doi="10.5555/twin"), ARTICLE))
    assert not is_twin(compare(replace(ARTICLE, volume="19"), ARTICLE))


def test_of_preprint_and_article_the_article_is_meant() -> None:
    (match,) = resolve(
        references(f"{CITED} doi:10.1101/2010.02.03.111111"), source=MemorySource((PREPRINT, ARTICLE))
    )
    assert (match.work, match.cited_doi_work) == (ARTICLE, PREPRINT)
    assert match.agreement is not None
    assert set(match.agreement.different) <= {"DOI"}


def test_only_the_preprint_convicts_no_field_of_the_journal() -> None:
    (match,) = resolve(references(f"{CITED} doi:10.1101/2010.02.03.111111"), source=MemorySource((PREPRINT,)))
    assert match.work == PREPRINT
    assert match.agreement is not None
    assert match.agreement.different == ()


def test_a_preprint_that_is_cited_as_one_is_compared_as_ever() -> None:
    cited = Work(title=TITLE, container_title="bioRxiv", doi=PREPRINT.doi)
    assert not claims_article(cited)
    agreement = compare(cited, PREPRINT)
    assert beside_preprint(cited, PREPRINT, agreement) is agreement


def test_another_registration_of_the_work_is_no_other_work() -> None:
    sparse = replace(ARTICLE, doi="10.5555/twin", author=(), page="", issue="", volume="")
    (match,) = resolve(references(f"{CITED} doi:10.5555/twin"), source=MemorySource((ARTICLE, sparse)))
    assert match.work is not None
    assert match.cited_doi_work is None
    assert match.agreement is not None
    assert match.agreement["DOI"].verdict is not Verdict.DIFFERENT
