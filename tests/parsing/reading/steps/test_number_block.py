"""Number blocks against the labels."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference
from litreview.parsing.reading.steps.number_block import believe_number_block
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        believe_number_block,
        "Roe K. Baths. Bath J. 2014;15(2):286-9.",
        {"title": "Baths", "container": "Bath J. 2014", "pages": "15"},
        {
            "title": "Baths",
            "container": "Bath J. ",
            "year": "2014",
            "volume": "15",
            "issue": "2",
            "pages": "286-9",
        },
    ),
    Case(
        believe_number_block,
        "Roe K. Baths. Bath J. 2014;15:286-9.",
        {"title": "Baths", "issue": "15"},
        {"title": "Baths", "year": "2014", "volume": "15", "pages": "286-9"},
    ),
    Case(
        believe_number_block,
        "Roe K. Baths. Oslo: Fjord, 2014.",
        {"title": "Baths", "place": "Oslo", "year": "2014"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)


def test_the_year_of_an_unmistakable_block_is_the_year() -> None:
    text = "Hasbenli A, Zaitzev VF. Two species of Fly Linnaeus, 1758 from Turkey. Ent Z. 2000;47(1):105-8."
    assert parse_reference(text).work.year == 2000
