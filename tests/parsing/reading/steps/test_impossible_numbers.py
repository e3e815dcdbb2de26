"""Days, towns and states that were labelled as numbers."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference
from litreview.parsing.reading.steps.impossible_numbers import (
    drop_days,
    drop_impossible_numbers,
    drop_other_numbers,
    number_of_register,
)
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        number_of_register,
        "Bath Office. Security of small baths. NIST Special Publication 800-999, 2020.",
        {"author": "Bath Office", "container": "NIST Special Publication", "pages": "800-999"},
        {"author": "Bath Office", "container": "NIST Special Publication", "number": "800-999"},
    ),
    Case(
        number_of_register,
        "J. Kim, Foldable bath, U.S. Patent 9 234 567, 2018.",
        {"author": "J. Kim", "title": "Foldable bath", "volume": "9", "pages": "234 567"},
        {"author": "J. Kim", "title": "Foldable bath", "number": "9 234 567"},
    ),
    Case(number_of_register, "Moe P. ISO baths. Bath Rev. 2001;3:1-9.", {"volume": "3", "pages": "1-9"}),
    Case(
        drop_other_numbers,
        "Gesellschaft für Bad. S3-Leitlinie Bad. AWMF-Registernr. 999-012. 2018.",
        {"pages": "999-012"},
        {},
    ),
    Case(drop_other_numbers, "Roe K. Baths in R. R package version 0.9-1; 2017.", {"pages": "9-1"}, {}),
    Case(drop_other_numbers, "Roe K. Baths. Bath Rev. 2017;3:9-11.", {"volume": "3", "pages": "9-11"}),
    Case(drop_days, "Paper read at the Tub Workshop, Oslo, July 7-10.", {"pages": "7-10"}, {}),
    Case(drop_days, "Paper read in Oslo, 24 - 6 November.", {"pages": "24 - 6"}, {}),
    Case(drop_days, "Tub News, pp. 7-10 May 1990", {"pages": "7-10"}),
    Case(drop_days, "In: Rheinische Post v. 5. Mai 2003", {"volume": "5"}, {}),
    Case(drop_days, "Vortrag am 19.6.1996 in Oslo", {"volume": "19"}, {}),
    Case(drop_days, "Rev Rhum. 12-15 juin 2010.", {"volume": "12", "pages": "15"}, {}),
    Case(drop_days, "Tub Digest 42-45 June 2010.", {"volume": "42"}),
    Case(drop_days, "Bath Letters, vol. 12-15 June 2010.", {"volume": "12"}),
    Case(drop_days, "Bath Letters 12 (June 2010), 3-9.", {"volume": "12", "pages": "3-9"}),
    Case(drop_days, "Bath Letters 12, June 2010, 3-9.", {"volume": "12", "pages": "3-9"}),
    Case(drop_impossible_numbers, "In: Jahrbuch, Bd., Weimar.", {"pages": "Weimar"}, {"place": "Weimar"}),
    Case(
        drop_impossible_numbers,
        "Küche. Ljubljana: Založba.",
        {"place": "Ljubljana", "pages": "Založba"},
        {"place": "Ljubljana", "publisher": "Založba"},
    ),
    Case(drop_impossible_numbers, "Programming, Richardson, TX, 1993.", {"volume": "TX"}, {}),
    Case(
        drop_impossible_numbers, "Baths. 2009;397-435.", {"volume": "2009", "year": "2009"}, {"year": "2009"}
    ),
    Case(
        drop_impossible_numbers,
        "Baths. 2009;6(3) e15 doi:10.5555/b.15",
        {"volume": "6", "issue": "3", "pages": "e15 doi:10.5555/b.15"},
        {"volume": "6", "issue": "3", "pages": "e15"},
    ),
    Case(drop_impossible_numbers, "Bath J TaiChung 3", {"issue": "TaiChung"}, {}),
    Case(drop_impossible_numbers, "Mitteilungen, Band LIX, S. 3", {"volume": "LIX", "pages": "3"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    "day",
    [
        "12-15 juin",
        "12–15 June",
        "12.-15. Juni",
        "12.–15. Juni",
        "12-15 de junio",
        "12 y 15 de junio",
        "3-5 mars",
        "28 février - 2 mars",
        "1er-3 avril",
        "12th-15th June",
        "30 September – 2 October",
        "7/8 mai",
        "12-15 giugno",
        "12-15 juni",
        "12-15 de junho",
        "12-15 czerwca",
        "12-15 июня",
        "12. až 15. června",
    ],
)
def test_a_range_of_days_is_neither_volume_nor_pages(day: str) -> None:
    work = parse_reference(f"Durand P, Martin L. Douleur du dos. Rev Rhum. {day} 2010.").work
    assert (work.volume, work.issue, work.page, work.year) == ("", "", "", 2010)


@pytest.mark.parametrize(
    ("numbers", "volume", "page"),
    [
        ("2010 juin;77(3):12-5.", "77", "12-5"),
        ("2010;12(3):15-9.", "12", "15-9"),
        ("2010 Jun 12;77:12-5.", "77", "12-5"),
        ("vol. 12, June 2010, pp. 15-19.", "12", "15-19"),
    ],
)
def test_numbers_beside_a_month_stay(numbers: str, volume: str, page: str) -> None:
    work = parse_reference(f"Durand P, Martin L. Douleur du dos. Rev Rhum. {numbers}").work
    assert (work.volume, work.page) == (volume, page)
