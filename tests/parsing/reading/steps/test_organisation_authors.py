"""Organisations that open an entry."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.organisation_authors import keep_organisations_whole
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        keep_organisations_whole,
        "Kapteyn Astronomical Institute. (1992). Baths of stars.",
        {"title": "Kapteyn Astronomical Institute"},
        {"author": "Kapteyn Astronomical Institute"},
    ),
    Case(
        keep_organisations_whole,
        "Diabetes Prevention Group. Reduction of baths. Bath J. 2004;3:9.",
        {"author": "Diabetes Prevention", "title": "Reduction of baths"},
        {"author": "Diabetes Prevention Group", "title": "Reduction of baths"},
    ),
    Case(keep_organisations_whole, "Roe K. Baths of the institute. Oslo.", {"author": "Roe K"}),
    Case(keep_organisations_whole, "Guideline for baths. Oslo, 2010.", {"title": "Guideline for baths"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
