"""Where titles begin and end."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.title_ends import (
    close_bracketed_title,
    close_quoted_title,
    cut_helpers,
    finish_title,
    open_title,
    restore_title_start,
)
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        finish_title,
        "Roe, K. (n.d.). Megabath: waters. https://example.org/waters",
        {"author": "Roe, K.", "title": "Megabath"},
        {"author": "Roe, K.", "title": "Megabath: waters"},
    ),
    Case(
        finish_title,
        "Roe, K. (2022). Roe/bath-py: 0.12.1. Zenodo. https://doi.org/10.5281/zenodo.1",
        {"title": "Roe/bath-py", "issue": "12"},
        {"title": "Roe/bath-py: 0.12.1"},
    ),
    Case(
        finish_title,
        "Roe, K. Baths in Oslo: Bath Press; 2010.",
        {"title": "Baths in Oslo", "publisher": "Bath Press"},
    ),
    Case(finish_title, "Roe, K. Baths: a view. Bath J 3:4.", {"title": "Baths", "container": "Bath J"}),
    Case(
        close_bracketed_title,
        "Roe, K. Baths from Gran Hollow (Tin Hills, Wales). Bath Reviews 93, 47–66.",
        {"title": "Baths from Gran Hollow", "container": "Bath Reviews", "volume": "93"},
        {"title": "Baths from Gran Hollow (Tin Hills, Wales)", "container": "Bath Reviews", "volume": "93"},
    ),
    Case(
        close_bracketed_title,
        "Roe, K. Baths (Bath Press). Bath Reviews 93, 47–66.",
        {"title": "Baths", "container": "Bath Reviews", "volume": "93"},
    ),
    Case(
        close_bracketed_title,
        "Roe, K. Baths (Oslo, Norway). Bath Reviews.",
        {"title": "Baths", "container": "Bath Reviews"},
    ),
    Case(open_title, "Doe 1983 [1976]) Keywords. Y", {"title": "1976]) Keywords"}, {"title": "Keywords"}),
    Case(open_title, "Doe. Baths (warm) and tubs. Y", {"title": "Baths (warm) and tubs"}),
    Case(
        cut_helpers,
        "X. Dom Casmurro, trans. John Gledson. Oxford",
        {"title": "Dom Casmurro, trans. John Gledson"},
        {"title": "Dom Casmurro"},
    ),
    Case(
        cut_helpers,
        "王伟. 城市发展研究与分析[J]. 学报, 2010",
        {"title": "城市发展研究与分析[J]"},
        {"title": "城市发展研究与分析"},
    ),
    Case(cut_helpers, "X. The translated bath. Oxford", {"title": "The translated bath"}),
    Case(
        restore_title_start,
        "X. 1,25-dihydroxy vitamin. Y",
        {"title": "25-dihydroxy vitamin"},
        {"title": "1,25-dihydroxy vitamin"},
    ),
    Case(
        restore_title_start,
        "Doe A. Anger, madness, and fear. Y",
        {"author": "Doe A. Anger", "title": "madness, and fear"},
        {"author": "Doe A", "title": "Anger, madness, and fear"},
    ),
    Case(restore_title_start, "Doe A. iPS cells. Y", {"author": "Doe A", "title": "iPS cells"}),
    Case(restore_title_start, "Doe A. Anger and fear. Y", {"author": "Doe A", "title": "Anger and fear"}),
    Case(
        close_quoted_title,
        "X. ‘Rivers and dams.’ GRI Review, 9",
        {"title": "Rivers and dams.’ GRI Review"},
        {"title": "Rivers and dams", "container": "GRI Review"},
    ),
    Case(
        close_quoted_title,
        "X. “Rivers and dams,” Review, 9",
        {"title": "Rivers and dams", "container": "Review"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
