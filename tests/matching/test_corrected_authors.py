"""The list that a reference should have: never without an author, a group in place of persons, or damage."""

from __future__ import annotations

import pytest

from litreview.matching.corrected_authors import corrected_authors
from litreview.model.work import Name, Work

ROE, POE, DOE = Name("Roe", "A"), Name("Poe", "B"), Name("Doe", "C")
GROUP = Name(literal="The Tin Study Group")


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ((ROE, POE, DOE), (POE, DOE)),
        ((ROE, POE, DOE), (ROE,)),
        ((ROE, POE), (GROUP,)),
        ((ROE, POE), (DOE, GROUP)),
        ((GROUP,), (ROE, POE)),
        ((ROE, GROUP), (ROE, POE)),
        ((ROE, POE), (Name("Tin Study Group"), POE)),
        ((ROE, POE), (Name("MÃ¼ller", "J"), POE)),
        ((ROE, POE), (Name("Kenji Tanaka"), POE)),
    ],
)
def test_a_list_is_left_alone(cited: tuple[Name, ...], found: tuple[Name, ...]) -> None:
    assert corrected_authors(cited, Work(author=found), is_cut=False) == ()


def test_a_wrong_name_is_replaced_in_the_form_of_the_others() -> None:
    found = Work(author=(Name("van den Oorst", "Aaron Jan"), Name("Poe", "Ben")))
    wanted = corrected_authors((Name("Roe", "Avd"), POE), found, is_cut=False)
    assert wanted == (Name("van den Oorst", "AJ"), POE)


def test_a_list_cut_short_with_a_lost_head_is_left_alone() -> None:
    found = Work(author=(POE, DOE, Name("Noe", "D")))
    assert corrected_authors((ROE, POE), found, is_cut=True) == ()
