"""Patterns are linear on their worst cases; `python -m tests.linear` lists those that are not."""

from __future__ import annotations

import random
import re

import pytest

from tests.linear.__main__ import sweep
from tests.linear.collecting import Collected, collect
from tests.linear.known import KNOWN
from tests.linear.measuring import worst

_SAMPLE = 12
_SWEPT = ("litreview.parsing", "litreview.normalise")


def test_an_exponential_pattern_is_found() -> None:
    growth = worst(Collected("invented", re.compile("(?:a+|b)+c"), anchored=True))
    assert growth
    assert not growth.is_linear


def test_a_quadratic_pattern_is_found_where_it_is_searched_for() -> None:
    growth = worst(Collected("invented", re.compile(r"\s+$"), anchored=False))
    assert growth
    assert not growth.is_linear


def test_a_possessive_pattern_is_linear() -> None:
    assert worst(Collected("invented", re.compile(r"(?<!\s)\s++x"), anchored=False)) is None


def test_what_the_tables_name_is_still_there() -> None:
    assert not set(KNOWN) - {found.where for found in collect()}


def test_a_sample_of_the_patterns_is_linear() -> None:
    found = random.Random(0).sample(_swept(), _SAMPLE)
    assert not [(each.where, growth) for each in found if (growth := worst(each))]


@pytest.mark.slow
def test_every_pattern_of_reading_is_linear() -> None:
    assert not [(found.where, growth) for found, growth in sweep(_swept())]


def _swept() -> list[Collected]:
    return [found for found in collect() if found.where.startswith(_SWEPT) and found.where not in KNOWN]
