"""Titles labelled as authors."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.titles_as_authors import free_title_from_authors
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        free_title_from_authors,
        "Right to bathing. Information Commissioners Office; 2022.",
        {"author": "Right to bathing", "title": "Information Commissioners Office"},
        {"title": "Right to bathing", "publisher": "Information Commissioners Office"},
    ),
    Case(
        free_title_from_authors,
        "Everybody’s bath: Strengthening bath systems. World Bath Organization; 2007.",
        {"author": "Everybody’s bath", "title": "Strengthening bath systems"},
        {"title": "Everybody’s bath: Strengthening bath systems"},
    ),
    Case(
        free_title_from_authors,
        "Roe and Poe (1991): Reinventing baths (Reading, MA: Bath-Wesley).",
        {"author": "Roe and Poe", "title": "Reinventing baths"},
    ),
    Case(
        free_title_from_authors,
        "Ministry of the Baths. Report on water. Oslo; 2007.",
        {"author": "Ministry of the Baths", "title": "Report on water"},
    ),
    Case(
        free_title_from_authors,
        "Karin von der Roe. Baths: a view. Oslo; 2007.",
        {"author": "Karin von der Roe", "title": "Baths: a view"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
