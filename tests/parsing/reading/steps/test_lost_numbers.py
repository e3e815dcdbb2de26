"""Pages and volumes that are found by their marks."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.lost_numbers import find_lost_numbers
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        find_lost_numbers,
        "Archives of Bathing, 94, 4, S. F283-F289.",
        {"container": "Archives of Bathing", "volume": "94"},
        {"container": "Archives of Bathing", "volume": "94", "pages": "F283-F289"},
    ),
    Case(
        find_lost_numbers,
        "Roe. Baths, Vol. II: Tubs",
        {"title": "Baths"},
        {"title": "Baths", "volume": "II"},
    ),
    Case(find_lost_numbers, "Roe. Baths, Vol. 3", {"title": "Baths", "volume": "3"}),
    Case(find_lost_numbers, "Roe, pp. 3-9 of baths", {}),
    # A page number within an address is none.
    Case(
        find_lost_numbers, "Roe. Baths. https://tubs.example/p. 12", {"title": "Baths", "publisher": "p. 12"}
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
