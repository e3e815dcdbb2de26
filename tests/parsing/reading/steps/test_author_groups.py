"""Study groups behind the names that speak for them."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.author_groups import take_group
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        take_group,
        "Roe R, Poe C, for the Tin Investigators. Salt for pilots. Aviat Ther. 2012",
        {"author": "Roe R, Poe C", "title": "for the Tin Investigators. Salt for pilots"},
        {"author": "Roe R, Poe C, for the Tin Investigators", "title": "Salt for pilots"},
    ),
    Case(
        take_group,
        "Roe R, Poe C on behalf of the Tin Study Group. Salt for pilots.",
        {"author": "Roe R", "title": "Poe C on behalf of the Tin Study Group. Salt for pilots"},
        {"author": "Roe R, Poe C on behalf of the Tin Study Group", "title": "Salt for pilots"},
    ),
    Case(
        take_group,
        "Roe, R. & Poe, C. on behalf of the Tin Collaborators, 2012. Salt for pilots.",
        {"author": "Roe, R. & Poe, C.", "title": "on behalf of the Tin Collaborators", "year": "2012"},
        {
            "author": "Roe, R. & Poe, C. on behalf of the Tin Collaborators",
            "year": "2012",
            "title": "Salt for pilots",
        },
    ),
    Case(take_group, "Roe R. For the love of groups. Aviat Ther.", {"author": "Roe R"}),
    Case(take_group, "Roe R, Poe C. Group work in a study group.", {"author": "Roe R, Poe C"}),
    Case(take_group, "Roe R, for the last time. Salt.", {"author": "Roe R"}),
    Case(take_group, "R. Roe, Annals of Tin Research 52 (1994) 171.", {"author": "R. Roe"}),
    Case(take_group, "R. Roe, Tin Network 52 (1994) 171.", {"author": "R. Roe"}),
    Case(take_group, "R. Roe, The work of a study group (1994).", {"author": "R. Roe"}),
    Case(take_group, "Salt for the Tin Study Group. Aviat Ther.", {}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
