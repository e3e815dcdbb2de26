"""Volumes that hold an issue or the year."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.volume_parts import split_volume
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(split_volume, "Tubs 10/3: 161", {"volume": "10/3"}, {"volume": "10", "issue": "3"}),
    Case(split_volume, "Tubs 12 2009, S. 7", {"volume": "12 2009"}, {"volume": "12"}),
    Case(split_volume, "Tubs 42/43: 7", {"volume": "42/43"}),
    Case(split_volume, "Tubs 42: 7", {"volume": "42"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
