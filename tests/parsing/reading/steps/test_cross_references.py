"""Chapters of a book that is another entry of the list."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.cross_references import name_editors
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        name_editors,
        "Davis, Jack (1998), Access, in: Deckmyn / Thomson, pp. 121-126",
        {"title": "Access", "container": "Deckmyn / Thomson"},
        {"title": "Access", "editor": "Deckmyn / Thomson"},
    ),
    Case(
        name_editors,
        "Watson. Genetics. In Keane et al. [4], pages 2-4.",
        {"title": "Genetics", "publisher": "Keane et al"},
        {"title": "Genetics", "editor": "Keane et al"},
    ),
    Case(name_editors, "Flynt C. Widgets. In: Tcl/Tk. Elsevier, 2026: 455.", {"container": "Tcl/Tk"}),
    Case(
        name_editors,
        "Roe. Tubs. In: Progress / Fortschritte 3",
        {"container": "Progress / Fortschritte", "volume": "3"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
