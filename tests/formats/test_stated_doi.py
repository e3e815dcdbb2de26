"""Whether an entry states a DOI of any sort."""

from __future__ import annotations

import pytest

import litreview as lr
from litreview.formats.registry import read_text
from litreview.formats.stated_doi import states_doi
from litreview.model.document import Document
from litreview.parsing.article import parse_document


@pytest.mark.parametrize("shown", ["doi:10.5555/a.1", "doi:10/gk9z2x", "doi: 10.5555/ a.1", "doi:1371/a.1"])
def test_a_printed_entry(shown: str) -> None:
    assert states_doi(lr.parse_reference(f"Ito K. Salt in soup. J Soups 2012; 3: 1-9. {shown}"))


def test_a_printed_entry_without() -> None:
    assert not states_doi(lr.parse_reference("Ito K. Salt in soup. J Soups 2012; 3: 1-9."))


@pytest.mark.parametrize(
    ("field", "stated"),
    [
        ("doi = {10/gk9z2x}", True),
        ("doi = {1371/a.1}", True),
        ("url = {https://doi.org/10.5555/a.1}", True),
        ("url = {https://example.org/10.5555/a.1}", False),
        ("note = {doi = {10.1/x}}", False),
        ("pages = {1}", False),
    ],
)
def test_of_a_record_only_its_own_field_counts(field: str, stated: bool) -> None:
    document: Document = read_text(f"@article{{a, title = {{Salt}}, {field}}}\n", "bibtex")
    (reference,) = parse_document(document).references
    assert states_doi(reference) is stated
