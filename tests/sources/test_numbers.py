"""The numbers of a reference: from its fields and its string, one of each kind or none."""

from __future__ import annotations

import pytest

from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.sources.numbers import arxiv_number, isbn_13, reference_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A paper. PMID: 31000001", {"PMID": "31000001"}),
        ("A paper. https://pubmed.ncbi.nlm.nih.gov/31000001/", {"PMID": "31000001"}),
        ("A paper. PMC5000001", {"PMCID": "PMC5000001"}),
        ("A paper. https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5000001/", {"PMCID": "PMC5000001"}),
        ("A paper. arXiv:2101.00001v3 [cs.IR]", {"arXiv": "2101.00001"}),
        ("A paper. https://arxiv.org/abs/hep-th/9901001", {"arXiv": "hep-th/9901001"}),
        ("A paper. PMID: 31000001; PMCID: PMC5000001", {"PMID": "31000001", "PMCID": "PMC5000001"}),
        ("A paper. PMID: 31000001. Comment in PMID: 31000002", {}),
        ("A paper. PMID: 31000001. https://pubmed.ncbi.nlm.nih.gov/31000001", {"PMID": "31000001"}),
        ("A paper of 2101 pages, volume 31000001.", {}),
    ],
)
def test_numbers_of_a_string(text: str, numbers: dict[str, str]) -> None:
    assert reference_numbers(Reference("a", text, Work())) == numbers


@pytest.mark.parametrize(
    ("work", "numbers"),
    [
        (Work(pmid="031000001"), {"PMID": "31000001"}),
        (Work(pmid="0"), {}),
        (Work(pmid="n/a"), {}),
        (Work(pmcid="5000001"), {"PMCID": "PMC5000001"}),
        (Work(pmcid="PMC5000001.2"), {"PMCID": "PMC5000001"}),
        (Work(arxiv="arXiv:2101.00001v2"), {"arXiv": "2101.00001"}),
        (Work(arxiv="submitted"), {}),
        (Work(doi="10.48550/arxiv.2101.00001"), {"arXiv": "2101.00001"}),
        (Work(isbn=("0-306-40615-2", "978-1-4028-9462-6")), {"ISBN": "9780306406157"}),
        (Work(isbn=("0-306-40615-3",)), {}),
    ],
)
def test_numbers_of_fields(work: Work, numbers: dict[str, str]) -> None:
    assert reference_numbers(Reference("a", "", work)) == numbers


@pytest.mark.parametrize("text", ["2113.00001", "2101.001", "math/9913001", "", "v2", "10.48550"])
def test_what_is_no_arxiv_number(text: str) -> None:
    assert arxiv_number(text) == ""


@pytest.mark.parametrize(
    ("text", "isbn"),
    [
        ("080442957X", "9780804429573"),
        ("978 0 306 40615 7", "9780306406157"),
        ("9780306406158", ""),
        ("1234567890123", ""),
        ("", ""),
    ],
)
def test_isbns(text: str, isbn: str) -> None:
    assert isbn_13(text) == isbn
