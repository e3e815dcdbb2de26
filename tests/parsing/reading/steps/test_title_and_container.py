"""Titles and containers that swallowed each other: strings that were read wrongly, and their like."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.title_and_container import part_container, split_title
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        split_title,
        "Ist Ruhe gut? Komdat Jugendhilfe, 8",
        {"title": "Ist Ruhe gut? Komdat Jugendhilfe", "volume": "8"},
        {"title": "Ist Ruhe gut?", "container": "Komdat Jugendhilfe", "volume": "8"},
    ),
    Case(
        split_title,
        "Roe K. Baths in winter. Bath Letters. 2010;3:9.",
        {"title": "Baths in winter. Bath Letters", "volume": "3"},
        {"title": "Baths in winter", "container": "Bath Letters", "volume": "3"},
    ),
    Case(
        split_title,
        "Roe. Cold tubs. Paper presented at the Tub Days, Oslo",
        {"title": "Cold tubs. Paper presented at the Tub Days"},
        {"title": "Cold tubs", "container": "Paper presented at the Tub Days"},
    ),
    Case(split_title, "Roe. Baths. A history. Oslo: Fjord.", {"title": "Baths. A history", "place": "Oslo"}),
    Case(
        part_container,
        "Walsh, H. (1992): Change in the Public Service, Public Administration 70, 499.",
        {"container": "Change in the Public Service, Public Administration", "volume": "70"},
        {"title": "Change in the Public Service", "container": "Public Administration", "volume": "70"},
    ),
    Case(
        part_container,
        "Bao Q, Zhao Y. Bathing Habits in Northern Towns. Baths. 2010, 2, 1629.",
        {"container": "Bathing Habits in Northern Towns. Baths", "volume": "2,"},
        {"title": "Bathing Habits in Northern Towns", "container": "Baths", "volume": "2,"},
    ),
    Case(
        part_container,
        "Schofield, J. (2001): Are Old Ways Best? The Usefulness of Bureaus in Offices, Organization 8, 77.",
        {
            "title": "Are Old Ways Best?",
            "container": "The Usefulness of Bureaus in Offices, Organization",
            "volume": "8",
        },
        {
            "title": "Are Old Ways Best? The Usefulness of Bureaus in Offices",
            "container": "Organization",
            "volume": "8",
        },
    ),
    Case(
        part_container,
        "Toraño, E. Methods in Physics Section A: Accelerators, Detectors and Equipment 1996, 369, 608.",
        {"container": "Methods in Physics Section A: Accelerators, Detectors and Equipment", "volume": "369"},
    ),
    Case(
        part_container,
        "Rao A. Theory, Culture and Society 19, 1-2.",
        {"container": "Theory, Culture and Society", "volume": "19"},
    ),
    Case(
        part_container,
        "Hay, R. Philosophical Transactions of the Royal Society of London, Series B 33, 1.",
        {"container": "Philosophical Transactions of the Royal Society of London, Series B", "volume": "33"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
