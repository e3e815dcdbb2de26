"""Titles of a word or two behind a lone author."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.short_titles import free_book_title
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        free_book_title,
        "Brandvold S. Quiet baths. Oslo: Fjell Forlag; 2011.",
        {"author": "Brandvold S. Quiet baths", "place": "Oslo", "publisher": "Fjell Forlag", "year": "2011"},
        {
            "author": "Brandvold S",
            "title": "Quiet baths",
            "place": "Oslo",
            "publisher": "Fjell Forlag",
            "year": "2011",
        },
    ),
    Case(
        free_book_title,
        "Brandvold S. Baths. New York (NY): Harper; 2001.",
        {"author": "Brandvold S. Baths", "place": "New York (NY)", "publisher": "Harper", "year": "2001"},
        {
            "author": "Brandvold S",
            "title": "Baths",
            "place": "New York (NY)",
            "publisher": "Harper",
            "year": "2001",
        },
    ),
    Case(
        free_book_title,
        "Moe P, editor. Loud baths. Bergen: Havn; 1999.",
        {"place": "Bergen", "publisher": "Havn", "year": "1999"},
        {"author": "Moe P", "title": "Loud baths", "place": "Bergen", "publisher": "Havn", "year": "1999"},
    ),
    # a given name, an initial and a family name
    Case(
        free_book_title,
        "Karin T. Wick. Baths. Oslo, Fjell Forlag, 2011.",
        {"author": "Karin T. Wick", "title": "Baths", "place": "Oslo", "year": "2011"},
    ),
    Case(
        free_book_title,
        "Karin T. Wick. Oslo, Fjell Forlag, 2011.",
        {"author": "Karin T. Wick", "place": "Oslo", "publisher": "Fjell Forlag", "year": "2011"},
    ),
    Case(
        free_book_title,
        "Moe P. Loud baths. Bath Rev. 1999;3:1-9.",
        {
            "author": "Moe P. Loud baths",
            "container": "Bath Rev",
            "year": "1999",
            "volume": "3",
            "pages": "1-9",
        },
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_short_title_is_no_name(case: Case) -> None:
    check(case)
