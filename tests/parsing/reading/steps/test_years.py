"""Years without a label, and volumes that are counted by the year."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference
from litreview.parsing.reading.steps.years import find_year, find_year_volume
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(find_year, "Roe K. Baths. Oslo, 2010.", {"title": "Baths"}, {"title": "Baths", "year": "2010"}),
    Case(
        find_year,
        "Roe K. Baths, 1871–1880. Oslo 1990.",
        {"title": "Baths", "year": "1871"},
        {"title": "Baths", "year": "1990"},
    ),
    Case(
        find_year,
        "Roe K. Bath Letters 2010, 3-9.",
        {"container": "Bath Letters 2010", "pages": "3-9"},
        {"container": "Bath Letters", "pages": "3-9", "year": "2010"},
    ),
    Case(
        find_year,
        "Roe K, Baths, Tubs Int, vol. 45, pp. 2020, 2015.",
        {"title": "Baths", "volume": "45", "pages": "2020", "year": "2020"},
        {"title": "Baths", "volume": "45", "pages": "2020", "year": "2015"},
    ),
    Case(find_year, "Roe K (1999). Baths of 2010.", {"year": "1999", "title": "Baths of 2010"}),
    Case(
        find_year_volume,
        "Roe K (2021). Coal. Tubs Int, 2021, 1-8.",
        {"year": "2021", "container": "Tubs Int", "pages": "1-8"},
        {"year": "2021", "container": "Tubs Int", "volume": "2021", "pages": "1-8"},
    ),
    Case(
        find_year_volume,
        "Roe K (2000). Hochschule, in: Hanft 2000, 39-56",
        {"year": "2000", "container": "Hanft", "pages": "39-56"},
    ),
    Case(
        find_year_volume,
        "Roe K (2014). Coal. Proceedings of Tubs 2014, 1-8.",
        {"year": "2014", "container": "Proceedings of Tubs", "pages": "1-8"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)


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
        (
            "WEN, J.; ZHAO, M. Plants in the treatment of tubs. Disease Markers, v. 2021, p. 1–13, 2021.",
            "2021",
            "Disease Markers",
        ),
        ("Stoltenberg, U. (2000): Hochschule, in: Hanft 2000, 39-56", "", "Hanft 2000"),
    ],
)
def test_volumes_counted_by_the_year(text: str, volume: str, container: str) -> None:
    work = parse_reference(text).work
    assert (work.volume, work.container_title, work.year) == (volume, container, int(volume or 2000))
