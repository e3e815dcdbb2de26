"""Who registers a DOI: known prefixes only, and nothing is said of the others."""

from __future__ import annotations

import pytest

from litreview.normalise.vocabulary.agencies import AGENCIES, agency_of, keeper_of


@pytest.mark.parametrize(
    ("doi", "agency"),
    [
        ("10.5281/zenodo.1", "DataCite"),
        ("10.48550/arxiv.2104.00001", "DataCite"),
        ("10.1400/12345", "mEDRA"),
        ("10.3969/j.issn.1000-0000.2021.02.002", "ISTIC"),
        ("10.13000/j.cnki.kite.2020.01", "ISTIC"),
        ("10.11501/123", "JaLC"),
        ("10.5555/heron.1", ""),
        ("", ""),
    ],
)
def test_agencies(doi: str, agency: str) -> None:
    assert agency_of(doi) == agency


def test_keepers_are_among_the_known() -> None:
    assert keeper_of("10.48550/arxiv.2104.00001") == "arXiv"
    assert keeper_of("10.5555/heron.1") == ""
    assert all(prefix.startswith("10.") for prefix in AGENCIES)
