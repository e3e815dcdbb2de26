"""Patterns that texts of any kind reach are linear on their worst cases; `python -m tests.linear` lists the rest."""

from __future__ import annotations

import re

from tests.linear.collecting import Collected
from tests.linear.measuring import worst


def test_an_exponential_pattern_is_found() -> None:
    growth = worst(Collected("invented", re.compile("(?:a+|b)+c"), anchored=True))
    assert growth and not growth.is_linear


def test_a_quadratic_pattern_is_found_where_it_is_searched_for() -> None:
    growth = worst(Collected("invented", re.compile(r"\s+$"), anchored=False))
    assert growth and not growth.is_linear


def test_a_possessive_pattern_is_linear() -> None:
    assert worst(Collected("invented", re.compile(r"(?<!\s)\s++x"), anchored=False)) is None
