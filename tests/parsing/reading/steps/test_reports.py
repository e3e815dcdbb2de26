"""Reports' numbers."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.reports import number_report
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        number_report,
        "Vogel, T., 2006, Mobility, SFB Discussion Paper Nr. 649, Berlin.",
        {"title": "Mobility", "container": "SFB Discussion Paper", "issue": "649", "place": "Berlin"},
        {"title": "Mobility", "container": "SFB Discussion Paper", "number": "649", "place": "Berlin"},
    ),
    Case(number_report, "Tubs, Heft 3, 1-9", {"container": "Tubs", "issue": "3", "pages": "1-9"}),
    Case(number_report, "Leistung und Lohn, Nr. 229.", {"container": "Leistung und Lohn", "issue": "229"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
