"""Rows of the decision table on printed references of titleless styles, damaged and scrambled ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.matching.decide import decide
from litreview.model.match import MatchStatus, Verdict
from litreview.model.work import Work
from tests.matching.lab_records import record, references

OWLS = record(
    "10.5555/owls", "Petrosyan Anahit; Lindqvist Sven", 2007, "Barn owls and the price of barley",
    "Transactions of the Northern Barley Society", "61(12):1820-1827",
)  # fmt: skip
CHAPTER = record(
    "10.5555/chapter", "", 2014, "Undated wells", "Handbook of Moorland Engineering", "():463-470"
)
SERIES = record(
    "10.5555/series", "Petrosyan Anahit; Lindqvist Sven", 2007, "Sampling of oat fields",
    "Algorithms for Dry Farming", "():221-228",
)  # fmt: skip
COVERS = record("10.5555/covers", "", 2015, "Table of contents", "11th Symposium on Wireless Barns (WiBarn)")
OATS = record(
    "10.5555/oats", "", 2016, "Serving oat growers in northern upland villages", "Farm Papers Online"
)
UNDATED = record(
    "10.5555/undated", "Okafor Chinedu", None, "Sailing home", "Directions for Ferrymen", "():413-419"
)

FOUND = [
    # journals as scanning leaves them
    ("1 A. Petrosyan and S. Lindqvist, The Transaceionsof Northern  BarleyfSociety 61, 1820 (2007).", OWLS),
    # neither author, title nor volume
    ("(1) Handbook of Moorland Engineering 2014, 463–470.", CHAPTER),
    # the series stands instead of the book
    ("[1] A. Petrosyan, S. Lindqvist, Lecture Notes on Farming (2007) 221.", SERIES),
    # a common title in proceedings
    (". Table of contents. 11th Symposium on Wireless Barns (WiBarn). 2015. . . ", COVERS),
    # the words of the title in another order
    (". Villages upland in Serving northern growers oat. Farm Papers Online. 2016. . . ", OATS),
    # another first author, and pages printed oddly
    (
        "Okafor C, Lindqvist S. Barn owls and the price of northern barley. "
        "Transactions of the Northern Barley Society. 2007;61(12):75P.1-75P.",
        replace(OWLS, title="Barn owls and the price of northern barley"),
    ),
    # no year on either side
    ("[1] C. Okafor, Directions for Ferrymen (n.d.) 413.", UNDATED),
]


@pytest.mark.parametrize(("text", "work"), FOUND)
def test_enough_agrees(text: str, work: Work) -> None:
    (item,) = references(text)
    assert decide(item, [work]).work == work


NOT_FOUND = [
    # another author alone, in the same series and year
    ("[1] A. Petrosyan, Lecture Notes on Farming (2007) 221.", SERIES),
    ("1 S. Okafor, The Transactions of Northern Barley Society 61, 1820 (1998).", COVERS),
    (". Table of authors. 11th Symposium on Wireless Barns (WiBarn). 2015. . . ", COVERS),
    ("[1] C. Okafor, Directions for Ferrymen (n.d.) 13.", UNDATED),
]


@pytest.mark.parametrize(("text", "work"), NOT_FOUND)
def test_too_little_agrees(text: str, work: Work) -> None:
    (item,) = references(text)
    assert decide(item, [work]).work is None


def test_title_author_and_year_of_nobody_at_a_real_place() -> None:
    """What stands at the place is then not the work with a wrong title; it is the nearest one."""
    text = (
        "Halvorsen, I. (1999). Winter foraging of grey herons. "
        "Transactions of the Northern Barley Society, 61(12), 1820–1827."
    )
    (item,) = references(text)
    match = decide(item, [OWLS])
    assert match.status is MatchStatus.UNMATCHED
    assert [candidate.work for candidate in match.candidates] == [OWLS]
    (item,) = references(text.replace("1999", "2007"))
    assert decide(item, [OWLS]).work == OWLS


def test_of_two_records_of_one_work_the_more_exact_one() -> None:
    exact = record(
        "10.5555/b", "Petrosyan Anahit", 2007, "Barn owls and barley", "Barley Journal", "6(1):18-27",
    )  # fmt: skip
    loose = record(
        "10.5555/a", "Petrosyan Anahit", 2007, "Barn owls and barley: a note", "Barley Journal", "6(1):18-27",
    )  # fmt: skip
    (item,) = references("Petrosyan, A. (2007). Barn owls and barley. Barley Journal, 6(1), 18–27.")
    assert decide(item, [loose, exact]).work == exact
    twin = record(
        "10.5555/c", "Petrosyan Anahit", 2007, "Barn owls and barley", "Barley Journal", "6(1):18-27",
    )  # fmt: skip
    match = decide(item, [exact, twin])
    assert (match.status, match.decided_by) == (MatchStatus.AMBIGUOUS, "registered-twice")
    (item,) = references("Petrosyan, A. (2009). Barn owls and barley. Barley Journal, 6(1), 18–27.")
    match = decide(item, [exact, twin])
    assert match.agreement is not None
    assert match.agreement.different == ("issued",)


def test_translation_without_a_word_in_common() -> None:
    found = record("10.5555/de", "Petrosyan Anahit", 2007, "Schleiereulen und der Preis der Gerste bei uns",
                   "Barley Journal", "6(1):18-27")  # fmt: skip
    text = "Petrosyan, A. (2007). Barn owls and the cost of the harvest. Barley Journal, 6(1), 18–27."
    (item,) = references(text)
    match = decide(item, [found])
    assert match.agreement is not None
    assert match.agreement["title"].verdict is Verdict.COMPATIBLE
    (item,) = references(text.replace("Petrosyan, A.", "Okafor, C."))
    other = decide(item, [found]).agreement
    assert other is not None
    assert other["title"].verdict is Verdict.DIFFERENT


def test_a_sister_paper_of_the_team_is_another_paper_where_journal_and_doi_differ() -> None:
    sister = replace(OWLS, title="The effect of foot rot in barn owls on the yield of barley", page="")
    text = "Petrosyan A, Lindqvist S. The effect of feather loss in barn owls on the yield of barley. "
    (item,) = references(f"{text}Owl Letters. 2007. doi:10.5555/letters.9")
    assert decide(item, [sister]).status is MatchStatus.UNMATCHED
    (same,) = references(f"{text}Transactions of the Northern Barley Society. 2007. doi:10.5555/owls")
    assert decide(same, [sister]).work == sister
