"""Numbers labelled wrongly: days taken for pages, towns taken for pages, states taken for volumes."""

from __future__ import annotations

import pytest
from litreview.parsing.reading.steps.oddnumbers import (
    drop_impossible_numbers,
    find_lost_numbers,
    number_report,
)

from litreview.parsing.reading.fields import parse_reference


@pytest.mark.parametrize(
    ("text", "labelled", "expected"),
    [
        ("Paper read at the Tub Workshop, Oslo, July 7-10.", {"pages": "7-10"}, {}),
        ("Paper read in Oslo, 24 - 6 November.", {"pages": "24 - 6"}, {}),
        ("Tub News, pp. 7-10 May 1990", {"pages": "7-10"}, {"pages": "7-10"}),
        ("In: Jahrbuch der Bäder, Bd., Weimar.", {"pages": "Weimar"}, {"place": "Weimar"}),
        (
            "Küche. Ljubljana: Založba.",
            {"place": "Ljubljana", "pages": "Založba"},
            {"place": "Ljubljana", "publisher": "Založba"},
        ),
        ("Programming Guide, Richardson, TX, 1993.", {"volume": "TX"}, {}),
        ("Mitteilungen, Band LIX, S. 3", {"volume": "LIX"}, {"volume": "LIX"}),
        ("In: Rheinische Post v. 5. Mai 2003", {"volume": "5"}, {}),
        ("Vortrag am 19.6.1996 in Oslo", {"volume": "19"}, {}),
    ],
)
def test_impossible_numbers(text: str, labelled: dict[str, str], expected: dict[str, str]) -> None:
    places = {label: (text.index(value), text.index(value) + len(value)) for label, value in labelled.items()}
    drop_impossible_numbers(text, places)
    assert {label: text[start:end] for label, (start, end) in places.items()} == expected


def test_pages_with_letters_are_found_by_their_mark() -> None:
    text = "Archives of Bathing, 94, 4, S. F283-F289."
    places = {"container": (0, 19)}
    find_lost_numbers(text, places, ())
    assert text[slice(*places["pages"])] == "F283-F289"


@pytest.mark.parametrize(
    ("text", "volume", "container"),
    [
        (
            "Zhang, Q. (2021). Green Coal. Problems in Engineering, 2021, 1-8.",
            "2021",
            "Problems in Engineering",
        ),
        (
            "Wang, R.: Microscopy to learn the form of cells. Stem Cells International 2021, 1-7 (2021)",
            "2021",
            "Stem Cells International",
        ),
        ("Stoltenberg, U. (2000): Hochschule, in: Hanft 2000, 39-56", "", "Hanft 2000"),
    ],
)
def test_volumes_counted_by_the_year(text: str, volume: str, container: str) -> None:
    work = parse_reference(text).work
    assert (work.volume, work.container_title, work.year) == (volume, container, int(volume or 2000))


def test_a_journal_without_volume_keeps_its_issue() -> None:
    places = {"container": (0, 5), "issue": (10, 11), "pages": (13, 16)}
    number_report("Tubs, Heft 3, 1-9", places)
    assert "issue" in places


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Pope Jr. HG, Kanayama G. Backs of athletes. J Backs. 2010;3(1):1-9.", ["Pope", "Kanayama"]),
        ("Wagner, Dieter u. a. (2004): Kompetenzen im Bad. Berlin: Wanne.", ["Wagner"]),
        ("PA R A S U R A M A N, A . (1995) Quality of Baths. Bath J 2(1), 1-9.", ["PA R A S U R A M A N"]),
    ],
)
def test_authors_of_odd_form(text: str, families: list[str]) -> None:
    assert [name.family for name in parse_reference(text).work.author] == families
